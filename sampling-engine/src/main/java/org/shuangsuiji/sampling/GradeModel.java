package org.shuangsuiji.sampling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A model whose current grades can make strata, with its version in force.
 *
 * @param gradedOn day of the latest run of that version over everybody or over all that were due; null before it has
 *     graded everybody
 * @param lastRun its latest run; as long as it stays, so do all grades
 */
public record GradeModel(
        long id,
        String name,
        String nameEn,
        String schemeCode,
        long versionId,
        int versionNumber,
        @Nullable LocalDate gradedOn,
        @Nullable Long lastRun) {

    /** The name that readers of English, or of Chinese, know it by. */
    public String name(boolean english) {
        return english ? nameEn : name;
    }

    /** The grades that made the strata of a draw: by which version, as of which day. */
    public record AsOf(long versionId, LocalDate day) {}
}
