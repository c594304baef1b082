package org.shuangsuiji.sampling.draw;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who steps in after the draw (DR-1 §11). Reasons, evidence and the second person are the office's to check; this
 * answers only who comes next, which nobody may choose.
 */
public final class Replacements {
    private final Draw draw;
    private final Rule rule;

    Replacements(Draw draw) {
        this.draw = draw;
        this.rule = draw.rule();
    }

    /**
     * The unit that takes the place of one that a department visits: the next reserve of its stratum that the
     * department does not visit already. {@code visitedAlready} holds every unit the department has put in as a
     * replacement so far, also those that were replaced again. Empty: the place stays empty.
     */
    public Optional<String> nextReserve(String department, String unit, Set<String> visitedAlready) {
        Frame frame = draw.committed().frame(department);
        String stratum = frame.stratum(CommittedDraw.index(draw.committed().committedFrame(department), unit));
        return draw.result().reserves().stream()
                .filter(reserve -> reserve.department().equals(department)
                        && reserve.stratum().equals(stratum))
                .flatMap(reserve -> reserve.units().stream())
                .filter(reserve -> !reserve.equals(unit) && !visitedAlready.contains(reserve))
                .findFirst();
    }

    /** The team that a replacement takes over from the unit it replaces, minus those not eligible for it. */
    public Team teamTakenOver(Team team, String replacement) {
        Preferences preferences = preferences(team.department());
        String region = region(team.department(), replacement);
        Predicate<String> eligible = inspector -> placeOf(preferences, inspector)
                .map(entry -> preferences.isEligible(entry, replacement, region))
                .orElse(false);
        @Nullable String lead = team.lead();
        return new Team(
                team.department(),
                lead != null && eligible.test(lead) ? lead : null,
                team.members().stream().filter(eligible).toList());
    }

    /**
     * Who takes over a seat, or fills one left empty: the first in the visit's preference who may hold the role, is
     * below the cap by the loads as they are now, and is not in {@code passedOver}: whoever serves the visit already
     * or has been taken from it.
     */
    public Optional<String> nextInspector(
            String department, String unit, Role role, Map<String, Integer> loads, Set<String> passedOver) {
        long cap = rule.target(department).cap();
        return preference(department, unit, role).stream()
                .filter(inspector -> !passedOver.contains(inspector))
                .filter(inspector -> loads.getOrDefault(inspector, 0) < cap)
                .findFirst();
    }

    /** Everybody who may hold the role at a unit of the department's frame, in the order of its preference. */
    public List<String> preference(String department, String unit, Role role) {
        CommittedFrame frame = draw.committed().committedFrame(department);
        Preferences preferences = preferences(department);
        byte[] salt = frame.salt(CommittedDraw.index(frame, unit));
        return Arrays.stream(preferences.reader().of(unit, region(department, unit), salt))
                .filter(entry -> role == Role.MEMBER || preferences.mayLead()[entry])
                .mapToObj(entry -> preferences.entries().get(entry).inspector())
                .toList();
    }

    private Preferences preferences(String department) {
        return new Preferences(
                rule, draw.seed(), rule.target(department), draw.committed().inspectors());
    }

    private String region(String department, String unit) {
        CommittedFrame frame = draw.committed().committedFrame(department);
        return frame.frame().region(CommittedDraw.index(frame, unit));
    }

    private static Optional<Integer> placeOf(Preferences preferences, String inspector) {
        List<Inspector> entries = preferences.entries();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).inspector().equals(inspector)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
