package org.shuangsuiji.console.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.SentBack;

/** Writes refused rows sheet by sheet, each row out of memory soon after it came. */
final class FaultRows {
    static final int WIDE = 40;

    private static final int NARROW = 14;
    private static final int ROWS_OF_SHEET = 1_000_000;
    private static final int ROWS_HELD = 500;
    /** The most characters of a cell, by the format. */
    private static final int CELL_MAX = 32_000;

    private static final String TEXT = "@";

    private final Workbook workbook;
    private final String name;
    private final List<String> headers;
    private final int ours;
    private Worksheet sheet;
    private int sheets;
    private int row;
    private long count;
    private long cut;

    /** @param ours how many of the headers are the office's own, at the left */
    FaultRows(Workbook workbook, String name, List<String> headers, int ours) {
        this.workbook = workbook;
        this.name = name;
        this.headers = headers;
        this.ours = ours;
        this.sheet = begin();
    }

    long count() {
        return count;
    }

    /** Cells that hold more than a cell of a workbook may. */
    long cut() {
        return cut;
    }

    void add(List<String> said, List<String> original, @Nullable String column) {
        if (row > ROWS_OF_SHEET) {
            finish();
            sheet = begin();
        }
        for (int i = 0; i < said.size(); i++) {
            sheet.inlineString(row, i, cell(said.get(i)));
        }
        for (int i = 0; i < original.size(); i++) {
            String value = cell(original.get(i));
            cut += value.length() < original.get(i).length() ? 1 : 0;
            if (!value.isEmpty()) {
                sheet.inlineString(row, ours + i, value);
            }
        }
        // codes stay texts when they are typed anew
        sheet.range(row, 0, row, Math.max(headers.size(), ours + original.size()) - 1)
                .style()
                .format(TEXT)
                .set();
        int faulty = column == null ? -1 : headers.subList(ours, headers.size()).indexOf(column);
        if (faulty >= 0) {
            sheet.style(row, ours + faulty)
                    .format(TEXT)
                    .fillColor("FFC7CE")
                    .fontColor("9C0006")
                    .set();
        }
        row++;
        count++;
        if (row % ROWS_HELD == 0) {
            flush();
        }
    }

    void finish() {
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet begin() {
        sheets++;
        Worksheet next = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        for (int i = 0; i < headers.size(); i++) {
            next.width(i, i == 2 || i == ours - 1 ? WIDE : NARROW);
            next.inlineString(0, i, cell(headers.get(i)));
            next.style(0, i).bold().set();
        }
        next.freezePane(0, 1);
        row = 1;
        return next;
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A text as a cell holds it: guarded where a spreadsheet would compute it, at most as long as a cell may be, and with
     * the characters that XML cannot hold written as _x0000_.
     */
    static String cell(String text) {
        String guarded = SentBack.guarded(text);
        String kept = guarded.length() > CELL_MAX ? guarded.substring(0, CELL_MAX - 1) + '\u2026' : guarded;
        StringBuilder escaped = null;
        for (int i = 0; i < kept.length(); i++) {
            char c = kept.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < kept.length()
                    && Character.isLowSurrogate(kept.charAt(i + 1));
            boolean odd = (c < ' ' && c != '\t' && c != '\n')
                    || (Character.isSurrogate(c) && !pair)
                    || c >= '\ufffe'
                    || (c == '_' && kept.startsWith("_x", i));
            if (odd && escaped == null) {
                escaped = new StringBuilder(kept.substring(0, i));
            }
            if (escaped != null) {
                escaped.append(odd ? "_x%04X_".formatted((int) c) : c);
                if (pair) {
                    escaped.append(kept.charAt(i + 1));
                }
            }
            i += pair ? 1 : 0;
        }
        return escaped == null ? kept : escaped.toString();
    }
}
