package org.shuangsuiji.console.grades;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.risk.Models;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An office without a model gets the general one; the demo lets its administrator do it. */
@Component
@Profile("!demo")
class GeneralModelAtStart implements ApplicationRunner {
    private final Models models;

    GeneralModelAtStart(Models models) {
        this.models = models;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        models.installGeneral(Actor.SYSTEM);
    }
}
