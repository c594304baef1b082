package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject as its register describes it (登记注册).
 *
 * @param formerCodes codes and 15-digit numbers under which it stood there before; absent where the row says nothing of them
 */
public record Registration(
        long line,
        Subject subject,
        SubjectKind subjectKind,
        @Nullable String name,
        List<String> searchGrams,
        @Nullable String region,
        @Nullable String industry,
        @Nullable String section,
        @Nullable String typeCode,
        @Nullable String typeName,
        @Nullable EnterpriseStatus status,
        @Nullable LocalDate established,
        @Nullable Long capitalFen,
        @Nullable String capitalText,
        @Nullable String address,
        @Nullable String legalPerson,
        @Nullable String businessScope,
        @Nullable String registerNumber,
        @Nullable String authority,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termTo,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate revokedOn,
        @Nullable LocalDate deregisteredOn,
        List<String> formerNames,
        @Nullable List<String> formerCodes,
        long flags,
        UUID contentHash)
        implements Entry {}
