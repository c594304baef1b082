package org.shuangsuiji.publication;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides on a result handed in (审核): it passes, or goes back to the team with a reason. Never by one of the team. */
@Service
public class ReviewResult {
    static final int REASON_LENGTH_MAX = 500;

    private final Visits visits;
    private final VisitBook book;
    private final Ledger ledger;
    private final Clock clock;

    ReviewResult(Visits visits, VisitBook book, Ledger ledger, Clock clock) {
        this.visits = visits;
        this.book = book;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The version of a result that the reviewer has seen; another one is not decided on unseen.
     */
    public record Seen(long visitId, int version) {}

    @Transactional
    public void pass(Seen seen, Actor reviewer) {
        decide(seen, true, "", reviewer);
    }

    /** Passes several at once, each with its own entry in the ledger; all or none. */
    @Transactional
    public void passAll(List<Seen> seen, Actor reviewer) {
        seen.stream()
                .distinct()
                .sorted(Comparator.comparing(Seen::visitId))
                .forEach(one -> decide(one, true, "", reviewer));
    }

    @Transactional
    public void sendBack(Seen seen, String reason, Actor reviewer) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > REASON_LENGTH_MAX) {
            throw Refusal.invalid("review.reason", words.length(), REASON_LENGTH_MAX);
        }
        decide(seen, false, words, reviewer);
    }

    private void decide(Seen seen, boolean pass, String reason, Actor reviewer) {
        long visitId = seen.visitId();
        String name = visits.findInScope(visitId, reviewer).enterpriseName();
        if (!book.move(visitId, Set.of(VisitState.SUBMITTED), pass ? VisitState.PASSED : VisitState.RETURNED)) {
            throw Refusal.conflict("review.not-waiting", name);
        }
        // read again: before the row was locked a newer version may have come
        Visit visit = visits.findInScope(visitId, reviewer);
        EnteredResult result = visit.result();
        if (result == null || !result.submitted()) {
            throw new IllegalStateException("Visit %d waits for review and has no submitted result".formatted(visitId));
        }
        if (result.version() != seen.version()) {
            throw Refusal.conflict("review.newer-version", name);
        }
        OptionalLong inspector = book.inspectorOf(reviewer.account());
        boolean inTeam = inspector.isPresent() && visit.teamIds().contains(inspector.getAsLong());
        if (inTeam || result.enteredBy().equals(reviewer.account())) {
            throw Refusal.conflict("review.own-result", name);
        }
        book.addReview(result, pass, reason, reviewer, clock.instant());
        ledger.record(LedgerEntry.of(
                        pass ? LedgerEvent.RESULT_PASSED : LedgerEvent.RESULT_RETURNED, reviewer, "visit", visitId)
                .with("version", result.version())
                .row(result.row())
                .because(reason.isEmpty() ? null : reason));
    }
}
