package org.shuangsuiji.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A model as a list shows it.
 *
 * @param departmentName absent when the model is the office's as a whole
 * @param openVersions how many drafts, submitted and approved versions wait
 * @param owesRegrade whether the version in force has not graded everybody yet
 * @param changeable whether the reader may decide for everybody whom it grades
 */
public record ModelSheet(
        long id,
        String code,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String departmentName,
        String schemeCode,
        @Nullable Long activeVersionId,
        @Nullable Integer activeNumber,
        @Nullable LocalDate activeSince,
        int openVersions,
        boolean owesRegrade,
        boolean changeable) {}
