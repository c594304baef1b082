package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.sampling.draw.Inspector;

/** Whether there are people for the visits of a list, wherever they fall. */
class StrengthTests {
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 31);
    private static final String TOWN = "150581001";
    private static final String FARM = "150581002";
    private static final String FAR = "150581003";

    private final FrameSizes sizes = new FrameSizes();
    private final List<Inspector> entries = new ArrayList<>();

    private void inspectors(int count, String regions, String... scopes) {
        IntStream.range(0, count)
                .forEach(i -> entries.add(Inspector.of(
                        "SJ%04d".formatted(entries.size()),
                        "150581-SCJG",
                        List.of(scopes),
                        List.of(regions),
                        ENDS,
                        List.of())));
    }

    /** Two persons a visit; of rank 1 one in ten is drawn, of rank 2 nobody. */
    private static CampaignTerms oneInTen(int cap) {
        CampaignTerms usual = CampaignTerms.usual(
                "登记事项检查", 1, 1, ENDS.minusMonths(1), ENDS, List.of(), List.of(), Set.of(), Set.of(), 1L, null);
        return Terms.of(usual)
                .rates(List.of(
                        new CampaignRate((short) 1, 1000, null, null), new CampaignRate((short) 2, 0, null, null)))
                .team(2, cap)
                .build();
    }

    private Strength strength(int cap) {
        return Strength.of(entries, List.of("登记"), oneInTen(cap), sizes);
    }

    @Test
    void visitsFallWhereTheEnterprisesAre() {
        sizes.add(TOWN, (short) 1, 60);
        sizes.add(FARM, (short) 1, 40);
        inspectors(3, TOWN, "登记");
        inspectors(2, FARM, "登记");
        Strength strength = strength(4);
        assertThat(strength.whole()).isEqualTo(new Strength.Place(List.of(TOWN, FARM), 100, 10, 5, 5));
        assertThat(strength.places())
                .containsExactly(
                        new Strength.Place(List.of(TOWN), 60, 6, 3, 3), new Strength.Place(List.of(FARM), 40, 4, 2, 2));
        assertThat(strength.enough()).isTrue();
    }

    @Test
    void enoughPeopleInAllAreTooFewWhereMostVisitsFall() {
        sizes.add(TOWN, (short) 1, 60);
        sizes.add(FARM, (short) 1, 40);
        inspectors(2, TOWN, "登记");
        inspectors(6, FARM, "登记");
        assertThat(strength(6).enough()).as("six visits, twelve seats").isTrue();
        Strength tooFew = strength(5);
        assertThat(tooFew.suffices(tooFew.whole())).isTrue();
        assertThat(tooFew.tight()).extracting(Strength.Place::regions).containsExactly(List.of(TOWN));
        assertThat(tooFew.shortage())
                .extracting(Strength.Shortage::ofLeads, Strength.Shortage::seats, Strength.Shortage::capacity)
                .containsExactly(false, 12L, 10L);
    }

    @Test
    void whoMayGoToTwoPlacesIsNotReckonedFullyInBoth() {
        sizes.add(TOWN, (short) 1, 60);
        sizes.add(FARM, (short) 1, 40);
        sizes.add(FAR, (short) 1, 100);
        inspectors(2, TOWN, "登记");
        inspectors(2, FARM, "登记");
        IntStream.range(0, 2)
                .forEach(i -> entries.add(
                        Inspector.of("BOTH" + i, "150581-SCJG", List.of("登记"), List.of(TOWN, FARM), ENDS, List.of())));
        inspectors(20, FAR, "登记");
        Strength tooFew = strength(3);
        assertThat(tooFew.places()).as("each by itself").allMatch(tooFew::suffices);
        assertThat(tooFew.shortage()).isNotNull();
        assertThat(tooFew.shortage().place()).isEqualTo(new Strength.Place(List.of(TOWN, FARM), 100, 10, 6, 6));
        assertThat(tooFew.shortage().seats()).as("ten visits of two").isEqualTo(20);
        assertThat(tooFew.shortage().capacity()).as("six persons thrice").isEqualTo(18);
        assertThat(tooFew.enough()).isFalse();
        assertThat(strength(4).enough()).isTrue();
    }

    @Test
    void enoughOnAverageWithLittleRoomIsToldSo() {
        sizes.add(TOWN, (short) 1, 60);
        sizes.add(FARM, (short) 1, 40);
        inspectors(2, TOWN, "登记");
        inspectors(2, FARM, "登记");
        assertThat(strength(6).enough()).as("six and four on average").isTrue();
        // two standard deviations are 2.96 visits: the draw takes ten of a hundred, six of ten from the town
        assertThat(strength(8).narrow()).as("eight visits").isTrue();
        assertThat(strength(9).narrow()).as("nine visits").isFalse();
    }

    @Test
    void whoMayGoAnywhereIsOneForEveryPlace() {
        sizes.add(TOWN, (short) 1, 60);
        sizes.add(FARM, (short) 1, 40);
        inspectors(1, "*", "登记");
        inspectors(1, TOWN);
        inspectors(1, FARM);
        assertThat(strength(10).places()).extracting(Strength.Place::inspectors).containsExactly(2, 2);
        assertThat(strength(10).places()).extracting(Strength.Place::leads).containsExactly(1, 1);
        assertThat(strength(10).enough()).as("one leads all ten").isTrue();
        assertThat(strength(9).enough()).as("a lead for nine of ten").isFalse();
    }

    @Test
    void aRankThatIsNotDrawnNeedsNobody() {
        sizes.add(TOWN, (short) 1, 60);
        sizes.add(FARM, (short) 2, 40);
        inspectors(2, TOWN, "登记");
        assertThat(strength(60).enough()).isTrue();
        sizes.add(FARM, (short) 1, 1);
        assertThat(strength(60).tight()).extracting(Strength.Place::regions).containsExactly(List.of(FARM));
    }

    @Test
    void aCertificateThatEndsBeforeTheVisitsCountsNowhere() {
        sizes.add(TOWN, (short) 1, 60);
        inspectors(2, TOWN, "登记");
        assertThat(strength(60).enough()).isTrue();
        entries.replaceAll(entry -> Inspector.of(
                entry.inspector(), entry.department(), entry.scopes(), entry.regions(), ENDS.minusDays(1), List.of()));
        assertThat(strength(60).whole().inspectors()).isZero();
        assertThat(strength(60).enough()).isFalse();
    }
}
