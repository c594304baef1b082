package org.shuangsuiji.risk.scoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.risk.model.RecordFilter;
import org.shuangsuiji.risk.model.Window;

/** A filter and a window, made ready for one day. */
final class RecordRule {
    /** The record does not count: it is filtered out, out of sight, or at its end. */
    static final int NOT_COUNTED = Integer.MIN_VALUE;

    private final int day;
    private final int severityAtLeast;
    private final int categoryBit;
    /** By age in days: the first day out of the window; {@code null} without a window. */
    private final int @Nullable [] leavesByAge;

    RecordRule(LocalDate day, RecordFilter filter, int categoryBit, @Nullable Window window) {
        this.day = Days.of(day);
        this.severityAtLeast = filter.severityAtLeast();
        this.categoryBit = categoryBit;
        this.leavesByAge = window == null ? null : leavesByAge(day, window);
    }

    private static int[] leavesByAge(LocalDate day, Window window) {
        int ages = 0;
        while (window.leavesOn(day.minusDays(ages)).isAfter(day)) {
            ages++;
        }
        int[] leaves = new int[ages];
        for (int age = 0; age < ages; age++) {
            leaves[age] = Days.of(window.leavesOn(day.minusDays(age)));
        }
        return leaves;
    }

    boolean admits(int severity, int categorySets) {
        return severity >= severityAtLeast && (categoryBit == 0 || (categorySets & categoryBit) != 0);
    }

    /**
     * The first day on which a record that counts today no longer does, or {@link #NOT_COUNTED}. Its event day is not
     * in the future and it has not ended.
     */
    int countsUntil(int eventDay, int untilDay) {
        if (leavesByAge == null) {
            return untilDay;
        }
        int age = day - eventDay;
        return age >= leavesByAge.length ? NOT_COUNTED : Math.min(untilDay, leavesByAge[age]);
    }
}
