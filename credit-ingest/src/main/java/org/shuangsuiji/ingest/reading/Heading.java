package org.shuangsuiji.ingest.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;

/**
 * The header row of a file and the table in which it stands: that row among the first few in which most columns of the
 * kind are recognised. A title above the header does no harm.
 *
 * @param rowsBefore rows above the header that are not empty
 * @param notes what is to be said of the tables that were not chosen
 */
record Heading(Layout layout, Sheet sheet, int rowsBefore, List<Note> notes) {
    private static final int ROWS_TRIED = 5;

    /** The first sheet whose header is complete; where none is, the one in which most columns are recognised. */
    static Heading find(TableFile file, Kind kind) {
        List<Heading> found = new ArrayList<>();
        for (Sheet sheet : file.sheets()) {
            Heading heading = in(sheet, kind);
            if (heading != null) {
                found.add(heading);
            }
        }
        if (found.isEmpty() && file.hasManySheets()) {
            throw Refusal.invalid("file-workbook-blank");
        }
        Heading best = null;
        for (Heading heading : found) {
            boolean first = best == null || !(file.hasManySheets() && best.isComplete(kind));
            if (best == null
                    || (first && heading.layout.matched() > best.layout.matched())
                    || (first && file.hasManySheets() && heading.isComplete(kind))) {
                best = heading;
            }
        }
        if (best == null || best.layout.matched() == 0) {
            throw Refusal.invalid("file-header-missing", best == null ? "" : best.layout.shown());
        }
        best.layout.check(kind.columns(), kind.eitherOf());
        return file.hasManySheets() ? best.beside(found, kind) : best;
    }

    private boolean isComplete(Kind kind) {
        return layout.matched() > 0 && layout.objection(kind.columns(), kind.eitherOf()) == null;
    }

    /** The same with notes that name the other sheets, so that none is left out in silence. */
    private Heading beside(List<Heading> all, Kind kind) {
        List<String> alike = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Heading other : all) {
            if (!other.sheet.equals(sheet)) {
                (other.isComplete(kind) ? alike : others).add(other.sheet.name());
            }
        }
        List<Note> said = new ArrayList<>();
        if (!alike.isEmpty()) {
            said.add(new Note("sheets-alike", alike));
        }
        if (!others.isEmpty()) {
            said.add(new Note("sheets-others", others));
        }
        return new Heading(layout, sheet, rowsBefore, said);
    }

    private static @Nullable Heading in(Sheet sheet, Kind kind) {
        List<List<String>> rows = sheet.firstRows(ROWS_TRIED);
        Heading best = null;
        for (int row = 0; row < rows.size(); row++) {
            List<String> headers = rows.get(row).stream().map(Row::unquoted).toList();
            best = better(best, sheet, headers, row, kind);
            if (row > 0) {
                best = better(best, sheet, under(rows.get(row - 1), headers), row, kind);
            }
        }
        return best;
    }

    private static @Nullable Heading better(
            @Nullable Heading best, Sheet sheet, List<String> headers, int row, Kind kind) {
        if (headers.size() > FileReading.COLUMNS_MAX) {
            throw Refusal.invalid("file-columns-too-many", headers.size(), FileReading.COLUMNS_MAX);
        }
        Layout layout = Layout.match(headers, kind.columns());
        return best == null
                        || layout.matched()
                                > Objects.requireNonNull(best).layout.matched()
                ? new Heading(layout, sheet, row, List.of())
                : best;
    }

    /** A header of two rows, as merged cells make it: where nothing stands below, what stands above reaches down. */
    private static List<String> under(List<String> above, List<String> below) {
        List<String> headers = new ArrayList<>();
        for (int field = 0; field < Math.max(above.size(), below.size()); field++) {
            String own = field < below.size() ? below.get(field) : "";
            headers.add(own.isBlank() && field < above.size() ? Row.unquoted(above.get(field)) : own);
        }
        return headers;
    }
}
