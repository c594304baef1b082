package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Abandons a commitment in public, while no source could have spoken yet (DR-1 §1, 3). */
@Service
public class AbandonDraw {
    private final CommittedDraws committed;
    private final DrawBook draws;
    private final CampaignRegister register;
    private final Ledger ledger;
    private final Clock clock;

    AbandonDraw(CommittedDraws committed, DrawBook draws, CampaignRegister register, Ledger ledger, Clock clock) {
        this.committed = committed;
        this.draws = draws;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Says the id of the draw that was abandoned. */
    @Transactional
    public long abandon(long campaignId, String reason, Actor actor) {
        Reasons.require(reason);
        DrawSheet draw = committed.lock(campaignId, actor);
        Instant now = clock.instant();
        if (!now.isBefore(draw.firstDue())) {
            throw Refusal.conflict("abandon-late", draw.name(), draw.firstDue(), now);
        }
        if (!draws.end(draw.id(), DrawSheet.State.ABANDONED, null, reason, actor, now)
                || !register.move(campaignId, Campaign.State.FROZEN, Campaign.State.ABANDONED, actor, now)) {
            throw CommittedDraws.ended(draws.lock(draw.id()));
        }
        ledger.record(LedgerEntry.of(LedgerEvent.DRAW_ABANDONED, actor, "campaign", campaignId)
                .with("draw", draw.id())
                .with("serial", draw.serial())
                .with("commitment", draw.commitment())
                .because(reason));
        return draw.id();
    }
}
