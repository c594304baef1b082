package org.shuangsuiji.ingest.duty;

import java.time.LocalDate;
import org.shuangsuiji.model.WorkingCalendar;

/**
 * The time within which a change of the list of matters has to be reported: ten working days after it took effect, counted
 * from the day after (清单调整后 10 个工作日内报送).
 *
 * @param daysLeft working days that are left after today; 0 on the last day, negative when it has passed
 */
public record ReportLimit(WorkingCalendar.Deadline deadline, int daysLeft) {
    private static final int WORKING_DAYS = 10;

    public static ReportLimit of(LocalDate effective, LocalDate today, WorkingCalendar calendar) {
        WorkingCalendar.Deadline deadline = calendar.after(effective, WORKING_DAYS);
        int left = calendar.between(today, deadline.day());
        // on days off after the last day none has passed, and yet it is over
        return new ReportLimit(deadline, left == 0 && today.isAfter(deadline.day()) ? -1 : left);
    }

    public boolean over() {
        return daysLeft < 0;
    }
}
