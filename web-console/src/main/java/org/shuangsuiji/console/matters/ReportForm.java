package org.shuangsuiji.console.matters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.springframework.format.annotation.DateTimeFormat;

/** By which paper a change was reported. */
record ReportForm(
        @Required @Nullable String documentNo,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate reportedOn) {}
