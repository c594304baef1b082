package org.shuangsuiji.console.grades;

import java.time.Clock;
import java.time.LocalDate;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.JobHandler;
import org.shuangsuiji.console.office.StartJob;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.ActiveModel;
import org.shuangsuiji.risk.ClassifyEnterprises;
import org.shuangsuiji.risk.Models;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every night, and at a start that missed one: approved versions take effect on their day, enterprises whose grade can
 * change by lapse of time are graded again, and a version in force that has not graded everybody does so, for the
 * regrade that its activation asked for may have failed.
 */
@Component
class DueGrades implements JobHandler {
    private final ClassifyEnterprises classify;
    private final Models models;
    private final StartJob startJob;
    private final Clock clock;

    DueGrades(ClassifyEnterprises classify, Models models, StartJob startJob, Clock clock) {
        this.classify = classify;
        this.models = models;
        this.startJob = startJob;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        startWhenDue();
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
    void atNight() {
        startWhenDue();
    }

    private void startWhenDue() {
        LocalDate today = LocalDate.now(clock);
        if (classify.anythingDue(today)) {
            startJob.start("regrade-due", "day:" + today.toString().replace("-", ""), Actor.SYSTEM);
        }
        for (ActiveModel model : classify.owing()) {
            startJob.startUnlessOpen(StartJob.REGRADE_ALL, "model-version:" + model.versionId(), Actor.SYSTEM);
        }
    }

    @Override
    public String kind() {
        return "regrade-due";
    }

    @Override
    public void run(Job job, Progress progress) {
        LocalDate today = LocalDate.now(clock);
        models.takeEffect(today, job.actor());
        classify.dueByTime(today, progress, job.actor());
    }
}
