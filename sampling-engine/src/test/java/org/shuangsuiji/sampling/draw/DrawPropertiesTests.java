package org.shuangsuiji.sampling.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangsuiji.sampling.draw.ADraw.DEPARTMENT;
import static org.shuangsuiji.sampling.draw.ADraw.aDraw;
import static org.shuangsuiji.sampling.draw.ADraw.frame;
import static org.shuangsuiji.sampling.draw.ADraw.unit;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuangsuiji.sampling.digest.Digest;

class DrawPropertiesTests {
    @ParameterizedTest
    @EnumSource(Digest.class)
    void theSameCommitmentAndChanceGiveTheSameDraw(Digest digest) {
        ADraw draw =
                aDraw().digest(digest).department(DEPARTMENT, 10_000, 50, 5).inspectors(DEPARTMENT, 12);
        assertThat(draw.drawn().resultBytes()).isEqualTo(draw.drawn().resultBytes());
    }

    @Test
    void anotherThrowOfTheDiceGivesAnotherDraw() {
        CommittedDraw committed = aDraw().department(DEPARTMENT, 1000, 20, 0)
                .inspectors(DEPARTMENT, 5)
                .committed();
        Draw one = committed.draw(SourceValues.of(SourceValue.spoken("4 2"), SourceValue.spoken("0a1b2c3d")));
        Draw other = committed.draw(SourceValues.of(SourceValue.spoken("4 3"), SourceValue.spoken("0a1b2c3d")));
        assertThat(units(one)).isNotEqualTo(units(other));
        assertThat(one.seed()).isNotEqualTo(other.seed());
    }

    @Test
    void aSilentPersonAndAFallbackLeadToSeedsOfTheirOwn() {
        CommittedDraw committed = aDraw().department(DEPARTMENT, 10, 2, 0)
                .inspectors(DEPARTMENT, 5)
                .committed();
        Set<Seed> seeds = new HashSet<>();
        seeds.add(committed.draw(ADraw.VALUES).seed());
        seeds.add(committed
                .draw(SourceValues.of(SourceValue.silent(), SourceValue.spoken("0a1b2c3d")))
                .seed());
        seeds.add(committed
                .draw(SourceValues.of(SourceValue.spoken("4 2"), SourceValue.byFallback("0a1b2c3d")))
                .seed());
        assertThat(seeds).hasSize(3);
    }

    @Test
    void theSameListsUnderAnotherMasterGiveAnotherDraw() {
        ADraw draw = aDraw().department(DEPARTMENT, 1000, 20, 0).inspectors(DEPARTMENT, 5);
        assertThat(units(draw.master(1).drawn()))
                .isNotEqualTo(units(draw.master(2).drawn()));
    }

    @Test
    void theOrderInWhichUnitsAreHandedInDoesNotMatter() {
        long seed = 3;
        List<Integer> order =
                new Random(seed).ints(0, 500).distinct().limit(500).boxed().toList();
        Frame.Builder builder = Frame.builder();
        order.forEach(i -> builder.add(unit(i), "S1", "150581"));
        Draw shuffled = aDraw().department(DEPARTMENT, builder.build(), 20, 5)
                .inspectors(DEPARTMENT, 5)
                .drawn();
        Draw sorted = aDraw().department(DEPARTMENT, 500, 20, 5)
                .inspectors(DEPARTMENT, 5)
                .drawn();
        assertThat(shuffled.resultBytes()).as("order of seed %d", seed).isEqualTo(sorted.resultBytes());
    }

    @Test
    void nobodyIsDrawnTwiceAndReservesAreNobodyDrawn() {
        Draw draw = aDraw().department(DEPARTMENT, 300, 100, 200)
                .inspectors(DEPARTMENT, 5)
                .drawn();
        Set<String> all = units(draw);
        assertThat(all).hasSize(100);
        all.addAll(draw.result().reserves().get(0).units());
        assertThat(all).hasSize(300);
    }

    @Test
    void aStratumMayBeDrawnWholeOrNotAtAll() {
        assertThat(units(aDraw().department(DEPARTMENT, 7, 7, 0)
                        .inspectors(DEPARTMENT, 5)
                        .drawn()))
                .hasSize(7);
        Draw none = aDraw().department(DEPARTMENT, 7, 0, 0)
                .inspectors(DEPARTMENT, 5)
                .drawn();
        assertThat(none.result().visits()).isEmpty();
        assertThat(none.result().visitRoot()).isNull();
        assertThat(none.result().reserves()).containsExactly(new Reserve(DEPARTMENT, "S1", List.of()));
    }

    @Test
    void eachStratumGivesWhatItsTableSays() {
        Frame.Builder builder = Frame.builder();
        for (int i = 0; i < 1000; i++) {
            builder.add(unit(i), i % 10 == 0 ? "few" : "many", "150581");
        }
        CommittedDraw committed = CommittedDraw.commit(
                VectorsTests.draftOf(aDraw().department(DEPARTMENT, 1, 0, 0)
                        .inspectors(DEPARTMENT, 1)
                        .committed()
                        .rule()),
                List.of(new DepartmentPlan(
                        DEPARTMENT,
                        List.of(),
                        60,
                        builder.build(),
                        List.of(new Stratum("many", 900, 9, 0), new Stratum("few", 100, 50, 1)))),
                Inspectors.of(List.of(anInspector("a"))),
                Master.of(new byte[32]));
        Draw draw = committed.draw(ADraw.VALUES);
        assertThat(draw.result().visits().stream()
                        .filter(visit -> visit.picks().get(0).stratum().equals("few")))
                .hasSize(50)
                .allMatch(visit -> visit.unit().endsWith("0"));
        assertThat(draw.rule().target(DEPARTMENT).take()).isEqualTo(59);
    }

    @Test
    void departmentsWithOverlappingFramesShareNearlyAllTargetsTheirRatesAllow() {
        Draw draw = aDraw().department("A", 2000, 100, 0)
                .department("B", 2000, 60, 0)
                .inspectors("A", 5)
                .inspectors("B", 5)
                .drawn();
        assertThat(draw.result().visits()).hasSize(100);
        assertThat(draw.result().visits().stream().filter(visit -> visit.picks().size() == 2))
                .hasSize(60)
                .allMatch(
                        visit -> visit.team("A").isPresent() && visit.team("B").isPresent());
    }

    @Test
    void theVisitOrderIsNotTheOrderOfTickets() {
        Draw draw = aDraw().department(DEPARTMENT, 500, 100, 0)
                .inspectors(DEPARTMENT, 5)
                .drawn();
        List<Integer> places = draw.result().visits().stream()
                .map(visit -> visit.picks().get(0).place())
                .toList();
        assertThat(places).doesNotHaveDuplicates().hasSize(100);
        assertThat(places).isNotEqualTo(places.stream().sorted().toList());
    }

    @Test
    void nobodyRecusedUnfitOrExpiredIsSentAnywhere() {
        String[] everyUnit = new String[40];
        for (int i = 0; i < everyUnit.length; i++) {
            everyUnit[i] = unit(i);
        }
        Draw draw = aDraw().department(DEPARTMENT, 40, 20, 0)
                .inspector("elsewhere", DEPARTMENT, "150502")
                .inspector("recused", DEPARTMENT, "*", everyUnit)
                .inspector("right-a", DEPARTMENT, "1505")
                .inspector("right-b", DEPARTMENT, "150581")
                .drawn();
        assertThat(draw.result().loads()).isEqualTo(Map.of("right-a", 20, "right-b", 20));
        assertThat(draw.result().unfilled()).isEmpty();
    }

    @Test
    void anInspectorServesUntilTheLastDayOfTheVisitsAndNotADayLess() {
        Frame frame = frame(4);
        for (int days : new int[] {0, -1}) {
            Inspector inspector = Inspector.of(
                    "x",
                    DEPARTMENT,
                    List.of(),
                    List.of("*"),
                    LocalDate.of(2026, 12, 31).plusDays(days),
                    List.of());
            CommittedDraw committed = CommittedDraw.commit(
                    VectorsTests.draftOf(aDraw().department(DEPARTMENT, 1, 0, 0)
                            .inspectors(DEPARTMENT, 1)
                            .committed()
                            .rule()),
                    List.of(new DepartmentPlan(DEPARTMENT, List.of(), 60, frame, List.of(new Stratum("S1", 4, 2, 0)))),
                    Inspectors.of(List.of(inspector)),
                    Master.of(new byte[32]));
            assertThat(committed.draw(ADraw.VALUES).result().loads()).isEqualTo(days == 0 ? Map.of("x", 2) : Map.of());
        }
    }

    @Test
    void aLeadHasEveryScopeTheDepartmentAsksFor() {
        Inspector half =
                Inspector.of("half", DEPARTMENT, List.of("食品"), List.of("*"), LocalDate.of(2027, 1, 1), List.of());
        Inspector full = Inspector.of(
                "full", DEPARTMENT, List.of("食品", "消防", "计量"), List.of("*"), LocalDate.of(2027, 1, 1), List.of());
        CommittedDraw committed = CommittedDraw.commit(
                VectorsTests.draftOf(aDraw().department(DEPARTMENT, 1, 0, 0)
                        .inspectors(DEPARTMENT, 1)
                        .committed()
                        .rule()),
                List.of(new DepartmentPlan(
                        DEPARTMENT, List.of("食品", "消防"), 60, frame(30), List.of(new Stratum("S1", 30, 10, 0)))),
                Inspectors.of(List.of(half, full)),
                Master.of(new byte[32]));
        assertThat(committed.draw(ADraw.VALUES).result().visits())
                .allSatisfy(visit -> assertThat(visit.team(DEPARTMENT).orElseThrow())
                        .isEqualTo(new Team(DEPARTMENT, "full", List.of("half"))));
    }

    @Test
    void everyUnitIsDrawnWithTheSameChance() {
        int size = 60;
        int take = 12;
        int draws = 2000;
        CommittedDraw committed = aDraw().department(DEPARTMENT, size, take, 0)
                .inspectors(DEPARTMENT, 1)
                .committed();
        long seed = 1954;
        Random random = new Random(seed);
        int[] drawn = new int[size];
        for (int i = 0; i < draws; i++) {
            String beacon = "%08x".formatted(random.nextInt());
            Result result = committed
                    .draw(SourceValues.of(SourceValue.spoken("1 1"), SourceValue.spoken(beacon)))
                    .result();
            result.visits().forEach(visit -> drawn[Integer.parseInt(visit.unit().substring(10))]++);
        }
        double expected = (double) draws * take / size;
        double variance = expected * (1 - (double) take / size);
        double square = 0;
        for (int count : drawn) {
            square += (count - expected) * (count - expected) / variance;
        }
        square *= (size - 1.0) / size;
        System.out.printf("uniform inclusion: beacon seed %d, chi-square %.1f with 59 degrees%n", seed, square);
        assertThat(square)
                .as("chi-square, beacon seed %d; 99.9 %% lie below 98.3", seed)
                .isBetween(28.0, 98.3);
    }

    @Test
    void strataGetIdsThatTellNothingAndChangeWithTheMaster() {
        List<String> grades = List.of("A", "B", "C", "D");
        Set<Map<String, String>> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            byte[] master = new byte[32];
            master[0] = (byte) i;
            Map<String, String> ids = StratumIds.shuffled(Digest.SHA_256, Master.of(master), grades);
            assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(grades);
            assertThat(ids.values()).containsExactlyInAnyOrder("S1", "S2", "S3", "S4");
            seen.add(ids);
        }
        assertThat(seen).hasSizeGreaterThan(5);
    }

    @Test
    void theMasterIsNotShownByAccident() {
        assertThat(Master.of(new byte[32]).toString()).doesNotContain("00");
        assertThat(aDraw().department(DEPARTMENT, 1, 0, 0)
                        .inspectors(DEPARTMENT, 1)
                        .committed()
                        .sealed()
                        .toString())
                .contains("Master[secret]");
    }

    @Test
    void aFrameTakesAUnitOnce() {
        assertThatThrownBy(() -> Frame.builder()
                        .add(unit(2), "S1", "150581")
                        .add(unit(1), "S1", "150581")
                        .add(unit(2), "S2", "150581")
                        .build())
                .hasMessageContaining("stands in the frame twice");
        assertThatThrownBy(() -> Frame.builder().build()).hasMessageContaining("not empty");
        assertThatThrownBy(() -> Frame.builder().add("91150581", "S1", "150581"))
                .hasMessageContaining("18 digits");
        assertThatThrownBy(() -> Frame.builder().add(unit(1), "S1", "1505")).hasMessageContaining("6, 9 or 12");
    }

    private static Inspector anInspector(String number) {
        return Inspector.of(number, DEPARTMENT, List.of(), List.of("*"), LocalDate.of(2027, 1, 1), List.of());
    }

    private static Set<String> units(Draw draw) {
        Set<String> units = new HashSet<>();
        draw.result().visits().forEach(visit -> units.add(visit.unit()));
        return units;
    }
}
