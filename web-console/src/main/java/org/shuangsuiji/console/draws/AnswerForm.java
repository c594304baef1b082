package org.shuangsuiji.console.draws;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;

/** Which enterprise asks. */
record AnswerForm(
        @Required @Size(max = 60, message = "{form.too-long}") @Nullable
        String code) {}
