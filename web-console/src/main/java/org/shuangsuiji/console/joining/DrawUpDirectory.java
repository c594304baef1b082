package org.shuangsuiji.console.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.JobHandler;
import org.shuangsuiji.console.office.StartJob;
import org.shuangsuiji.ingest.Directory;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** On the first of each month: draws up the directory of enterprises, or as soon after as the system runs. */
@Component
class DrawUpDirectory implements JobHandler {
    private static final String KIND = "directory";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    private final Directory directory;
    private final StartJob startJob;
    private final Clock clock;

    DrawUpDirectory(Directory directory, StartJob startJob, Clock clock) {
        this.directory = directory;
        this.startJob = startJob;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void startWhenOwed() {
        if (directory.owed()) {
            startJob.startUnlessOpen(KIND, "month:" + MONTH.format(LocalDate.now(clock)), Actor.SYSTEM);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job, Progress progress) {
        directory.take(job.actor());
    }
}
