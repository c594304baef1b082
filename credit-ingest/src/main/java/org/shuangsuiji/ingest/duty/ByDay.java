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

    /** The day by which it is owed, be it a day off. */
    LocalDate lastDay(LocalDate firstDay) {
        LocalDate wanted = firstDay.plusDays(day - 1L);
        LocalDate last = period.next(firstDay).minusDays(1);
        return wanted.isAfter(last) ? last : wanted;
    }

    WorkingCalendar.Deadline deadline(LocalDate firstDay, WorkingCalendar calendar) {
        // the day itself when it is worked, else the next that is
        return calendar.after(lastDay(firstDay).minusDays(1), 1);
    }

    @Override
    public Optional<Integer> limit() {
        return Optional.empty();
    }
}
