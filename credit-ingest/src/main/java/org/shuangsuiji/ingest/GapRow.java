package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * A gap as pages show it.
 *
 * @param area the digits with which the regions of the source's department begin; empty for the whole country
 */
public record GapRow(
        long id,
        long sourceId,
        String sourceName,
        String departmentName,
        String area,
        RecordKind kind,
        Gap.Cause cause,
        long dutyId,
        Instant openedAt,
        Gap.State state,
        @Nullable LocalDate promisedUntil,
        @Nullable Instant closedAt) {

    /** Whether the day that the source named has passed. */
    public boolean broken(LocalDate today) {
        return state == Gap.State.PROMISED && promisedUntil != null && promisedUntil.isBefore(today);
    }
}
