package org.shuangsuiji.ingest.duty;

import java.time.LocalDate;
import java.util.Optional;
import org.shuangsuiji.model.WorkingCalendar;

/**
 * Once in each period, by a day of it counted from its first; the last day of a shorter period takes the place of a later
 * one. A day off gives way to the next working day (民法典 art. 203).
 */
public record ByDay(Period period, int day) implements Rhythm {

    public ByDay {
        if (day < 1 || day > period.daysMax()) {
            throw new IllegalArgumentException(
                    "A delivery that is due %s is due by day 1 to %d; got %d".formatted(period, period.daysMax(), day));
        }
    }

    @Override
    public String word() {
        return period.name();
    }

    @Override
    public int days() {
        return day;
    }

    /** A delivery serves the period in which it came, also when it was late in it. */
    @Override
    public Optional<WorkingCalendar.Deadline> due(
            Optional<LocalDate> last, LocalDate begins, WorkingCalendar calendar) {
        if (last.isPresent() && !last.get().isBefore(begins)) {
            return Optional.of(in(period.next(last.get()), calendar));
        }
        WorkingCalendar.Deadline first = in(period.firstDay(begins), calendar);
        return Optional.of(first.day().isBefore(begins) ? in(period.next(begins), calendar) : first);
    }

    private WorkingCalendar.Deadline in(LocalDate firstDay, WorkingCalendar calendar) {
        LocalDate wanted = firstDay.plusDays(day - 1L);
        LocalDate lastDay = period.next(firstDay).minusDays(1);
        LocalDate due = wanted.isAfter(lastDay) ? lastDay : wanted;
        // the day itself when it is worked, else the next that is
        return calendar.after(due.minusDays(1), 1);
    }

    @Override
    public Optional<Integer> limit() {
        return Optional.empty();
    }
}
