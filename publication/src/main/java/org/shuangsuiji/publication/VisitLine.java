package org.shuangsuiji.publication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.publication.notice.OverallResult;

/**
 * One visit in a list.
 *
 * @param version the current version of the result; 0 while there is none
 * @param inspectedOn the day the inspection ended, once a result is entered
 * @param found what was found as a whole, once a result is entered
 * @param returnedBecause the reviewer's reason, while the visit is with the team again, also once they keep a draft
 * @param publishedOn the day of the last publication, standing or withdrawn
 */
public record VisitLine(
        long visitId,
        String campaignNumber,
        String campaignName,
        String departmentName,
        String enterpriseName,
        String creditCode,
        @Nullable String address,
        LocalDate starts,
        LocalDate ends,
        VisitState state,
        int version,
        @Nullable LocalDate inspectedOn,
        @Nullable OverallResult found,
        @Nullable String enteredBy,
        @Nullable String enteredByName,
        @Nullable String returnedBecause,
        @Nullable LocalDate publishedOn) {

    /** Whether the visits of the campaign have ended and the team has not handed in a result. */
    public boolean overdue(LocalDate today) {
        return state.enterable() && ends.isBefore(today);
    }
}
