package org.shuangsuiji.console.grades;

import org.jspecify.annotations.Nullable;

/**
 * That the version in force has not graded everybody yet.
 *
 * @param version the number of the version
 * @param jobId the job that does it or did not get to its end; absent when there is none that the reader may see
 * @param underWay whether it waits or runs
 * @param failed whether it ended without having done it
 */
public record OwedRegrade(
        long modelId, @Nullable Integer version, @Nullable Long jobId, boolean underWay, boolean failed) {}
