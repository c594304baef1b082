package org.shuangsuiji.console.demo;

import java.util.List;
import org.shuangsuiji.console.joining.PublishMatterList;
import org.shuangsuiji.ingest.MatterChange;
import org.shuangsuiji.ingest.MatterTerms;
import org.shuangsuiji.ingest.Matters;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Publishes two versions of the list of matters, reports all changes but the newest, and leaves a draft to publish. */
@Component
@Profile(DemoProfile.NAME)
@Order(8)
class ListMatters implements DemoStage {
    private final DemoSteps steps;
    private final DemoPeople people;
    private final Matters matters;
    private final PublishMatterList publish;

    ListMatters(DemoSteps steps, DemoPeople people, Matters matters, PublishMatterList publish) {
        this.steps = steps;
        this.people = people;
        this.matters = matters;
        this.publish = publish;
    }

    @Override
    public String word() {
        return "matters";
    }

    @Override
    public void run(Progress progress) {
        Actor market = people.actor(DemoAccount.PLANNER);
        Actor construction = people.actor(DemoAccount.PLANNER_CONSTRUCTION);
        steps.once("matters-first", () -> {
            handIn(DemoMatters.ofMarket(), market);
            handIn(DemoMatters.ofConstruction(), construction);
            publish();
            report("霍市监信〔%d〕3号", market);
            report("霍住建信〔%d〕1号", construction);
        });
        steps.once("matters-second", () -> {
            handIn(List.of(DemoMatters.abnormalSooner()), market);
            handIn(List.of(DemoMatters.buildingPenalties()), construction);
            publish();
            report("霍市监信〔%d〕9号", market);
        });
        steps.once("matters-waiting", () -> handIn(List.of(DemoMatters.complaints()), market));
    }

    private void handIn(List<MatterTerms> terms, Actor department) {
        for (MatterTerms each : terms) {
            long draft = matters.begin(each, false, department);
            matters.handIn(draft, matters.draft(draft, department.scope()).version(), department);
        }
    }

    private void publish() {
        Actor credit = people.actor(DemoAccount.CREDIT);
        publish.publish(steps.day(), Matters.seen(matters.handedIn(credit.scope())), credit);
    }

    private void report(String document, Actor department) {
        for (MatterChange change : matters.unreported(department.scope())) {
            matters.report(change.matterId(), document.formatted(steps.day().getYear()), steps.day(), department);
        }
    }
}
