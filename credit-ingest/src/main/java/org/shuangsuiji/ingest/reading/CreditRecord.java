package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a subject, as one row tells it: a permit, a penalty, a listing, a complaint, a relation, …
 *
 * @param endsOn the first day on which it no longer counts
 * @param statedEnd the same, where the source itself states the end of publicity
 * @param authorityCode the credit code of the body that decided
 * @param documentNo without the numbers of people in it, as all texts here
 * @param licenceNo the number of a licence (许可编号) beside that of the decision
 * @param quantity what the kind counts, such as complaints
 * @param details facts of the kind's own as a JSON object
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
        @Nullable Long quantity,
        @Nullable String details,
        Related related,
        long flags,
        NaturalKey key,
        UUID contentHash)
        implements Entry {}
