package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.shuangsuiji.ingest.duty.Lateness;
import org.shuangsuiji.ingest.duty.Obligation;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says how a source does against what it owes: due, late, without value, refused. */
@Service
public class SourceFigures {
    private static final int MONTHS = 12;
    /** Tallies reach a little further back than any page. */
    private static final int MONTHS_TALLIED = MONTHS + 1;

    private final Sources sources;
    private final DutyTable duties;
    private final FigureBook book;
    private final Supplier<WorkingCalendar> calendars;
    private final Clock clock;

    SourceFigures(
            Sources sources, DutyTable duties, FigureBook book, Supplier<WorkingCalendar> calendars, Clock clock) {
        this.sources = sources;
        this.duties = duties;
        this.book = book;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What there is to say of each kind that the source owes today or sent in the last twelve months. */
    @Transactional(readOnly = true)
    public List<KindFigures> of(long sourceId, Scope scope) {
        long source = sources.get(sourceId, scope).id();
        ZoneId zone = clock.getZone();
        LocalDate today = LocalDate.now(clock);
        LocalDate since = today.minusMonths(MONTHS);
        Map<RecordKind, DutyRow> owed = new EnumMap<>(RecordKind.class);
        duties.standing(scope, source, today).stream()
                .filter(duty -> !duty.coming(today))
                .forEach(duty -> owed.put(duty.kind(), duty));
        List<DutyRow> everOwed = duties.ever(source);
        var months = book.months(source, since.withDayOfMonth(1), zone);
        var lasts = book.lasts(source);
        var learned = book.learned(source, since, zone);
        var values = book.values(source);
        var days = book.days(source, zone);
        WorkingCalendar calendar = calendars.get();
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        kinds.addAll(owed.keySet());
        kinds.addAll(months.keySet());
        List<KindFigures> figures = new ArrayList<>();
        for (RecordKind kind : kinds) {
            DutyRow duty = owed.get(kind);
            KindFigures.Last last = lasts.get(kind);
            Obligation owes = duty == null ? null : obligation(duty, everOwed);
            var due = owes == null
                    ? null
                    : owes.due(days.getOrDefault(kind, Collections.emptySortedSet()), calendar)
                            .orElse(null);
            figures.add(new KindFigures(
                    kind,
                    duty,
                    owes,
                    due,
                    due == null ? 0 : Math.max(0, calendar.between(due.day(), today)),
                    last,
                    owes == null
                            ? null
                            : Lateness.of(learned.getOrDefault(kind, List.of()), owes::limitOn, calendar)
                                    .orElse(null),
                    values.get(kind),
                    months.getOrDefault(kind, List.of())));
        }
        return figures;
    }

    /**
     * A line with those that it took the place of, one after the other. Events from before the first began, as a first load
     * brings them, were owed to nobody.
     *
     * @param ever all lines of the source
     */
    private static Obligation obligation(DutyRow duty, List<DutyRow> ever) {
        Deque<Obligation.Rule> rules = new ArrayDeque<>();
        rules.addFirst(new Obligation.Rule(duty.rhythm(), duty.beginsOn()));
        List<DutyRow> former = ever.stream()
                .filter(line -> line.kind() == duty.kind() && line.id() < duty.id())
                .sorted(Comparator.comparingLong(DutyRow::id).reversed())
                .toList();
        for (DutyRow line : former) {
            if (!line.replaced()) {
                break; // ended: what came after it was owed anew
            }
            if (!line.never()) {
                rules.addFirst(new Obligation.Rule(line.rhythm(), line.beginsOn()));
            }
        }
        return new Obligation(List.copyOf(rules));
    }

    /** Whether a delivery waits to be tallied, or the values to be counted. */
    @Transactional(readOnly = true)
    public boolean owed() {
        return !book.untallied(tallied()).isEmpty() || valuesOwed();
    }

    /** The deliveries that wait to be tallied. */
    @Transactional(readOnly = true)
    public List<Long> untallied() {
        return book.untallied(tallied());
    }

    @Transactional
    public void tally(long deliveryId) {
        book.tally(deliveryId, clock.instant());
    }

    /** Counts who has no value, unless that was done today and since the last delivery was taken in. */
    @Transactional
    public void countValues() {
        if (valuesOwed()) {
            book.countValues(clock.instant());
        }
    }

    private boolean valuesOwed() {
        Optional<Instant> done = book.lastDone();
        if (done.isEmpty()) {
            return false;
        }
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        return book.countedAt()
                .filter(at -> at.isAfter(done.get()) && !at.isBefore(midnight))
                .isEmpty();
    }

    private Instant tallied() {
        return LocalDate.now(clock)
                .minusMonths(MONTHS_TALLIED)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }
}
