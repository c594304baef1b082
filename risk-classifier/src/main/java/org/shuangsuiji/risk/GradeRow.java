package org.shuangsuiji.risk;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.scoring.Standing;

/** One enterprise in a list of grades. */
public record GradeRow(
        long enterpriseId,
        String name,
        @Nullable String creditCode,
        @Nullable String region,
        @Nullable String section,
        Standing standing,
        @Nullable Rank rankOrNull,
        int score,
        LocalDate asOf,
        @Nullable LocalDate nextChange) {

    public Optional<Rank> rank() {
        return Optional.ofNullable(rankOrNull);
    }
}
