package org.shuangsuiji.risk.model;

import org.jspecify.annotations.Nullable;

/**
 * The points of all values from a lower bound, which belongs to the bin, up to the next bin's.
 *
 * @param from the lower bound; absent for the first bin, which takes everything below the second
 */
public record Bin(@Nullable Long from, int points) {}
