package org.shuangsuiji.console.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Once the console answers: makes the demo's people and says where to go. */
@Component
@Profile(DemoProfile.NAME)
class StartDemo {
    private final DemoPeople people;
    private final DemoSummary summary;

    StartDemo(DemoPeople people, DemoSummary summary) {
        this.people = people;
        this.summary = summary;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        summary.credentials(people.settle());
        summary.printWelcome();
    }
}
