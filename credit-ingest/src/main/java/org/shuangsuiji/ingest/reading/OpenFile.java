package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** A file of a recognised format, with the heading that was found in it. */
record OpenFile(TableFile table, Heading heading) implements AutoCloseable {

    /** Opens a file and hands it over; whatever is refused on the way, nothing stays open. */
    static <T> T then(Path path, Kind kind, Formats formats, ReadingChoice choice, Function<OpenFile, T> taker)
            throws IOException {
        return then(
                path, formats, choice, table -> taker.apply(new OpenFile(table, Heading.find(table, kind, choice))));
    }

    /** The same of a file whose heading need not be complete. */
    static <T> T guessed(Path path, Kind kind, Formats formats, ReadingChoice choice, Function<OpenFile, T> taker)
            throws IOException {
        return then(
                path, formats, choice, table -> taker.apply(new OpenFile(table, Heading.guess(table, kind, choice))));
    }

    private static <T> T then(Path path, Formats formats, ReadingChoice choice, Function<TableFile, T> taker)
            throws IOException {
        TableFile table = table(path, formats, choice);
        T taken = null;
        try {
            taken = taker.apply(table);
            return taken;
        } finally {
            if (taken == null) {
                table.close();
            }
        }
    }

    /** Its rows from the first below the heading, with at most so many fields. */
    TableText.Rows rowsBelowHeading(int width) {
        TableText.Rows rows = heading.sheet().rows(width);
        int left = heading.rowsBefore() + 1;
        while (left > 0) {
            TableText.Fields fields = rows.next();
            left -= fields == null || !fields.blank() ? 1 : 0;
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    private static TableFile table(Path path, Formats formats, ReadingChoice choice) throws IOException {
        return switch (FileMagic.of(path)) {
            case CSV -> new CsvFile(path, TextForm.of(path, choice.encoding()), formats.csv());
            case JSON_LINES -> formats.jsonLines(path, TextForm.of(path, choice.encoding()));
            case WORKBOOK -> formats.workbook(path);
            case XML_WORKBOOK -> formats.xmlWorkbook(path);
        };
    }
}
