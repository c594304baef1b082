package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;

/**
 * A confidentiality agreement (保密协议) under which a third party sends; it stays as it was signed, and where it is ended
 * early, that is told beside it.
 *
 * @param endsOn the last day of its term
 * @param paper where the signed paper is kept, or its text
 * @param end its early end; absent where it runs to the end of its term
 */
public record Agreement(
        String number,
        LocalDate signedOn,
        LocalDate beginsOn,
        LocalDate endsOn,
        String paper,
        String enteredBy,
        Instant enteredAt,
        @Nullable End end) {

    /**
     * An early end.
     *
     * @param day the first day on which the agreement no longer holds
     */
    public record End(LocalDate day, String reason, String enteredBy, Instant enteredAt) {}

    /** Refuses an end outside its term, and a second one. */
    void requireEndable(LocalDate day) {
        if (end != null) {
            throw Refusal.conflict("agreement-ended-already", number, end.day());
        }
        if (day.isBefore(firstDay()) || day.isAfter(endsOn)) {
            throw Refusal.invalid("agreement-end-outside", number, day, firstDay(), endsOn);
        }
    }

    /** The last day on which it holds; before the first where it was ended before it began. */
    public LocalDate lastDay() {
        return end == null ? endsOn : end.day().minusDays(1);
    }

    /** The first day on which it holds: nothing is promised before it is signed. */
    public LocalDate firstDay() {
        return signedOn.isAfter(beginsOn) ? signedOn : beginsOn;
    }

    /** Whether it holds on this day; the first and the last day of the term belong to it, that of an early end does not. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
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
