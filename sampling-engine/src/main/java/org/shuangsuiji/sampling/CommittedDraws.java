package org.shuangsuiji.sampling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Who;
import org.shuangsuiji.sampling.draw.Faults;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.Source;
import org.springframework.stereotype.Service;

/** Finds the draw that waits for its sources, and its rule. */
@Service
class CommittedDraws {
    private final DrawBook draws;
    private final DrawSettings settings;

    CommittedDraws(DrawBook draws, DrawSettings settings) {
        this.draws = draws;
        this.settings = settings;
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
                new Who(String.valueOf(draw.endedBy())),
                draw.endedAt() == null ? draw.committedAt() : draw.endedAt());
    }

    Rule rule(long drawId) {
        Faults faults = new Faults();
        return Rule.read(draws.rule(drawId), faults)
                .orElseThrow(() -> new IllegalStateException(
                        "The stored rule of draw %d cannot be read: %s".formatted(drawId, faults.list())));
    }

    /** Whether each source has its entry: then the seed is known, whoever likes it (DR-1 §1, 3). */
    boolean allKnown(long drawId) {
        long entered = draws.entries(drawId).stream()
                .filter(entry -> entry.revision() == SourceEntry.FIRST)
                .count();
        return entered >= rule(drawId).sources().size();
    }

    /**
     * The sources whose standing values somebody typed in, while that keeps this person from drawing: what one person
     * mistypes, or makes up, is not made final by the same person before anybody else has seen it. From when the draw
     * would complete itself everybody could have seen it.
     */
    List<String> typedBy(long drawId, Actor actor, Instant now) {
        List<SourceEntry> entries = draws.entries(drawId);
        if (entries.isEmpty() || !now.isBefore(settings.completesAt(entries))) {
            return List.of();
        }
        List<Source> sources = rule(drawId).sources();
        return draws.values(drawId).stream()
                .filter(entry -> entry.account().equals(actor.account()))
                .map(entry -> sources.get(entry.place()).name())
                .toList();
    }

    /**
     * Once the fallback may speak as well there are two values to choose from: whether the publisher spoke in time is
     * never one person's word then (DR-1 §5). Another person has stated it, more people state it than the contrary, and
     * nobody acts against their own word; what was taken back counts for neither side. Who states that the fallback was
     * silent too does not enter it, and keeps nobody else from it: a value that can be seen goes before a failure.
     */
    void refuseUnlessStated(long drawId, int place, boolean spoke, String name, Actor actor) {
        List<SourceStatement> statements = standing(drawId, place);
        List<SourceStatement> agreeing = statements.stream()
                .filter(statement -> statement.saysThatItSpoke() == spoke)
                .toList();
        if (agreeing.isEmpty()) {
            throw Refusal.conflict(spoke ? "spoke-not-stated" : "silence-not-stated", name);
        }
        SourceStatement.Says own = spoke ? SourceStatement.Says.SPOKE : SourceStatement.Says.SILENT;
        if (statements.stream()
                .anyMatch(statement ->
                        statement.says() != own && statement.account().equals(actor.account()))) {
            throw Refusal.conflict("statement-contrary", name);
        }
        refuseAlone(agreeing, name, actor);
        int contrary = statements.size() - agreeing.size();
        if (agreeing.size() <= contrary) {
            throw Refusal.conflict("statements-contradict", name, agreeing.size(), contrary);
        }
    }

    /**
     * A failure throws chance away, so another person has stated that the source and its fallback were both silent, more
     * people state that than that the source spoke, and nobody acts against their own word (DR-1 §1, 3).
     */
    void refuseUnlessBothSilent(long drawId, int place, String name, Actor actor) {
        List<SourceStatement> statements = standing(drawId, place);
        List<SourceStatement> agreeing = statements.stream()
                .filter(statement -> statement.says() == SourceStatement.Says.BOTH_SILENT)
                .toList();
        if (agreeing.isEmpty()) {
            throw Refusal.conflict("both-silent-not-stated", name);
        }
        List<SourceStatement> contrary =
                statements.stream().filter(SourceStatement::saysThatItSpoke).toList();
        if (contrary.stream().anyMatch(statement -> statement.account().equals(actor.account()))) {
            throw Refusal.conflict("statement-contrary", name);
        }
        refuseAlone(agreeing, name, actor);
        if (agreeing.size() <= contrary.size()) {
            throw Refusal.conflict(
                    "fail-spoke-stated",
                    name,
                    contrary.stream().map(SourceStatement::statedBy).toList());
        }
    }

    private List<SourceStatement> standing(long drawId, int place) {
        List<SourceStatement> made = draws.statements(drawId, place);
        return made.stream().filter(statement -> statement.standsAmong(made)).toList();
    }

    private static void refuseAlone(List<SourceStatement> agreeing, String name, Actor actor) {
        if (agreeing.stream().allMatch(statement -> statement.account().equals(actor.account()))) {
            throw Refusal.conflict(
                    "statement-same-person", name, agreeing.get(0).statedBy());
        }
    }

    /**
     * The public source that speaks first after a person's: what the person throws has to be known before. Absent for a
     * public source.
     */
    static Optional<Source> firstPublicAfter(Rule rule, Source source) {
        return source.kind().isPublic()
                ? Optional.empty()
                : rule.sources().stream()
                        .filter(other -> other.kind().isPublic() && other.due().isAfter(source.due()))
                        .findFirst();
    }

    Source source(Rule rule, int place) {
        List<Source> sources = rule.sources();
        if (place < 0 || place >= sources.size()) {
            throw Refusal.absent("source", place);
        }
        return sources.get(place);
    }
}
