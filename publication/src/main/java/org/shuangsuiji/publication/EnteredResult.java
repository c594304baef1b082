package org.shuangsuiji.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.publication.notice.Finding;
import org.shuangsuiji.publication.notice.Method;

/**
 * One version of what a visit found.
 *
 * @param submitted false for a draft of the team
 * @param review what the reviewer decided on this version
 */
public record EnteredResult(
        long resultId,
        int version,
        String setCode,
        boolean submitted,
        LocalDate inspectedOn,
        Set<Method> methods,
        String enteredBy,
        String enteredByName,
        long inspectorId,
        @Nullable Long secondInspectorId,
        Instant enteredAt,
        List<Finding> findings,
        @Nullable Review review) {

    public EnteredResult {
        methods = Set.copyOf(methods);
        findings = List.copyOf(findings);
    }

    /** What a reviewer decided. */
    public record Review(boolean passed, String reason, String reviewerName, Instant reviewedAt) {}
}
