package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;

/**
 * How a file would be read, and its first rows as they would be: nothing of them is judged yet, and no number of a person
 * is shown.
 *
 * @param delimiter what parts its fields, or the name of the sheet that was taken
 * @param sheets the names of the sheets to choose from; none where the file has no such
 * @param headerRow the place of the header among the rows that are not blank, from 1; 0 where each row names its fields
 * @param above the rows above the header
 * @param rows the first rows below the header, each as wide as the header
 */
public record Preview(
        String encoding,
        String delimiter,
        List<String> sheets,
        int headerRow,
        List<Header> headers,
        List<String> above,
        List<List<String>> rows) {
    private static final int ROWS_SHOWN = 10;
    private static final int NO_HEADER_ROW = 0;

    /** What a header was taken for. */
    public enum Taken {
        /** One of the columns of the kind. */
        COLUMN,
        /** The same, because somebody said so. */
        CHOSEN,
        /** Left out because somebody said so. */
        LEFT_OUT,
        /** Of numbers of persons, which are never read. */
        PERSONAL,
        /** Known, and nothing is made of it. */
        NOT_KEPT,
        UNKNOWN,
        /** There is no header over this column. */
        NAMELESS
    }

    /**
     * One header of the file.
     *
     * @param text as it stands there
     * @param folded as it is compared
     * @param column the column that it is; absent where it is none
     */
    public record Header(
            String text,
            String folded,
            Taken taken,
            @Nullable String column) {}

    /**
     * A column that a kind knows.
     *
     * @param needed whether no file can do without it; of a few, one is enough
     */
    public record KnownColumn(String name, boolean needed) {}

    /** Whether each row names its fields itself, so that there is neither delimiter nor header row to choose. */
    public boolean namesFields() {
        return headerRow == NO_HEADER_ROW;
    }

    /** The columns that a header of such a file can be. */
    public static List<KnownColumn> columnsOf(RecordKind kind) {
        return Kind.of(kind, Categories.NOBODY).columns().all().stream()
                .map(column -> new KnownColumn(column.name(), column.needed()))
                .toList();
    }

    /** Looks at a file, though its header be incomplete; refuses only one that cannot be cut into rows at all. */
    public static Preview of(RecordKind recordKind, Path file, Formats formats, ReadingChoice choice)
            throws IOException {
        Kind kind = Kind.of(recordKind, Categories.NOBODY);
        try {
            return OpenFile.guessed(file, kind, formats, choice, open -> of(open, kind));
        } catch (Refusal wrongChoice) {
            var cut = new ReadingChoice(choice.encoding(), choice.delimiter(), null, null, Map.of());
            return OpenFile.guessed(file, kind, formats, cut, open -> of(open, kind));
        }
    }

    private static Preview of(OpenFile open, Kind kind) {
        try (open) {
            Heading heading = open.heading();
            List<Header> headers = heading.layout().headers(kind.columns());
            List<String> papers = kind.papers().stream().map(Column::name).toList();
            List<List<String>> rows = heading.sheet().firstRows(heading.rowsBefore() + 1 + ROWS_SHOWN);
            List<String> above = rows.stream()
                    .limit(heading.rowsBefore())
                    .map(row -> Shown.of(String.join(" ", row).strip()))
                    .toList();
            List<List<String>> below = rows.stream()
                    .skip(heading.rowsBefore() + 1L)
                    .map(row -> shown(row, headers, papers))
                    .toList();
            return new Preview(
                    open.table().form(),
                    heading.sheet().name(),
                    open.table().hasManySheets()
                            ? open.table().sheets().stream().map(Sheet::name).toList()
                            : List.of(),
                    open.table().namesFields() ? NO_HEADER_ROW : heading.rowsBefore() + 1,
                    headers,
                    above,
                    below);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> shown(List<String> row, List<Header> headers, List<String> papers) {
        List<String> cells = new ArrayList<>();
        for (int field = 0; field < headers.size(); field++) {
            String cell = field < row.size() ? row.get(field).strip() : "";
            Header header = headers.get(field);
            boolean hidden = header.taken() == Taken.PERSONAL
                    || (papers.contains(header.column()) && PersonNumbers.arePapers(cell));
            cells.add(hidden && !cell.isEmpty() ? "•••" : Shown.of(cell));
        }
        return cells;
    }
}
