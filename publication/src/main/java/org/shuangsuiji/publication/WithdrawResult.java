package org.shuangsuiji.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.InspectionRecords;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a published result back: the public side keeps a tombstone with the reason, the credit record stops counting,
 * and the team may enter a corrected result, which goes through review again.
 */
@Service
public class WithdrawResult {
    private final Visits visits;
    private final VisitBook book;
    private final Notices notices;
    private final InspectionRecords records;
    private final Ledger ledger;
    private final Clock clock;

    WithdrawResult(
            Visits visits, VisitBook book, Notices notices, InspectionRecords records, Ledger ledger, Clock clock) {
        this.visits = visits;
        this.book = book;
        this.notices = notices;
        this.records = records;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Withdraws what stands in public for this visit; the reason is shown to the public. */
    @Transactional
    public void withdraw(long visitId, String reason, Actor actor) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > ReviewResult.REASON_LENGTH_MAX) {
            throw Refusal.invalid("publication.reason", words.length(), ReviewResult.REASON_LENGTH_MAX);
        }
        Visit visit = visits.findInScope(visitId, actor);
        Visit.Publication publication = visit.publication();
        if (publication == null || !book.move(visitId, Set.of(VisitState.PUBLISHED), VisitState.WITHDRAWN)) {
            throw Refusal.conflict("publication.not-published", visit.enterpriseName());
        }
        Instant now = clock.instant();
        book.withdraw(publication.publicationId(), words, actor, now);
        int lines = notices.withdraw(visit.campaignId(), visit.departmentName(), visit.creditCode(), words, now);
        records.withdraw(visit.enterpriseId(), "visit:" + visitId, LocalDate.now(clock), actor);
        EnteredResult result = Objects.requireNonNull(visit.result(), "what was published");
        ledger.record(LedgerEntry.of(LedgerEvent.RESULT_WITHDRAWN, actor, "visit", visitId)
                .with("version", result.version())
                .with("lines", lines)
                .row(result.row())
                .because(words));
    }
}
