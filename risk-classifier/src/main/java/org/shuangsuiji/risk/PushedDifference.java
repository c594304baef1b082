package org.shuangsuiji.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;

/** An enterprise that another body grades otherwise than we do. */
public record PushedDifference(
        long recordId,
        long enterpriseId,
        String name,
        @Nullable String creditCode,
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
