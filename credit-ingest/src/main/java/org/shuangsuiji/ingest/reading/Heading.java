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

    static Heading find(String sample, Kind kind, TableText table) {
        Heading best = null;
        for (char delimiter : DELIMITERS) {
            List<List<String>> rows = table.firstRows(sample, delimiter, ROWS_TRIED);
            for (int row = 0; row < rows.size(); row++) {
                List<String> headers = rows.get(row);
                if (headers.size() > FileReading.COLUMNS_MAX) {
                    throw Refusal.invalid("file-columns-too-many", headers.size(), FileReading.COLUMNS_MAX);
                }
                Layout layout = Layout.match(headers, kind.columns());
                if (best == null || layout.matched() > best.layout.matched()) {
                    best = new Heading(layout, delimiter, row);
                }
            }
        }
        if (best == null || best.layout.matched() == 0) {
            throw Refusal.invalid("file-header-missing", best == null ? "" : best.layout.shown());
        }
        best.layout.check(kind.columns(), kind.eitherOf());
        return best;
    }
}
