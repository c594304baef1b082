package org.shuangsuiji.sampling;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody states of a public source once the due of its fallback has come (DR-1 §5).
 *
 * @param place place among the rule's sources, from 0
 * @param number in the order in which they were made, from 1
 * @param replaces the number of the same person's statement that this one takes back; null for that person's first
 * @param account who states it, to be told from a second person
 * @param statedBy the same person's name
 * @param evidence where that can be seen
 */
public record SourceStatement(
        int place,
        int number,
        @Nullable Integer replaces,
        Says says,
        String account,
        String statedBy,
        Instant statedAt,
        String evidence) {
    /** What can be stated of a source and its fallback. */
    public enum Says {
        /** The publisher of the source had published a value by the due of the fallback. */
        SPOKE,
        /** It had not; nothing is said of the fallback. */
        SILENT,
        /** It had not, and the fallback has stayed silent for as long as a failure has to wait. */
        BOTH_SILENT
    }

    boolean saysThatItSpoke() {
        return says == Says.SPOKE;
    }

    /** Whether nobody took it back; the others stay on record and no longer count. */
    public boolean standsAmong(List<SourceStatement> statements) {
        return statements.stream()
                .noneMatch(other -> other.place() == place && Objects.equals(other.replaces(), number));
    }
}
