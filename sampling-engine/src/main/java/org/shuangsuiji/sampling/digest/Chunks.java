package org.shuangsuiji.sampling.digest;

import java.util.stream.IntStream;

/** Splits work over all cores at places that never depend on the machine, so that results do not either. */
public final class Chunks {
    private Chunks() {}

    /** Work on the items from {@code from} to before {@code to}; each chunk writes only what is its own. */
    @FunctionalInterface
    public interface Work {
        void on(int from, int to);
    }

    public static void inParallel(int size, int chunk, Work work) {
        int count = Math.floorDiv(size - 1, chunk) + 1;
        IntStream.range(0, count).parallel().forEach(n -> work.on(n * chunk, (int) Math.min(size, (n + 1L) * chunk)));
    }
}
