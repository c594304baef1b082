package org.shuangsuiji.risk;

import java.util.List;
import org.shuangsuiji.model.Rank;

/**
 * What a definition would do, beside what the active one does, for the same enterprises on the same day.
 *
 * @param moves rows are the ranks by the active version, columns those by the other: four by four
 */
public record Comparison(GradeCounts before, GradeCounts after, List<List<Long>> moves) {

    public long moved(Rank from, Rank to) {
        return moves.get(from.number() - 1).get(to.number() - 1);
    }

    /** How many would have a higher risk than now. */
    public long worse() {
        return sum(1);
    }

    /** How many would have a lower risk than now. */
    public long better() {
        return sum(-1);
    }

    private long sum(int direction) {
        long sum = 0;
        for (Rank from : Rank.values()) {
            for (Rank to : Rank.values()) {
                if (Integer.signum(to.number() - from.number()) == direction) {
                    sum += moved(from, to);
                }
            }
        }
        return sum;
    }
}
