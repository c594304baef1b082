package org.shuangsuiji.publication;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.notice.PublicDraw;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces a campaign with its commitment when the frame is frozen, and what the draw led to when it is carried out;
 * each in the transaction of that act, so that the office cannot know longer than the public.
 */
@Service
public class PublishCampaign {
    private final DrawFacts facts;
    private final Notices notices;
    private final Ledger ledger;
    private final Clock clock;

    PublishCampaign(DrawFacts facts, Notices notices, Ledger ledger, Clock clock) {
        this.facts = facts;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Publishes the plan, the rule and its commitment, before the first source has its value; which ended draw it draws
     * anew, if any, and beside which lists of the same item it stands, each with the reason.
     */
    @Transactional
    public void atFreeze(long campaignId, Actor actor) {
        var campaign =
                facts.campaign(campaignId, actor.scope()).orElseThrow(() -> Refusal.absent("campaign", campaignId));
        PublicDraw draw = facts.committed(campaignId, actor.scope())
                .orElseThrow(() -> Refusal.conflict("campaign.not-frozen", campaign.name()));
        if (!notices.announce(campaign, draw, clock.instant())) {
            throw Refusal.conflict("campaign.announced-already", campaign.name());
        }
        facts.redraw(draw.drawId(), actor.scope()).ifPresent(redraw -> notices.anew(draw.drawId(), redraw));
        facts.further(draw.drawId(), actor.scope()).ifPresent(further -> notices.beside(draw.drawId(), further));
        ledger.record(LedgerEntry.of(LedgerEvent.COMMITMENT_PUBLISHED, actor, "draw", draw.drawId())
                .with("campaign", campaignId)
                .with("serial", draw.serial())
                .with("commitment", draw.commitment()));
    }

    /**
     * Publishes what the sources have said and what people state of them so far, each once; called in the transaction that
     * adds one.
     */
    @Transactional
    public void sources(long drawId, Actor actor) {
        for (PublicDraw.Source source : facts.sources(drawId, actor.scope())) {
            if (notices.addSource(drawId, source, clock.instant())) {
                ledger.record(LedgerEntry.of(LedgerEvent.SOURCE_PUBLISHED, actor, "draw", drawId)
                        .with("source", source.name())
                        .with("revision", source.revision())
                        .with("value", String.valueOf(source.value())));
            }
        }
        for (PublicDraw.Statement statement : facts.statements(drawId, actor.scope())) {
            if (notices.addStatement(drawId, statement, clock.instant())) {
                ledger.record(LedgerEntry.of(LedgerEvent.SOURCE_PUBLISHED, actor, "draw", drawId)
                        .with("place", statement.ordinal() - 1)
                        .with("says", statement.says())
                        .because(statement.evidence()));
            }
        }
    }

    /** Publishes the seed, the number of visits, and the digests; the values of the sources are public already. */
    @Transactional
    public void atDraw(long drawId, Actor actor) {
        sources(drawId, actor);
        PublicDraw.Outcome outcome =
                facts.outcome(drawId, actor.scope()).orElseThrow(() -> Refusal.absent("draw", drawId));
        if (!notices.drawn(drawId, outcome)) {
            throw Refusal.conflict("draw.not-announced", drawId);
        }
        ledger.record(LedgerEntry.of(LedgerEvent.DRAW_PUBLISHED, actor, "draw", drawId)
                .with("seed", outcome.seed())
                .with("visits", outcome.visits())
                .with("visitRoot", outcome.visitRoot())
                .with("resultDigest", outcome.resultDigest()));
    }

    /** Publishes that a draw was abandoned before its first source was due. */
    @Transactional
    public void abandoned(long drawId, String reason, Actor actor) {
        end(drawId, "ABANDONED", null, reason, actor);
    }

    /**
     * Publishes that a draw failed because a source and its fallback both stayed silent; on what evidence, the statements
     * tell.
     *
     * @param place place of that source in the rule, from 0
     */
    @Transactional
    public void failed(long drawId, int place, String reason, Actor actor) {
        sources(drawId, actor);
        end(drawId, "FAILED", place + 1, reason, actor);
    }

    private void end(long drawId, String outcome, @Nullable Integer silentOrdinal, String reason, Actor actor) {
        if (!facts.inScope(drawId, actor.scope())) {
            throw Refusal.absent("draw", drawId);
        }
        if (!notices.ended(drawId, outcome, silentOrdinal, reason, clock.instant())) {
            throw Refusal.conflict("draw.not-announced", drawId);
        }
        ledger.record(LedgerEntry.of(LedgerEvent.DRAW_PUBLISHED, actor, "draw", drawId)
                .with("outcome", outcome)
                .because(reason));
    }
}
