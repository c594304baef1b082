package org.shuangsuiji.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.notice.PublicDraw;
import org.shuangsuiji.publication.notice.PublicOpenDraw;
import org.shuangsuiji.publication.notice.PublicUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * After the visits: publishes who was drawn, each with the proof that it was in the committed list, and of an open draw
 * all that its targets follow from (DR-1 §10).
 */
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
     * The draws whose drawn units, or whose files if they are open, are due: the visits have ended (检查结束后).
     *
     * @param atOnce do not wait for the end of the visits; DR-1 §10 leaves that to a setting
     */
    @Transactional(readOnly = true)
    public List<Long> due(boolean atOnce) {
        return notices.releasable(atOnce ? FAR_AWAY : LocalDate.now(clock));
    }

    /**
     * Releases all drawn units of a draw at once; their number has to be the number published at the draw. An open draw
     * is released together with what lets everybody recompute them, and a sealed one never with any of that.
     */
    @Transactional
    public void release(long drawId, List<PublicUnit> units, @Nullable PublicOpenDraw open, Actor actor) {
        if (!facts.inScope(drawId, actor.scope())) {
            throw Refusal.absent("draw", drawId);
        }
        PublicDraw.Drawn published = notices.lockDrawn(drawId)
                .filter(drawn -> drawn.visits() == units.size())
                .orElseThrow(() -> Refusal.conflict("draw.not-releasable", drawId, units.size()));
        refuseOtherThanPublished(drawId, published, open);
        boolean released = notices.release(drawId, units, clock.instant());
        int files = open != null && notices.open(drawId, open, clock.instant())
                ? open.files().size()
                : 0;
        if (!released && files == 0) {
            throw Refusal.conflict("draw.not-releasable", drawId, units.size());
        }
        ledger.record(LedgerEntry.of(LedgerEvent.DRAWN_UNITS_RELEASED, actor, "draw", drawId)
                .with("units", released ? units.size() : 0)
                .with("files", files));
    }

    private static void refuseOtherThanPublished(
            long drawId, PublicDraw.Drawn published, @Nullable PublicOpenDraw open) {
        if (open == null) {
            if (published.open()) {
                throw Refusal.conflict("draw.open-needs-files", drawId);
            }
        } else if (!published.open()) {
            throw Refusal.conflict("draw.sealed", drawId);
        } else if (!open.commitment().equals(published.commitment())
                || !open.seed().equals(published.seed())
                || !open.visitRoot().equals(published.visitRoot())) {
            throw Refusal.conflict("draw.other-than-published", drawId);
        }
    }
}
