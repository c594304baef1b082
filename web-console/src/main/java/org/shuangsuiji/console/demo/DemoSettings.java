package org.shuangsuiji.console.demo;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What the one who starts a demo may set.
 *
 * <p>Read one by one: {@code shuangsuiji.demo} is a word itself (true, false) and the beginning of the others.
 */
@Component
@Profile(DemoProfile.NAME)
class DemoSettings {
    private static final int ENTERPRISES = 20_000;
    private static final long SEED = 20_261_122;

    private final Environment environment;

    DemoSettings(Environment environment) {
        this.environment = environment;
    }

    /** The password of all demo accounts. */
    Optional<String> password() {
        return given("shuangsuiji.demo.password");
    }

    /** The key of the demo's API client. */
    Optional<String> apiKey() {
        return given("shuangsuiji.demo.api-key");
    }

    int enterprises() {
        return environment.getProperty("shuangsuiji.demo.enterprises", Integer.class, ENTERPRISES);
    }

    long seed() {
        return environment.getProperty("shuangsuiji.demo.seed", Long.class, SEED);
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(it -> !it.isBlank());
    }
}
