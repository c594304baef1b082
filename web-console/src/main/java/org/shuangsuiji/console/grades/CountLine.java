package org.shuangsuiji.console.grades;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.GradeCounts;

/**
 * One line of a distribution: a region, a section, or all.
 *
 * @param key the digits or the letter; absent when not known
 */
public record CountLine(@Nullable String key, String name, GradeCounts counts, List<Bar> bars) {

    public static CountLine of(@Nullable String key, String name, GradeCounts counts) {
        return new CountLine(key, name, counts, Bar.of(counts));
    }

    /** From rank one to rank four. */
    public List<Long> numbers() {
        return counts.byRank();
    }

    /** The same as shares among those graded, such as 65.4 %. */
    public List<String> shares() {
        return Stream.of(Rank.values())
                .map(rank -> {
                    int permille = counts.sharePermille(rank);
                    return permille / 10 + "." + permille % 10 + "%";
                })
                .toList();
    }
}
