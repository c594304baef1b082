package org.shuangsuiji.ingest.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.FileReading;
import org.shuangsuiji.ingest.reading.TableText;
import org.shuangsuiji.model.Refusal;

/** Cuts CSV with FastCSV: quotes by RFC 4180, no comments, a limit on the length of a field. */
public final class FastCsvTable implements TableText {

    @Override
    public Rows rows(Reader text, char delimiter, int width) {
        var handler = new RowHandler(width);
        CloseableIterator<Fields> rows =
                parser(delimiter, false).build(handler, text).iterator();
        return new Rows() {
            @Override
            public @Nullable Fields next() {
                try {
                    return rows.hasNext() ? rows.next() : null;
                } catch (CsvParseException | UncheckedIOException e) {
                    throw refusal(e, handler.line());
                }
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }

    @Override
    public List<List<String>> firstRows(String sample, char delimiter, int count) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<String @Nullable []> reader =
                parser(delimiter, true).build(StringArrayHandler.builder().build(), sample)) {
            for (String[] row : reader) {
                if (Arrays.stream(row).anyMatch(field -> !field.isBlank())) {
                    rows.add(Arrays.asList(row));
                }
                if (rows.size() == count) {
                    break;
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            // a row too wild for this delimiter: the rows before it stand
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Refusal refusal(RuntimeException e, long line) {
        String message = String.valueOf(e.getMessage())
                + (e.getCause() == null ? "" : e.getCause().getMessage());
        if (message.contains("nclosed quote") || message.contains("nterminated quote")) {
            return Refusal.invalid("file-quote-open", line);
        }
        if (message.contains("buffer size")) {
            return Refusal.invalid("file-field-too-long", line, FileReading.FIELD_MAX);
        }
        if (message.contains("after closing quote")) {
            return Refusal.invalid("file-quote-stray", line);
        }
        return Refusal.invalid("file-unreadable", line);
    }

    private static CsvReader.CsvReaderBuilder parser(char delimiter, boolean unclosedQuote) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(unclosedQuote)
                .maxBufferSize(FileReading.FIELD_MAX);
    }
}
