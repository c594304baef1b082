package org.shuangsuiji.console.demo;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.Models;
import org.shuangsuiji.sampling.Campaigns;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leaves two planned campaigns for whoever looks: one that can be frozen as it stands, one of another department. */
@Component
@Profile(DemoProfile.NAME)
@Order(7)
class LeaveForVisitor implements DemoStage {
    private final DemoSteps steps;
    private final DemoPeople people;
    private final DemoCampaigns terms;
    private final PlanDistrict plan;
    private final Models models;
    private final Campaigns campaigns;

    LeaveForVisitor(
            DemoSteps steps,
            DemoPeople people,
            DemoCampaigns terms,
            PlanDistrict plan,
            Models models,
            Campaigns campaigns) {
        this.steps = steps;
        this.people = people;
        this.terms = terms;
        this.plan = plan;
        this.models = models;
        this.campaigns = campaigns;
    }

    @Override
    public String word() {
        return "leave";
    }

    @Override
    public void run(Progress progress) {
        Actor planner = people.actor(DemoAccount.PLANNER);
        long modelId = models.installGeneral(people.actor(DemoAccount.ADMIN));
        steps.idOf(
                "campaign-information",
                () -> campaigns.create(terms.information(plan.informationItem(), modelId, planner), planner));
        Actor builder = people.actor(DemoAccount.PLANNER_CONSTRUCTION);
        steps.idOf("campaign-building", () -> campaigns.create(terms.building(plan.buildingItem(), builder), builder));
    }
}
