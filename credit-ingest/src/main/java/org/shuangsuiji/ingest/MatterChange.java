package org.shuangsuiji.ingest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.duty.ReportLimit;

/**
 * A change of the list that has to be reported, or was.
 *
 * @param limit as of today, or as of the day when it was reported
 * @param documentNo of the paper that reported it
 */
public record MatterChange(
        long matterId,
        Matter.Change change,
        String code,
        String name,
        String departmentName,
        int number,
        LocalDate effectiveOn,
        @Nullable ReportLimit limit,
        @Nullable String documentNo,
        @Nullable LocalDate reportedOn) {

    MatterChange within(ReportLimit until) {
        return new MatterChange(
                matterId, change, code, name, departmentName, number, effectiveOn, until, documentNo, reportedOn);
    }
}
