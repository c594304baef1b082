package org.shuangsuiji.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shuangsuiji.model.WorkingCalendar;
import org.shuangsuiji.publication.notice.PublicityLimit;
import org.springframework.stereotype.Service;

/** How much of the time limit for publicity is left. */
@Service
public class TimeLimits {
    private final Supplier<WorkingCalendar> calendar;
    private final Clock clock;

    TimeLimits(Supplier<WorkingCalendar> calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The limit of one result.
     *
     * @param due its last day
     * @param provisional whether that day is an estimate, because a year's holidays are not yet announced (暂估)
     * @param workingDaysLeft working days from tomorrow to the last day; negative once it has passed
     */
    public record TimeLimit(LocalDate due, boolean provisional, int workingDaysLeft) {

        /** How pressing it is: {@code late}, {@code last-day}, {@code soon} (five working days) or {@code open}. */
        public String urgency() {
            if (workingDaysLeft < 0) {
                return "late";
            }
            if (workingDaysLeft <= 1) {
                return "last-day";
            }
            return workingDaysLeft <= 5 ? "soon" : "open";
        }

        public int workingDaysLate() {
            return Math.max(0, -workingDaysLeft);
        }
    }

    /** As of today; the calendar is read once for all results of a page. */
    public Function<LocalDate, TimeLimit> today() {
        WorkingCalendar days = calendar.get();
        LocalDate today = LocalDate.now(clock);
        return inspectedOn -> {
            var limit = PublicityLimit.after(inspectedOn, days);
            int left = days.between(today, limit.day());
            // on a day off after the last day no working day has passed yet, and still it is late
            return new TimeLimit(
                    limit.day(), limit.provisional(), limit.day().isBefore(today) ? Math.min(left, -1) : left);
        };
    }
}
