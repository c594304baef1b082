package org.shuangsuiji.ingest.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.shuangsuiji.ingest.reading.CellFault;
import org.shuangsuiji.ingest.reading.TableText;

/** Collects the cells of one row of a sheet, which writes only those that hold something. */
final class CellRow {
    private static final int LETTERS = 26;

    private final long line;
    private final int width;
    private final String[] values;
    private final List<CellFault> faults = new ArrayList<>(0);
    private boolean blank = true;
    private int last;

    CellRow(long line, int width) {
        this.line = line;
        this.width = width;
        this.values = new String[width];
        Arrays.fill(values, "");
    }

    long line() {
        return line;
    }

    void add(int column, CellText cell) {
        if (cell.fault() == null && cell.text().isBlank()) {
            return;
        }
        blank = false;
        boolean firstBeyond = column >= width && last <= width;
        last = Math.max(last, column + 1);
        if (firstBeyond) {
            faults.add(CellFault.of(
                    CellFault.WHOLE_ROW, cell.text(), "cells-beyond-header", letters(column) + line, width));
        }
        if (column >= width) {
            return;
        }
        values[column] = cell.text();
        if (cell.fault() != null) {
            faults.add(new CellFault(column, cell.text(), cell.fault(), cell.args()));
        }
    }

    /** A row that is as wide as the header, whatever it left out. */
    TableText.Fields fields() {
        return new TableText.Fields(line, Arrays.asList(values), width, blank, List.copyOf(faults));
    }

    /** The values up to the last that is not blank; those beyond the width are counted and were not kept. */
    List<String> trimmed() {
        List<String> kept = new ArrayList<>(Arrays.asList(values).subList(0, Math.min(last, width)));
        kept.addAll(Collections.nCopies(Math.max(0, last - width), ""));
        return kept;
    }

    /** A column as spreadsheets name it: A to Z, AA and so on. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }
}
