package org.shuangsuiji.risk.model;

import java.time.LocalDate;

/**
 * How long a record matters to an indicator, in months or in days.
 *
 * <p>A record of 31 March 2024 seen through twelve months leaves on 31 March 2025: that day is the first without it.
 */
public record Window(int months, int days) {

    public static Window ofMonths(int months) {
        return new Window(months, 0);
    }

    public static Window ofDays(int days) {
        return new Window(0, days);
    }

    /** The first day on which a record of this day is out of sight. */
    public LocalDate leavesOn(LocalDate eventDay) {
        return months > 0 ? eventDay.plusMonths(months) : eventDay.plusDays(days);
    }

    boolean sensible() {
        return (months == 0) != (days == 0) && months >= 0 && months <= 120 && days >= 0 && days <= 3660;
    }
}
