package org.shuangsuiji.ingest;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.duty.Obligation;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what sources owe and the office does not have, and keeps what is done about it. */
@Service
public class Gaps {
    private static final String SUBJECT = "gap";
    private static final int SAID_MIN = 2;
    private static final int SAID_MAX = 500;
    private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(100);

    private final GapBook book;
    private final SourceFigures figures;
    private final DutyTable duties;
    private final Supplier<WorkingCalendar> calendars;
    private final Ledger ledger;
    private final Clock clock;

    Gaps(
            GapBook book,
            SourceFigures figures,
            DutyTable duties,
            Supplier<WorkingCalendar> calendars,
            Ledger ledger,
            Clock clock) {
        this.book = book;
        this.figures = figures;
        this.duties = duties;
        this.calendars = calendars;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The sources to look at. */
    @Transactional(readOnly = true)
    public List<Long> sources() {
        return book.sources(today());
    }

    /** Opens what is missing now and was not, and closes what is missing no more. */
    @Transactional
    public void look(long sourceId) {
        duties.lock(sourceId, Scope.WHOLE_OFFICE);
        Map<RecordKind, KindFigures> now = new EnumMap<>(RecordKind.class);
        figures.of(sourceId, Scope.WHOLE_OFFICE).forEach(each -> now.put(each.kind(), each));
        Map<RecordKind, BigDecimal> limits = book.limits(sourceId, today());
        Map<RecordKind, Set<Gap.Cause>> missing = new EnumMap<>(RecordKind.class);
        now.forEach((kind, each) -> missing.put(kind, causes(each, limits.get(kind))));
        for (Gap gap : book.holding(sourceId)) {
            if (!missing.getOrDefault(gap.kind(), EnumSet.noneOf(Gap.Cause.class))
                    .remove(gap.cause())) {
                cease(gap, now.get(gap.kind()));
            }
        }
        missing.forEach((kind, causes) -> causes.forEach(cause -> {
            DutyRow duty = now.get(kind) == null ? null : now.get(kind).duty();
            if (duty != null) {
                open(duty, cause);
            }
        }));
        book.looked(sourceId, clock.instant());
    }

    /** As of when the gaps of a scope are known, and whether there is somebody still to be looked at. */
    @Transactional(readOnly = true)
    public GapLook looked(Scope scope) {
        return book.look(scope, today(), today().atStartOfDay(clock.getZone()).toInstant());
    }

    private Set<Gap.Cause> causes(KindFigures figures, @Nullable BigDecimal limit) {
        Set<Gap.Cause> causes = EnumSet.noneOf(Gap.Cause.class);
        Obligation owes = figures.owes();
        if (owes == null) {
            return causes;
        }
        if (figures.last() == null && firstLimitOver(figures, owes)) {
            causes.add(Gap.Cause.NEVER);
        } else if (figures.last() != null && figures.daysOverdue() > 0) {
            causes.add(Gap.Cause.OVERDUE);
        }
        if (limit != null && figures.value() != null && figures.value().moreWithout(limit)) {
            causes.add(Gap.Cause.EMPTY);
        }
        return causes;
    }

    /** Where each event has its limit, the first is that of an event on the first day. */
    private boolean firstLimitOver(KindFigures figures, Obligation owes) {
        return owes.firstLimit()
                .map(days -> calendars.get().after(owes.beginsOn(), days).day().isBefore(today()))
                .orElse(figures.daysOverdue() > 0);
    }

    private void open(DutyRow duty, Gap.Cause cause) {
        Gap gap = new Gap(duty, cause, clock.instant());
        book.save(gap);
        book.note(
                gap.id(), new GapNote(GapNote.Step.OPENED, null, null, null, Actor.SYSTEM.account(), clock.instant()));
        ledger.record(LedgerEntry.of(LedgerEvent.GAP_OPENED, Actor.SYSTEM, SUBJECT, gap.id())
                .with("kind", gap.kind().word())
                .with("gapCause", cause)
                .row(gap.row()));
    }

    private void cease(Gap gap, @Nullable KindFigures now) {
        boolean open = gap.state() != Gap.State.CLOSED;
        RowContent before = gap.row();
        gap.cease(clock.instant());
        book.save(gap);
        if (open) {
            KindFigures.Last last = now == null ? null : now.last();
            Long came = last != null && last.receivedAt().isAfter(gap.openedAt()) ? last.deliveryId() : null;
            book.note(
                    gap.id(),
                    new GapNote(
                            came == null ? GapNote.Step.LAPSED : GapNote.Step.ARRIVED,
                            null,
                            null,
                            came,
                            Actor.SYSTEM.account(),
                            clock.instant()));
            ledger.record(LedgerEntry.of(LedgerEvent.GAP_CLOSED, Actor.SYSTEM, SUBJECT, gap.id())
                    .row(before, gap.row()));
        }
    }

    /** What is open, in no order that matters: which is the gravest a grader knows. */
    @Transactional(readOnly = true)
    public List<GapRow> open(Scope scope) {
        return book.open(scope);
    }

    /** The latest first, from before this one on. */
    @Transactional(readOnly = true)
    public List<GapRow> closed(Scope scope, long before, int limit) {
        return book.closed(scope, before, limit);
    }

    @Transactional(readOnly = true)
    public Gap get(long id, Scope scope) {
        return book.find(id, scope).orElseThrow(() -> Refusal.absent(SUBJECT, id));
    }

    @Transactional(readOnly = true)
    public GapRow row(long id, Scope scope) {
        return book.row(get(id, scope).id());
    }

    @Transactional(readOnly = true)
    public List<GapNote> notes(long id, Scope scope) {
        return book.notes(get(id, scope).id());
    }

    /** The source was asked for it. */
    @Transactional
    public void ask(long id, long version, String said, Actor actor) {
        step(id, version, GapNote.Step.ASKED, said, null, actor);
    }

    /** The source named a day. */
    @Transactional
    public void promise(long id, long version, LocalDate until, String said, Actor actor) {
        if (until.isBefore(today())) {
            throw Refusal.invalid("gap-promise-past", until, today());
        }
        step(id, version, GapNote.Step.PROMISED, said, until, actor);
    }

    /** Somebody has something to say about it. */
    @Transactional
    public void note(long id, long version, String said, Actor actor) {
        step(id, version, GapNote.Step.NOTED, said, null, actor);
    }

    /** Nothing came, and yet nobody waits for it any more. */
    @Transactional
    public void close(long id, long version, String said, Actor actor) {
        step(id, version, GapNote.Step.CLOSED, said, null, actor);
    }

    private void step(long id, long version, GapNote.Step step, String said, @Nullable LocalDate until, Actor actor) {
        int length = said.strip().length();
        if (length < SAID_MIN || length > SAID_MAX) {
            throw Refusal.invalid("reason-length", SAID_MIN, SAID_MAX, length);
        }
        Gap gap = get(id, actor.scope());
        if (gap.version() != version) {
            throw Refusal.conflict("edited-meanwhile");
        }
        RowContent before = gap.row();
        LedgerEvent event;
        if (step == GapNote.Step.ASKED) {
            gap.ask();
            event = LedgerEvent.GAP_ASKED;
        } else if (step == GapNote.Step.PROMISED && until != null) {
            gap.promise(until);
            event = LedgerEvent.GAP_PROMISED;
        } else if (step == GapNote.Step.CLOSED) {
            gap.close(clock.instant());
            event = LedgerEvent.GAP_CLOSED;
        } else {
            gap.requireOpen();
            event = LedgerEvent.GAP_NOTED;
        }
        book.save(gap);
        book.note(id, new GapNote(step, said.strip(), until, null, actor.account(), clock.instant()));
        ledger.record(
                LedgerEntry.of(event, actor, SUBJECT, id).row(before, gap.row()).because(said));
    }

    /** Every limit that was set for these departments or above them. */
    @Transactional(readOnly = true)
    public List<GapLimit> limits(Scope scope) {
        return book.limits(scope);
    }

    /** From this day on more than this share without a value is a gap, for the sources of the actor's department and below. */
    @Transactional
    public void limit(RecordKind kind, BigDecimal percent, LocalDate from, Actor actor) {
        var faults = new TermFaults();
        faults.unless(kind != RecordKind.INSPECTION, "kind", "duty-kind");
        faults.unless(
                percent.signum() >= 0
                        && percent.compareTo(PERCENT_MAX) <= 0
                        && percent.stripTrailingZeros().scale() <= 1,
                "percent",
                "gap-percent",
                percent.toPlainString());
        faults.unless(!from.isBefore(today()), "holdsFrom", "gap-limit-past", from, today());
        faults.refuseIfAny();
        Instant now = clock.instant();
        long id = book.limit(kind, percent, from, actor, now)
                .orElseThrow(() -> Refusal.conflict("gap-limit-there", from));
        ledger.record(LedgerEntry.of(LedgerEvent.GAP_LIMIT_SET, actor, "gap-limit", id)
                .with("kind", kind.word())
                .with("gapPercent", percent.toPlainString())
                .with("holdsFrom", from));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
