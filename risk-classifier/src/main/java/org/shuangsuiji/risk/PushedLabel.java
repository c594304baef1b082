package org.shuangsuiji.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;

/**
 * A label under which a source pushed grades.
 *
 * @param source who sent them; the body that they name where nobody did
 * @param grades how many enterprises have it now
 * @param rank what it stands for today; absent where it stands for none, or nobody decided
 * @param since since when it stands for that; absent where nobody decided
 */
public record PushedLabel(
        @Nullable String source,
        String scheme,
        String label,
        long grades,
        @Nullable Rank rank,
        @Nullable LocalDate since) {}
