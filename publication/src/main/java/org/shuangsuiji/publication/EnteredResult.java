package org.shuangsuiji.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RowContent;
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

    /** What the ledger binds of it: the same from hand to hand, so that what was passed is what was handed in. */
    RowContent row() {
        return RowContent.empty()
                .told("version", version)
                .told("set", setCode)
                .told("submitted", submitted)
                .told("inspectedOn", inspectedOn)
                .told("methods", methods)
                .bound("enteredBy", enteredBy)
                .told("inspector", inspectorId)
                .told("second", secondInspectorId)
                .told("items", findings.stream().map(Finding::seq).toList())
                .told("categories", findings.stream().map(Finding::categories).toList())
                .bound("notes", findings.stream().map(Finding::note).toList());
    }

    /** What a reviewer decided. */
    public record Review(boolean passed, String reason, String reviewerName, Instant reviewedAt) {}
}
