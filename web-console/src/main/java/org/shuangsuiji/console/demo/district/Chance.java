package org.shuangsuiji.console.demo.district;

import java.util.List;

/**
 * A stream of repeatable numbers (SplitMix64).
 *
 * <p>Each enterprise and purpose has its own stream, derived from the seed alone: any row can be made again without
 * the rows before it, so memory stays flat at ten million enterprises.
 */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Chance(long seed, long enterprise, Purpose purpose) {
        state = mix(mix(mix(seed) + enterprise * GOLDEN) + purpose.salt);
    }

    /** What the numbers are used for; a new purpose leaves the streams of the others as they were. */
    enum Purpose {
        SUBJECT(11),
        CONDUCT(23),
        ODDITY(37),
        PERMIT(41),
        PENALTY(53),
        ABNORMAL(67),
        DISHONESTY(71),
        DELTA(83),
        FURTHER(97);

        private final long salt;

        Purpose(long salt) {
            this.salt = salt;
        }
    }

    private static long mix(long z) {
        long mixed = z + GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    long next() {
        state += GOLDEN;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to one less than the bound; the bias of at most bound/2^31 does no harm here. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** True in this many cases of ten thousand. */
    boolean in10000(int cases) {
        return below(10_000) < cases;
    }

    /** True in this many cases of a hundred. */
    boolean percent(int cases) {
        return below(100) < cases;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One of the choices, each as likely as its weight says. */
    int weighted(List<Integer> weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = below(sum);
        for (int i = 0; i < weights.size(); i++) {
            left -= weights.get(i);
            if (left < 0) {
                return i;
            }
        }
        throw new IllegalStateException("The weights of a choice are positive");
    }
}
