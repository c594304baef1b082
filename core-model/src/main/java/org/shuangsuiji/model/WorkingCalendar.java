package org.shuangsuiji.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts working days by the State Council's yearly notice on holidays and make-up days (节假日安排, 调休).
 *
 * @param daysOff weekdays that are holidays
 * @param workedWeekends weekend days that are worked to make up
 * @param years the years whose notice is known; elsewhere plain Monday to Friday, marked provisional (暂估)
 */
public record WorkingCalendar(Set<LocalDate> daysOff, Set<LocalDate> workedWeekends, Set<Integer> years) {

    /**
     * The last day of a legal time limit.
     *
     * @param provisional whether the count touched a year whose holidays are not yet announced
     */
    public record Deadline(LocalDate day, boolean provisional) {}

    public WorkingCalendar {
        daysOff = Set.copyOf(daysOff);
        workedWeekends = Set.copyOf(workedWeekends);
        years = Set.copyOf(years);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (workedWeekends.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !daysOff.contains(day);
    }

    /** The n-th working day after the trigger; the day of the trigger itself does not count. */
    public Deadline after(LocalDate trigger, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("A time limit has at least one working day; got " + workingDays);
        }
        LocalDate day = trigger;
        boolean provisional = false;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            provisional |= !years.contains(day.getYear());
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return new Deadline(day, provisional);
    }

    /** Working days from the day after {@code from} to {@code to}, negative when {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}
