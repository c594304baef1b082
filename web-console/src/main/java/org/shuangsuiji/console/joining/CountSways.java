package org.shuangsuiji.console.joining;

import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.JobHandler;
import org.shuangsuiji.console.office.StartJob;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.ActiveModel;
import org.shuangsuiji.risk.Sways;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** After the grader has run: counts whose rank each kind of record could move. */
@Component
class CountSways implements JobHandler {
    private static final String KIND = "sways";

    private final Sways sways;
    private final StartJob startJob;

    CountSways(Sways sways, StartJob startJob) {
        this.sways = sways;
        this.startJob = startJob;
    }

    @Scheduled(initialDelayString = "PT50S", fixedDelayString = "PT2M")
    void startWhenOwed() {
        for (ActiveModel model : sways.owing()) {
            startJob.startUnlessOpen(KIND, "model:" + model.modelId(), Actor.SYSTEM);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job, Progress progress) {
        sways.owing().stream()
                .filter(model -> model.modelId() == job.subjectId())
                .forEach(model -> sways.count(model, progress));
    }
}
