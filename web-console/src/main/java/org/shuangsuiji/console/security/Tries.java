package org.shuangsuiji.console.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** So many tries in a minute for each of those who try; who waits gets them back little by little. */
final class Tries {
    /** After this time all tries are back. */
    static final Duration REFILL = Duration.ofMinutes(1);

    private static final int REMEMBERED_MAX = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    Tries(int inAMinute) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterAccess(REFILL.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(inAMinute).refillGreedy(inAMinute, REFILL))
                        .build());
    }

    boolean take(String who) {
        return buckets.get(who).tryConsume(1);
    }

    void giveBack(String who) {
        buckets.get(who).addTokens(1);
    }
}
