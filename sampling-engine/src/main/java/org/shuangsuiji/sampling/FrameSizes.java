package org.shuangsuiji.sampling;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;

/** How many units a frame has, by region and rank. */
final class FrameSizes {
    private static final int RANKS = 5;

    private final NavigableMap<String, int[]> ofRegions = new TreeMap<>();

    void add(String region, short rank, int count) {
        ofRegions.computeIfAbsent(region, same -> new int[RANKS])[rank] += count;
    }

    /** Of this rank, in all regions. */
    int of(short rank) {
        return ofRegions.values().stream().mapToInt(sizes -> sizes[rank]).sum();
    }

    /** Of this rank in these regions. */
    int of(Collection<String> regions, short rank) {
        return regions.stream()
                .map(ofRegions::get)
                .filter(Objects::nonNull)
                .mapToInt(sizes -> sizes[rank])
                .sum();
    }

    SortedSet<String> regions() {
        return Collections.unmodifiableSortedSet(ofRegions.navigableKeySet());
    }
}
