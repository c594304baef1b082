package org.shuangsuiji.risk;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * Of how many enterprises of some areas each kind of record could move the rank.
 *
 * @param countedAt absent while nobody counted
 */
public record SwayCounts(@Nullable Instant countedAt, Map<String, Map<RecordKind, Count>> byArea) {

    /**
     * Of one area and kind.
     *
     * @param enterprises whom the model covers there
     * @param movable those whose rank could be another
     */
    public record Count(long enterprises, long movable) {
        static final Count NOBODY = new Count(0, 0);
    }

    public SwayCounts {
        byArea = Map.copyOf(byArea);
    }

    /** Nobody where the model grades nobody. */
    public Count of(String area, RecordKind kind) {
        return byArea.getOrDefault(area, Map.of()).getOrDefault(kind, Count.NOBODY);
    }
}
