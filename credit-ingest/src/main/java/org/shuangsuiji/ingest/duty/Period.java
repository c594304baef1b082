package org.shuangsuiji.ingest.duty;

import java.time.LocalDate;

/** A piece of the calendar year in which something is owed once. */
public enum Period {
    MONTHLY(1, 31),
    QUARTERLY(3, 92),
    YEARLY(12, 366);

    private final int months;
    private final int daysMax;

    Period(int months, int daysMax) {
        this.months = months;
        this.daysMax = daysMax;
    }

    int daysMax() {
        return daysMax;
    }

    /** The first day of the period in which this day lies. */
    LocalDate firstDay(LocalDate day) {
        int month = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }

    /** The first day of the period after the one in which this day lies. */
    LocalDate next(LocalDate day) {
        return firstDay(day).plusMonths(months);
    }
}
