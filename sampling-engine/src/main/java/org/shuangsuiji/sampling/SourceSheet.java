package org.shuangsuiji.sampling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.draw.SourceKind;

/**
 * A source of a committed draw: what the rule says of it, what it came to say, and what may be entered now.
 *
 * @param silentFrom from when the fallback may be stated silent as well; null when there is none
 * @param enteredBefore when what a person throws is too late, for a public source speaks; null for a public source
 * @param entry what counts
 * @param replaced what was entered before and put right, the first first
 * @param statements who states that the publisher spoke in time, or was silent, or the fallback too
 * @param failed whether the draw failed for it
 */
public record SourceSheet(
        int place,
        String name,
        SourceKind kind,
        Instant due,
        List<Long> format,
        @Nullable String fallbackName,
        @Nullable Instant fallbackDue,
        @Nullable Instant silentFrom,
        @Nullable Instant enteredBefore,
        @Nullable SourceEntry entry,
        List<SourceEntry> replaced,
        List<SourceStatement> statements,
        boolean failed,
        Stage stage) {

    /** Whether somebody states that both were silent: what declaring the failure waits for. */
    public boolean statedBothSilent() {
        return statements.stream()
                .anyMatch(statement ->
                        statement.says() == SourceStatement.Says.BOTH_SILENT && statement.standsAmong(statements));
    }

    /** Where the source is in time. */
    public enum Stage {
        /** Its due has not come. */
        WAITING,
        /** Its value may be entered. */
        OPEN,
        /** Its fallback may speak as well. */
        FALLBACK_OPEN,
        /** It has its entry. */
        ENTERED,
        /** It has none, and its draw has ended. */
        NEVER
    }
}
