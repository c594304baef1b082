package org.shuangsuiji.console.office;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Start start;
    private @Nullable Pace pace;
    private Instant writtenAt = Instant.EPOCH;
    private Instant askedAt = Instant.EPOCH;

    private record Start(Instant at, long done, long rows) {}

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
        start = null;
        pace = null;
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
    public void done(long nowDone, long rows) {
        Instant now = clock.instant();
        Start from = start;
        if (from == null) {
            from = new Start(now, nowDone, rows); // what an earlier run had done says nothing of the pace of this one
            start = from;
        }
        pace = Pace.of(
                rows,
                Duration.between(from.at, now),
                nowDone - from.done,
                rows - from.rows,
                Math.max(0, total - nowDone));
        done(nowDone);
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
        jobs.progress(id, stage, done, total, pace, writtenAt);
    }
}
