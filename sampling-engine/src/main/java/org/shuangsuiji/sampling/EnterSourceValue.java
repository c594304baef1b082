package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Who;
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
    /** What stands as evidence in public for a silence that the product notes itself. */
    private static final String TOO_LATE = "在其后的公开来源到期前没有提供，由系统按规则记为未提供";

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
     * Enters the source's own value; once its fallback may speak as well, only after another person has stated that it was
     * published in time.
     *
     * @param place place among the rule's sources, from 0
     * @param evidence where the value was seen: page, photo, minutes
     * @return the draw
     */
    @Transactional
    public long enter(long campaignId, int place, String value, String valueAgain, String evidence, Actor actor) {
        DrawSheet draw = committed.lock(campaignId, actor);
        Rule rule = committed.rule(draw.id());
        Source source = committed.source(rule, place);
        Instant now = clock.instant();
        refuseUnlessSpoke(draw, place, source, false, now, actor);
        refuseAfterPublicSources(rule, source, now);
        refuseTypedWrong(source, SourceValue.spoken(value), source.name(), value, valueAgain);
        store(draw, first(place, SourceEntry.Spoken.VALUE, value, evidence, actor, now), actor);
        noteWhoIsTooLate(draw, rule, now);
        return draw.id();
    }

    /**
     * Once every public source has its entry, whoever was to speak before them and did not is noted as silent: or the
     * seed could be known, and the draw lie or be ended for the want of a note that nobody has to make (DR-1 §1, 3).
     */
    private void noteWhoIsTooLate(DrawSheet draw, Rule rule, Instant now) {
        List<Source> sources = rule.sources();
        Set<Integer> entered =
                draws.values(draw.id()).stream().map(SourceEntry::place).collect(Collectors.toSet());
        List<Integer> missing = IntStream.range(0, sources.size())
                .filter(place -> !entered.contains(place))
                .boxed()
                .toList();
        if (missing.stream().anyMatch(place -> sources.get(place).kind().isPublic())) {
            return;
        }
        for (int place : missing) {
            store(draw, first(place, SourceEntry.Spoken.NONE, null, TOO_LATE, Actor.SYSTEM, now), Actor.SYSTEM);
        }
    }

    /**
     * Enters the value of the fallback of a public source whose publisher stayed silent until the fallback's due, as
     * another person has stated with evidence ({@link StateSource}).
     */
    @Transactional
    public long enterFallback(
            long campaignId, int place, String value, String valueAgain, String evidence, Actor actor) {
        DrawSheet draw = committed.lock(campaignId, actor);
        Rule rule = committed.rule(draw.id());
        Source source = committed.source(rule, place);
        Instant now = clock.instant();
        refuseUnlessSpoke(draw, place, source, true, now, actor);
        refuseTypedWrong(source, SourceValue.byFallback(value), nameOf(source, true), value, valueAgain);
        store(draw, first(place, SourceEntry.Spoken.FALLBACK, value, evidence, actor, now), actor);
        noteWhoIsTooLate(draw, rule, now);
        return draw.id();
    }

    /** Notes that a person (DICE, WITNESS) was silent at the due. */
    @Transactional
    public long noteSilence(long campaignId, int place, String evidence, Actor actor) {
        DrawSheet draw = committed.lock(campaignId, actor);
        Source source = committed.source(committed.rule(draw.id()), place);
        if (source.kind().isPublic()) {
            throw Refusal.conflict("source-public-silent", source.name());
        }
        Instant now = clock.instant();
        refuseBefore(source.due(), source.name(), now);
        return store(draw, first(place, SourceEntry.Spoken.NONE, null, evidence, actor, now), actor);
    }

    /**
     * Puts a mistyped value of a public source right before the draw: by another person than who entered it, and the
     * first stays on record. That the other of the two spoke, source or fallback, takes what entering its value would
     * have taken. What people threw cannot be put right, for nobody could check it afterwards.
     *
     * @param spoken whose value it is; null for the same as before
     */
    @Transactional
    public long correct(
            long campaignId,
            int place,
            SourceEntry.@Nullable Spoken spoken,
            String value,
            String valueAgain,
            String evidence,
            String reason,
            Actor actor) {
        Reasons.require(reason);
        DrawSheet draw = committed.lock(campaignId, actor);
        Source source = committed.source(committed.rule(draw.id()), place);
        SourceEntry wrong =
                draws.value(draw.id(), place).orElseThrow(() -> Refusal.conflict("correction-nothing", source.name()));
        if (!source.kind().isPublic()) {
            throw Refusal.conflict("correction-person", source.name());
        }
        if (wrong.account().equals(actor.account())) {
            throw Refusal.conflict("correction-same-person", source.name(), wrong.enteredBy());
        }
        SourceEntry.Spoken right = spoken == null ? wrong.spoken() : spoken;
        Instant now = clock.instant();
        boolean byFallback = right == SourceEntry.Spoken.FALLBACK;
        if (right == SourceEntry.Spoken.NONE) {
            throw Refusal.conflict("source-public-silent", source.name());
        }
        if (right != wrong.spoken()) {
            refuseUnlessSpoke(draw, place, source, byFallback, now, actor);
        }
        if (wrong.revision() == SourceEntry.LAST) {
            throw Refusal.conflict("correction-exhausted", source.name(), SourceEntry.LAST);
        }
        refuseTypedWrong(
                source,
                byFallback ? SourceValue.byFallback(value) : SourceValue.spoken(value),
                nameOf(source, byFallback),
                value,
                valueAgain);
        if (right == wrong.spoken() && value.equals(wrong.value())) {
            throw Refusal.invalid("correction-same-value", source.name(), value);
        }
        return store(
                draw,
                new SourceEntry(
                        place,
                        wrong.revision() + 1,
                        right,
                        value,
                        evidence,
                        reason,
                        actor.account(),
                        actor.name(),
                        now),
                actor);
    }

    /** Whichever of the two it is, it has come due; and from when both may speak, people have stated which one did. */
    private void refuseUnlessSpoke(
            DrawSheet draw, int place, Source source, boolean byFallback, Instant now, Actor actor) {
        Fallback fallback = source.fallback();
        if (byFallback && fallback == null) {
            throw Refusal.conflict("source-no-fallback", source.name());
        }
        refuseBefore(byFallback && fallback != null ? fallback.due() : source.due(), nameOf(source, byFallback), now);
        if (fallback != null && !now.isBefore(fallback.due())) {
            committed.refuseUnlessStated(draw.id(), place, !byFallback, source.name(), actor);
        }
    }

    private static String nameOf(Source source, boolean byFallback) {
        Fallback fallback = source.fallback();
        return byFallback && fallback != null ? fallback.name() : source.name();
    }

    private static SourceEntry first(
            int place, SourceEntry.Spoken spoken, @Nullable String value, String evidence, Actor actor, Instant now) {
        return new SourceEntry(
                place, SourceEntry.FIRST, spoken, value, evidence, null, actor.account(), actor.name(), now);
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
        Optional<Source> next = CommittedDraws.firstPublicAfter(rule, source);
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
                    source.format(),
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

    private static LedgerEvent eventOf(SourceEntry entry) {
        if (entry.revision() > SourceEntry.FIRST) {
            return LedgerEvent.SOURCE_VALUE_CORRECTED;
        }
        return entry.spoken() == SourceEntry.Spoken.NONE ? LedgerEvent.SOURCE_SILENT : LedgerEvent.SOURCE_VALUE_ENTERED;
    }

    private long store(DrawSheet draw, SourceEntry entry, Actor actor) {
        Reasons.requireEvidence(entry.evidence());
        if (!draws.enter(draw.id(), entry)) {
            SourceEntry first = draws.value(draw.id(), entry.place()).orElseThrow();
            throw Refusal.conflict("source-entered", new Who(first.enteredBy()), first.enteredAt());
        }
        ledger.record(LedgerEntry.of(eventOf(entry), actor, "campaign", draw.campaignId())
                .with("draw", draw.id())
                .with("place", entry.place())
                .with("spoken", entry.spoken())
                .with("revision", entry.revision())
                .with("value", String.valueOf(entry.value()))
                .with("evidence", entry.evidence())
                .because(entry.reason() == null ? entry.evidence() : entry.reason()));
        return draw.id();
    }
}
