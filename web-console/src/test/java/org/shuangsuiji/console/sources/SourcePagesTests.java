package org.shuangsuiji.console.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.ManageApiClients;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.springframework.beans.factory.annotation.Autowired;

class SourcePagesTests extends ConsoleTest {
    private static final String HOME = "/console/sources";
    private static final String FILE = "企业名称,统一社会信用代码\n来源甲公司,91640100MA0S00017C\n";
    private static final String FACTS = "企业名称,统一社会信用代码,信息项,信息内容,统计期\n来源甲公司,91640100MA0S00017C,用水量,下降,2026年5月\n";

    @Autowired
    private Clock clock;

    @Autowired
    private ManageApiClients clients;

    @Test
    void aThirdPartySendsOnlyUnderAnAgreementInForce() {
        Department province = province("640000", "宁夏回族自治区市场监督管理厅");
        Department city = county(province, "640100", "银川市市场监督管理局");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        String source = enter(credit, "THIRD_PARTY", "银川供水公司", "yinchuan-water", city);
        assertThat(credit.get(source).text()).contains("没有生效的保密协议");
        assertThat(credit.get("/console/deliveries/new")
                        .document()
                        .select("#source option")
                        .eachText())
                .contains("本部门", "银川供水公司（第三方，没有生效的协议）");

        Browser.Page refused = facts(credit, "yinchuan-water");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("#errors a").attr("href")).isEqualTo("#source");
        assertThat(refused.text()).contains("第三方“银川供水公司”还没有保密协议").contains("文件没有保存");

        LocalDate today = LocalDate.now(clock);
        Browser.Page faulty = agree(credit, source, "一号", today, today.minusDays(1));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.document().select("#errors a").attr("href")).isEqualTo("#endsOn");
        assertThat(agree(credit, source, "一号", today.minusDays(9), today.minusDays(1))
                        .text())
                .contains("协议已登记", "已到期", "没有生效的保密协议");
        assertThat(facts(credit, "yinchuan-water").text())
                .contains("协议 一号 已于 %s 到期（今天是 %s）".formatted(today.minusDays(1), today));

        assertThat(agree(credit, source, "二号", today, today).text())
                .contains("生效中", "可以报送")
                .doesNotContain("没有生效");
        Browser.Page wrongKind = upload(credit, "yinchuan-water");
        assertThat(wrongKind.status()).isEqualTo(422);
        assertThat(wrongKind.document().select("#errors a").attr("href")).isEqualTo("#kind");
        assertThat(wrongKind.text()).contains("第三方“银川供水公司”不能报送“登记注册”", "只能报送欠费、投诉举报、荣誉、舆情、第三方信息", "文件没有保存");
        Browser.Page sent = facts(credit, "yinchuan-water");
        assertThat(sent.path()).matches("/console/deliveries/\\d+");
        assertThat(sent.document().select("a[href=" + source + "]").text()).isEqualTo("银川供水公司");
        String id = source.substring(HOME.length() + 1);
        assertThat(credit.get("/console/deliveries?source=" + id)
                        .document()
                        .select("tbody tr")
                        .eachText())
                .hasSize(1)
                .first()
                .asString()
                .contains("银川供水公司");
        Browser.Page ask = credit.get(
                credit.get(source).document().select("a[href*=/agreements/end]").attr("href"));
        assertThat(ask.text()).contains("协议 二号（%s 至 %s）".formatted(today, today));
        Browser.Page outside =
                credit.submit(ask, source + "/agreements/end", Map.of("endedOn", today.plusDays(1), "reason", "对方违约"));
        assertThat(outside.status()).isEqualTo(422);
        assertThat(outside.document().select("#errors a").attr("href")).isEqualTo("#endedOn");
        assertThat(outside.text()).contains("终止日期是 %s，应在 %s 至 %s 之间".formatted(today.plusDays(1), today, today));
        assertThat(credit.submit(ask, source + "/agreements/end", Map.of("endedOn", today, "reason", "对方违约"))
                        .text())
                .contains("协议的提前终止已登记", "已提前终止", "自 %s 起终止：对方违约".formatted(today), "没有生效的保密协议");
        assertThat(facts(credit, "yinchuan-water").text()).contains("协议 二号 自 %s 起提前终止（对方违约）".formatted(today));
        assertThat(signedInAs(city, Role.AUDITOR)
                        .get(source + "/agreements/end?number=1")
                        .status())
                .isEqualTo(403);
        agree(credit, source, "三号", today, today);
        Browser english = signedInAs(city, Role.ADMINISTRATOR);
        assertThat(english.get(source + "?lang=en").text()).contains("In force", "Lapsed", "Ended early", "May send");
    }

    @Test
    void aCheckedFileWhoseAgreementEndedSaysWhyItWaitsAndHasNoButtonToLoadIt() {
        Department province = province("640000", "宁夏回族自治区市场监督管理厅");
        Department city = county(province, "640600", "宁东市市场监督管理局");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        String source = enter(credit, "THIRD_PARTY", "宁东供水公司", "ningdong-water", city);
        LocalDate today = LocalDate.now(clock);
        agree(credit, source, "一号", today, today);
        String file = facts(credit, "ningdong-water").path();
        Browser.Page checked = credit.get(file);
        while (checked.document().select("form[action$=/load]").isEmpty()) {
            assertThat(checked.text()).contains("正在试读");
            checked = credit.get(file);
        }
        String end =
                credit.get(source).document().select("a[href*=/agreements/end]").attr("href");
        credit.submit(credit.get(end), source + "/agreements/end", Map.of("endedOn", today, "reason", "对方违约"));
        Browser.Page held = credit.get(file);
        assertThat(held.text()).contains("来源现在不能报送", "协议 一号 自 %s 起提前终止（对方违约）".formatted(today), "登记一份今天有效的协议");
        assertThat(held.document().select("form[action$=/load]")).isEmpty();
        assertThat(held.document().select("form[action$=/discard]")).hasSize(1);
        Browser.Page pressed = credit.submit(checked, file + "/load", Map.of());
        assertThat(pressed.status()).isEqualTo(409);
        assertThat(pressed.h1()).contains("试读结果");
        assertThat(pressed.text()).contains("来源现在不能报送", "提前终止（对方违约）");
        agree(credit, source, "二号", today, today);
        assertThat(credit.get(file).document().select("form[action$=/load]")).hasSize(1);
    }

    @Test
    void aClosedSourceIsNoLongerOfferedUntilItIsReopened() {
        Department province = province("640000", "宁夏回族自治区市场监督管理厅");
        Department city = county(province, "640200", "石嘴山市市场监督管理局");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        String source = enter(credit, "SUPERIOR", "自治区信用平台", "ningxia-platform", city);
        assertThat(offered(credit)).contains("自治区信用平台（上级平台）");
        Browser.Page stale = credit.get(source);
        Browser.Page closed = credit.submit(credit.get(source), source + "/close", Map.of("reason", "平台停止运行"));
        assertThat(closed.text()).contains("来源已停用", "起停用，不能报送", "平台停止运行");
        assertThat(offered(credit)).doesNotContain("自治区信用平台（上级平台）");
        assertThat(upload(credit, "ningxia-platform").text())
                .contains("来源“自治区信用平台”自")
                .contains("（平台停止运行）");
        Browser.Page late = credit.submit(stale, source + "/close", Map.of("reason", "另一个人"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("有人修改过这条记录");
        assertThat(credit.submit(credit.get(source), source + "/reopen", Map.of("reason", "平台恢复"))
                        .text())
                .contains("来源已恢复");
        assertThat(offered(credit)).contains("自治区信用平台（上级平台）");
        assertThat(asOwner()
                        .sql("select event from office.ledger_entry where subject = ? order by id")
                        .param("record-source:" + source.substring(HOME.length() + 1))
                        .query(String.class)
                        .list())
                .containsExactly("RECORD_SOURCE_ENTERED", "RECORD_SOURCE_CLOSED", "RECORD_SOURCE_REOPENED");
    }

    @Test
    void nobodySeesForWhomAnotherOfficeAnswers() {
        Department province = province("640000", "宁夏回族自治区市场监督管理厅");
        Department one = county(province, "640300", "吴忠市市场监督管理局");
        Department other = county(province, "640400", "固原市市场监督管理局");
        String source = enter(signedInAs(one, Role.CREDIT_OFFICE), "SUPERIOR", "吴忠平台", "wuzhong", one);
        Browser neighbour = signedInAs(other, Role.CREDIT_OFFICE);
        assertThat(neighbour.get(HOME).text()).doesNotContain("吴忠平台");
        assertThat(neighbour.get(source).status()).isEqualTo(404);
        assertThat(upload(neighbour, "wuzhong").text()).contains("没有代号为“wuzhong”的来源");
        assertThat(signedInAs(province, Role.AUDITOR).get(source).status()).isEqualTo(200);
        assertThat(signedInAs(one, Role.AUDITOR).get(HOME + "/new").status()).isEqualTo(403);
        assertThat(signedInAs(one, Role.PLANNER).get(HOME).status()).isEqualTo(403);
    }

    @Test
    void aSystemNamesItsSourceAndIsToldWhyItMayNotSend() throws Exception {
        Department province = province("640000", "宁夏回族自治区市场监督管理厅");
        Department city = county(province, "640500", "中卫市市场监督管理局");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        String source = enter(credit, "THIRD_PARTY", "中卫燃气公司", "zhongwei-gas", city);
        String key = clients.create("中卫接口", city.id(), Set.of("delivery:write", "delivery:read"), Actor.SYSTEM)
                .key();
        HttpResponse<String> refused = facts(key, "&source=zhongwei-gas");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body())
                .contains("record-source-agreement-missing", "Ask the credit office to enter an agreement");
        assertThat(post(key, "&source=nobody").body()).contains("record-source-unknown");
        LocalDate today = LocalDate.now(clock);
        agree(credit, source, "一号", today, today);
        assertThat(post(key, "&source=zhongwei-gas").statusCode()).isEqualTo(409);
        assertThat(post(key, "&source=zhongwei-gas").body())
                .contains("record-source-kind", "may not send “Registrations”");
        assertThat(status(key, facts(key, "&source=zhongwei-gas"))).contains("\"source\":\"zhongwei-gas\"");
        assertThat(status(key, post(key, ""))).contains("\"source\":\"department-" + city.id() + "\"");
    }

    private String status(String key, HttpResponse<String> received) throws Exception {
        assertThat(received.statusCode()).as(received.body()).isEqualTo(202);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port
                                        + received.headers()
                                                .firstValue("Location")
                                                .orElseThrow()))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String key, String more) throws Exception {
        return post(key, "registration" + more, FILE.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> facts(String key, String more) throws Exception {
        return post(key, "third-party" + more, FACTS.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String key, String kind, byte[] file) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/deliveries?kind=" + kind))
                                .header("Authorization", "Bearer " + key)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("Accept-Language", "en")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String enter(Browser browser, String standing, String name, String word, Department department) {
        Browser.Page entered = browser.submit(
                browser.get(HOME + "/new"),
                HOME,
                Map.of(
                        "standing", standing,
                        "name", name,
                        "word", word,
                        "departmentId", department.id(),
                        "trust", "CONFIRMED"));
        assertThat(entered.path()).as(entered.text()).matches(HOME + "/\\d+");
        return entered.path();
    }

    private static Browser.Page agree(Browser browser, String source, String number, LocalDate begins, LocalDate ends) {
        return browser.submit(
                browser.get(source + "/agreements/new"),
                source + "/agreements",
                Map.of(
                        "number", number,
                        "signedOn", LocalDate.of(2020, 1, 2),
                        "beginsOn", begins,
                        "endsOn", ends,
                        "paper", "档案室第 3 柜"));
    }

    private static List<String> offered(Browser browser) {
        return browser.get("/console/deliveries/new")
                .document()
                .select("#source option")
                .eachText();
    }

    private static Browser.Page upload(Browser browser, String source) {
        return upload(browser, source, "REGISTRATION", FILE);
    }

    private static Browser.Page facts(Browser browser, String source) {
        return upload(browser, source, "THIRD_PARTY", FACTS);
    }

    private static Browser.Page upload(Browser browser, String source, String kind, String file) {
        return browser.upload(
                browser.get("/console/deliveries/new"),
                "/console/deliveries",
                Map.of("kind", kind, "source", source),
                "file",
                "upload.csv",
                file.getBytes(StandardCharsets.UTF_8));
    }
}
