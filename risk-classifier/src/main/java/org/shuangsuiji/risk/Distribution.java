package org.shuangsuiji.risk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the grades of a model are spread.
 *
 * @param lastRun when the model last graded anybody; absent when it never did
 */
public record Distribution(
        GradeCounts all,
        List<Group> byRegion,
        List<Group> bySection,
        @Nullable Instant lastRun) {

    /**
     * The counts of one region or one section.
     *
     * @param key the region's code as far as it is grouped, or the letter of the section; absent when not known
     */
    public record Group(@Nullable String key, GradeCounts counts) {}

    public Distribution {
        byRegion = List.copyOf(byRegion);
        bySection = List.copyOf(bySection);
    }
}
