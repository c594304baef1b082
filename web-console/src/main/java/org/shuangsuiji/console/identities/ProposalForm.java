package org.shuangsuiji.console.identities;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;

/** What somebody types who found two identities to be one subject. */
record ProposalForm(
        @Required @Size(max = 40, message = "{form.too-long}") @Nullable
        String code,

        @Required @Size(max = 500, message = "{form.too-long}") @Nullable
        String reason) {}
