package org.shuangsuiji.ingest.reading;

import java.util.List;
import org.shuangsuiji.model.Refusal;

/**
 * The header row of a file and its delimiter: that row among the first few, split by that delimiter, in which most
 * columns of the kind are recognised. A title above the header does no harm.
 *
 * @param rowsBefore rows above the header that are not empty
 */
record Heading(Layout layout, char delimiter, int rowsBefore) {
    private static final char[] DELIMITERS = {',', '\t', ';', '|'};
    private static final int ROWS_TRIED = 5;

    /** Refuses a header that lacks a needed column or names one twice, and a choice that does not fit the file. */
    static Heading find(String sample, Kind kind, TableText table, ReadingChoice choice) {
        Heading best = guess(sample, kind, table, choice);
        best.layout.checkChosen(choice.columns());
        if (best.layout.matched() == 0) {
            throw Refusal.invalid("file-header-missing", best.layout.shown());
        }
        best.layout.check(kind.columns(), kind.eitherOf());
        return best;
    }

    /** The most likely header, though it be incomplete. */
    static Heading guess(String sample, Kind kind, TableText table, ReadingChoice choice) {
        if (choice.sheet() != null) {
            throw Refusal.invalid("choice-sheet-none", Shown.of(choice.sheet()));
        }
        String given = choice.delimiter();
        Integer headerRow = choice.headerRow();
        Heading best = null;
        int found = 0;
        for (char delimiter : given == null ? DELIMITERS : given.toCharArray()) {
            int first = headerRow == null ? 0 : headerRow - 1;
            List<List<String>> rows = table.firstRows(sample, delimiter, headerRow == null ? ROWS_TRIED : headerRow);
            found = Math.max(found, rows.size());
            for (int row = first; row < rows.size(); row++) {
                List<String> headers = rows.get(row);
                if (headers.size() > FileReading.COLUMNS_MAX) {
                    throw Refusal.invalid("file-columns-too-many", headers.size(), FileReading.COLUMNS_MAX);
                }
                Layout layout = Layout.match(headers, kind.columns(), choice.columns());
                if (best == null || layout.isLikelier(best.layout)) {
                    best = new Heading(layout, delimiter, row);
                }
            }
        }
        if (best == null && headerRow != null) {
            throw Refusal.invalid("choice-header-row", headerRow, found);
        }
        if (best == null) {
            throw Refusal.invalid("file-header-missing", "");
        }
        return best;
    }
}
