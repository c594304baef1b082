package org.shuangsuiji.console.grades;

import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.risk.GradeCounts;

/**
 * A piece of a bar of a thousand units.
 *
 * @param rank whose share it is
 */
public record Bar(int rank, int x, int width) {
    public static final int WHOLE = 1000;

    /** The shares of the four ranks among those graded, side by side; together exactly the whole. */
    public static List<Bar> of(GradeCounts counts) {
        List<Bar> bars = new ArrayList<>();
        long sum = 0;
        int x = 0;
        for (Rank rank : Rank.values()) {
            sum += counts.of(rank);
            int end = counts.graded() == 0 ? 0 : (int) (sum * WHOLE / counts.graded());
            bars.add(new Bar(rank.number(), x, end - x));
            x = end;
        }
        return bars;
    }
}
