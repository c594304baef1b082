package org.shuangsuiji.sampling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.draw.Mode;

/**
 * One commitment of an office and what became of it.
 *
 * @param committedBy name of who froze the lists
 * @param endedBy name of who drew, abandoned or declared the failure
 * @param silentPlace place of the source for which it failed, from 0; null unless it failed
 */
public record DrawSheet(
        long id,
        long campaignId,
        String campaignName,
        long officeId,
        String officeCode,
        String officeName,
        long serial,
        String name,
        Mode mode,
        Digest digest,
        String chain,
        String commitment,
        State state,
        Instant firstDue,
        String committedBy,
        Instant committedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable Integer silentPlace,
        @Nullable String seed,
        @Nullable String visitRoot,
        @Nullable Integer visits,
        @Nullable String resultDigest) {

    /** Each number of the chain ends in a result, a public abandonment or a public failure (DR-1 §1, 3). */
    public enum State {
        COMMITTED,
        DRAWN,
        ABANDONED,
        FAILED
    }
}
