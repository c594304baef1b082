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
        @Nullable String reason) {}
