package org.shuangsuiji.sampling.draw;

import java.util.Arrays;
import java.util.Optional;
import org.shuangsuiji.sampling.canonical.Utf8;

/** Reads frame-n.tsv. */
final class FrameFile {
    private final byte[] bytes;
    private final Faults.InFile in;
    private final Frame.Builder builder = Frame.builder();
    private final Recent strata = new Recent();
    private final Recent regions = new Recent();

    private FrameFile(byte[] bytes, Faults.InFile in) {
        this.bytes = bytes;
        this.in = in;
    }

    /** The frame of these bytes; what is wrong goes to {@code in}, and then there is no frame. */
    static Optional<Frame> read(byte[] bytes, Faults.InFile in) {
        return new FrameFile(bytes, in).frame();
    }

    private Optional<Frame> frame() {
        Rows rows = new Rows(bytes);
        while (rows.next()) {
            row(rows);
        }
        if (bytes.length == 0) {
            in.add("", "the frame is empty");
        }
        return in.count() == 0 ? Optional.of(builder.build()) : Optional.empty();
    }

    private void row(Rows rows) {
        if (!rows.isEnded()) {
            in.add(rows.where(), "the row does not end in a line feed");
        }
        int unitEnd = rows.fieldEnd(rows.start());
        int stratumEnd = rows.fieldEnd(Math.min(unitEnd + 1, rows.end()));
        int regionEnd = rows.fieldEnd(Math.min(stratumEnd + 1, rows.end()));
        if (stratumEnd == rows.end() || regionEnd != rows.end()) {
            in.add(rows.where(), "expected three fields: unit, stratum, region");
            return;
        }
        if (!Units.isUnit(bytes, rows.start(), unitEnd - rows.start())) {
            in.add(rows.where(), "a unit has 18 digits or capital letters");
            return;
        }
        int stratum = strata.number(unitEnd + 1, stratumEnd, rows, builder::stratumNumber);
        int region = regions.number(stratumEnd + 1, regionEnd, rows, builder::regionNumber);
        if (stratum >= 0 && region >= 0 && !builder.add(bytes, rows.start(), stratum, region)) {
            in.add(rows.where(), "the unit is repeated or out of order");
        }
    }

    /** Gives a text its number; most rows repeat one of few texts, which are not decoded again. */
    private final class Recent {
        private static final int SLOTS = 1 << 12;
        private final int[] from = new int[SLOTS];
        private final int[] to = new int[SLOTS];
        private final int[] numbers = new int[SLOTS];

        int number(int start, int end, Rows rows, Numbering numbering) {
            int hash = 0;
            for (int i = start; i < end; i++) {
                hash = 31 * hash + bytes[i];
            }
            int slot = (hash ^ hash >>> 12) & SLOTS - 1;
            if (to[slot] > 0 && Arrays.equals(bytes, from[slot], to[slot], bytes, start, end)) {
                return numbers[slot];
            }
            Optional<String> text = Utf8.decode(bytes, start, end - start);
            if (text.isEmpty()) {
                in.add(rows.where(), "is not UTF-8");
                return -1;
            }
            try {
                int number = numbering.number(text.get());
                from[slot] = start;
                to[slot] = end;
                numbers[slot] = number;
                return number;
            } catch (IllegalArgumentException e) {
                in.add(rows.where(), String.valueOf(e.getMessage()));
                return -1;
            }
        }
    }

    /** Gives each text of a column a number. */
    @FunctionalInterface
    private interface Numbering {
        int number(String text);
    }
}
