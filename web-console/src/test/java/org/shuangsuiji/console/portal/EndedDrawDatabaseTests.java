package org.shuangsuiji.console.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.architecture.PagePattern;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.joining.EndDraw;
import org.shuangsuiji.console.joining.EnterSource;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.sampling.CampaignSource;
import org.shuangsuiji.sampling.Draws;
import org.shuangsuiji.sampling.SourceStatement;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What remains to be read of a draw that ended without a result: every source, and for which one it failed. */
class EndedDrawDatabaseTests extends ConsoleTest {
    private static final String REGION = "150525";
    private static final int DICE = 0;
    private static final int LOTTERY = 1;
    private static final int INDEX = 2;
    private static final String FAIL = "form[action$=/sources/2/fail]";

    @Autowired
    private Clock clock;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private EnterSource enterSource;

    @Autowired
    private EndDraw endDraw;

    @Autowired
    private Draws draws;

    private Department county;
    private UngradedCampaign office;
    private Actor planner;
    private Actor reviewer;

    @BeforeEach
    void aCountyOfTwenty() {
        county = county(REGION, "奈曼旗市场监督管理局");
        office = new UngradedCampaign(beans, county, REGION).of(20, asOwner());
        planner = office.planner();
        reviewer = office.reviewer();
    }

    @Test
    void aFailedDrawKeepsEverySourceInPublicAndSaysForWhichOneItFailed() throws InterruptedException {
        Instant first = clock.instant().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        long campaign = frozen("FAIL", "失败的任务", first);
        office.waitFor(first);
        enterSource.value(campaign, DICE, "1 2 3 4", "1 2 3 4", "现场录像第 3 段", reviewer);
        office.waitFor(first.plusSeconds(1));
        enterSource.value(campaign, LOTTERY, "01 02 03", "01 02 03", "官方网页截图存档", reviewer);
        office.waitFor(first.plusSeconds(3));
        enterSource.statement(campaign, INDEX, SourceStatement.Says.SPOKE, "看成了前一日的收盘", reviewer);
        enterSource.statement(campaign, INDEX, SourceStatement.Says.SILENT, "交易所公告 2026-88 号停市", reviewer);
        office.waitFor(first.plusSeconds(4));
        String draw = "/console/campaigns/%d/draw".formatted(campaign);
        Browser chief = signedInAs(county, Role.PLANNER);
        assertThat(chief.get(draw).document().select(FAIL))
                .as("the fallback may have spoken")
                .isEmpty();
        stateBothSilent(signedInAs(county, Role.AUDITOR), draw);
        assertThat(browser().get("/p/draws/" + draw(campaign)).text())
                .as("from that moment")
                .contains("声明随机源与后备都未公布：两家交易所公告停市两日");
        assertThat(chief.get(draw).document().select(FAIL)).isNotEmpty();
        endDraw.fail(campaign, INDEX, "停市两日，均无收盘", planner);

        String path = "/p/draws/" + draw(campaign);
        Browser.Page page = browser().get(path);
        assertThat(PagePattern.faults(page.document())).isEmpty();
        List<Element> rows = rows(page);
        assertThat(rows)
                .extracting(row -> row.select("th > span:first-child").text())
                .as("in the order of the rule")
                .containsExactly("现场骰子 FAIL", "福彩 FAIL", "指数 FAIL");
        assertThat(rows.get(DICE).text()).contains("1 2 3 4", "现场录像第 3 段").doesNotContain("后备");
        assertThat(rows.get(LOTTERY).text())
                .contains("01 02 03", "后备：福彩 FAIL 下一期，")
                .doesNotContain("抽取因此失败");
        assertThat(rows.get(INDEX).text())
                .contains("后备：指数 FAIL 次日，", "没有录入数值，抽取已经结束", "抽取因此失败：它和后备都没有出数")
                .contains("声明发布方未按时公布：交易所公告 2026-88 号停市")
                .contains("声明随机源与后备都未公布：两家交易所公告停市两日");
        assertThat(rows.get(INDEX).select("s").text()).contains("声明发布方已按时公布：看成了前一日的收盘");
        assertThat(rows.get(INDEX).text()).contains("声明人后来改称，不再计");
        assertThat(page.document().select(".road b").eachText())
                .as("nothing is still to come")
                .containsExactly("公布承诺", "随机源与后备均未出数，抽取失败，到此结束");
        assertThat(page.document().select(".road time").eachText()).hasSize(2).doesNotContain("");
        assertThat(page.text()).contains("哪个随机源没有出数", "原因：停市两日，均无收盘").doesNotContain("尚未公布");

        Browser.Page english = browser().get(path + "?lang=en");
        assertThat(rows(english).get(INDEX).text())
                .contains("Fallback: 指数 FAIL 次日, due", "The draw failed here: neither it nor its fallback spoke")
                .contains("that the source and its fallback were both silent: 两家交易所公告停市两日")
                .contains("none entered before the draw ended", "taken back later by who stated it");
        assertThat(rows(english).get(LOTTERY).text()).doesNotContain("The draw failed here");

        Browser inOffice = signedInAs(county, Role.PLANNER, Role.AUDITOR);
        assertThat(inOffice.get("/console/campaigns/" + campaign)
                        .document()
                        .select(".ssj-steps")
                        .text())
                .as("no station is still to come")
                .endsWith("已公开宣告失败")
                .doesNotContain("派发");
        assertThat(inOffice.get("/console/draws/" + draw(campaign))
                        .document()
                        .select("caption")
                        .eachText())
                .contains("分层表");
        for (String place :
                List.of("/console/campaigns/%d/draw".formatted(campaign), "/console/draws/" + draw(campaign))) {
            Browser.Page inside = inOffice.get(place);
            assertThat(PagePattern.faults(inside.document())).as(place).isEmpty();
            assertThat(inside.document().select("#source-" + LOTTERY).text())
                    .as(place)
                    .contains("01 02 03", "后备：福彩 FAIL 下一期，")
                    .doesNotContain("抽取因此失败");
            Element silent = inside.document().selectFirst("#source-" + INDEX);
            assertThat(silent.text())
                    .as(place)
                    .contains("后备：指数 FAIL 次日，", "没有录入，抽取已结束", "抽取因此失败")
                    .contains("reviewer-150525 于", "声明发布方未按时公布：交易所公告 2026-88 号停市", "本人已改称，不再计")
                    .contains("声明来源与后备都未公布：两家交易所公告停市两日");
            assertThat(silent.select("s").text()).as(place).contains("看成了前一日的收盘");
            assertThat(inside.text()).as(place).doesNotContain("待录入");
        }
    }

    private static void stateBothSilent(Browser auditor, String draw) {
        Browser.Page page = auditor.get(draw);
        assertThat(PagePattern.faults(page.document())).isEmpty();
        assertThat(page.document().select("form[action$=/sources/2/both-silent]"))
                .isNotEmpty();
        assertThat(page.text()).doesNotContain("起才能声明来源与后备都未公布");
        Browser.Page stated = auditor.submit(page, draw + "/sources/2/both-silent", Map.of("reason", "两家交易所公告停市两日"));
        assertThat(PagePattern.faults(stated.document())).isEmpty();
        assertThat(stated.text()).contains("声明已记录", "声明来源与后备都未公布：两家交易所公告停市两日");
    }

    @Test
    void anAbandonedDrawKeepsEverySourceInPublic() {
        Instant first = clock.instant().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        long campaign = frozen("ABAN", "放弃的任务", first);
        endDraw.abandon(campaign, "原名单漏列一户", planner);

        String path = "/p/draws/" + draw(campaign);
        Browser.Page page = browser().get(path);
        assertThat(PagePattern.faults(page.document())).isEmpty();
        assertThat(rows(page)).hasSize(3).allSatisfy(row -> assertThat(row.text())
                .contains("没有录入数值，抽取已经结束")
                .doesNotContain("抽取因此失败"));
        assertThat(rows(page).get(INDEX).text()).contains("指数 ABAN", "后备：指数 ABAN 次日，");
        assertThat(page.document().select(".facts dt").eachText()).contains("结束时间");
        for (String place : List.of(path, "/p/draws", "/p/plans", campaignPath(page))) {
            assertThat(browser().get(place).text())
                    .as("one word for it everywhere")
                    .contains("已公开放弃")
                    .doesNotContain("取消");
            assertThat(browser().get(place + "?lang=en").text()).as(place).contains("Abandoned");
        }
        assertThat(page.document().select(".road b").eachText())
                .as("nothing is still to come")
                .containsExactly("公布承诺", "第一个随机源到期之前公开放弃，到此结束");
        assertThat(page.text()).contains("随机源都还没有出数").doesNotContain("尚未公布");
        Browser.Page inside = signedInAs(county, Role.PLANNER).get("/console/campaigns/%d/draw".formatted(campaign));
        assertThat(inside.document().select("#source-" + INDEX).text())
                .contains("后备：指数 ABAN 次日，", "没有录入，抽取已结束")
                .doesNotContain("抽取因此失败");
        assertThat(inside.text()).contains("已公开放弃").doesNotContain("未到期");
        assertThat(signedInAs(county, Role.PLANNER)
                        .get("/console/campaigns/" + campaign)
                        .text())
                .contains("已公开放弃")
                .doesNotContain("已放弃");
        assertThat(browser().get(path + "?lang=en").text())
                .contains("No source had spoken", "none entered before the draw ended", "Fallback: 指数 ABAN 次日, due");
    }

    private static String campaignPath(Browser.Page draw) {
        return draw.document().select(".facts a[href^=/p/campaigns/]").attr("href");
    }

    private static List<Element> rows(Browser.Page page) {
        return page.document().select(".steps table tbody tr");
    }

    private long draw(long campaign) {
        return draws.ofCampaign(campaign, planner.scope()).orElseThrow().id();
    }

    /** Its sources speak a second after each other. */
    private long frozen(String code, String name, Instant first) {
        return office.frozen(
                code,
                name,
                LocalDate.now(clock).plusDays(20),
                List.of(
                        new CampaignSource("现场骰子 " + code, SourceKind.DICE, first, List.of(1, 1, 1, 1), null, null),
                        new CampaignSource(
                                "福彩 " + code,
                                SourceKind.LOTTERY,
                                first.plusSeconds(1),
                                List.of(2, 2, 2),
                                "福彩 " + code + " 下一期",
                                first.plusSeconds(3)),
                        new CampaignSource(
                                "指数 " + code,
                                SourceKind.INDEX,
                                first.plusSeconds(2),
                                List.of(7),
                                "指数 " + code + " 次日",
                                first.plusSeconds(3))));
    }
}
