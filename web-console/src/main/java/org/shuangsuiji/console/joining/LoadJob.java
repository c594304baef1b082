package org.shuangsuiji.console.joining;

import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.JobHandler;
import org.shuangsuiji.ingest.LoadDelivery;
import org.shuangsuiji.model.Progress;
import org.springframework.stereotype.Component;

/** Loads a received delivery. */
@Component
class LoadJob implements JobHandler {
    private final LoadDelivery loadDelivery;

    LoadJob(LoadDelivery loadDelivery) {
        this.loadDelivery = loadDelivery;
    }

    @Override
    public String kind() {
        return "load";
    }

    @Override
    public void run(Job job, Progress progress) {
        loadDelivery.load(job.subjectId(), progress, job.actor());
    }

    @Override
    public void broke(Job job) {
        loadDelivery.giveUp(job.subjectId(), job.actor());
    }

    @Override
    public void stoppedBeforeItBegan(Job job) {
        loadDelivery.cancel(job.subjectId(), job.actor());
    }
}
