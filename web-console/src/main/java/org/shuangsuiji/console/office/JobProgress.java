package org.shuangsuiji.console.office;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.shuangsuiji.model.Progress;

/** Writes progress to the job's row, at most four times a second, beside whatever transaction the work has open. */
final class JobProgress implements Progress {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Jobs jobs;
    private final long id;
    private final Clock clock;

    private String stage = "stage.begin";
    private long total;
    private long done;
    private Instant writtenAt = Instant.EPOCH;
    private Instant askedAt = Instant.EPOCH;

    JobProgress(Jobs jobs, long id, Clock clock) {
        this.jobs = jobs;
        this.id = id;
        this.clock = clock;
    }

    @Override
    public void stage(String newStage, long newTotal) {
        stage = newStage;
        total = newTotal;
        done = 0;
        flush();
    }

    @Override
    public void done(long nowDone) {
        done = nowDone;
        if (clock.instant().isAfter(writtenAt.plus(PAUSE))) {
            flush();
        }
    }

    @Override
    public void stopIfAsked() {
        Instant now = clock.instant();
        if (now.isAfter(askedAt.plus(PAUSE))) {
            askedAt = now;
            if (jobs.stopAsked(id)) {
                throw new Cancelled();
            }
        }
    }

    void flush() {
        writtenAt = clock.instant();
        jobs.progress(id, stage, done, total, writtenAt);
    }
}
