package org.shuangsuiji.console.clients;

import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.Required;

/** What an administrator types about a client. */
record ClientForm(
        @Required @Size(max = 60, message = "{form.too-long}") @Nullable
        String name,

        @Required @Nullable Long departmentId,
        @Required @Nullable Set<String> scopes) {}
