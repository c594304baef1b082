package org.shuangsuiji.console.database;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the application enters its database.
 *
 * @param appPassword password of role {@code shuangsuiji_app}; made anew at every start when absent
 * @param portalPassword password of role {@code shuangsuiji_portal}; made anew at every start when absent
 * @param poolSize connections of the console and its jobs
 * @param portalPoolSize connections of the public side
 * @param portalTimeout the longest that one public query may take
 */
@ConfigurationProperties("shuangsuiji.database")
record DatabaseSettings(
        @Nullable String appPassword,
        @Nullable String portalPassword,
        @DefaultValue("20") int poolSize,
        @DefaultValue("8") int portalPoolSize,
        @DefaultValue("5s") Duration portalTimeout) {}
