package org.shuangsuiji.console.demo;

import java.util.List;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.JobHandler;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Does the main job on the invented district, stage by stage, while the console answers already. */
@Component
@Profile(DemoProfile.NAME)
class PrepareDemo implements JobHandler {
    /** The kind of the job. */
    static final String KIND = "demo";

    /** What the job works on; there is one. */
    static final String SUBJECT = "demo:1";

    private static final Logger LOG = LoggerFactory.getLogger(PrepareDemo.class);

    private final List<DemoStage> stages;
    private final DemoSteps steps;
    private final DemoSummary summary;
    private final Ledger ledger;

    PrepareDemo(List<DemoStage> stages, DemoSteps steps, DemoSummary summary, Ledger ledger) {
        this.stages = List.copyOf(stages);
        this.steps = steps;
        this.summary = summary;
        this.ledger = ledger;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job, Progress progress) {
        long start = System.nanoTime();
        for (DemoStage stage : stages) {
            long stageStart = System.nanoTime();
            progress.stage("stage.demo." + stage.word(), 0);
            progress.stopIfAsked();
            stage.run(progress);
            LOG.info("Demo: {} done in {} ms", stage.word(), (System.nanoTime() - stageStart) / 1_000_000);
        }
        steps.once("loaded", () -> ledger.record(LedgerEntry.of(LedgerEvent.DEMO_LOADED, Actor.SYSTEM, "demo", 1)));
        summary.print((System.nanoTime() - start) / 1_000_000_000.0);
    }
}
