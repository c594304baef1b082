package org.shuangsuiji.sampling;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How much is drawn from the enterprises of a rank, and how often one may be visited.
 *
 * @param rank 1 lowest risk to 4 highest; {@link #ALL} where no grade makes the strata
 * @param ratio share drawn in basis points (抽查比例)
 * @param mostVisits at most so many visits to one enterprise in {@code months} months (抽查频次); null: no limit
 */
@Embeddable
public record CampaignRate(
        short rank,
        int ratio,
        @Nullable Integer mostVisits,
        @Nullable Integer months) {
    /** The one stratum of a campaign whose strata are not grades. */
    public static final short ALL = 0;

    public static final int WHOLE = 10_000;

    /**
     * How many are drawn from a stratum of this size: rounded up, so that a ratio above nothing never draws nobody,
     * and at least the floor.
     */
    public int takeOf(int size, int floor) {
        if (ratio == 0 || size == 0) {
            return 0;
        }
        long share = ((long) size * ratio + WHOLE - 1) / WHOLE;
        return (int) Math.min(size, Math.max(floor, share));
    }

    /** How many stand in reserve behind them: so many basis points of the take, rounded up, as far as units go. */
    public static int reserveOf(int size, int take, int reserveRatio) {
        long wanted = ((long) take * reserveRatio + WHOLE - 1) / WHOLE;
        return (int) Math.min(size - take, wanted);
    }
}
