package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
 * States, with evidence, whether the publisher of a public source had published a value by the due of its fallback, or
 * that the fallback stayed silent as well (DR-1 §5). Nothing follows from it alone: another person then enters that
 * value, or the fallback, or declares the failure.
 */
@Service
public class StateSource {
    private final CommittedDraws committed;
    private final DrawBook draws;
    private final DrawSettings settings;
    private final Ledger ledger;
    private final Clock clock;

    StateSource(CommittedDraws committed, DrawBook draws, DrawSettings settings, Ledger ledger, Clock clock) {
        this.committed = committed;
        this.draws = draws;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Notes the statement; also of a source whose value was entered, for that may be the wrong one of the two. Whoever
     * stated otherwise before takes that back by it; both stay on record.
     *
     * @param place place among the rule's sources, from 0
     * @param says that the fallback was silent too can be said only from when a failure may be declared
     * @param evidence where that can be seen
     * @return the draw
     */
    @Transactional
    public long state(long campaignId, int place, SourceStatement.Says says, String evidence, Actor actor) {
        Reasons.requireEvidence(evidence);
        DrawSheet draw = committed.lock(campaignId, actor);
        Source source = committed.source(committed.rule(draw.id()), place);
        Fallback fallback = source.fallback();
        if (fallback == null) {
            throw Refusal.conflict("source-no-fallback", source.name());
        }
        Instant now = clock.instant();
        if (now.isBefore(fallback.due())) {
            throw Refusal.conflict("source-early", fallback.name(), fallback.due(), now);
        }
        Instant bothFrom = settings.silentFrom(fallback);
        if (says == SourceStatement.Says.BOTH_SILENT && now.isBefore(bothFrom)) {
            throw Refusal.conflict("both-silent-early", source.name(), fallback.name(), bothFrom);
        }
        List<SourceStatement> made = draws.statements(draw.id(), place);
        SourceStatement former = made.stream()
                .filter(statement -> statement.account().equals(actor.account()) && statement.standsAmong(made))
                .findFirst()
                .orElse(null);
        if (former != null && former.says() == says) {
            throw Refusal.conflict("statement-made", source.name());
        }
        Integer replaces = former == null ? null : former.number();
        draws.state(
                draw.id(),
                new SourceStatement(
                        place, made.size() + 1, replaces, says, actor.account(), actor.name(), now, evidence));
        ledger.record(LedgerEntry.of(LedgerEvent.SOURCE_STATED, actor, "campaign", campaignId)
                .with("draw", draw.id())
                .with("place", place)
                .with("source", source.name())
                .with("says", says)
                .with("replaces", String.valueOf(replaces))
                .because(evidence));
        return draw.id();
    }
}
