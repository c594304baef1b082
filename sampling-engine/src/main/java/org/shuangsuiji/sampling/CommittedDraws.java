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

    /** That a publisher stayed silent is never one person's word (DR-1 §5). */
    void refuseUnlessStatedByAnother(long drawId, int place, String name, Actor actor) {
        List<SourceSilence> silences = draws.silences(drawId).stream()
                .filter(silence -> silence.place() == place)
                .toList();
        if (silences.isEmpty()) {
            throw Refusal.conflict("silence-not-stated", name);
        }
        if (silences.stream().allMatch(silence -> silence.account().equals(actor.account()))) {
            throw Refusal.conflict("silence-same-person", name, silences.get(0).statedBy());
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
