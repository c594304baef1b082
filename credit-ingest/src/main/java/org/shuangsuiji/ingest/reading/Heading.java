package org.shuangsuiji.ingest.reading;

import java.util.ArrayList;
import java.util.List;
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
    static Heading find(TableFile file, Kind kind, ReadingChoice said) {
        ReadingChoice choice = fitting(file, said);
        List<Heading> found = all(file, kind, choice);
        Heading best = best(found, file, kind);
        best.layout.checkChosen(choice.columns());
        if (best.layout.matched() == 0) {
            throw Refusal.invalid("file-header-missing", best.layout.shown());
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
            // the office's own words beside the rows that it handed back
            boolean ours = layout.isSentBack() && other.layout.matched() == 0;
            if (!other.sheet.equals(sheet) && !ours) {
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

    /** The most likely header, though it be incomplete. */
    static Heading guess(TableFile file, Kind kind, ReadingChoice choice) {
        return best(all(file, kind, fitting(file, choice)), file, kind);
    }

    /**
     * The choice as far as it can be meant for this file. One that is remembered from an earlier file names a sheet and a
     * header row of that one; a workbook in which the office handed rows back has sheets of its own, and its header is the
     * first row. The columns are the same.
     */
    private static ReadingChoice fitting(TableFile file, ReadingChoice choice) {
        if (choice.sheet() == null && choice.headerRow() == null) {
            return choice;
        }
        List<Sheet> sentBack =
                file.sheets().stream().filter(Heading::isSentBack).toList();
        boolean there = file.sheets().stream().anyMatch(sheet -> sheet.name().equals(choice.sheet()));
        boolean another = sentBack.stream().noneMatch(sheet -> sheet.name().equals(choice.sheet()));
        if (sentBack.isEmpty() || (there && another)) {
            return choice;
        }
        return new ReadingChoice(
                choice.encoding(), choice.delimiter(), there ? choice.sheet() : null, null, choice.columns());
    }

    private static boolean isSentBack(Sheet sheet) {
        return sheet.firstRows(1).stream()
                .flatMap(List::stream)
                .map(ColumnSet::fold)
                .anyMatch(SentBack::isLine);
    }

    private static Heading best(List<Heading> found, TableFile file, Kind kind) {
        Heading best = null;
        for (Heading heading : found) {
            boolean first = best == null || !(file.hasManySheets() && best.isComplete(kind));
            if (best == null
                    || (first && heading.layout.isLikelier(best.layout))
                    || (first && file.hasManySheets() && heading.isComplete(kind))) {
                best = heading;
            }
        }
        if (best == null) {
            throw Refusal.invalid("file-header-missing", "");
        }
        return best;
    }

    /** The most likely header of each table that may be meant. */
    private static List<Heading> all(TableFile file, Kind kind, ReadingChoice choice) {
        List<Heading> found = new ArrayList<>();
        int rows = 0;
        for (Sheet sheet : meant(file, choice)) {
            List<List<String>> first = sheet.firstRows(choice.headerRow() == null ? ROWS_TRIED : choice.headerRow());
            rows = Math.max(rows, first.size());
            Heading heading = in(sheet, first, kind, choice);
            if (heading != null) {
                found.add(heading);
            }
        }
        if (found.isEmpty() && choice.headerRow() != null) {
            throw Refusal.invalid("choice-header-row", choice.headerRow(), rows);
        }
        if (found.isEmpty() && file.hasManySheets()) {
            throw Refusal.invalid("file-workbook-blank");
        }
        return found;
    }

    /** The tables that a choice leaves; a delimiter means nothing to a file that is not cut by one. */
    private static List<Sheet> meant(TableFile file, ReadingChoice choice) {
        String wanted = file.hasManySheets() ? choice.sheet() : choice.delimiter();
        if (choice.sheet() != null && !file.hasManySheets()) {
            throw Refusal.invalid("choice-sheet-none", Shown.of(choice.sheet()));
        }
        if (wanted == null) {
            return file.sheets();
        }
        List<Sheet> named = file.sheets().stream()
                .filter(sheet -> sheet.name().equals(wanted))
                .toList();
        if (named.isEmpty() && file.hasManySheets()) {
            throw Refusal.invalid(
                    "choice-sheet-unknown",
                    Shown.of(wanted),
                    String.join("、", file.sheets().stream().map(Sheet::name).toList()));
        }
        return named.isEmpty() ? file.sheets() : named;
    }

    private static @Nullable Heading in(Sheet sheet, List<List<String>> rows, Kind kind, ReadingChoice choice) {
        Heading best = null;
        int from = choice.headerRow() == null ? 0 : choice.headerRow() - 1;
        for (int row = from; row < rows.size(); row++) {
            List<String> headers = rows.get(row).stream().map(Row::unquoted).toList();
            best = better(best, sheet, headers, row, kind, choice);
            if (row > 0) {
                var both = new TwoRows(
                        rows.get(row - 1).stream().map(Row::unquoted).toList(), headers, kind.columns());
                best = better(best, sheet, both.headers(), row, kind, choice);
                if (best != null && best.rowsBefore == row - 1 && both.isGrouped()) {
                    best = asGood(best, sheet, both.headers(), row, kind, choice);
                }
            }
        }
        return best;
    }

    /** The second row of a header names what the first leaves without a name, though the kind knows none of it. */
    private static Heading asGood(
            Heading above, Sheet sheet, List<String> headers, int row, Kind kind, ReadingChoice choice) {
        Layout layout = Layout.match(headers, kind.columns(), choice.columns());
        return layout.matched() > 0 && layout.matched() == above.layout.matched()
                ? new Heading(layout, sheet, row, List.of())
                : above;
    }

    private static @Nullable Heading better(
            @Nullable Heading best, Sheet sheet, List<String> headers, int row, Kind kind, ReadingChoice choice) {
        if (headers.size() > FileReading.COLUMNS_MAX) {
            throw Refusal.invalid("file-columns-too-many", headers.size(), FileReading.COLUMNS_MAX);
        }
        Layout layout = Layout.match(headers, kind.columns(), choice.columns());
        return best == null || layout.isLikelier(best.layout) ? new Heading(layout, sheet, row, List.of()) : best;
    }
}
