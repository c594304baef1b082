package org.shuangsuiji.publication;

import java.time.Clock;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that the team stands at the door (入企登记). */
@Service
public class RegisterVisit {
    private final TeamVisit teamVisit;
    private final VisitBook book;
    private final Ledger ledger;
    private final Clock clock;

    RegisterVisit(TeamVisit teamVisit, VisitBook book, Ledger ledger, Clock clock) {
        this.teamVisit = teamVisit;
        this.book = book;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public void register(long visitId, Actor actor) {
        teamVisit.of(visitId, actor);
        if (!book.register(visitId, actor.account(), clock.instant())) {
            throw Refusal.conflict("visit.registered-already", visitId);
        }
        ledger.record(LedgerEntry.of(LedgerEvent.VISIT_REGISTERED, actor, "visit", visitId));
    }
}
