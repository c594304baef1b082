package org.shuangsuiji.console.grades;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.springframework.format.annotation.DateTimeFormat;

/** What a label of another scheme stands for; no rank where it stands for none of ours. */
record PushedLabelForm(
        @Required @Nullable String scheme,
        @Required @Nullable String label,
        @Nullable Integer rank,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate since,

        @Required @Nullable String reason) {}
