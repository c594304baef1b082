package org.shuangsuiji.publication;

import java.time.Clock;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the visits of a draw, in the transaction of the draw. */
@Service
public class OpenVisits {
    private final VisitBook book;
    private final Ledger ledger;
    private final Clock clock;

    OpenVisits(VisitBook book, Ledger ledger, Clock clock) {
        this.book = book;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Opens one visit per drawn enterprise and department; how many. */
    @Transactional
    public int afterDraw(long drawId, Actor actor) {
        if (book.isOpened(drawId)) {
            throw Refusal.conflict("visits.opened-already", drawId);
        }
        int opened =
                book.open(drawId, actor.scope(), clock.instant()).orElseThrow(() -> Refusal.absent("draw", drawId));
        ledger.record(
                LedgerEntry.of(LedgerEvent.VISITS_OPENED, actor, "draw", drawId).with("visits", opened));
        return opened;
    }
}
