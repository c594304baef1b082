package org.shuangsuiji.risk.model;

import java.util.List;

/** How the points of an indicator may run with its value. */
public enum Direction {
    /** A larger value never has fewer points. */
    WORSE_WHEN_MORE,
    /** A larger value never has more points. */
    BETTER_WHEN_MORE,
    /** Any points. */
    FREE;

    boolean admits(List<Bin> bins) {
        for (int i = 1; i < bins.size(); i++) {
            int step = bins.get(i).points() - bins.get(i - 1).points();
            if ((this == WORSE_WHEN_MORE && step < 0) || (this == BETTER_WHEN_MORE && step > 0)) {
                return false;
            }
        }
        return true;
    }
}
