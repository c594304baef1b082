package org.shuangsuiji.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that decide whether a record counts against its enterprise.
 *
 * <p>A repaired record, and one past its longest publicity, is neither published, shared nor used (信用修复管理办法,
 * in force 2026-04-01), so it does not count from that day on; a withdrawn one never should have.
 *
 * @param eventDay the day the record is about (decision, listing, inspection); it counts from this day on
 * @param endsOn the first day on which it no longer counts by lapse of time; absent while it has no end
 * @param repairedOn the day credit was repaired or the listing removed
 * @param withdrawnOn the day the source withdrew the record as wrong
 */
public record RecordLife(
        LocalDate eventDay,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate repairedOn,
        @Nullable LocalDate withdrawnOn) {

    public boolean countsOn(LocalDate day) {
        return !day.isBefore(eventDay) && before(day, endsOn) && before(day, repairedOn) && before(day, withdrawnOn);
    }

    private static boolean before(LocalDate day, @Nullable LocalDate end) {
        return end == null || day.isBefore(end);
    }
}
