package org.shuangsuiji.console.joining;

import java.time.Clock;
import java.time.LocalDate;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.JobHandler;
import org.shuangsuiji.console.office.StartJob;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.ClassifyEnterprises;
import org.springframework.stereotype.Component;

/** Grades everybody by the model version in force. */
@Component
class RegradeAllJob implements JobHandler {
    private final ClassifyEnterprises classify;
    private final Clock clock;

    RegradeAllJob(ClassifyEnterprises classify, Clock clock) {
        this.classify = classify;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return StartJob.REGRADE_ALL;
    }

    @Override
    public void run(Job job, Progress progress) {
        classify.all(job.subjectId(), LocalDate.now(clock), progress, job.actor());
    }

    @Override
    public boolean stoppable() {
        return false;
    }
}
