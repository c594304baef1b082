package org.shuangsuiji.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.Scope;

/**
 * Where pushed grades, and what their labels stand for, are kept. What an office decides holds for itself and the offices
 * below it until they decide for themselves; a reader is told by the nearest on the way up.
 */
public interface PushedGradeBook {

    /** What labels stand for by one decision. */
    record Meaning(String scheme, String label, @Nullable Rank rank, LocalDate since, String reason) {}

    /** The labels of the grades that hold on a day, by source and scheme. */
    List<PushedLabel> labels(LocalDate day, Scope scope);

    /** The grade that each source gives an enterprise under each scheme on a day. */
    List<PushedGrade> of(long enterpriseId, LocalDate day, Scope scope);

    List<PushedDifference> differences(
            long modelId, @Nullable String scheme, int stepsMin, LocalDate day, long after, int limit, Scope scope);

    /** Whether any grade was ever pushed under this label of whom one may see. */
    boolean isKnown(String scheme, String label, Scope scope);

    long keep(Meaning meaning, long departmentId, String decidedBy, Instant at);
}
