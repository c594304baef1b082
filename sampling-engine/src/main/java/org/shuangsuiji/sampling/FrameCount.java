package org.shuangsuiji.sampling;

import org.jspecify.annotations.Nullable;

/**
 * How many enterprises of a rank have this answer: in the frame, or left out for a reason.
 *
 * @param region where those of the frame are; those left out are counted together
 */
public record FrameCount(
        short rank, @Nullable Exclusion exclusion, @Nullable String region, int count) {}
