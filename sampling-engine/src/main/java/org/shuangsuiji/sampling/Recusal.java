package org.shuangsuiji.sampling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An inspector stays away from an enterprise (回避); a withdrawn one stays on record. */
public record Recusal(
        long id,
        long inspectorId,
        String creditCode,
        @Nullable String enterpriseName,
        Ground ground,
        String note,
        Instant declaredAt,
        String declaredBy,
        @Nullable Instant withdrawnAt) {

    /** Why (回避事由). */
    public enum Ground {
        /** 近亲属 */
        RELATIVE,
        /** 利害关系 */
        INTEREST,
        /** 曾任职 */
        FORMER_POST,
        /** 其他可能影响公正 */
        OTHER
    }
}
