package org.shuangsuiji.console.gaps;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.springframework.format.annotation.DateTimeFormat;

/** By which day a source promised to send what is missing. */
record PromiseForm(
        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @Required @Nullable String said,

        long version) {}
