package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.draw.Fallback;
import org.shuangsuiji.sampling.draw.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declares in public that a source and its fallback both stayed silent (DR-1 §1, 3), at the earliest when the fallback
 * had as long to speak as a commitment has to stand, and never on one person's word of either: a draw whose values are
 * known is completed.
 */
@Service
public class FailDraw {
    private final CommittedDraws committed;
    private final DrawBook draws;
    private final CampaignRegister register;
    private final DrawSettings settings;
    private final Ledger ledger;
    private final Clock clock;

    FailDraw(
            CommittedDraws committed,
            DrawBook draws,
            CampaignRegister register,
            DrawSettings settings,
            Ledger ledger,
            Clock clock) {
        this.committed = committed;
        this.draws = draws;
        this.register = register;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Says the id of the draw that failed.
     *
     * @param reason where the silence of both can be seen; it is published
     */
    @Transactional
    public long declare(long campaignId, int place, String reason, Actor actor) {
        Reasons.requireEvidence(reason);
        DrawSheet draw = committed.lock(campaignId, actor);
        Source source = committed.source(committed.rule(draw.id()), place);
        Fallback fallback = source.fallback();
        if (committed.allKnown(draw.id())) {
            // who knows the seed could end a draw for what it says; a wrong value is put right instead
            throw Refusal.conflict("fail-known", draw.name());
        }
        SourceEntry entry = draws.value(draw.id(), place).orElse(null);
        // a value of its own may have been made up while others are missing; that the fallback spoke took two people to
        // say
        if (fallback == null || (entry != null && entry.spoken() != SourceEntry.Spoken.VALUE)) {
            throw Refusal.conflict("fail-not-silent", source.name());
        }
        if (entry != null && entry.account().equals(actor.account())) {
            throw Refusal.conflict("correction-same-person", source.name(), entry.enteredBy());
        }
        Instant now = clock.instant();
        Instant earliest = settings.silentFrom(fallback);
        if (now.isBefore(earliest)) {
            throw Refusal.conflict("fail-early", source.name(), fallback.name(), earliest);
        }
        committed.refuseUnlessBothSilent(draw.id(), place, source.name(), actor);
        if (!draws.end(draw.id(), DrawSheet.State.FAILED, place, reason, actor, now)
                || !register.move(campaignId, Campaign.State.FROZEN, Campaign.State.FAILED, actor, now)) {
            throw CommittedDraws.ended(draws.lock(draw.id()));
        }
        ledger.record(LedgerEntry.of(LedgerEvent.DRAW_FAILED, actor, "campaign", campaignId)
                .with("draw", draw.id())
                .with("serial", draw.serial())
                .with("source", source.name())
                .because(reason));
        return draw.id();
    }
}
