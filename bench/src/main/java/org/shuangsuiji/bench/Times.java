package org.shuangsuiji.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long the same work took, once or several times. */
record Times(List<Duration> runs) {
    Times {
        runs = List.copyOf(runs);
    }

    /** Work to be timed. */
    interface Work {
        void run() throws Exception;
    }

    /** Runs the work so many times; before each, what is not timed. */
    static Times of(int runs, Work before, Work timed) throws Exception {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            before.run();
            long start = System.nanoTime();
            timed.run();
            durations.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return new Times(durations);
    }

    double medianSeconds() {
        List<Duration> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        Duration median = sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
        return median.toNanos() / 1e9;
    }
}
