package org.shuangsuiji.ingest;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shuangsuiji.ingest.reading.Entry;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.RowResult;

/** Counts the rows of one file while they are read; a row that tells several facts counts as several. */
public final class Tally {
    private final long[] marks = new long[Long.SIZE];
    private long lastLine;
    private long rows;
    private long flagged;
    private long faults;

    /**
     * What was counted up to a line.
     *
     * @param lastLine the line on which the last row counted begins; 0 before the first
     * @param marks how many rows have which mark, by its bit
     */
    public record Count(long lastLine, long rows, long flagged, long faults, List<Long> marks) {
        public static final Count NONE = new Count(0, 0, 0, 0, Collections.nCopies(Long.SIZE, 0L));

        public Count {
            marks = List.copyOf(marks);
        }
    }

    public Tally(Count from) {
        lastLine = from.lastLine();
        rows = from.rows();
        flagged = from.flagged();
        faults = from.faults();
        for (int bit = 0; bit < from.marks().size(); bit++) {
            marks[bit] = from.marks().get(bit);
        }
    }

    public void add(RowResult row) {
        if (row instanceof RowResult.Accepted accepted) {
            accepted.entries().forEach(this::add);
            if (accepted.namesPersons()) {
                marks[Long.numberOfTrailingZeros(Flag.PERSON_DROPPED.mask())]++;
            }
        } else if (row instanceof RowResult.Rejected rejected) {
            lastLine = rejected.fault().line();
            rows++;
            faults++;
        }
    }

    private void add(Entry entry) {
        rows++;
        long flags = entry.flags();
        lastLine = entry.line();
        flagged += flags == 0 ? 0 : 1;
        for (long left = flags; left != 0; left &= left - 1) {
            marks[Long.numberOfTrailingZeros(left)]++;
        }
    }

    public long lastLine() {
        return lastLine;
    }

    public long rows() {
        return rows;
    }

    public Count count() {
        return new Count(
                lastLine, rows, flagged, faults, Arrays.stream(marks).boxed().toList());
    }

    Delivery.Counts counts() {
        return new Delivery.Counts(rows, 0, 0, 0, flagged, faults);
    }

    Map<Flag, Long> flags() {
        Map<Flag, Long> flags = new EnumMap<>(Flag.class);
        for (Flag flag : Flag.values()) {
            long marked = marks[Long.numberOfTrailingZeros(flag.mask())];
            if (marked > 0) {
                flags.put(flag, marked);
            }
        }
        return flags;
    }
}
