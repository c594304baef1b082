package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.draw.Fallback;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.Source;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.shuangsuiji.sampling.draw.SourceValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters what a source of chance came to say (DR-1 §5): once, typed twice, never before its due. */
@Service
public class EnterSourceValue {
    private static final int EVIDENCE_MIN = 4;
    private static final int EVIDENCE_MAX = 1000;

    private final CommittedDraws committed;
    private final DrawBook draws;
    private final Ledger ledger;
    private final Clock clock;

    EnterSourceValue(CommittedDraws committed, DrawBook draws, Ledger ledger, Clock clock) {
        this.committed = committed;
        this.draws = draws;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Enters the source's own value.
     *
     * @param place place among the rule's sources, from 0
     * @param evidence where the value was seen: page, photo, minutes
     */
    @Transactional
    public void enter(long campaignId, int place, String value, String valueAgain, String evidence, Actor actor) {
        DrawSheet draw = committed.lock(campaignId, actor);
        Rule rule = committed.rule(draw.id());
        Source source = committed.source(rule, place);
        Instant now = clock.instant();
        refuseBefore(source.due(), source.name(), now);
        refuseAfterPublicSources(rule, source, now);
        refuseTypedWrong(source, SourceValue.spoken(value), source.name(), value, valueAgain);
        store(draw, new SourceEntry(place, SourceEntry.Spoken.VALUE, value, evidence, actor.account(), now), actor);
    }

    /** Enters the value of the fallback of a public source whose publisher stayed silent until the fallback's due. */
    @Transactional
    public void enterFallback(
            long campaignId, int place, String value, String valueAgain, String evidence, Actor actor) {
        DrawSheet draw = committed.lock(campaignId, actor);
        Source source = committed.source(committed.rule(draw.id()), place);
        Fallback fallback = source.fallback();
        if (fallback == null) {
            throw Refusal.conflict("source-no-fallback", source.name());
        }
        Instant now = clock.instant();
        refuseBefore(fallback.due(), fallback.name(), now);
        refuseTypedWrong(source, SourceValue.byFallback(value), fallback.name(), value, valueAgain);
        store(draw, new SourceEntry(place, SourceEntry.Spoken.FALLBACK, value, evidence, actor.account(), now), actor);
    }

    /** Notes that a person (DICE, WITNESS) was silent at the due. */
    @Transactional
    public void noteSilence(long campaignId, int place, String evidence, Actor actor) {
        DrawSheet draw = committed.lock(campaignId, actor);
        Source source = committed.source(committed.rule(draw.id()), place);
        if (source.kind().isPublic()) {
            throw Refusal.conflict("source-public-silent", source.name());
        }
        Instant now = clock.instant();
        refuseBefore(source.due(), source.name(), now);
        store(draw, new SourceEntry(place, SourceEntry.Spoken.NONE, null, evidence, actor.account(), now), actor);
    }

    private static void refuseBefore(Instant due, String name, Instant now) {
        if (now.isBefore(due)) {
            throw Refusal.conflict("source-early", name, due, now);
        }
    }

    /**
     * What a person throws is known before a public source has spoken: afterwards it could be chosen to please, so the
     * person counts as silent then.
     */
    private static void refuseAfterPublicSources(Rule rule, Source source, Instant now) {
        if (source.kind().isPublic()) {
            return;
        }
        Optional<Source> next = rule.sources().stream()
                .filter(other -> other.kind().isPublic() && other.due().isAfter(source.due()))
                .findFirst();
        if (next.isPresent() && !now.isBefore(next.get().due())) {
            throw Refusal.conflict(
                    "source-person-late",
                    source.name(),
                    next.get().name(),
                    next.get().due());
        }
    }

    private static void refuseTypedWrong(
            Source source, SourceValue value, String name, String typed, String typedAgain) {
        if (!typed.equals(typedAgain)) {
            throw Refusal.invalid("source-typed-twice", name);
        }
        if (source.faultOf(value).isPresent()) {
            throw Refusal.invalid(
                    source.kind() == SourceKind.BEACON ? "source-format-hex" : "source-format",
                    name,
                    source.format().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    example(source),
                    typed);
        }
    }

    /** A value that fits, made of zeros, to show the one spelling. */
    private static String example(Source source) {
        return source.format().stream()
                .map(width -> "0".repeat(width.intValue()))
                .collect(Collectors.joining(" "));
    }

    private void store(DrawSheet draw, SourceEntry entry, Actor actor) {
        int length = entry.evidence().strip().length();
        if (length < EVIDENCE_MIN || length > EVIDENCE_MAX) {
            throw Refusal.invalid("evidence-length", EVIDENCE_MIN, EVIDENCE_MAX, length);
        }
        if (!draws.enter(draw.id(), entry)) {
            SourceEntry first = draws.values(draw.id()).stream()
                    .filter(known -> known.place() == entry.place())
                    .findFirst()
                    .orElseThrow();
            throw Refusal.conflict("source-entered", first.enteredBy(), first.enteredAt());
        }
        boolean silent = entry.spoken() == SourceEntry.Spoken.NONE;
        ledger.record(LedgerEntry.of(
                        silent ? LedgerEvent.SOURCE_SILENT : LedgerEvent.SOURCE_VALUE_ENTERED,
                        actor,
                        "campaign",
                        draw.campaignId())
                .with("draw", draw.id())
                .with("place", entry.place())
                .with("spoken", entry.spoken())
                .with("value", String.valueOf(entry.value()))
                .because(entry.evidence()));
    }
}
