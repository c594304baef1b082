package org.shuangsuiji.risk;

import java.util.List;
import java.util.stream.LongStream;
import org.shuangsuiji.model.Rank;

/**
 * How many enterprises have which rank.
 *
 * @param byRank from rank one to rank four
 */
public record GradeCounts(List<Long> byRank, long notYetGradable) {

    public GradeCounts {
        byRank = List.copyOf(byRank);
        if (byRank.size() != Rank.values().length) {
            throw new IllegalArgumentException("There are four ranks; got counts of %d".formatted(byRank.size()));
        }
    }

    public static GradeCounts of(long one, long two, long three, long four, long notYetGradable) {
        return new GradeCounts(List.of(one, two, three, four), notYetGradable);
    }

    public long of(Rank rank) {
        return byRank.get(rank.number() - 1);
    }

    /** Those that have a rank. */
    public long graded() {
        return byRank.stream().mapToLong(Long::longValue).sum();
    }

    public long all() {
        return graded() + notYetGradable;
    }

    /** The share of a rank among those graded, in tenths of a percent. */
    public int sharePermille(Rank rank) {
        return graded() == 0 ? 0 : Math.toIntExact(Math.round(1000.0 * of(rank) / graded()));
    }

    GradeCounts plus(GradeCounts other) {
        return new GradeCounts(
                LongStream.range(0, byRank.size())
                        .mapToObj(i -> byRank.get((int) i) + other.byRank.get((int) i))
                        .toList(),
                notYetGradable + other.notYetGradable);
    }
}
