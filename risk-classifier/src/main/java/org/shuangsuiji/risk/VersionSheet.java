package org.shuangsuiji.risk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.risk.model.ModelDefinition;

/**
 * A model version as a page shows it.
 *
 * @param lock the number that a change has to bring along
 */
public record VersionSheet(
        long id,
        long modelId,
        int number,
        @Nullable Long baseVersionId,
        VersionState state,
        ModelDefinition definition,
        String digest,
        String draftedBy,
        Instant draftedAt,
        @Nullable String reason,
        @Nullable Instant submittedAt,
        @Nullable String returnReason,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable LocalDate effectiveFrom,
        @Nullable Instant retiredAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawReason,
        int lock) {}
