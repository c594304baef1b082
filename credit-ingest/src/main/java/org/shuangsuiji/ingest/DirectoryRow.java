package org.shuangsuiji.ingest;

import org.jspecify.annotations.Nullable;

/**
 * An enterprise in a list of the directory.
 *
 * @param region where it stands; absent when it is gone
 * @param regionBefore where it stood the month before; absent when it is new, or where all that stand there are listed
 * @param goneStatus its status when it was gone; {@code OTHER_IDENTITY} when it turned out to be another subject
 */
public record DirectoryRow(
        long enterpriseId,
        String name,
        @Nullable String creditCode,
        @Nullable String region,
        @Nullable String regionBefore,
        @Nullable String goneStatus) {

    /** Which of them are listed. */
    public enum Part {
        MEMBERS,
        CAME,
        GONE,
        MOVED
    }
}
