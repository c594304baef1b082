package org.shuangsuiji.console.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Scope;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Waits for the office's own jobs and for the clock; nothing is hurried for the demo. */
@Component
@Profile(DemoProfile.NAME)
class DemoWaiting {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Jobs jobs;
    private final Clock clock;

    DemoWaiting(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Until the latest job about this thing is over, which has to have gone well. */
    void forJobAbout(String subject, Progress progress) {
        while (true) {
            Job job = jobs.latestAbout(subject)
                    .orElseThrow(() -> new IllegalStateException("No job is about " + subject));
            if (job.state() == Job.State.DONE) {
                return;
            }
            if (job.state().over()) {
                throw new IllegalStateException("Job %d (%s %s) ended as %s: %s %s"
                        .formatted(
                                job.id(), job.kind(), subject, job.state(), job.messageCode(), job.messageArguments()));
            }
            pause(progress);
        }
    }

    /** Until nothing but the demo itself waits or runs. */
    void forAllOtherJobs(Progress progress) {
        while (hasOthers(Job.State.WAITING) || hasOthers(Job.State.RUNNING)) {
            pause(progress);
        }
    }

    private boolean hasOthers(Job.State state) {
        return jobs.list(state, null, Scope.WHOLE_OFFICE, 2).stream()
                .anyMatch(job -> !job.kind().equals(PrepareDemo.KIND));
    }

    /** Until this moment has come by the office's clock. */
    void until(Instant moment, Progress progress) {
        while (clock.instant().isBefore(moment)) {
            pause(progress);
        }
    }

    private static void pause(Progress progress) {
        progress.stopIfAsked();
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The application stops; the next start goes on with the demo", e);
        }
    }
}
