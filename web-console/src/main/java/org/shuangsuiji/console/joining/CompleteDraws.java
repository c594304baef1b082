package org.shuangsuiji.console.joining;

import java.util.Optional;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.JobHandler;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.office.StartJob;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.sampling.DrawSheet;
import org.shuangsuiji.sampling.Draws;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Completes the draws whose values are all known and that nobody has completed (DR-1 §1, 3): who sees from the values
 * what would be drawn cannot prevent it by doing nothing.
 */
@Component
public class CompleteDraws implements JobHandler {
    private static final String KIND = "draw-complete";

    private final Draws draws;
    private final DrawCampaign drawCampaign;
    private final Jobs jobs;
    private final StartJob startJob;

    CompleteDraws(Draws draws, DrawCampaign drawCampaign, Jobs jobs, StartJob startJob) {
        this.draws = draws;
        this.drawCampaign = drawCampaign;
        this.jobs = jobs;
        this.startJob = startJob;
    }

    /** Each draw is tried once; one that failed needs a person, and is tried again at a start and in the night. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
    public void onceDue() {
        for (DrawSheet draw : draws.toComplete(Actor.SYSTEM.scope())) {
            if (jobs.current(KIND, subject(draw.id())).isEmpty()) {
                start(draw);
            }
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void againAfterFailures() {
        draws.toComplete(Actor.SYSTEM.scope()).forEach(this::start);
    }

    private void start(DrawSheet draw) {
        startJob.startUnlessOpen(KIND, subject(draw.id()), Actor.SYSTEM);
    }

    private static String subject(long drawId) {
        return "draw:" + drawId;
    }

    /** The attempt that failed, if the last one did. */
    public Optional<Job> failed(long drawId) {
        return jobs.current(KIND, subject(drawId)).filter(job -> job.state() == Job.State.FAILED);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job, Progress progress) {
        DrawSheet draw = draws.get(job.subjectId(), job.actor().scope());
        if (draw.state() == DrawSheet.State.COMMITTED) {
            drawCampaign.draw(draw.campaignId(), job.actor());
        }
    }

    /** Whoever could stop it could prevent a draw that does not please. */
    @Override
    public boolean stoppable() {
        return false;
    }
}
