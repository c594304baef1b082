package org.shuangsuiji.console.demo.district;

import java.util.Map;

/**
 * What one file holds.
 *
 * @param rows rows below the header, repeated ones included
 * @param oddities how many rows of the file have each oddity
 */
public record Tally(long rows, Map<Oddity, Long> oddities) {
    public Tally {
        oddities = Map.copyOf(oddities);
    }

    public long of(Oddity oddity) {
        return oddities.getOrDefault(oddity, 0L);
    }
}
