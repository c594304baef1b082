package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.InspectionRecords.PublishedResult;

/** Writes published inspection results as credit records, each as a small delivery of its own. */
public interface InspectionBook {

    /** One version of the record of a result. */
    record Version(PublishedResult result, UUID key, UUID content) {}

    /** Keeps a version beside the former one; returns the delivery, or null when it says what stands already. */
    @Nullable
    Long keep(Version version, Actor actor, Instant now);

    /** Closes the current version and adds one that ends; returns the delivery, or null when none counts now. */
    @Nullable
    Long withdraw(long enterpriseId, UUID key, LocalDate day, Actor actor, Instant now);
}
