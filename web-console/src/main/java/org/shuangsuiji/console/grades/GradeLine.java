package org.shuangsuiji.console.grades;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One enterprise in the list of a rank. */
record GradeLine(
        long enterpriseId,
        String name,
        @Nullable String creditCode,
        String region,
        String section,
        int score,
        LocalDate asOf,
        @Nullable LocalDate nextChange) {

    /** As people write it: 5.30. */
    public String scoreText() {
        return BigDecimal.valueOf(score, 2).toPlainString();
    }
}
