package org.shuangsuiji.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;

/**
 * A grade that another body gave, under its own label.
 *
 * @param source who sent it to the office; absent where nobody did
 * @param authority who gave it, as the sender says
 * @param rank what the label stood for on that day; absent where nobody decided that
 */
public record PushedGrade(
        @Nullable String source,
        @Nullable String authority,
        String scheme,
        String label,
        @Nullable String score,
        LocalDate day,
        @Nullable Rank rank) {}
