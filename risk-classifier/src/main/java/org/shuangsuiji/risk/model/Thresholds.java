package org.shuangsuiji.risk.model;

import org.shuangsuiji.model.Rank;

/** From which score, in hundredths, an enterprise has rank two, three and four; below is rank one. */
public record Thresholds(int rankTwoFrom, int rankThreeFrom, int rankFourFrom) {

    public Rank rankOf(int score) {
        if (score >= rankFourFrom) {
            return Rank.FOUR;
        }
        if (score >= rankThreeFrom) {
            return Rank.THREE;
        }
        return score >= rankTwoFrom ? Rank.TWO : Rank.ONE;
    }
}
