package org.shuangsuiji.sampling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;

/**
 * What a freeze would find now.
 *
 * @param excluded how many are left out, by reason
 * @param strength whom there is to send
 */
public record Preview(
        SortedMap<Exclusion, Integer> excluded, List<Line> lines, int eligible, int take, Strength strength) {

    /** One stratum: how many there are, are drawn, stand in reserve, and are left out because visited at most. */
    public record Line(CampaignRate rate, int size, int take, int reserve, int atMost) {

        /** The chance of each unit to be drawn, in percent, exact to two places. */
        public BigDecimal chancePercent() {
            return size == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(take * 100L).divide(BigDecimal.valueOf(size), 2, RoundingMode.HALF_UP);
        }

        /** A chance of nothing or of certainty that nobody may have meant. */
        public boolean extreme() {
            return size > 0 && (take == 0 || take == size);
        }
    }

    /** How many keep the list from being closed, as another one that they stand in is not drawn yet. */
    public int waiting() {
        return excluded.getOrDefault(Exclusion.PENDING_DRAW, 0);
    }

    public int left() {
        return excluded.values().stream().mapToInt(Integer::intValue).sum();
    }
}
