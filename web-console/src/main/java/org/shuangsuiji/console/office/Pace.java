package org.shuangsuiji.console.office;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast a stage goes.
 *
 * @param rows rows worked off
 * @param perSecond absent until it can be told
 * @param secondsLeft absent where the wait is short or cannot be told
 */
public record Pace(
        long rows, @Nullable Long perSecond, @Nullable Long secondsLeft) {
    /** Before that, the rate says more about the start than about the work. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    /** Who waits less does not ask how long. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(10);

    /**
     * What can be told after some time.
     *
     * @param worked units done in that time
     * @param counted rows in them
     * @param left units still to be done
     */
    static Pace of(long rows, Duration taken, long worked, long counted, long left) {
        if (taken.compareTo(SETTLED) < 0 || worked <= 0) {
            return new Pace(rows, null, null);
        }
        long millis = taken.toMillis();
        Duration wait = Duration.ofMillis(Math.round((double) left * millis / worked));
        boolean worth = taken.plus(wait).compareTo(WORTH_TELLING) >= 0;
        return worth
                ? new Pace(rows, counted * 1_000 / millis, Math.max(1, wait.toSeconds()))
                : new Pace(rows, null, null);
    }
}
