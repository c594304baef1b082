package org.shuangsuiji.sampling;

import java.util.Arrays;
import java.util.List;
import org.shuangsuiji.sampling.draw.Frame;

/** Everybody inside the filters of a campaign: the frame, with the enterprise of each unit, and those left out. */
public final class Candidates {
    private final List<String> stratumOfRank;
    private final Frame.Builder frame = Frame.builder();
    private final FrameSizes sizes = new FrameSizes();
    private long[] enterpriseIds = new long[1024];

    private int excluded;
    private long[] excludedIds = new long[1024];
    private Exclusion[] reasons = new Exclusion[1024];

    /** Nobody yet; the id of each rank's stratum, by rank number. */
    public Candidates(List<String> stratumOfRank) {
        this.stratumOfRank = List.copyOf(stratumOfRank);
    }

    /** Takes one unit of the frame; they come in any order. */
    public void add(long enterpriseId, String unit, String region, short rank) {
        int size = frame.size();
        if (size == enterpriseIds.length) {
            enterpriseIds = Arrays.copyOf(enterpriseIds, size * 2);
        }
        enterpriseIds[size] = enterpriseId;
        sizes.add(region, rank, 1);
        frame.add(unit, stratumOfRank.get(rank), region);
    }

    /** Takes one that is left out. */
    public void leaveOut(long enterpriseId, Exclusion reason) {
        if (excluded == excludedIds.length) {
            excludedIds = Arrays.copyOf(excludedIds, excluded * 2);
            reasons = Arrays.copyOf(reasons, excluded * 2);
        }
        excludedIds[excluded] = enterpriseId;
        reasons[excluded++] = reason;
    }

    public int size() {
        return frame.size();
    }

    FrameSizes sizes() {
        return sizes;
    }

    /** The frame, which may not be empty. */
    public Frame frame() {
        return frame.build();
    }

    /** The enterprises of the units, in the order of the frame. */
    public long[] enterpriseIds() {
        int[] order = frame.order();
        long[] ids = new long[order.length];
        Arrays.setAll(ids, place -> enterpriseIds[order[place]]);
        return ids;
    }

    public int excluded() {
        return excluded;
    }

    public int excluded(Exclusion reason) {
        int count = 0;
        for (int i = 0; i < excluded; i++) {
            count += reasons[i] == reason ? 1 : 0;
        }
        return count;
    }

    public long excludedId(int index) {
        return excludedIds[index];
    }

    public Exclusion reason(int index) {
        return reasons[index];
    }
}
