package org.shuangsuiji.sampling;

import org.jspecify.annotations.Nullable;

/** How many enterprises of a rank have this answer: in the frame, or left out for a reason. */
public record FrameCount(short rank, @Nullable Exclusion exclusion, int count) {}
