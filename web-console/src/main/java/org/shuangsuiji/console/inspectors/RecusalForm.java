package org.shuangsuiji.console.inspectors;

import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.sampling.Recusal;

/** From which enterprise an inspector stays away, and why. */
record RecusalForm(
        @Required @Nullable String creditCode,

        @Required Recusal.@Nullable Ground ground,

        @Nullable String note) {}
