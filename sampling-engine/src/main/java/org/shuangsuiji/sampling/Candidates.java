package org.shuangsuiji.sampling;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.draw.Frame;

/** Everybody inside the filters of a campaign: the units, sorted by credit code, and those left out. */
public final class Candidates {
    private int size;
    private String[] units = new String[1024];
    private String[] regions = new String[1024];
    private byte[] ranks = new byte[1024];
    private long[] enterpriseIds = new long[1024];
    private final int[] sizes = new int[RANKS];

    private int excluded;
    private long[] excludedIds = new long[1024];
    private Exclusion[] reasons = new Exclusion[1024];

    private static final int RANKS = 5;

    /** Takes one enterprise; those of the frame come sorted by unit. */
    public void add(
            long enterpriseId, @Nullable String unit, @Nullable String region, short rank, @Nullable Exclusion reason) {
        if (reason != null) {
            if (excluded == excludedIds.length) {
                excludedIds = Arrays.copyOf(excludedIds, excluded * 2);
                reasons = Arrays.copyOf(reasons, excluded * 2);
            }
            excludedIds[excluded] = enterpriseId;
            reasons[excluded++] = reason;
            return;
        }
        if (unit == null || region == null) {
            throw new IllegalStateException("Enterprise %d without code or region in a frame".formatted(enterpriseId));
        }
        if (size == units.length) {
            int room = size * 2;
            units = Arrays.copyOf(units, room);
            regions = Arrays.copyOf(regions, room);
            ranks = Arrays.copyOf(ranks, room);
            enterpriseIds = Arrays.copyOf(enterpriseIds, room);
        }
        units[size] = unit;
        regions[size] = region.intern();
        ranks[size] = (byte) rank;
        enterpriseIds[size++] = enterpriseId;
        sizes[rank]++;
    }

    public int size() {
        return size;
    }

    /** How many units of the frame have this rank. */
    public int size(short rank) {
        return sizes[rank];
    }

    public String unit(int index) {
        return units[index];
    }

    public String region(int index) {
        return regions[index];
    }

    public short rank(int index) {
        return ranks[index];
    }

    public long enterpriseId(int index) {
        return enterpriseIds[index];
    }

    public int excluded() {
        return excluded;
    }

    public long excludedId(int index) {
        return excludedIds[index];
    }

    public Exclusion reason(int index) {
        return reasons[index];
    }

    /** The frame, each unit in the stratum of its rank; ids by rank. */
    Frame frame(List<String> stratumOfRank) {
        Frame.Builder builder = Frame.builder();
        for (int i = 0; i < size; i++) {
            builder.add(units[i], stratumOfRank.get(ranks[i]), regions[i]);
        }
        return builder.build();
    }
}
