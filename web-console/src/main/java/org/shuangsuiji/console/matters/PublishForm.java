package org.shuangsuiji.console.matters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.springframework.format.annotation.DateTimeFormat;

/** From when the next version holds, and what its publisher saw of it. */
record PublishForm(
        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate effectiveOn,

        @Nullable String seen) {}
