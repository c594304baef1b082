package org.shuangsuiji.console.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.ingest.Gaps;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.Sways;
import org.springframework.beans.factory.annotation.Autowired;

class GapPagesTests extends ConsoleTest {
    private static final String HOME = "/console/gaps";

    @Autowired
    private Clock clock;

    @Autowired
    private Gaps gaps;

    @Autowired
    private Sways sways;

    @Test
    void theCreditOfficeFollowsUpWhatNeverCame() {
        Department province = province("620000", "甘肃省市场监督管理局");
        Department city = county(province, "620100", "兰州市市场监督管理局");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        assertThat(credit.get(HOME).text()).contains("没有缺口");
        credit.submit(
                credit.get("/console/sources/new"),
                "/console/sources",
                Map.of("standing", "SUPERIOR", "name", "甘肃平台", "word", "gansu", "departmentId", city.id()));
        credit.submit(
                credit.get("/console/duties/new"),
                "/console/duties",
                Map.of(
                        "source",
                        "gansu",
                        "kind",
                        "PENALTY",
                        "rhythm",
                        "EACH_EVENT",
                        "days",
                        7,
                        "basis",
                        "双公示",
                        "beginsOn",
                        LocalDate.now(clock).minusYears(1)));
        assertThat(credit.get(HOME).text())
                .as("counted by now or not, nobody says that all was sent")
                .doesNotContain("没有缺口");
        gaps.sources().forEach(gaps::look);
        assertThat(credit.get(HOME).text()).contains("缺口截至").doesNotContain("清点还没有完成");
        sways.owing().forEach(model -> sways.count(model, Progress.SILENT));
        Browser.Page list = credit.get(HOME);
        assertThat(list.document().select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("行政处罚", "甘肃平台", "从未报送", "待跟进");
        assertThat(credit.get(HOME + "?lang=en").text()).contains("Never came", "never too small");
        credit.get(HOME + "?lang=zh-CN");

        String gap = list.document().select("tbody a").attr("href");
        Browser.Page asked = credit.submit(credit.get(gap), gap + "/ask", Map.of("reason", "已致电催报"));
        assertThat(asked.text()).contains("催报已登记", "已催报", "已致电催报", "系统登记");
        LocalDate today = LocalDate.now(clock);
        Browser.Page past = credit.submit(
                credit.get(gap + "/promise"), gap + "/promise", Map.of("until", today.minusDays(1), "said", "昨天"));
        assertThat(past.status()).isEqualTo(422);
        Browser.Page promised = credit.submit(
                credit.get(gap + "/promise"), gap + "/promise", Map.of("until", today.plusDays(9), "said", "下周报送"));
        assertThat(promised.text()).contains("承诺 " + today.plusDays(9) + " 前报送", "下周报送");
        Browser.Page closed = credit.submit(credit.get(gap), gap + "/close", Map.of("reason", "该平台没有这类信息"));
        assertThat(closed.text()).contains("人工关闭", "已关闭").doesNotContain("登记催报");
        assertThat(credit.get(HOME + "/closed").text()).contains("甘肃平台");
        gaps.sources().forEach(gaps::look);
        assertThat(credit.get(HOME).text()).contains("没有缺口");

        assertThat(signedInAs(city, Role.AUDITOR).get(gap).text()).doesNotContain("登记催报");
        assertThat(signedInAs(city, Role.PLANNER).get(HOME).status()).isEqualTo(403);
        assertThat(signedInAs(district(), Role.CREDIT_OFFICE).get(gap).status()).isEqualTo(404);
    }

    @Test
    void aLimitIsSetForDaysToComeAndNeverForThePast() {
        Department province = province("620000", "甘肃省市场监督管理局");
        Browser credit = signedInAs(county(province, "620200", "嘉峪关市市场监督管理局"), Role.CREDIT_OFFICE);
        String limits = HOME + "/limits";
        assertThat(credit.get(limits).text()).contains("还没有规定限值");
        LocalDate today = LocalDate.now(clock);
        Browser.Page wrong = credit.submit(
                credit.get(limits),
                limits,
                Map.of("kind", "PERMIT", "percent", "101", "holdsFrom", today.minusDays(1)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.document().select("#errors a").eachAttr("href")).containsExactly("#percent", "#holdsFrom");
        Browser.Page set = credit.submit(
                credit.get(limits), limits, Map.of("kind", "PERMIT", "percent", "60.5", "holdsFrom", today));
        assertThat(set.document().select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("行政许可", "60.5%", "嘉峪关市");
    }
}
