package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

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
    private final OpenFile file;
    private final TableText.Rows rows;
    private long rowsWithPersons;

    private FileReading(Kind kind, OpenFile file, LocalDate today) {
        this.kind = kind;
        this.today = today;
        this.file = file;
        this.rows = file.rowsBelowHeading(file.heading().layout().width());
    }

    /** Opens a file; refuses one that is no table of this kind, saying why. */
    public static FileReading open(
            RecordKind recordKind, Path path, LocalDate today, Formats formats, PersonKeys persons) throws IOException {
        Kind kind = Kind.of(recordKind, persons);
        return OpenFile.then(path, kind, formats, file -> new FileReading(kind, file, today));
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
        notes.addAll(kind.notesOn(layout));
        kind.notTold(layout).ifPresent(notes::add);
        return List.copyOf(notes);
    }

    /** What this file has no column for. */
    public Unsaid unsaid() {
        return new Unsaid(
                kind.unsaid(heading().layout()), kind.unsaidDetails(heading().layout()));
    }

    /** Rows of which a number of a person was dropped unread. */
    public long rowsWithPersons() {
        return rowsWithPersons;
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
            if (!fields.blank()) {
                return read(fields);
            }
        }
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
        if (heading().layout().namesPersons(fields.values())) {
            rowsWithPersons++;
        }
        try {
            return new RowResult.Accepted(kind.read(new Row(heading().layout(), fields), today));
        } catch (RowFault e) {
            return new RowResult.Rejected(e.fault());
        }
    }
}
