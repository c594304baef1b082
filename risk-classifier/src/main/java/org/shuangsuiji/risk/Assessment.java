package org.shuangsuiji.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.scoring.Standing;

/**
 * What a model said about an enterprise, from one run on.
 *
 * @param asOf the day for which it was first so
 * @param nextChange the next day on which lapse of time alone could change it
 * @param supersededAt when a later run said otherwise; absent for the current one
 */
public record Assessment(
        long modelId,
        long versionId,
        int versionNumber,
        Standing standing,
        @Nullable Rank rankOrNull,
        int score,
        LocalDate asOf,
        @Nullable LocalDate nextChange,
        Instant assessedAt,
        @Nullable Instant supersededAt) {

    public Optional<Rank> rank() {
        return Optional.ofNullable(rankOrNull);
    }
}
