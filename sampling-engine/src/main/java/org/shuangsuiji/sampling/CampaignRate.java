package org.shuangsuiji.sampling;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
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

    /** Where an office may start from: lower risk, fewer visits; higher risk, more. */
    public static List<CampaignRate> usual(boolean graded) {
        return graded
                ? List.of(
                        new CampaignRate((short) 1, 100, 1, 36),
                        new CampaignRate((short) 2, 300, 1, 12),
                        new CampaignRate((short) 3, 1000, 2, 12),
                        new CampaignRate((short) 4, 3000, null, null))
                : List.of(new CampaignRate(ALL, 300, 1, 12));
    }

    /** The ratio in percent. */
    public BigDecimal percent() {
        return Percent.ofBasisPoints(ratio);
    }

    /** The most visits and in how many months: {@code 1/36}, or a dash where there is no limit. */
    String frequency() {
        return mostVisits == null ? "—" : mostVisits + "/" + months;
    }

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
