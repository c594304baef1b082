package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import org.shuangsuiji.model.RowContent;

/**
 * A confidentiality agreement (保密协议) under which a third party sends; it stays as it was signed.
 *
 * @param endsOn the last day of its term
 * @param paper where the signed paper is kept, or its text
 */
public record Agreement(
        String number,
        LocalDate signedOn,
        LocalDate beginsOn,
        LocalDate endsOn,
        String paper,
        String enteredBy,
        Instant enteredAt) {

    /** The first day on which it holds: nothing is promised before it is signed. */
    public LocalDate firstDay() {
        return signedOn.isAfter(beginsOn) ? signedOn : beginsOn;
    }

    /** Whether it holds on this day; the first and the last day of the term belong to it. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(endsOn);
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return RowContent.empty()
                .told("number", number)
                .told("signedOn", signedOn)
                .told("beginsOn", beginsOn)
                .told("endsOn", endsOn)
                .bound("paper", paper);
    }
}
