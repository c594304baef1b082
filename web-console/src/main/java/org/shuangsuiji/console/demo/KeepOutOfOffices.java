package org.shuangsuiji.console.demo;

import org.shuangsuiji.console.office.People;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Ends the start of a demo on a database in which an office works, before a job runs or anybody is let in. The people of
 * a demo are the first that it makes, in one step, and nobody ever disappears: where people are and none of them is the
 * demo's, none was ever begun.
 */
@Component
@Profile(DemoProfile.NAME)
class KeepOutOfOffices implements SmartInitializingSingleton {
    private final People people;

    KeepOutOfOffices(People people) {
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!people.isEmpty() && !people.anyOfDemo()) {
            throw new OfficeHere();
        }
    }
}
