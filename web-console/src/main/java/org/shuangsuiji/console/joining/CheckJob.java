package org.shuangsuiji.console.joining;

import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.JobHandler;
import org.shuangsuiji.ingest.CheckDelivery;
import org.shuangsuiji.ingest.DecideDelivery;
import org.shuangsuiji.ingest.LoadDelivery;
import org.shuangsuiji.model.Progress;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tries received files out, and ends those for which nobody then had a word. */
@Component
class CheckJob implements JobHandler {
    private final CheckDelivery checkDelivery;
    private final DecideDelivery decideDelivery;
    private final LoadDelivery loadDelivery;

    CheckJob(CheckDelivery checkDelivery, DecideDelivery decideDelivery, LoadDelivery loadDelivery) {
        this.checkDelivery = checkDelivery;
        this.decideDelivery = decideDelivery;
        this.loadDelivery = loadDelivery;
    }

    @Override
    public String kind() {
        return "check";
    }

    @Override
    public void run(Job job, Progress progress) {
        checkDelivery.check(job.subjectId(), progress, job.actor());
    }

    @Override
    public void broke(Job job) {
        loadDelivery.giveUp(job.subjectId(), job.actor());
    }

    @Override
    public void stoppedBeforeItBegan(Job job) {
        loadDelivery.cancel(job.subjectId(), job.actor());
    }

    @Scheduled(initialDelayString = "PT50S", fixedDelayString = "PT1H")
    void endOverdue() {
        decideDelivery.endOverdue();
    }
}
