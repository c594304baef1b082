package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.List;
import org.shuangsuiji.model.RecordKind;

/** A kind of record: the columns it knows, and how one row becomes an entry. */
abstract class Kind {

    /** The kinds that come as files; a published inspection result comes from the office itself. */
    static Kind of(RecordKind kind) {
        return switch (kind) {
            case REGISTRATION -> new RegistrationKind();
            case PERMIT -> new PermitKind();
            case PENALTY -> new PenaltyKind();
            case ABNORMAL -> new AbnormalKind();
            case DISHONESTY -> new DishonestyKind();
            case INSPECTION -> throw new IllegalArgumentException("Inspection results do not come as files");
        };
    }

    abstract ColumnSet columns();

    /** Columns of which one is enough. */
    abstract List<Column> eitherOf();

    abstract Entry read(Row row, LocalDate today) throws RowFault;

    /** Notes on a file that follow from the columns it does not have. */
    List<Note> notesOn(Layout layout) {
        return List.of();
    }
}
