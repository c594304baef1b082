package org.shuangsuiji.console.demo;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.FollowUps;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.ActiveModel;
import org.shuangsuiji.risk.Models;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the general model in force and grades every enterprise by it. */
@Component
@Profile(DemoProfile.NAME)
@Order(2)
class GradeDistrict implements DemoStage {
    private final DemoSteps steps;
    private final DemoPeople people;
    private final DemoWaiting waiting;
    private final Models models;
    private final FollowUps followUps;

    GradeDistrict(DemoSteps steps, DemoPeople people, DemoWaiting waiting, Models models, FollowUps followUps) {
        this.steps = steps;
        this.people = people;
        this.waiting = waiting;
        this.models = models;
        this.followUps = followUps;
    }

    @Override
    public String word() {
        return "grade";
    }

    @Override
    public void run(Progress progress) {
        long versionId = generalVersion();
        Actor credit = people.actor(DemoAccount.CREDIT);
        steps.once("grade", () -> followUps.regradeAll(versionId, credit));
        waiting.forJobAbout("model-version:" + versionId, progress);
    }

    private long generalVersion() {
        long modelId = models.installGeneral(people.actor(DemoAccount.ADMIN));
        return models.active().stream()
                .filter(active -> active.modelId() == modelId)
                .mapToLong(ActiveModel::versionId)
                .findFirst()
                .orElseThrow();
    }
}
