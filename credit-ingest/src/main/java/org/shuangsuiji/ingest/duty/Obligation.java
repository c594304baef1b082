package org.shuangsuiji.ingest.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.WorkingCalendar;

/**
 * What a source owes of one kind, by the rules that held one after the other. Changing the rule settles nothing: what was
 * due under the former one stays owed, and each event is judged by the rule of its day.
 *
 * @param rules in the order of their days, the last one still holding
 */
public record Obligation(List<Rule> rules) {

    /** A rhythm and the day from which it holds, until the next one does. */
    public record Rule(Rhythm rhythm, LocalDate beginsOn) {}

    /** A period for which something is owed once. */
    private record Owed(ByDay rhythm, LocalDate firstDay) {
        WorkingCalendar.Deadline deadline(WorkingCalendar calendar) {
            return rhythm.deadline(firstDay, calendar);
        }
    }

    public Obligation {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("An obligation has at least one rule");
        }
    }

    /** The first day on which it was owed, whatever the rule. */
    public LocalDate beginsOn() {
        return rules.get(0).beginsOn();
    }

    /** The working days within which an event of the first day had to be told; absent where it could wait for a period. */
    public Optional<Integer> firstLimit() {
        return rules.get(0).rhythm().limit();
    }

    /** The working days within which an event of this day has to be told; absent where it may wait, or nothing was owed yet. */
    public Optional<Integer> limitOn(LocalDate event) {
        return rules.stream()
                .filter(rule -> !rule.beginsOn().isAfter(event))
                .reduce((former, later) -> later)
                .flatMap(rule -> rule.rhythm().limit());
    }

    /**
     * When the next delivery is owed, whatever happens; absent where only an event makes one due. What came settles all that
     * was overdue, and where nothing was, the period in which it came; the period that runs stays owed where something else
     * was, and none is settled before it began.
     *
     * @param deliveries the days on which something came
     */
    public Optional<WorkingCalendar.Deadline> due(SortedSet<LocalDate> deliveries, WorkingCalendar calendar) {
        Iterator<Owed> ahead = Stream.concat(closed().stream(), running()).iterator();
        Owed owed = next(ahead);
        for (LocalDate came : deliveries.tailSet(beginsOn())) {
            boolean overdue = false;
            while (owed != null && owed.deadline(calendar).day().isBefore(came)) {
                owed = next(ahead);
                overdue = true;
            }
            if (owed != null && !overdue && !owed.firstDay().isAfter(came)) {
                owed = next(ahead);
            }
        }
        return Optional.ofNullable(owed).map(each -> each.deadline(calendar));
    }

    private static @Nullable Owed next(Iterator<Owed> ahead) {
        return ahead.hasNext() ? ahead.next() : null;
    }

    /** What fell due under rules that hold no more. */
    private List<Owed> closed() {
        List<Owed> owed = new ArrayList<>();
        for (int i = 0; i < rules.size() - 1; i++) {
            if (rules.get(i).rhythm() instanceof ByDay rhythm) {
                Rule following = rules.get(i + 1);
                LocalDate first = firstOf(rhythm, rules.get(i).beginsOn(), owed);
                while (rhythm.lastDay(first).isBefore(following.beginsOn())) {
                    owed.add(new Owed(rhythm, first));
                    first = rhythm.period().next(first);
                }
                if (first.isBefore(following.beginsOn()) && passesOver(following, rhythm.period(), first)) {
                    owed.add(new Owed(rhythm, first));
                }
            }
        }
        return owed;
    }

    /** Whether the day of the running period lies before the rule that would name it: then the former day holds. */
    private static boolean passesOver(Rule following, Period period, LocalDate firstDay) {
        return following.rhythm() instanceof ByDay rhythm
                && rhythm.period() == period
                && rhythm.lastDay(firstDay).isBefore(following.beginsOn());
    }

    /** What falls due under the rule that holds, without end. */
    private Stream<Owed> running() {
        Rule rule = rules.get(rules.size() - 1);
        if (rule.rhythm() instanceof ByDay rhythm) {
            return Stream.iterate(firstOf(rhythm, rule.beginsOn(), closed()), rhythm.period()::next)
                    .map(firstDay -> new Owed(rhythm, firstDay));
        }
        return Stream.empty();
    }

    /** The first period of a rule whose day has not passed when the rule begins, and that was not due under a former one. */
    private static LocalDate firstOf(ByDay rhythm, LocalDate begins, List<Owed> before) {
        LocalDate first = rhythm.period().firstDay(begins);
        while (rhythm.lastDay(first).isBefore(begins) || isAmong(before, rhythm.period(), first)) {
            first = rhythm.period().next(first);
        }
        return first;
    }

    private static boolean isAmong(List<Owed> before, Period period, LocalDate firstDay) {
        return before.stream()
                .anyMatch(owed ->
                        owed.rhythm().period() == period && owed.firstDay().equals(firstDay));
    }
}
