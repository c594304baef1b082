package org.shuangsuiji.publication.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector hands in for one visit.
 *
 * @param inspectedOn the day the inspection ended
 * @param secondInspectorId the other inspector who was present
 */
public record ResultForm(
        LocalDate inspectedOn,
        Set<Method> methods,
        @Nullable Long secondInspectorId,
        List<Finding> findings) {
    public static final int NOTE_LENGTH_MAX = 2000;

    public ResultForm {
        methods = methods.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(methods));
        findings = List.copyOf(findings);
    }

    /**
     * The visit that a form is for.
     *
     * @param items how many items it has; they are numbered from 1
     * @param starts the first day of the visits
     * @param enteringInspectorId who enters
     * @param team all members of the team
     */
    public record Visited(int items, LocalDate starts, long enteringInspectorId, Set<Long> team) {}

    /** Everything that keeps this form from being handed in; empty when it may. */
    public List<Fault> faults(Visited visit, CategorySet set, LocalDate today) {
        List<Fault> faults = draftFaults(visit, set, today);
        for (int seq = 1; seq <= visit.items(); seq++) {
            int item = seq;
            if (findings.stream().noneMatch(finding -> finding.seq() == item)) {
                faults.add(new Fault(Fault.Rule.ITEM_MISSING, seq, ""));
            }
        }
        for (Finding finding : findings) {
            if (finding.categories().isEmpty()) {
                faults.add(new Fault(Fault.Rule.CATEGORY_MISSING, finding.seq(), ""));
            }
            if (finding.note().isEmpty()
                    && set.pick(finding.categories()).stream().anyMatch(Category::problem)) {
                faults.add(new Fault(Fault.Rule.NOTE_MISSING, finding.seq(), ""));
            }
        }
        if (methods.isEmpty()) {
            faults.add(new Fault(Fault.Rule.METHOD_MISSING, 0, ""));
        }
        if (secondInspectorId == null) {
            faults.add(new Fault(Fault.Rule.SECOND_MISSING, 0, ""));
        }
        return faults;
    }

    /** What not even a draft may say: it would be kept as it stands. */
    public List<Fault> draftFaults(Visited visit, CategorySet set, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.seq() < 1 || finding.seq() > visit.items() || !seen.add(finding.seq())) {
                faults.add(new Fault(Fault.Rule.ITEM_UNKNOWN, 0, String.valueOf(finding.seq())));
            }
            faults.addAll(categoryFaults(finding, set));
            if (finding.note().length() > NOTE_LENGTH_MAX) {
                faults.add(new Fault(
                        Fault.Rule.NOTE_TOO_LONG,
                        finding.seq(),
                        String.valueOf(finding.note().length())));
            }
        }
        if (inspectedOn.isAfter(today)) {
            faults.add(new Fault(Fault.Rule.IN_FUTURE, 0, inspectedOn.toString()));
        } else if (inspectedOn.isBefore(visit.starts())) {
            faults.add(new Fault(Fault.Rule.TOO_EARLY, 0, inspectedOn.toString()));
        }
        if (secondInspectorId != null
                && (secondInspectorId == visit.enteringInspectorId()
                        || !visit.team().contains(secondInspectorId))) {
            faults.add(new Fault(Fault.Rule.SECOND_NOT_IN_TEAM, 0, String.valueOf(secondInspectorId)));
        }
        return faults;
    }

    private static List<Fault> categoryFaults(Finding finding, CategorySet set) {
        List<Fault> faults = new ArrayList<>();
        for (String code : finding.categories()) {
            if (set.find(code).isEmpty()) {
                faults.add(new Fault(Fault.Rule.CATEGORY_UNKNOWN, finding.seq(), code));
            }
        }
        List<Category> picked = set.pick(finding.categories());
        if (picked.size() > 1) {
            picked.stream()
                    .filter(Category::exclusive)
                    .forEach(category ->
                            faults.add(new Fault(Fault.Rule.CATEGORY_EXCLUDED, finding.seq(), category.zh())));
        }
        return faults;
    }
}
