package org.shuangsuiji.ingest.reading;

import java.io.IOException;
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
 * @param headerRow the place of the header among the rows that are not blank, from 1
 * @param above the rows above the header
 * @param rows the first rows below the header, each as wide as the header
 */
public record Preview(
        String encoding,
        String delimiter,
        int headerRow,
        List<Header> headers,
        List<String> above,
        List<List<String>> rows) {
    private static final int ROWS_SHOWN = 10;

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

    /** The columns that a header of such a file can be. */
    public static List<KnownColumn> columnsOf(RecordKind kind) {
        return Kind.of(kind).columns().all().stream()
                .map(column -> new KnownColumn(column.name(), column.needed()))
                .toList();
    }

    /** Looks at a file, though its header be incomplete; refuses only one that cannot be cut into rows at all. */
    public static Preview of(RecordKind recordKind, Path file, TableText table, ReadingChoice choice)
            throws IOException {
        Kind kind = Kind.of(recordKind);
        TextForm form = TextForm.of(file, choice.encoding());
        String sample = FileReading.sample(file, form);
        Heading heading;
        try {
            heading = Heading.guess(sample, kind, table, choice);
        } catch (Refusal wrongChoice) {
            heading = Heading.guess(
                    sample,
                    kind,
                    table,
                    new ReadingChoice(choice.encoding(), choice.delimiter(), choice.sheet(), null, Map.of()));
        }
        Layout layout = heading.layout();
        List<Header> headers = layout.headers(kind.columns());
        List<List<String>> rows = table.firstRows(sample, heading.delimiter(), heading.rowsBefore() + 1 + ROWS_SHOWN);
        List<String> above = rows.stream()
                .limit(heading.rowsBefore())
                .map(row -> Shown.of(String.join(" ", row).strip()))
                .toList();
        List<List<String>> below = rows.stream()
                .skip(heading.rowsBefore() + 1L)
                .map(row -> shown(row, headers))
                .toList();
        return new Preview(
                form.name(), String.valueOf(heading.delimiter()), heading.rowsBefore() + 1, headers, above, below);
    }

    private static List<String> shown(List<String> row, List<Header> headers) {
        List<String> cells = new ArrayList<>();
        for (int field = 0; field < headers.size(); field++) {
            boolean hidden = headers.get(field).taken() == Taken.PERSONAL;
            String cell = field < row.size() ? row.get(field).strip() : "";
            cells.add(hidden && !cell.isEmpty() ? "•••" : Shown.of(cell));
        }
        return cells;
    }
}
