package org.shuangsuiji.risk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;

/**
 * A label under which a source pushed grades.
 *
 * @param source who sent them; the body that they name where nobody did
 * @param grades how many enterprises have it now
 * @param meaning what it stands for today; absent where nobody decided
 */
public record PushedLabel(
        @Nullable String source,
        String scheme,
        String label,
        long grades,
        @Nullable Meaning meaning) {

    /**
     * What the reader's office, or the nearest above it that decided, lets a label stand for.
     *
     * @param rank absent where it stands for none of ours
     */
    public record Meaning(
            @Nullable Rank rank,
            LocalDate since,
            String decidedIn,
            String decidedBy,
            Instant decidedAt,
            String reason) {}
}
