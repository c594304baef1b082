package org.shuangsuiji.console.draws;

import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.SourceEntry;

/** What somebody types about one source; shown again when it was refused. */
record SourceForm(
        int place,
        SourceEntry.@Nullable Spoken spoken,
        @Nullable String value,
        @Nullable String valueAgain,
        @Nullable String evidence,
        @Nullable String reason) {

    /** The value with one blank between its groups and none around it: how many were typed or pasted nobody sees. */
    String spacedValue() {
        return spaced(value);
    }

    String spacedValueAgain() {
        return spaced(valueAgain);
    }

    private static String spaced(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
