package org.shuangsuiji.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.Scope;

/** The grades that are kept. */
public interface Assessments {

    /** What each model says now of an enterprise in scope. */
    List<Assessment> current(long enterpriseId, Scope scope);

    /** All that one model ever said of it, the newest first. */
    List<Assessment> history(long enterpriseId, long modelId, int limit);

    Distribution distribution(long modelId, GradeFilter filter, Scope scope);

    /** By id of the enterprise, after the given one; without a rank those that are not yet gradable. */
    List<GradeRow> list(
            long modelId, @Nullable Rank rank, GradeFilter filter, long afterEnterpriseId, int limit, Scope scope);
}
