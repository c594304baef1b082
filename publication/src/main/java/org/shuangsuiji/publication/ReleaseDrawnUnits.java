package org.shuangsuiji.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.notice.PublicUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After the visits: publishes who was drawn, each with the proof that it was in the committed list (DR-1 §10). */
@Service
public class ReleaseDrawnUnits {
    private static final LocalDate FAR_AWAY = LocalDate.of(9999, 12, 31);

    private final DrawFacts facts;
    private final Notices notices;
    private final Ledger ledger;
    private final Clock clock;

    ReleaseDrawnUnits(DrawFacts facts, Notices notices, Ledger ledger, Clock clock) {
        this.facts = facts;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The draws whose drawn units are due: the visits have ended (检查结束后).
     *
     * @param atOnce do not wait for the end of the visits; DR-1 §10 leaves that to a setting
     */
    @Transactional(readOnly = true)
    public List<Long> due(boolean atOnce) {
        return notices.releasable(atOnce ? FAR_AWAY : LocalDate.now(clock));
    }

    /** Releases all drawn units of a draw at once; their number has to be the number published at the draw. */
    @Transactional
    public void release(long drawId, List<PublicUnit> units, Actor actor) {
        if (!facts.inScope(drawId, actor.scope())) {
            throw Refusal.absent("draw", drawId);
        }
        if (!notices.release(drawId, units, clock.instant())) {
            throw Refusal.conflict("draw.not-releasable", drawId, units.size());
        }
        ledger.record(LedgerEntry.of(LedgerEvent.DRAWN_UNITS_RELEASED, actor, "draw", drawId)
                .with("units", units.size()));
    }
}
