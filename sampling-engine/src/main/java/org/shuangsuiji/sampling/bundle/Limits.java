package org.shuangsuiji.sampling.bundle;

import java.util.Set;
import org.shuangsuiji.sampling.draw.BundleFile;

/** How large the files of a bundle may be, so that a hostile one cannot fill memory. */
public record Limits(long smallFileBytesMax, long largeFileBytesMax, long totalBytesMax, int filesMax) {
    private static final long MEBI = 1L << 20;

    private static final Set<String> SMALL =
            Set.of(BundleFile.RULE, BundleFile.SEALED, BundleFile.SOURCES, BundleFile.ANSWER);

    /** Beyond this, packed text is not text but a bomb; credit codes and digests pack ten times at most. */
    static final long RATIO_MAX = 100;

    /** Below this size a ratio says nothing. */
    static final long RATIO_FREE_BYTES = MEBI;

    /** Room for frames of ten million units. */
    public static final Limits STANDARD = new Limits(16 * MEBI, 1024 * MEBI, 1536 * MEBI, 1000);

    /** The most bytes a file of this name may have. */
    long bytesMax(String name) {
        return SMALL.contains(name) ? smallFileBytesMax : largeFileBytesMax;
    }
}
