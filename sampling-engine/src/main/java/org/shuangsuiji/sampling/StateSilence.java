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
 * States, with evidence, that the publisher of a public source had no value by the due of its fallback (DR-1 §5).
 * Nothing follows from it alone: another person then enters the fallback, or declares the failure.
 */
@Service
public class StateSilence {
    private final CommittedDraws committed;
    private final DrawBook draws;
    private final Ledger ledger;
    private final Clock clock;

    StateSilence(CommittedDraws committed, DrawBook draws, Ledger ledger, Clock clock) {
        this.committed = committed;
        this.draws = draws;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Notes the statement.
     *
     * @param place place among the rule's sources, from 0
     * @param evidence where the silence can be seen
     */
    @Transactional
    public void state(long campaignId, int place, String evidence, Actor actor) {
        Reasons.requireEvidence(evidence);
        DrawSheet draw = committed.lock(campaignId, actor);
        Source source = committed.source(committed.rule(draw.id()), place);
        Fallback fallback = source.fallback();
        if (fallback == null) {
            throw Refusal.conflict("source-no-fallback", source.name());
        }
        if (draws.values(draw.id()).stream().anyMatch(entry -> entry.place() == place)) {
            throw Refusal.conflict("silence-but-entered", source.name());
        }
        Instant now = clock.instant();
        if (now.isBefore(fallback.due())) {
            throw Refusal.conflict("source-early", fallback.name(), fallback.due(), now);
        }
        var silence = new SourceSilence(place, actor.account(), actor.account(), now, evidence);
        if (!draws.stateSilence(draw.id(), silence)) {
            throw Refusal.conflict("silence-stated", source.name());
        }
        ledger.record(LedgerEntry.of(LedgerEvent.SOURCE_SILENCE_STATED, actor, "campaign", campaignId)
                .with("draw", draw.id())
                .with("place", place)
                .with("source", source.name())
                .because(evidence));
    }
}
