package org.shuangsuiji.sampling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RowContent;

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

    /** What the ledger binds of it; a note may say who is related to whom and stays untold. */
    RowContent row() {
        return RowContent.empty()
                .told("inspector", inspectorId)
                .told("unit", creditCode)
                .told("ground", ground)
                .bound("note", note)
                .told("declaredAt", declaredAt)
                .bound("declaredBy", declaredBy)
                .told("withdrawnAt", withdrawnAt);
    }

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
