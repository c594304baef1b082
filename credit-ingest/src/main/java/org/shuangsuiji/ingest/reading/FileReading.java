package org.shuangsuiji.ingest.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;

/**
 * Reads one file row by row in flat memory: what cannot be a table of this kind is refused when it is opened, a row
 * that cannot be read becomes a fault.
 */
public final class FileReading implements AutoCloseable {
    /** The most characters that one field may have; a line of 100 MB stops here and not in the memory. */
    public static final int FIELD_MAX = 1 << 17;
    /** The most columns that a file may have. */
    public static final int COLUMNS_MAX = 512;

    private final Kind kind;
    private final LocalDate today;
    private final TextForm form;
    private final Heading heading;
    private final List<Note> notes;
    private final CountingStream bytes;
    private final RowHandler handler;
    private final CloseableIterator<RowHandler.Fields> rows;

    private FileReading(RecordKind recordKind, Path file, LocalDate today) throws IOException {
        this.kind = Kind.of(recordKind);
        this.today = today;
        this.form = TextForm.of(file);
        this.heading = Heading.find(sample(file, form), kind);
        this.notes = new ArrayList<>(heading.layout().notes());
        notes.addAll(kind.notesOn(heading.layout()));
        this.bytes = new CountingStream(Files.newInputStream(file));
        bytes.skipNBytes(form.skip());
        this.handler = new RowHandler(heading.layout().width());
        this.rows = parser(heading.delimiter())
                .build(handler, new InputStreamReader(bytes, form.charset().newDecoder()))
                .iterator();
        skipHeading();
    }

    /** Opens a file; refuses one that is no table of this kind, saying why. */
    public static FileReading open(RecordKind kind, Path file, LocalDate today) throws IOException {
        return new FileReading(kind, file, today);
    }

    public String encoding() {
        return form.name();
    }

    public String delimiter() {
        return String.valueOf(heading.delimiter());
    }

    public List<Note> notes() {
        return List.copyOf(notes);
    }

    /** Bytes taken from the file so far, for the progress. */
    public long bytesRead() {
        return bytes.count;
    }

    /** What became of the next row; null after the last. */
    public @Nullable RowResult next() {
        while (true) {
            RowHandler.Fields fields = nextFields();
            if (fields == null) {
                return null;
            }
            if (!fields.blank()) {
                return read(fields);
            }
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private RowResult read(RowHandler.Fields fields) {
        int width = heading.layout().width();
        if (fields.found() != width) {
            String code = fields.found() > width ? "fields-too-many" : "fields-too-few";
            return new RowResult.Rejected(
                    Fault.of(fields.line(), null, String.join(",", fields.values()), code, fields.found(), width));
        }
        try {
            return new RowResult.Accepted(kind.read(new Row(heading.layout(), fields.values(), fields.line()), today));
        } catch (RowFault e) {
            return new RowResult.Rejected(e.fault());
        }
    }

    private RowHandler.@Nullable Fields nextFields() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw refusal(e);
        }
    }

    private Refusal refusal(RuntimeException e) {
        String message = String.valueOf(e.getMessage())
                + (e.getCause() == null ? "" : e.getCause().getMessage());
        if (message.contains("nclosed quote") || message.contains("nterminated quote")) {
            return Refusal.invalid("file-quote-open", handler.line());
        }
        if (message.contains("buffer size")) {
            return Refusal.invalid("file-field-too-long", handler.line(), FIELD_MAX);
        }
        if (message.contains("after closing quote")) {
            return Refusal.invalid("file-quote-stray", handler.line());
        }
        return Refusal.invalid("file-unreadable", handler.line());
    }

    private void skipHeading() {
        int left = heading.rowsBefore() + 1;
        while (left > 0) {
            RowHandler.Fields fields = nextFields();
            left -= fields == null || !fields.blank() ? 1 : 0;
        }
    }

    static CsvReader.CsvReaderBuilder parser(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(FIELD_MAX);
    }

    private static String sample(Path file, TextForm form) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(form.skip());
            var reader = new InputStreamReader(in, form.charset());
            char[] chars = new char[FIELD_MAX];
            int length = 0;
            for (int read = reader.read(chars); read > 0; read = reader.read(chars, length, chars.length - length)) {
                length += read;
            }
            return new String(chars, 0, length);
        }
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
