package org.shuangsuiji.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;

/**
 * An enterprise that another body grades otherwise than we do.
 *
 * @param source who sent that grade to the office; absent where nobody did
 * @param authority who gave it, as the sender says
 */
public record PushedDifference(
        long recordId,
        long enterpriseId,
        String name,
        @Nullable String creditCode,
        @Nullable String source,
        @Nullable String authority,
        String scheme,
        String label,
        LocalDate day,
        Rank theirs,
        Rank ours) {

    /** By how many ranks ours is worse; negative where it is better. */
    public int steps() {
        return ours.number() - theirs.number();
    }
}
