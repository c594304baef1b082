package org.shuangsuiji.bench;

import java.util.EnumMap;
import java.util.Map;
import org.shuangsuiji.model.Progress;

/** Measures how long the load of one file is at what. */
final class StageClock implements Progress {

    /** What a load does, in its order. */
    enum At {
        RECEIVING,
        READING,
        WAITING,
        MERGING
    }

    private final Map<At, Long> nanos = new EnumMap<>(At.class);
    private final Runnable whenMerging;
    private At at = At.RECEIVING;
    private long since = System.nanoTime();

    /** @param whenMerging told once the file is the one that is merged */
    StageClock(Runnable whenMerging) {
        this.whenMerging = whenMerging;
    }

    @Override
    public void stage(String stage, long total) {
        boolean merged = at == At.MERGING;
        turnTo(
                switch (stage) {
                    case "stage.read" -> At.READING;
                    case "stage.earlier", "stage.wait" -> At.WAITING;
                    case "stage.merge" -> At.MERGING;
                    default -> throw new IllegalStateException("A load has no stage '%s'".formatted(stage));
                });
        if (at == At.MERGING && !merged) {
            whenMerging.run();
        }
    }

    @Override
    public void done(long done) {
        // the stage goes on
    }

    @Override
    public void stopIfAsked() {
        // nobody asks
    }

    /** The work has ended. */
    StageClock stop() {
        turnTo(at);
        return this;
    }

    double seconds(At what) {
        return nanos.getOrDefault(what, 0L) / 1e9;
    }

    private void turnTo(At next) {
        long now = System.nanoTime();
        nanos.merge(at, now - since, Long::sum);
        at = next;
        since = now;
    }
}
