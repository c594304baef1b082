package org.shuangsuiji.sampling;

import java.util.List;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.draw.Faults;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.Source;
import org.springframework.stereotype.Service;

/** Finds the draw that waits for its sources, and its rule. */
@Service
class CommittedDraws {
    private final DrawBook draws;

    CommittedDraws(DrawBook draws) {
        this.draws = draws;
    }

    /** The committed draw of a campaign, locked; refuses with who and when if it has ended. */
    DrawSheet lock(long campaignId, Actor actor) {
        DrawSheet seen = draws.latest(campaignId, actor.scope())
                .orElseThrow(() -> Refusal.conflict("campaign-not-frozen", campaignId));
        requireCommitted(seen);
        DrawSheet locked = draws.lock(seen.id());
        requireCommitted(locked);
        return locked;
    }

    private static void requireCommitted(DrawSheet draw) {
        if (draw.state() != DrawSheet.State.COMMITTED) {
            throw ended(draw);
        }
    }

    /** Why nothing more can be done with a draw: what became of it, by whom and when. */
    static Refusal ended(DrawSheet draw) {
        String code =
                switch (draw.state()) {
                    case DRAWN -> "already-drawn";
                    case ABANDONED -> "draw-abandoned";
                    case FAILED -> "draw-failed";
                    case COMMITTED -> "draw-waits";
                };
        return Refusal.conflict(
                code,
                draw.name(),
                String.valueOf(draw.endedBy()),
                draw.endedAt() == null ? draw.committedAt() : draw.endedAt());
    }

    Rule rule(long drawId) {
        Faults faults = new Faults();
        return Rule.read(draws.rule(drawId), faults)
                .orElseThrow(() -> new IllegalStateException(
                        "The stored rule of draw %d cannot be read: %s".formatted(drawId, faults.list())));
    }

    /**
     * Once the fallback may speak as well there are two values to choose from: whether the publisher spoke in time is
     * never one person's word then (DR-1 §5).
     */
    void refuseUnlessStatedByAnother(long drawId, int place, boolean spoke, String name, Actor actor) {
        List<SourceStatement> statements = draws.statements(drawId).stream()
                .filter(statement -> statement.place() == place && statement.spoke() == spoke)
                .toList();
        if (statements.isEmpty()) {
            throw Refusal.conflict(spoke ? "spoke-not-stated" : "silence-not-stated", name);
        }
        if (statements.stream().allMatch(statement -> statement.account().equals(actor.account()))) {
            throw Refusal.conflict(
                    "statement-same-person", name, statements.get(0).statedBy());
        }
    }

    Source source(Rule rule, int place) {
        List<Source> sources = rule.sources();
        if (place < 0 || place >= sources.size()) {
            throw Refusal.absent("source", place);
        }
        return sources.get(place);
    }
}
