package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.PenaltyCategory;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.RecordLife;

/**
 * One credit record of an enterprise in one of its versions.
 *
 * @param severity 1 minor, 2 general, 3 serious
 * @param knownTo when the office learned the next version; absent for the current one
 */
public record EnterpriseRecord(
        long id,
        RecordKind kind,
        RecordLife life,
        @Nullable Integer severity,
        @Nullable Long amountFen,
        @Nullable Long confiscatedFen,
        @Nullable String category,
        @Nullable String documentNo,
        @Nullable String authority,
        @Nullable String summary,
        Set<Flag> flags,
        long deliveryId,
        Instant knownFrom,
        @Nullable Instant knownTo) {

    /** Whether there was a fine of which nobody knows the amount. */
    public boolean amountUnknown() {
        return kind == RecordKind.PENALTY
                && amountFen == null
                && (flags.contains(Flag.AMOUNT_UNKNOWN)
                        || (category != null && category.contains(PenaltyCategory.FINE.code())));
    }

    public boolean countsOn(LocalDate day) {
        return knownTo == null && life.countsOn(day);
    }
}
