package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    private static final int VERSION = 6;

    private final Kind kind;
    private final PersonKeys persons;
    private final LocalDate today;
    private final ReadingChoice choice;
    private final OpenFile file;
    private final TableText.Rows rows;
    private final FormLines formLines;

    private FileReading(Kind kind, PersonKeys persons, OpenFile file, LocalDate today, ReadingChoice choice) {
        this.kind = kind;
        this.persons = persons;
        this.today = today;
        this.choice = choice;
        this.file = file;
        this.rows = file.rowsBelowHeading(file.heading().layout().width());
        this.formLines = new FormLines(file.heading().layout(), kind);
    }

    /**
     * Opens a file, read as somebody chose; refuses one that is no table of this kind, saying why, and a choice that does not
     * fit it.
     */
    public static FileReading open(
            RecordKind recordKind,
            Path path,
            LocalDate today,
            Formats formats,
            PersonKeys persons,
            ReadingChoice choice)
            throws IOException {
        Kind kind = Kind.of(recordKind, persons);
        return OpenFile.then(path, kind, formats, choice, file -> new FileReading(kind, persons, file, today, choice));
    }

    /** The header row of a file, folded, as this choice finds it; empty where it finds none. */
    public static List<String> headersOf(RecordKind recordKind, Path path, Formats formats, ReadingChoice choice)
            throws IOException {
        try {
            return OpenFile.then(path, Kind.of(recordKind, Categories.NOBODY), formats, choice, file -> {
                try (file) {
                    return file.heading().layout().delivered();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (Refusal doesNotFit) {
            return List.of();
        }
    }

    /** The header row, as headers are compared. */
    public List<String> headers() {
        return heading().layout().delivered();
    }

    /** What the file is written in: an encoding, or a format. */
    public String encoding() {
        return file.table().form();
    }

    /** What parts its fields: a delimiter, or the name of the sheet that was chosen. */
    public String delimiter() {
        return heading().sheet().name();
    }

    /** What was noticed so far; some things show only when all rows have been taken. */
    public List<Note> notes() {
        Layout layout = heading().layout();
        List<Note> notes = new ArrayList<>(heading().notes());
        notes.addAll(file.table().notes(heading().sheet()));
        notes.addAll(layout.notes());
        if (!choice.shown().isEmpty()) {
            notes.add(new Note("columns-chosen", choice.shown()));
        }
        notes.addAll(kind.notesOn(layout));
        kind.notTold(layout).ifPresent(notes::add);
        formLines.note().ifPresent(notes::add);
        return List.copyOf(notes);
    }

    /** What this file has no column for. */
    public Unsaid unsaid() {
        return new Unsaid(
                kind.unsaid(heading().layout()), kind.unsaidDetails(heading().layout()));
    }

    /** Digest of everything that decides how a row of this file is read. */
    public UUID readAs() {
        var digest = new Fingerprint()
                .number(VERSION)
                .day(today)
                .text(encoding())
                .text(delimiter())
                .number(heading().rowsBefore());
        for (int field = 0; field < heading().layout().width(); field++) {
            digest.text(heading().layout().columnAt(field));
        }
        return digest.take();
    }

    /** Bytes taken from the file so far, for the progress. */
    public long bytesRead() {
        return file.table().bytesRead();
    }

    /** What became of the next row; null after the last. */
    public @Nullable RowResult next() {
        while (true) {
            TableText.Fields fields = rows.next();
            if (fields == null) {
                return null;
            }
            if (!fields.blank() && !formLines.take(fields)) {
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
        try (file) {
            rows.close();
        }
    }

    private Heading heading() {
        return file.heading();
    }

    private RowResult read(TableText.Fields fields) {
        for (CellFault fault : fields.faults()) {
            if (fault.field() == CellFault.WHOLE_ROW) {
                return new RowResult.Rejected(Fault.of(
                        fields.line(),
                        null,
                        fault.value(),
                        fault.code(),
                        fault.args().toArray()));
            }
        }
        int width = heading().layout().width();
        if (fields.found() != width) {
            String code = fields.found() > width ? "fields-too-many" : "fields-too-few";
            return new RowResult.Rejected(
                    Fault.of(fields.line(), null, String.join(",", fields.values()), code, fields.found(), width));
        }
        boolean namesPersons = heading().layout().namesPersons(fields.values());
        try {
            return new RowResult.Accepted(
                    kind.readAll(() -> new Row(heading().layout(), fields, persons), today), namesPersons);
        } catch (RowFault e) {
            return new RowResult.Rejected(e.fault());
        }
    }
}
