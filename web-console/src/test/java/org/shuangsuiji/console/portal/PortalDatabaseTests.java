package org.shuangsuiji.console.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.model.Digests;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

class PortalDatabaseTests extends ConsoleTest {
    /** Words that would tell a grade, in the languages and schemes the office has. */
    private static final Pattern GRADE_WORDS = Pattern.compile(
            "(?i)等级|评分|分值|风险|信用分|红黄|绿码|\\brank|\\bgrade|\\bscore|\\bstrat|\\bticket|[ABCDE]\\s*级|[ABCDE]类");

    private static final Pattern LINK = Pattern.compile("^/(p/.*)?(\\?.*)?$");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Clock clock;

    @BeforeEach
    void fill() {
        InspectedDistrict.once(asOwner(), beans, LocalDate.now(clock));
    }

    @Test
    void everyPublicPageIsReadByAnybodyAndNoneTellsAGrade() {
        Map<String, Browser.Page> pages = crawl();
        assertThat(pages.keySet())
                .contains("/", "/p/items", "/p/plans", "/p/tasks", "/p/results", "/p/draws")
                .anyMatch(path -> path.startsWith("/p/e/"))
                .anyMatch(path -> path.endsWith("/rule.json"))
                .anyMatch(path -> path.contains("lang=en"));
        pages.forEach((path, page) -> {
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(GRADE_WORDS.matcher(page.body()).results().map(it -> it.group()))
                    .as(path)
                    .isEmpty();
            page.trail().get(0).headers().map().forEach((name, values) -> assertThat(
                            GRADE_WORDS.matcher(String.join(" ", values)).find())
                    .as("%s: %s", path, name)
                    .isFalse());
        });
    }

    @Test
    void noPublicPageNamesAnInspectorANoteOrWhatIsNotYetPublished() {
        crawl().forEach((path, page) -> assertThat(page.body())
                .as(path)
                .doesNotContain("王一", "李二", "NM15058100", "后厨未公示食品经营许可证", "进货台账不全")
                .doesNotContain(InspectedDistrict.code(4), InspectedDistrict.code(6), InspectedDistrict.code(8)));
    }

    @Test
    void everyPageOfThePortalIsWhatAReaderOfScreensExpects() {
        crawl().entrySet().stream()
                .filter(it -> it.getValue().header("Content-Type").orElse("").startsWith("text/html"))
                .forEach(it -> {
                    var document = it.getValue().document();
                    assertThat(document.select("html").attr("lang"))
                            .as(it.getKey())
                            .isNotEmpty();
                    assertThat(document.select("h1")).as(it.getKey()).hasSize(1);
                    assertThat(document.select("table:not(:has(caption))"))
                            .as(it.getKey())
                            .isEmpty();
                    assertThat(document.select("[style], style, script:not([src]), [onclick]"))
                            .as(it.getKey())
                            .isEmpty();
                    assertThat(document.text()).as(it.getKey()).doesNotContain("??");
                    assertThat(document.select("input:not([type=hidden])").stream()
                                    .filter(input -> document.select("label[for=%s]".formatted(input.id()))
                                            .isEmpty()))
                            .as(it.getKey())
                            .isEmpty();
                });
    }

    @Test
    void whatIsAbsentAndWhatIsNotYetPublicLookTheSame() {
        List<Browser.Page> pages = Stream.of(
                        "/p/e/" + InspectedDistrict.code(6),
                        "/p/e/91150581MA0N09999X",
                        "/p/draws/999999",
                        "/p/draws/999999/rule.json",
                        "/p/draws/" + InspectedDistrict.COMMITTED_DRAW + "/seed.txt",
                        "/p/draws/" + InspectedDistrict.DRAW + "/units.json",
                        "/p/draws/" + InspectedDistrict.DRAW + "/open.zip",
                        "/p/campaigns/999999")
                .map(path -> browser().get(path))
                .toList();
        assertThat(pages).allSatisfy(page -> assertThat(page.status()).isEqualTo(404));
        assertThat(pages.stream().map(page -> page.body().replaceAll("href=\"[^\"]*lang=en\"", "")))
                .as("but for the address of the other language")
                .containsOnly(pages.get(0).body().replaceAll("href=\"[^\"]*lang=en\"", ""));
    }

    @Test
    void whateverCannotBeReadIsAnsweredByThePortalInItsOwnWords() {
        for (String path : List.of(
                "/p/e/xx",
                "/p/draws/999999999999999999999999",
                "/p/campaigns/x",
                "/p/nope",
                "/nope",
                "/nope/x?lang=en")) {
            Browser.Page page = browser().get(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertPortalsOwn(path, page);
        }
        for (String path : List.of("/p//e", "/p/draws;x=1", "/p/search?q=%00")) {
            Browser.Page page = browser().get(path);
            assertThat(page.status()).as(path).isBetween(200, 404);
            assertPortalsOwn(path, page);
        }
        assertPortalsOwn("POST", browser().post("/p/search", Map.of("q", List.of("x"))));
    }

    private static void assertPortalsOwn(String path, Browser.Page page) {
        assertThat(page.document().select("footer.foot, nav.tabs")).as(path).hasSize(2);
        assertThat(page.text()).as(path).doesNotContain("管辖", "内部监管", "您的角色", "??");
        assertThat(page.document().select("main, #content").select("a[href^=/console]"))
                .as(path)
                .isEmpty();
    }

    @Test
    void aPageMayBeKeptByWhoeverServesItAndSetsNoCookie() {
        for (String path : List.of("/", "/p/results", "/p/draws/" + InspectedDistrict.DRAW)) {
            Browser browser = browser();
            Browser.Page page = browser.get(path);
            assertThat(page.header("Cache-Control")).as(path).contains("public, max-age=30");
            assertThat(page.header("Set-Cookie")).as(path).isEmpty();
            assertThat(page.header("X-Frame-Options")).as(path).contains("DENY");
        }
    }

    @Test
    void aDrawThatWaitsIsAskedForAnewSoThatWhatPeopleThrewIsSeenAtOnce() {
        for (String of : List.of("", "/published.json")) {
            Browser.Page page = browser().get("/p/draws/" + InspectedDistrict.COMMITTED_DRAW + of);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Cache-Control")).contains("no-cache");
        }
    }

    @Test
    void anEnterpriseIsFoundByTwoCharactersAndItsCodeLeadsStraightToItsPage() {
        Browser.Page hits = browser().get("/p/search?q=%E9%B8%BF%E8%BF%90");
        assertThat(hits.document().select(".hits a b").eachText()).containsExactly("霍林郭勒市鸿运餐饮服务有限公司");
        Browser.Page direct =
                browser().get("/p/search?q=" + InspectedDistrict.code(1).toLowerCase(java.util.Locale.ROOT));
        assertThat(direct.path()).isEqualTo("/p/e/" + InspectedDistrict.code(1));
        assertThat(direct.text()).contains("未发现问题");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "_",
                "%5C",
                "%27%20or%201=1--",
                "%00",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "",
                "%E9%9C%8D%E9%9C%8D%E9%9C%8D"
            })
    void aSearchForOddThingsFindsNothingAndBreaksNothing(String typed) {
        Browser.Page page = browser().get("/p/search?q=" + typed);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select(".hits li")).isEmpty();
        assertThat(page.body()).doesNotContain("<script>alert");
    }

    @Test
    void anAddressThatWasTamperedWithShowsTheFirstPage() {
        for (String path : List.of(
                "/p/results?after=x",
                "/p/results?after=2026-13-45.91150581MA0N00000X.1",
                "/p/plans?after=-1.-1",
                "/p/tasks?after=9999999999999999.1",
                "/p/draws?after=1")) {
            assertThat(browser().get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(browser().get("/p/draws/abc").status()).isEqualTo(404);
    }

    @Test
    void anybodyChecksCommitmentAndSeedWithADigestCommand() {
        String draw = "/p/draws/" + InspectedDistrict.DRAW;
        var page = browser().get(draw).document();
        assertThat(Digests.sha256Hex(browser().get(draw + "/rule.json").body()))
                .isEqualTo(page.select("[data-expect=rule]").text());
        assertThat(Digests.sha256Hex(browser().get(draw + "/seed.txt").body()))
                .isEqualTo(page.select("[data-expect=seed]").text());
        assertThat(browser().get(draw + "/sources.json").body())
                .isEqualTo("[{\"value\":\"6 6 2 2 3 4 5 2 1 6 6 2 3 1 6 4\"},{\"value\":\"847514\"},"
                        + "{\"value\":\"03 08 14 19 27 33 11\"},{\"value\":\"0332158\"}]");
    }

    private Map<String, Browser.Page> crawl() {
        Map<String, Browser.Page> pages = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of("/", "/?lang=en"));
        Browser chinese = browser();
        Browser english = browser();
        while (!open.isEmpty()) {
            String path = open.poll();
            if (pages.containsKey(path) || pages.size() > 200) {
                continue;
            }
            boolean inEnglish = path.contains("lang=en");
            Browser.Page page = (inEnglish ? english : chinese).get(path);
            pages.put(path, page);
            page.document().select("a[href]").stream()
                    .map(link -> link.attr("href"))
                    .filter(href -> LINK.matcher(href).matches() && !href.contains("lang=") && !href.endsWith(".zip"))
                    .map(href -> inEnglish ? href + (href.contains("?") ? "&" : "?") + "lang=en" : href)
                    .forEach(open::add);
        }
        return pages;
    }
}
