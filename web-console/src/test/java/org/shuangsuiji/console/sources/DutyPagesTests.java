package org.shuangsuiji.console.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.ingest.SourceFigures;
import org.shuangsuiji.model.Department;
import org.springframework.beans.factory.annotation.Autowired;

class DutyPagesTests extends ConsoleTest {
    private static final String HOME = "/console/duties";

    @Autowired
    private Clock clock;

    @Autowired
    private SourceFigures figures;

    @Test
    void theCreditOfficeSaysWhoOwesWhatAndEverybodyInsideReadsIt() {
        Department province = province("630000", "青海省市场监督管理局");
        Department city = county(province, "630100", "西宁市市场监督管理局");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        String source = platform(credit, "青海平台甲", "qinghai-a", city);
        assertThat(credit.get(HOME).text()).contains("还没有登记责任");
        Browser.Page entered = enter(credit, source, "PENALTY", "EACH_EVENT", 20);
        assertThat(entered.text()).contains("责任已登记", "每件发生后 20 个工作日内", "现行");
        assertThat(enter(credit, source, "PENALTY", "MONTHLY", 5).text()).contains("同一时间只能有一条");
        Browser.Page wrong = enter(credit, source, "PERMIT", "MONTHLY", 32);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.document().select("#errors a").attr("href")).isEqualTo("#days");

        Browser.Page changed = credit.submit(
                credit.get(entered.path() + "/change"),
                entered.path(),
                Map.of("days", 7, "beginsOn", LocalDate.now(clock).plusDays(1)));
        assertThat(changed.text()).contains("每件发生后 7 个工作日内", "未开始", "每件发生后 20 个工作日内", "现行");
        Browser inspector = signedInAs(city, Role.INSPECTOR);
        assertThat(inspector.get(HOME).document().select("tbody tr")).hasSize(2);
        assertThat(inspector.get(HOME + "?lang=en").text()).contains("Within 7 working days of each event");
        assertThat(inspector.get(changed.path()).text()).doesNotContain("结束责任");
        assertThat(signedInAs(city, Role.ADMINISTRATOR).get(HOME + "/new").status())
                .isEqualTo(403);
        assertThat(signedInAs(district(), Role.CREDIT_OFFICE)
                        .get(changed.path())
                        .status())
                .isEqualTo(404);

        Browser.Page ended = credit.submit(
                credit.get(changed.path() + "/end"),
                changed.path() + "/end",
                Map.of("lastDay", LocalDate.now(clock).plusDays(9), "reason", "职能划转"));
        assertThat(ended.text()).contains("责任已结束", "职能划转");
    }

    @Test
    void theTemplateIsOfferedAndEnteredWhenAsked() {
        Department province = province("630000", "青海省市场监督管理局");
        Department city = county(province, "630200", "海东市市场监督管理局");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        String source = platform(credit, "青海平台乙", "qinghai-b", city);
        Browser.Page form = credit.get(HOME + "/template");
        Browser.Page entered = credit.submit(form, HOME + "/template", Map.of("source", wordOf(credit, source)));
        assertThat(entered.text()).contains("模板已登记", "每件发生后 7 个工作日内", "每件发生后 20 个工作日内", "双公示");
        Browser.Page again = credit.submit(
                credit.get(HOME + "/template"), HOME + "/template", Map.of("source", wordOf(credit, source)));
        assertThat(again.text()).contains("没有可按模板登记的");
        assertThat(credit.get(source).text()).contains("没有统计", "从未报送", "每件发生后 7 个工作日内");
    }

    @Test
    void aDepartmentThatNeverSentAnythingIsGivenADuty() {
        Department province = province("630000", "青海省市场监督管理局");
        Department city = county(province, "632800", "海西州市场监督管理局");
        Department silent = county(city, "632801", "格尔木市应急管理局");
        Department elsewhere = county(province, "632500", "海南州市场监督管理局");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        String word = "department-" + silent.id();
        for (String form : List.of(HOME + "/new", HOME + "/template")) {
            assertThat(credit.get(form).document().select("#source option").eachText())
                    .contains("格尔木市应急管理局（从未报送）")
                    .noneMatch(name -> name.startsWith("海南州"));
        }
        Map<String, Object> monthly = Map.of(
                "source",
                word,
                "kind",
                "PENALTY",
                "rhythm",
                "MONTHLY",
                "days",
                5,
                "basis",
                "某办法第三条",
                "beginsOn",
                LocalDate.now(clock).minusMonths(4));
        assertThat(credit.submit(credit.get(HOME + "/new"), HOME, monthly).text())
                .contains("责任已登记", "格尔木市应急管理局");
        assertThat(credit.get(HOME).text()).contains("格尔木市应急管理局");
        String source = credit.get("/console/sources")
                .document()
                .select("tbody a:containsOwn(格尔木市应急管理局)")
                .attr("href");
        assertThat(credit.get(source).document().select(".figures-body tr").eachText())
                .singleElement()
                .asString()
                .startsWith("行政处罚")
                .contains("从未报送", "逾期");
        assertThat(credit.get(HOME + "/new").document().select("#source option").eachText())
                .contains("格尔木市应急管理局");

        Browser.Page foreign = credit.submit(
                credit.get(HOME + "/template"), HOME + "/template", Map.of("source", "department-" + elsewhere.id()));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.document().select("#errors a").attr("href")).isEqualTo("#source");
    }

    @Test
    void thePageOfASourceSaysHowItDelivers() {
        Department province = province("630000", "青海省市场监督管理局");
        Department county = county(province, "630105", "城北区市场监督管理局");
        Browser credit = signedInAs(county, Role.CREDIT_OFFICE);
        String source = platform(credit, "青海平台丙", "qinghai-c", county);
        LocalDate today = LocalDate.now(clock);
        String registrations = """
                企业名称,统一社会信用代码,登记状态,行政区划
                青海甲公司,91630105MA0W10012B,存续,630105
                青海乙公司,91630105MA0W10020T,存续,630105
                """;
        String penalties = """
                行政处罚决定书文号,行政相对人名称,统一社会信用代码,处罚类别,罚款金额（万元）,处罚决定日期,处罚机关
                青罚一号,青海甲公司,91630105MA0W10012B,罚款,0.5,%s,城北区市监局
                青罚二号,青海甲公司,91630105MA0W10012B,罚款,0.5,昨天,城北区市监局
                """.formatted(today);
        upload(credit, "REGISTRATION", registrations);
        upload(credit, "PENALTY", penalties);
        credit.submit(
                credit.get(HOME + "/new"),
                HOME,
                Map.of(
                        "source",
                        "qinghai-c",
                        "kind",
                        "PENALTY",
                        "rhythm",
                        "EACH_EVENT",
                        "days",
                        7,
                        "basis",
                        "双公示",
                        "beginsOn",
                        today.minusYears(1)));
        enter(credit, source, "PERMIT", "YEARLY", 1);
        figures.untallied().forEach(figures::tally);
        figures.countValues();
        Browser.Page page = credit.get(source);
        assertThat(page.document().select(".figures-body tr").eachText())
                .anySatisfy(
                        row -> assertThat(row).startsWith("行政处罚").contains("按时 100.0%", "个工作日，最长", "50.0%", "1 / 2"))
                .anySatisfy(row -> assertThat(row).startsWith("行政许可").contains("从未报送"));
        assertThat(page.text()).contains("行政处罚：按月", "截至");
        assertThat(credit.get(source + "?lang=en").text()).contains("100.0% in time", "1 event", "Refused");
    }

    private void upload(Browser browser, String kind, String text) {
        Browser.Page sent = browser.upload(
                browser.get("/console/deliveries/new"),
                "/console/deliveries",
                Map.of("kind", kind, "source", "qinghai-c", "check", "false"),
                "file",
                "upload.csv",
                text.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.path()).as(sent.text()).matches("/console/deliveries/\\d+");
        Instant latest = Instant.now().plus(Duration.ofSeconds(30));
        while (!browser.get(sent.path()).text().contains("已入库")) {
            assertThat(Instant.now()).isBefore(latest);
        }
    }

    private Browser.Page enter(Browser browser, String source, String kind, String rhythm, int days) {
        return browser.submit(
                browser.get(HOME + "/new"),
                HOME,
                Map.of(
                        "source",
                        wordOf(browser, source),
                        "kind",
                        kind,
                        "rhythm",
                        rhythm,
                        "days",
                        days,
                        "basis",
                        "某办法第三条"));
    }

    private static String platform(Browser browser, String name, String word, Department department) {
        return browser.submit(
                        browser.get("/console/sources/new"),
                        "/console/sources",
                        Map.of(
                                "standing",
                                "SUPERIOR",
                                "name",
                                name,
                                "word",
                                word,
                                "departmentId",
                                department.id(),
                                "trust",
                                "OFFICIAL"))
                .path();
    }

    private static String wordOf(Browser browser, String source) {
        return browser.get(source).document().select("dd.ssj-code").eachText().get(0);
    }
}
