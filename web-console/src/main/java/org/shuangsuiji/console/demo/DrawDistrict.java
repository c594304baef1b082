package org.shuangsuiji.console.demo;

import java.time.Duration;
import java.util.List;
import org.shuangsuiji.console.joining.DrawCampaign;
import org.shuangsuiji.console.joining.EnterSource;
import org.shuangsuiji.console.joining.FreezeCampaign;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.Models;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.DrawSettings;
import org.shuangsuiji.sampling.DrawSheet;
import org.shuangsuiji.sampling.Draws;
import org.shuangsuiji.sampling.SourceSheet;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Plans a campaign, freezes it, waits until each source is due, enters its value, and draws. */
@Component
@Profile(DemoProfile.NAME)
@Order(4)
class DrawDistrict implements DemoStage {
    /** How long planning and freezing may take before the first source is due; more at each attempt. */
    private static final List<Duration> MARGINS =
            List.of(Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(20), Duration.ofMinutes(2));

    private final DemoSteps steps;
    private final DemoPeople people;
    private final DemoWaiting waiting;
    private final DemoChance chance;
    private final DemoCampaigns terms;
    private final PlanDistrict plan;
    private final Models models;
    private final Campaigns campaigns;
    private final FreezeCampaign freezeCampaign;
    private final Draws draws;
    private final DrawSettings settings;
    private final EnterSource enterSource;
    private final DrawCampaign drawCampaign;

    DrawDistrict(
            DemoSteps steps,
            DemoPeople people,
            DemoWaiting waiting,
            DemoChance chance,
            DemoCampaigns terms,
            PlanDistrict plan,
            Models models,
            Campaigns campaigns,
            FreezeCampaign freezeCampaign,
            Draws draws,
            DrawSettings settings,
            EnterSource enterSource,
            DrawCampaign drawCampaign) {
        this.steps = steps;
        this.people = people;
        this.waiting = waiting;
        this.chance = chance;
        this.terms = terms;
        this.plan = plan;
        this.models = models;
        this.campaigns = campaigns;
        this.freezeCampaign = freezeCampaign;
        this.draws = draws;
        this.settings = settings;
        this.enterSource = enterSource;
        this.drawCampaign = drawCampaign;
    }

    @Override
    public String word() {
        return "draw";
    }

    @Override
    public void run(Progress progress) {
        long campaignId = campaign();
        Actor planner = people.actor(DemoAccount.PLANNER);
        DrawSheet draw = draws.ofCampaign(campaignId, planner.scope()).orElseThrow();
        for (SourceSheet source : draws.sources(draw.id(), planner.scope())) {
            if (source.stage() != SourceSheet.Stage.ENTERED) {
                waiting.until(source.due(), progress);
                enter(campaignId, source, people.actor(DemoAccount.REVIEWER));
            }
        }
        steps.once("draw", () -> drawCampaign.draw(campaignId, planner));
    }

    /** The campaign that is drawn; planned and frozen in one go, as its sources do not wait. */
    long campaign() {
        Refusal last = null;
        for (Duration margin : MARGINS) {
            try {
                return steps.idOf("campaign", () -> planAndFreeze(margin));
            } catch (Refusal refusal) {
                if (!refusal.code().equals("notice-too-short")) {
                    throw refusal;
                }
                last = refusal; // a slow machine: the next attempt leaves more time
            }
        }
        throw last == null ? new IllegalStateException("No margin was tried") : last;
    }

    private long planAndFreeze(Duration margin) {
        Actor planner = people.actor(DemoAccount.PLANNER);
        long modelId = models.installGeneral(people.actor(DemoAccount.ADMIN));
        long id = campaigns.create(
                terms.catering(plan.foodItem(), modelId, settings.notice().plus(margin), planner), planner);
        freezeCampaign.freeze(id, null, null, planner);
        return id;
    }

    /** By another person than the planner, who draws. */
    private void enter(long campaignId, SourceSheet source, Actor reviewer) {
        String value =
                switch (source.kind()) {
                    case DICE -> chance.dice(DemoCampaigns.DICE);
                    case LOTTERY -> chance.lottery(DemoCampaigns.LOTTERY_WIDTHS);
                    case BEACON -> chance.beacon(DemoCampaigns.BEACON_BYTES);
                    case WITNESS, INDEX -> throw new IllegalStateException("The demo has no " + source.kind());
                };
        try {
            enterSource.value(campaignId, source.place(), value, value, DemoChance.EVIDENCE, reviewer);
        } catch (Refusal refusal) {
            if (!refusal.code().equals("source-person-late")) {
                throw refusal;
            }
            // killed between due and entry: whoever speaks after a public source counts as silent (DR-1 §5)
            enterSource.silence(campaignId, source.place(), DemoChance.EVIDENCE, reviewer);
        }
    }
}
