package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.duty.Rhythm;
import org.shuangsuiji.model.RecordKind;

/** A line of the table of duties as pages show it. */
public record DutyRow(
        long id,
        long sourceId,
        String sourceName,
        String departmentName,
        RecordKind kind,
        String basis,
        Rhythm rhythm,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Nullable String endedBecause,
        String enteredBy,
        Instant enteredAt) {

    public boolean coming(LocalDate today) {
        return beginsOn.isAfter(today);
    }

    public boolean past(LocalDate today) {
        return endsOn != null && endsOn.isBefore(today);
    }

    /** Whether another line took its place, so that it is owed on, if by another rule. */
    boolean replaced() {
        return endsOn != null && endedBecause == null;
    }

    /** Whether it was replaced before it held on any day. */
    public boolean never() {
        return endsOn != null && endsOn.isBefore(beginsOn);
    }
}
