package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permit, a penalty or a listing, as one row tells it.
 *
 * @param endsOn the first day on which it no longer counts
 * @param statedEnd the same, where the source itself states the end of publicity
 * @param authorityCode the credit code of the body that decided
 * @param licenceNo the number of a licence (许可编号) beside that of the decision
 */
public record CreditRecord(
        long line,
        Subject subject,
        SubjectKind subjectKind,
        @Nullable String name,
        LocalDate eventDay,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate statedEnd,
        @Nullable LocalDate repairedOn,
        @Nullable LocalDate withdrawnOn,
        @Nullable Severity severity,
        @Nullable Long amountFen,
        @Nullable Long confiscatedFen,
        @Nullable String category,
        @Nullable String documentNo,
        @Nullable String licenceNo,
        @Nullable String authority,
        @Nullable String authorityCode,
        @Nullable String summary,
        int flags,
        UUID keyHash,
        UUID contentHash)
        implements Entry {}
