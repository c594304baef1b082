package org.shuangsuiji.console.sources;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.springframework.format.annotation.DateTimeFormat;

/** When and why an agreement ends before its term is over. */
record AgreementEndForm(
        @Required @Nullable String number,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate endedOn,

        @Required @Nullable String reason) {}
