package org.shuangsuiji.console.duties;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.springframework.format.annotation.DateTimeFormat;

/** Whose duties begin as the template has them, and when. */
record TemplateForm(
        @Required @Nullable String source,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate beginsOn) {}
