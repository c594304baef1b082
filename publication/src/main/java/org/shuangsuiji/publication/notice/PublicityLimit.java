package org.shuangsuiji.publication.notice;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.shuangsuiji.model.WorkingCalendar;

/**
 * Until when a result has to be public. Two documents name 20 working days, one counting from the end of the task, the
 * other from the end of the inspection (原工商总局令第67号); we count from the latter, for each enterprise: it is the
 * stricter one.
 */
public final class PublicityLimit {
    private static final NavigableMap<LocalDate, Integer> WORKING_DAYS =
            new TreeMap<>(Map.of(LocalDate.of(2014, 10, 1), 20));

    private PublicityLimit() {}

    /** The last day of the limit for an inspection that ended on this day. */
    public static WorkingCalendar.Deadline after(LocalDate inspectedOn, WorkingCalendar calendar) {
        var limit = WORKING_DAYS.floorEntry(inspectedOn);
        if (limit == null) {
            throw new IllegalArgumentException("The limit for publicity holds from %s on; got an inspection of %s"
                    .formatted(WORKING_DAYS.firstKey(), inspectedOn));
        }
        return calendar.after(inspectedOn, limit.getValue());
    }
}
