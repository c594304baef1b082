package org.shuangsuiji.console.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.ingest.DecideDelivery;
import org.springframework.beans.factory.annotation.Autowired;

/** A file that is tried out before it is loaded, as people see it. */
class CheckPagesTests extends ConsoleTest {
    private static final String NEW = "/console/deliveries/new";
    private static final String ACTION = "/console/deliveries";
    private static final String HEADER = "企业名称,统一社会信用代码,成立日期,行政区划,住所,联系电话,某列\n";

    @Autowired
    private DecideDelivery decideDelivery;

    @Test
    void triesAFileOutAndLoadsItOnceItIsConfirmed() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        loadAtOnce(credit, HEADER + "试读甲公司,91150581MA0W300015,2016-03-31,150581,旧街,13812345678,x\n");
        Browser.Page sent = upload(
                credit,
                HEADER
                        + "试读甲公司,91150581MA0W300015,2016-03-31,150581,新街,13812345678,x\n"
                        + "试读乙公司,91150581MA0W30002R,2016-03-31,150581,街,13812345678,y\n"
                        + "试读丙公司,不是代码,2016-03-31,150581,街,,z\n");
        assertThat(sent.text()).contains("正在试读");
        Browser.Page page = settled(credit, sent.path());
        assertThat(page.h1()).contains("试读结果");
        assertThat(page.document().select(".ssj-stat-value").eachText()).containsExactly("3", "1", "1", "0", "2", "1");
        assertThat(page.text()).doesNotContain("13812345678").contains("•••");
        assertThat(cells(page, "#changed")).anySatisfy(row -> assertThat(row).containsSubsequence("住所", "旧街", "新街"));
        assertThat(page.document().select("#added").text()).contains("试读乙公司");
        assertThat(page.document().select("#faults").text()).contains("不是代码");
        assertThat(taken(page)).containsExactly("企业名称", "统一社会信用代码", "成立日期", "行政区划", "住所", "个人信息，不读取", "不认识，不读取");
        assertThat(page.text()).contains("这些列没有识别，按现在的读法不入库：某列", "没有写入任何内容");
        assertThat(credit.get("/console/enterprises?words=试读乙公司").text()).doesNotContain("91150581MA0W30002R");
        assertThat(credit.get("/console").text()).contains("待确认的文件");

        Browser.Page loading = credit.submit(page, page.path() + "/load", Map.of());
        assertThat(loading.path()).isEqualTo(sent.path());
        Browser.Page done = settled(credit, sent.path());
        assertThat(done.text()).contains("已入库").doesNotContain("与试读时不同");
        assertThat(credit.get("/console/enterprises?words=试读乙公司").text()).contains("91150581MA0W30002R");

        Browser.Page late = credit.submit(page, page.path() + "/discard", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("不在等待确认");
    }

    @Test
    void aWrongReadingIsPutRightOnThePageAndRemembered() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        String head = "甲方,统一社会信用代码,成立日期,旧列\n";
        Browser.Page refused = settled(
                credit,
                upload(credit, head + "纠正甲公司,91150581MA0W30010L,2016-03-31,x\n").path());
        assertThat(refused.text()).contains("按现在的读法不能入库", "缺少“企业名称”列");
        assertThat(refused.document().select("form[action$=/load]")).isEmpty();
        assertThat(refused.document().select("tbody select").get(0).attr("aria-label"))
                .contains("甲方");

        String reading = refused.path() + "/reading";
        Browser.Page wrong = credit.submit(refused, reading, Map.of("headerRow", "99"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.document().select("#errors").text()).contains("应为 1 至 50");

        credit.submit(refused, reading, Map.of("column", List.of("企业名称", "", "", "-")));
        Browser.Page checked = settled(credit, refused.path());
        assertThat(checked.document().select(".ssj-stat-value").get(1).text()).isEqualTo("1");
        assertThat(taken(checked)).containsExactly("企业名称", "统一社会信用代码", "成立日期", "按选择不读取");
        credit.submit(checked, checked.path() + "/load", Map.of());
        assertThat(settled(credit, checked.path()).text()).contains("已入库", "由报送人指定", "这些列按选择读取：甲方 → 企业名称");

        Browser.Page next = settled(
                credit,
                upload(credit, head + "纠正乙公司,91150581MA0W300293,2016-03-31,x\n").path());
        String first = checked.path().substring(checked.path().lastIndexOf('/') + 1);
        assertThat(next.text()).contains("读法沿用批次 " + first);
        assertThat(next.document()
                        .select("select[name=column] option[selected]")
                        .eachText())
                .containsExactly("企业名称（必需）", "不读取这一列");
        assertThat(credit.get(next.path() + "?lang=en").text())
                .contains("Read as delivery " + first, "Nothing is stored yet", "Confirm and load");
        credit.get(next.path() + "?lang=zh-CN");

        Browser.Page gone = credit.submit(next, next.path() + "/discard", Map.of());
        assertThat(gone.text()).contains("已取消");
    }

    @Test
    void whatTheCheckSaysOfNumbersOfPersonsColumnsAndAmountsIsTrueOfThisFile() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        String head = "统一社会信用代码,企业名称,费种,所属期,欠费金额,认定日期,征收机关,联系电话,某列\n";
        String row = "91150581MA0W300534,欠费甲公司,基本养老保险费,2026-03,%s,2026-04-20,市社保局,13812345678,x\n";
        loadAtOnce(credit, "企业名称,统一社会信用代码,登记状态,行政区划\n欠费甲公司,91150581MA0W300534,存续,150581\n");
        Browser.Page first = settled(
                credit,
                upload(credit, "FEE_ARREARS", head + row.formatted("8000")).path());
        assertThat(first.document().select(".ssj-stat-value").get(4).text()).isEqualTo("0");
        assertThat(first.document().select("#flags")).isEmpty();
        assertThat(first.text())
                .contains("有 1 行的个人信息列有内容", "也不因此加标记")
                .contains("这些列没有识别，按现在的读法不入库：某列", "改为对应的列，再重新试读")
                .doesNotContain("把原文件再上传一次");
        assertThat(credit.get(first.path() + "?lang=en").text())
                .contains("Rows with a column of personal data filled: 1.", "and check again");
        credit.get(first.path() + "?lang=zh-CN");
        credit.submit(first, first.path() + "/load", Map.of());
        Browser.Page loaded = settled(credit, first.path());
        assertThat(loaded.text()).contains("有 1 行的个人信息列有内容", "请把原文件再上传一次，勾选“先试读，确认后再入库”");
        assertThat(loaded.document().select("#flags")).isEmpty();

        Browser.Page changed = settled(
                credit,
                upload(credit, "FEE_ARREARS", head + row.formatted("9000")).path());
        assertThat(changed.document().select("#changed").text())
                .contains("欠费金额（元）", "8000", "9000")
                .doesNotContain("罚款");
    }

    @Test
    void theFirstLinesOfJsonAreShownAndNothingIsAskedThatMeansNothingToThem() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        String lines = """
                {"统一社会信用代码":"91150581MA0W300695","企业名称":"行列甲公司","登记状态":"存续","行政区划":"150581"}
                {"统一社会信用代码":"91150581MA0W3007XW","企业名称":"行列乙公司","某键":"某值"}
                """;
        Browser.Page sent = credit.upload(
                credit.get(NEW),
                ACTION,
                Map.of("kind", "REGISTRATION"),
                "file",
                "upload.jsonl",
                lines.getBytes(StandardCharsets.UTF_8));
        Browser.Page page = settled(credit, sent.path());
        assertThat(page.h1()).contains("试读结果");
        assertThat(page.text()).contains("行列甲公司", "行列乙公司", "某值");
        assertThat(page.document().select("[name=encoding]")).hasSize(1);
        assertThat(page.document().select("[name=delimiter], [name=headerRow]")).isEmpty();
    }

    @Test
    void whoForgotAFileLearnsOfItsEndOnTheFirstPageInTheListAndOnItsOwn() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Browser.Page page = settled(
                credit,
                upload(credit, HEADER + "过期甲公司,91150581MA0W300453,2016-03-31,150581,街,,x\n")
                        .path());
        Browser.Page thrownAway = settled(
                credit,
                upload(credit, HEADER + "过期乙公司,91150581MA0W300453,2016-03-31,150581,街,,y\n")
                        .path());
        assertThat(credit.submit(thrownAway, thrownAway.path() + "/discard", Map.of())
                        .text())
                .doesNotContain("过期未确认");
        asOwner()
                .sql(
                        "update ingest.delivery_check set checked_at = checked_at - interval '8 days' where delivery_id = ?")
                .param(Long.valueOf(page.path().substring(ACTION.length() + 1)))
                .update();
        assertThat(decideDelivery.endOverdue()).isNotEmpty();
        assertThat(credit.get("/console").text()).contains("近七天过期放弃的文件");
        assertThat(credit.get(ACTION + "?state=CANCELLED").document().select("tbody tr").stream()
                        .filter(row -> row.text().contains("过期未确认，已放弃"))
                        .map(row -> row.select("a").attr("href")))
                .containsExactly(page.path());
        assertThat(credit.get(page.path()).text())
                .containsOnlyOnce("试读后 7 天内没有人确认")
                .contains("过期未确认，已放弃", "请重新上传");
        assertThat(credit.get(page.path() + "?lang=en").text()).contains("Not confirmed in time, thrown away");
        credit.get("/console?lang=zh-CN");
    }

    @Test
    void whoMayNotSendFilesLooksAndDecidesNothing() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Browser.Page page = settled(
                credit,
                upload(credit, HEADER + "旁观甲公司,91150581MA0W300373,2016-03-31,150581,街,,x\n")
                        .path());
        Browser auditor = signedInAs(Role.AUDITOR);
        Browser.Page seen = auditor.get(page.path());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.document().select("main form[action$=/load], main form[action$=/discard]"))
                .isEmpty();
        assertThat(seen.document().select("main button[type=submit]")).isEmpty();
        assertThat(signedInAs(neighbour(), Role.CREDIT_OFFICE).get(page.path()).status())
                .isEqualTo(404);
        assertThat(credit.post(page.path() + "/load", Map.of("seen", List.of("2026-01-01T00:00:00Z")))
                        .status())
                .as("without the token of the page")
                .isEqualTo(403);
    }

    private static List<String> taken(Browser.Page page) {
        return page.document()
                .select("[aria-labelledby=reading] tbody .ssj-state")
                .eachText();
    }

    private static List<List<String>> cells(Browser.Page page, String section) {
        return page.document().select(section + " tbody tr").stream()
                .map(row -> row.select("td").stream().map(Element::text).toList())
                .toList();
    }

    private static void loadAtOnce(Browser browser, String text) {
        Browser.Page sent = browser.upload(
                browser.get(NEW),
                ACTION,
                Map.of("kind", "REGISTRATION", "check", "false"),
                "file",
                "upload.csv",
                text.getBytes(StandardCharsets.UTF_8));
        assertThat(settled(browser, sent.path()).text()).contains("已入库");
    }

    private static Browser.Page upload(Browser browser, String text) {
        return upload(browser, "REGISTRATION", text);
    }

    private static Browser.Page upload(Browser browser, String kind, String text) {
        return browser.upload(
                browser.get(NEW),
                ACTION,
                Map.of("kind", kind),
                "file",
                "upload.csv",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static Browser.Page settled(Browser browser, String path) {
        Instant latest = Instant.now().plus(Duration.ofSeconds(30));
        Browser.Page page = browser.get(path);
        while (List.of("已接收", "正在入库", "正在试读")
                .contains(page.document().select("dl .ssj-state").text())) {
            assertThat(Instant.now()).as("still at it: %s", path).isBefore(latest);
            page = browser.get(path);
        }
        return page;
    }
}
