package org.shuangsuiji.ingest.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    static Heading find(String sample, Kind kind) {
        Heading best = null;
        for (char delimiter : DELIMITERS) {
            List<List<String>> rows = firstRows(sample, delimiter);
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

    private static List<List<String>> firstRows(String sample, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<String @Nullable []> reader = FileReading.parser(delimiter)
                .allowUnclosedQuote(true)
                .build(StringArrayHandler.builder().build(), sample)) {
            for (String[] row : reader) {
                if (Arrays.stream(row).anyMatch(field -> !field.isBlank())) {
                    rows.add(Arrays.asList(row));
                }
                if (rows.size() == ROWS_TRIED) {
                    break;
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            // a row too wild for this delimiter: the rows before it stand
            return rows;
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
