package org.shuangsuiji.console.office;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether what belongs to the demo, accounts and keys that many may know, opens anything: only while it is a demo. */
@Component
public final class DemoDoor {
    private final boolean open;

    DemoDoor(Environment environment) {
        this.open = environment.acceptsProfiles(Profiles.of("demo"));
    }

    public boolean isOpen() {
        return open;
    }

    public boolean admits(Person person) {
        return open || !person.demo();
    }
}
