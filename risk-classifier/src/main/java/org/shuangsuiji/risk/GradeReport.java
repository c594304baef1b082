package org.shuangsuiji.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Relation;
import org.shuangsuiji.risk.scoring.Explanation;

/**
 * Everything about one enterprise's grade by one model.
 *
 * @param day the day for which it is explained
 * @param why worked out anew for this day, by the version in force, with the functions that graded
 * @param current what is kept; differs from {@code why} only while a regrade is on its way
 * @param history former assessments, the newest first
 * @param records the records behind, by id
 * @param related other enterprises at the same address or with a legal representative of the same name, a few of each
 */
public record GradeReport(
        Subject subject,
        ModelSheet model,
        VersionSheet version,
        LocalDate day,
        Explanation why,
        Optional<Assessment> current,
        List<Assessment> history,
        Map<Long, RecordText> records,
        List<Related> related) {

    /** Whom it is about. */
    public record Subject(
            long id,
            String name,
            @Nullable String creditCode,
            @Nullable String region,
            @Nullable String section,
            @Nullable String industry,
            String status,
            @Nullable LocalDate established) {}

    /**
     * A record in words.
     *
     * @param amountUnknown whether there was a fine of which nobody knows the amount; no sum has it in
     */
    public record RecordText(
            long id,
            RecordKind kind,
            LocalDate eventDay,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate repairedOn,
            @Nullable LocalDate withdrawnOn,
            @Nullable Integer severity,
            @Nullable Long amountFen,
            boolean amountUnknown,
            @Nullable String category,
            @Nullable String documentNo,
            @Nullable String authority,
            @Nullable String summary) {}

    /** An enterprise that counts as related. */
    public record Related(Relation relation, long enterpriseId, String name) {}

    /** Whether what is kept still says what the records say today. */
    public boolean upToDate() {
        return current.isPresent()
                && current.get().versionId() == version.id()
                && current.get().standing() == why.standing()
                && current.get().rank().equals(why.rank())
                && current.get().score() == why.score();
    }
}
