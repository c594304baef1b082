package org.shuangsuiji.console.gaps;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.model.RecordKind;
import org.springframework.format.annotation.DateTimeFormat;

/** Which share of enterprises without a value the office bears, and from when. */
record LimitForm(
        @Required @Nullable RecordKind kind,

        @Required @Nullable BigDecimal percent,

        @Required @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate holdsFrom) {}
