package org.shuangsuiji.sampling.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangsuiji.sampling.draw.ADraw.DEPARTMENT;
import static org.shuangsuiji.sampling.draw.ADraw.aDraw;
import static org.shuangsuiji.sampling.draw.ADraw.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplacementsTests {
    @Test
    void reservesTakeOverInTheirOrderUntilNoneIsLeft() {
        Draw draw = aDraw().department(DEPARTMENT, 100, 10, 3)
                .inspectors(DEPARTMENT, 5)
                .drawn();
        List<String> reserves = draw.result().reserves().get(0).units();
        Set<String> in = new HashSet<>();
        List<String> came = new ArrayList<>();
        for (Visit visit : draw.result().visits().subList(0, 3)) {
            String next = draw.replacements()
                    .nextReserve(DEPARTMENT, visit.unit(), in)
                    .orElseThrow();
            came.add(next);
            in.add(next);
        }
        assertThat(came).isEqualTo(reserves);
        assertThat(draw.replacements()
                        .nextReserve(DEPARTMENT, draw.result().visits().get(3).unit(), in))
                .isEmpty();
    }

    @Test
    void aReserveThatMustBeReplacedItselfIsFollowedByTheNext() {
        Draw draw = aDraw().department(DEPARTMENT, 100, 10, 3)
                .inspectors(DEPARTMENT, 5)
                .drawn();
        List<String> reserves = draw.result().reserves().get(0).units();
        assertThat(draw.replacements().nextReserve(DEPARTMENT, reserves.get(0), Set.of(reserves.get(0))))
                .contains(reserves.get(1));
    }

    @Test
    void aReserveComesFromTheStratumOfTheUnitItReplaces() {
        Frame.Builder builder = Frame.builder();
        for (int i = 0; i < 100; i++) {
            builder.add(unit(i), i % 2 == 0 ? "even" : "odd", "150581");
        }
        Draw draw = aDraw().department(DEPARTMENT, builder.build(), 5, 5)
                .inspectors(DEPARTMENT, 5)
                .drawn();
        for (Visit visit : draw.result().visits()) {
            String next = draw.replacements()
                    .nextReserve(DEPARTMENT, visit.unit(), Set.of())
                    .orElseThrow();
            assertThat(isOdd(next)).isEqualTo(isOdd(visit.unit()));
        }
    }

    @Test
    void eachDepartmentOfAJointDrawReplacesForItself() {
        Draw draw = aDraw().department("A", 100, 10, 3)
                .department("B", 100, 5, 3)
                .inspectors("A", 5)
                .inspectors("B", 5)
                .drawn();
        Visit shared = draw.result().visits().stream()
                .filter(visit -> visit.picks().size() == 2)
                .findFirst()
                .orElseThrow();
        String forB =
                draw.replacements().nextReserve("B", shared.unit(), Set.of()).orElseThrow();
        assertThat(forB).isEqualTo(draw.result().reserves().get(1).units().get(0));
        assertThat(draw.result().visit(forB))
                .as("A visits it already, and that is no hindrance")
                .isPresent();
    }

    @Test
    void aReplacementTakesOverTheTeamWithoutThoseWhoMayNotGoThere() {
        Draw before = aDraw().department(DEPARTMENT, 50, 5, 1)
                .inspectors(DEPARTMENT, 3)
                .team(3)
                .drawn();
        String reserve = before.result().reserves().get(0).units().get(0);
        Draw draw = aDraw().department(DEPARTMENT, 50, 5, 1)
                .team(3)
                .inspector("a", DEPARTMENT, "*", allBut(Set.of()).toArray(String[]::new))
                .inspector("b", DEPARTMENT, "*")
                .inspector("c", DEPARTMENT, "150502")
                .drawn();
        Team team = draw.replacements().teamTakenOver(new Team(DEPARTMENT, "a", List.of("b", "c")), reserve);
        assertThat(team).isEqualTo(new Team(DEPARTMENT, null, List.of("b")));
        assertThat(before.replacements()
                        .teamTakenOver(before.result().visits().get(0).teams().get(0), reserve))
                .isEqualTo(before.result().visits().get(0).teams().get(0));
    }

    @Test
    void theNextInspectorIsTheFirstInPreferenceBelowTheCap() {
        Draw draw = aDraw().department(DEPARTMENT, 50, 5, 0)
                .inspectors(DEPARTMENT, 6)
                .drawn();
        Visit visit = draw.result().visits().get(0);
        Replacements replacements = draw.replacements();
        List<String> preference = replacements.preference(DEPARTMENT, visit.unit(), Role.MEMBER);
        assertThat(preference).hasSize(6);
        Set<String> serving = new HashSet<>(visit.teams().get(0).inspectors());
        List<String> free = new ArrayList<>(preference);
        free.removeAll(serving);
        Map<String, Integer> loads = new HashMap<>();
        assertThat(replacements.nextInspector(DEPARTMENT, visit.unit(), Role.MEMBER, loads, serving))
                .contains(free.get(0));
        loads.put(free.get(0), 59);
        assertThat(replacements.nextInspector(DEPARTMENT, visit.unit(), Role.MEMBER, loads, serving))
                .contains(free.get(0));
        loads.put(free.get(0), 60);
        assertThat(replacements.nextInspector(DEPARTMENT, visit.unit(), Role.MEMBER, loads, serving))
                .contains(free.get(1));
        serving.addAll(preference);
        assertThat(replacements.nextInspector(DEPARTMENT, visit.unit(), Role.MEMBER, loads, serving))
                .isEmpty();
    }

    @Test
    void onlyWhoMayLeadIsNextForALead() {
        Draw draw = Vectors.draw("single-department");
        Visit visit = draw.result().visits().get(0);
        String department = visit.picks().get(0).department();
        Target target = draw.rule().target(department);
        List<String> leads = draw.replacements().preference(department, visit.unit(), Role.LEAD);
        List<String> members = draw.replacements().preference(department, visit.unit(), Role.MEMBER);
        assertThat(members).containsAll(leads);
        assertThat(members.stream().filter(number -> draw.committed()
                        .inspectors()
                        .find(number)
                        .orElseThrow()
                        .scopes()
                        .containsAll(target.scopes())))
                .isEqualTo(leads);
        assertThat(draw.replacements().nextInspector(department, visit.unit(), Role.LEAD, Map.of(), Set.of()))
                .contains(leads.get(0));
    }

    @Test
    void aUnitOutsideTheFrameCannotBeReplaced() {
        Draw draw = aDraw().department(DEPARTMENT, 5, 1, 1)
                .inspectors(DEPARTMENT, 2)
                .drawn();
        assertThatThrownBy(() -> draw.replacements().nextReserve(DEPARTMENT, unit(77), Set.of()))
                .hasMessageContaining("is not in the frame");
        assertThatThrownBy(() -> draw.replacements().nextReserve("elsewhere", unit(1), Set.of()))
                .hasMessageContaining("has no department 'elsewhere'");
    }

    private static List<String> allBut(Set<String> units) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(unit(i));
        }
        all.removeAll(units);
        return all;
    }

    private static boolean isOdd(String unit) {
        return (unit.charAt(unit.length() - 1) - '0') % 2 == 1;
    }
}
