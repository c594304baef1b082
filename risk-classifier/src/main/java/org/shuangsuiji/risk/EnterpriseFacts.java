package org.shuangsuiji.risk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.scoring.CountedRecord;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.shuangsuiji.risk.scoring.Features;

/** Everything that is known of one enterprise, as the grader sees it and in words. */
public interface EnterpriseFacts {

    /**
     * The facts.
     *
     * @param features its columns, closed
     * @param records its records, as counted
     * @param texts the same in words
     */
    record Facts(
            GradeReport.Subject subject,
            Features features,
            List<CountedRecord> records,
            Map<Long, GradeReport.RecordText> texts,
            List<GradeReport.Related> related) {}

    /** The enterprise with this credit code; empty when it is absent or outside the scope. */
    Optional<GradeReport.Subject> byCode(String creditCode, Scope scope);

    /** Empty when the enterprise is absent or outside the scope. */
    Optional<Facts> of(long enterpriseId, ExtractionPlan plan, Scope scope);
}
