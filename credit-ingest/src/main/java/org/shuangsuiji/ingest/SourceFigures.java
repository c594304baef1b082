package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.duty.Lateness;
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
        var months = book.months(source, since.withDayOfMonth(1), zone);
        var lasts = book.lasts(source);
        var learned = book.learned(source, since, zone);
        var values = book.values(source);
        WorkingCalendar calendar = calendars.get();
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        kinds.addAll(owed.keySet());
        kinds.addAll(months.keySet());
        List<KindFigures> figures = new ArrayList<>();
        for (RecordKind kind : kinds) {
            DutyRow duty = owed.get(kind);
            KindFigures.Last last = lasts.get(kind);
            var due = duty == null ? null : due(duty, last, zone, calendar);
            figures.add(new KindFigures(
                    kind,
                    duty,
                    due,
                    due == null ? 0 : Math.max(0, calendar.between(due.day(), today)),
                    last,
                    duty == null ? null : lateness(duty, learned.getOrDefault(kind, List.of()), calendar),
                    values.get(kind),
                    months.getOrDefault(kind, List.of())));
        }
        return figures;
    }

    private static WorkingCalendar.@Nullable Deadline due(
            DutyRow duty, KindFigures.@Nullable Last last, ZoneId zone, WorkingCalendar calendar) {
        Optional<LocalDate> received = Optional.ofNullable(last).map(it -> LocalDate.ofInstant(it.receivedAt(), zone));
        return duty.rhythm().due(received, duty.beginsOn(), calendar).orElse(null);
    }

    /** Events from before the duty began, as a first load brings them, were owed to nobody. */
    private static @Nullable Lateness lateness(DutyRow duty, List<Lateness.Learned> learned, WorkingCalendar calendar) {
        List<Lateness.Learned> owed = learned.stream()
                .filter(each -> !each.event().isBefore(duty.beginsOn()))
                .toList();
        return duty.rhythm()
                .limit()
                .flatMap(limit -> Lateness.of(owed, limit, calendar))
                .orElse(null);
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
