package org.shuangsuiji.ingest;

import java.time.LocalDate;
import org.shuangsuiji.ingest.duty.Rhythm;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.RowContent;

/**
 * What a line of the table of duties says.
 *
 * @param rhythm the word of a {@link Rhythm}
 * @param days working days after each event, or the day of the period
 */
public record DutyTerms(long sourceId, RecordKind kind, String basis, String rhythm, int days, LocalDate beginsOn) {
    private static final int BASIS_MAX = 1000;

    void check() {
        var faults = new TermFaults();
        faults.unless(kind != RecordKind.INSPECTION, "kind", "duty-kind");
        faults.lines(basis, 2, BASIS_MAX, "basis");
        int most = Rhythm.daysMax(rhythm);
        faults.unless(days >= 1 && days <= most, "days", "duty-days", most, days);
        faults.refuseIfAny();
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return RowContent.empty()
                .told("sourceId", sourceId)
                .told("kind", kind.word())
                .bound("basis", basis)
                .told("rhythm", rhythm)
                .told("days", days)
                .told("beginsOn", beginsOn);
    }
}
