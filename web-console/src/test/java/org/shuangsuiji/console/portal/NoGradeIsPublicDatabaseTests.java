package org.shuangsuiji.console.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two offices with the same register, frames, drawn units and results, whose ranks were dealt differently before the
 * freeze: what they show to a stranger differs in the digests and the seed of DR-1 and in nothing else. So nobody learns
 * a rank from what is public, be it by a word, a number, an order, a link, a header, or by what is not there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoGradeIsPublicDatabaseTests {
    /** Of different sizes, so that the size of a stratum tells which it is. */
    private static final int[] ENTERPRISES_OF_RANK = {4, 30, 18, 11, 7};

    /** As long as a salt, or longer. */
    private static final Pattern ANY_DIGEST = Pattern.compile("[0-9a-f]{32,}");

    private final List<RankedDistrict> offices = new ArrayList<>();

    private RankedDistrict first;
    private RankedDistrict second;
    private Stranger atFirst;
    private Stranger atSecond;
    private PublicFace shownByFirst;
    private PublicFace shownBySecond;
    private Set<String> notLookedAt;

    @BeforeAll
    void dealTheRanksTwice() {
        long seed = Long.getLong("shuangsuiji.test.seed", new Random().nextLong());
        System.out.println("NoGradeIsPublicDatabaseTests: -Dshuangsuiji.test.seed=" + seed);
        List<Integer> ranks = IntStream.rangeClosed(0, 4)
                .boxed()
                .flatMap(rank -> Collections.nCopies(ENTERPRISES_OF_RANK[rank], rank).stream())
                .toList();
        first = opened(ranks);
        second = opened(dealtAnew(ranks, new Random(seed)));
        atFirst = new Stranger(first);
        atSecond = new Stranger(second);
        shownByFirst = atFirst.readsEverything();
        shownBySecond = atSecond.readsEverything();
        notLookedAt = shownByFirst.notLookedAt(first);
    }

    private RankedDistrict opened(List<Integer> ranks) {
        RankedDistrict office = new RankedDistrict(ranks);
        offices.add(office);
        office.live();
        return office;
    }

    /** The same ranks in another order; who has none keeps none, as the frames stay what they are. */
    private static List<Integer> dealtAnew(List<Integer> ranks, Random random) {
        List<Integer> ranked = new ArrayList<>(ranks.subList(ENTERPRISES_OF_RANK[0], ranks.size()));
        do {
            Collections.shuffle(ranked, random);
        } while (ranked.get(RankedDistrict.DEALT_ANEW - ENTERPRISES_OF_RANK[0] - 1) == 1);
        List<Integer> dealt = new ArrayList<>(ranks.subList(0, ENTERPRISES_OF_RANK[0]));
        dealt.addAll(ranked);
        return dealt;
    }

    @AfterAll
    void close() {
        offices.forEach(RankedDistrict::close);
    }

    @Test
    void theOfficesDrewTheSameUnitsFromStrataThatAreNotTheSame() {
        var inFirst = CarelessPage.sealed(first);
        var inSecond = CarelessPage.sealed(second);
        assertThat(inFirst.keySet()).isEqualTo(inSecond.keySet()).hasSize(30 + 18 + 11 + 7);
        assertThat(inFirst.values().stream()
                        .filter(unit -> unit.rank() != inSecond.get(unit.unit()).rank())
                        .count())
                .isGreaterThan(20);
        assertThat(sizes(inFirst.values()))
                .isEqualTo(sizes(inSecond.values()))
                .containsExactlyInAnyOrder(30, 18, 11, 7);
    }

    private static Set<Integer> sizes(Iterable<CarelessPage.Sealed> units) {
        Set<Integer> sizes = new HashSet<>();
        units.forEach(unit -> sizes.add(unit.size()));
        return sizes;
    }

    @Test
    void howeverTheRanksAreDealtThePublicSideShowsTheSame() {
        List<String> differences = shownByFirst.differencesFrom(shownBySecond);
        assertThat(differences)
                .as(
                        "%d of %d addresses",
                        differences.size(), shownByFirst.answers().size())
                .isEmpty();
    }

    @Test
    void aStrangerSeesAllThatTheOfficePublishes() {
        String whole = "/p/draws/" + first.draw(RankedDistrict.WHOLE);
        String inPart = "/p/draws/" + first.draw(RankedDistrict.IN_PART);
        String open = "/p/draws/" + first.draw(RankedDistrict.WITHOUT_GRADES);
        assertThat(shownByFirst.answers())
                .hasEntrySatisfying("/p/plans", page -> assertThat(page).contains(RankedDistrict.IN_PART, "已公开放弃"))
                .hasEntrySatisfying("/p/draws", page -> assertThat(page).contains("‹commitment of draw 5›"))
                .hasEntrySatisfying(
                        whole, page -> assertThat(page).contains("‹seed of draw 1›", RankedDistrict.code(9)))
                .hasEntrySatisfying(whole + "/units.json", page -> assertThat(page)
                        .contains("‹step 6 of the path of " + RankedDistrict.code(5) + " in draw 1›"))
                .hasEntrySatisfying(
                        whole + "/open.zip", page -> assertThat(page).startsWith("404"))
                .hasEntrySatisfying(open, page -> assertThat(page).contains("open.zip"))
                .hasEntrySatisfying(open + "/open.zip", page -> assertThat(page)
                        .startsWith("200")
                        .contains("‹master of draw 3›", "‹targets that follow›", RankedDistrict.code(70)))
                .hasEntrySatisfying(inPart, page -> assertThat(page).contains("‹seed of draw 2›"))
                .hasEntrySatisfying(open, page -> assertThat(page)
                        .as("closed while the one before waited for its draw")
                        .contains("当时尚未抽取", "各批名单分别检查不同的内容", RankedDistrict.IN_PART))
                .hasEntrySatisfying("/p/campaigns/" + first.campaign(RankedDistrict.WHOLE), page -> assertThat(page)
                        .contains("检查期限已于 2025-09-30 届满", "逾期没有公示结果", "同一事项又封存了下列名单"))
                .hasEntrySatisfying(
                        inPart + "/units.json", page -> assertThat(page).startsWith("404"))
                .hasEntrySatisfying("/", page -> assertThat(page).contains("‹ledger at "))
                .hasEntrySatisfying("/p/e/" + RankedDistrict.code(22), page -> assertThat(page)
                        .startsWith("404"))
                .hasEntrySatisfying("/p/e/" + RankedDistrict.code(55) + "?lang=en", page -> assertThat(page)
                        .startsWith("200"));
        assertThat(shownByFirst.answers().keySet())
                .anyMatch(address -> address.startsWith("/p/results?after="))
                .anyMatch(address -> address.startsWith("/p/campaigns/") && address.contains("?after="));
        assertThat(notLookedAt).as("open routes at which nobody looked").isEmpty();
    }

    @Test
    void noTicketNoSaltAndNoOtherDigestStandsInPublicThanThoseDr1Names() {
        for (PublicFace shown : List.of(shownByFirst, shownBySecond)) {
            shown.answers().forEach((address, answer) -> assertThat(
                            ANY_DIGEST.matcher(answer).results().map(MatchResult::group))
                    .as(address)
                    .isEmpty());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aPageThatDependsOnRanksIsNoticed(CarelessPage careless) {
        String address = careless.addedTo(first);
        assertThat(careless.addedTo(second)).isEqualTo(address);
        assertThat(atFirst.readsAt(address).differencesFrom(atSecond.readsAt(address)))
                .hasSize(2)
                .allMatch(difference -> difference.startsWith(address));
    }

    @Test
    void aPageThatDoesNotDependOnRanksIsNotBlamed() {
        Comparator<CarelessPage.Sealed> byCode = Comparator.comparing(CarelessPage.Sealed::unit);
        String address = CarelessPage.units(first, byCode).at(first, "by-credit-code");
        CarelessPage.units(second, byCode).at(second, "by-credit-code");
        PublicFace page = atFirst.readsAt(address);
        assertThat(page.answers().values())
                .hasSize(2)
                .allMatch(answer -> answer.startsWith("200"))
                .allMatch(answer -> answer.contains("‹seed of draw 1›") && answer.contains(RankedDistrict.code(9)));
        assertThat(page.differencesFrom(atSecond.readsAt(address))).isEmpty();
    }

    @Test
    void aPublicPageThatNoLinkLeadsToIsMissedByName() {
        CarelessPage.units(first, Comparator.comparing(CarelessPage.Sealed::unit))
                .at(first, "nobody-links-here");
        assertThat(shownByFirst.notLookedAt(first)).contains("/p/careless/nobody-links-here/{id}");
    }

    @Test
    void aPageThatOnlyOneOfficeHasIsNoticed() {
        var fewer = new TreeMap<>(shownByFirst.answers());
        fewer.remove("/p/e/" + RankedDistrict.code(9));
        assertThat(shownByFirst.differencesFrom(new PublicFace(fewer)).stream().collect(Collectors.joining()))
                .contains(RankedDistrict.code(9), "only in the first office");
    }
}
