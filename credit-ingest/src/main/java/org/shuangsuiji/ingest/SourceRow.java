package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A source as lists show it.
 *
 * @param id absent while a department has never sent anything
 * @param name its own, or that of the department that it is
 * @param departmentName the department that it is, or that answers for it
 * @param boundUntil the last day of the agreement in force today; absent when there is none
 * @param lastReceivedAt when it last sent a file that was taken in
 */
public record SourceRow(
        @Nullable Long id,
        String word,
        String name,
        Source.Standing standing,
        long departmentId,
        String departmentName,
        Source.Trust trust,
        @Nullable LocalDate closedOn,
        @Nullable String closedBecause,
        @Nullable LocalDate boundUntil,
        @Nullable Instant lastReceivedAt) {

    public boolean closed(LocalDate today) {
        return closedOn != null && !today.isBefore(closedOn);
    }

    /** Whether it is a third party that may send nothing for want of an agreement. */
    public boolean unbound() {
        return standing == Source.Standing.THIRD_PARTY && boundUntil == null;
    }
}
