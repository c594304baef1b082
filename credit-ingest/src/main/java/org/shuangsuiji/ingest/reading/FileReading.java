package org.shuangsuiji.ingest.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    /** To be raised with every change after which a row would be read as something else than before. */
    private static final int VERSION = 1;

    private final Kind kind;
    private final LocalDate today;
    private final TextForm form;
    private final Heading heading;
    private final List<Note> notes;
    private final CountingStream bytes;
    private final TableText.Rows rows;

    private FileReading(RecordKind recordKind, Path file, LocalDate today, TableText table, ReadingChoice choice)
            throws IOException {
        this.kind = Kind.of(recordKind);
        this.today = today;
        this.form = TextForm.of(file, choice.encoding());
        this.heading = Heading.find(sample(file, form), kind, table, choice);
        this.notes = new ArrayList<>(heading.layout().notes());
        if (!choice.shown().isEmpty()) {
            notes.add(new Note("columns-chosen", choice.shown()));
        }
        notes.addAll(kind.notesOn(heading.layout()));
        kind.notTold(heading.layout()).ifPresent(notes::add);
        this.bytes = new CountingStream(Files.newInputStream(file));
        bytes.skipNBytes(form.skip());
        this.rows = table.rows(
                new InputStreamReader(bytes, form.charset().newDecoder()),
                heading.delimiter(),
                heading.layout().width());
        skipHeading();
    }

    /** Opens a file; refuses one that is no table of this kind, saying why. */
    public static FileReading open(RecordKind kind, Path file, LocalDate today, TableText table) throws IOException {
        return open(kind, file, today, table, ReadingChoice.DETECT);
    }

    /** The same, read as somebody chose; refuses also a choice that does not fit the file. */
    public static FileReading open(RecordKind kind, Path file, LocalDate today, TableText table, ReadingChoice choice)
            throws IOException {
        return new FileReading(kind, file, today, table, choice);
    }

    /** The header row of a file, folded, as this choice finds it; empty where it finds none. */
    public static List<String> headersOf(RecordKind recordKind, Path file, TableText table, ReadingChoice choice)
            throws IOException {
        try {
            TextForm form = TextForm.of(file, choice.encoding());
            Heading heading = Heading.find(sample(file, form), Kind.of(recordKind), table, choice);
            return heading.layout().folded();
        } catch (Refusal doesNotFit) {
            return List.of();
        }
    }

    /** The header row, as headers are compared. */
    public List<String> headers() {
        return heading.layout().folded();
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

    /** The facts of a record that this file has no column for. */
    public Set<RecordFact> unsaid() {
        return kind.unsaid(heading.layout());
    }

    /** Digest of everything that decides how a row of this file is read. */
    public UUID readAs() {
        var digest = new Fingerprint()
                .number(VERSION)
                .day(today)
                .text(form.name())
                .text(delimiter())
                .number(heading.rowsBefore());
        for (int field = 0; field < heading.layout().width(); field++) {
            digest.text(heading.layout().columnAt(field));
        }
        return digest.take();
    }

    /** Bytes taken from the file so far, for the progress. */
    public long bytesRead() {
        return bytes.count;
    }

    /** What became of the next row; null after the last. */
    public @Nullable RowResult next() {
        while (true) {
            TableText.Fields fields = rows.next();
            if (fields == null) {
                return null;
            }
            if (!fields.blank()) {
                return read(fields);
            }
        }
    }

    /**
     * Passes over one row without reading it.
     *
     * @param lastLine the line on which the last row to be passed over begins
     * @return whether more are to be passed over
     */
    public boolean passOver(long lastLine) {
        if (lastLine == 0) {
            return false;
        }
        TableText.Fields fields = rows.next();
        return fields != null && fields.line() < lastLine;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private RowResult read(TableText.Fields fields) {
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

    private void skipHeading() {
        int left = heading.rowsBefore() + 1;
        while (left > 0) {
            TableText.Fields fields = rows.next();
            left -= fields == null || !fields.blank() ? 1 : 0;
        }
    }

    static String sample(Path file, TextForm form) throws IOException {
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
