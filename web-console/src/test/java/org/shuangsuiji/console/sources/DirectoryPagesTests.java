package org.shuangsuiji.console.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Department;
import org.springframework.beans.factory.annotation.Autowired;

class DirectoryPagesTests extends ConsoleTest {
    private static final String HOME = "/console/directory";

    @Autowired
    private Clock clock;

    @Test
    void theCreditOfficeDrawsUpAMonthAndReadsWhatChanged() {
        Department province = province("540000", "西藏自治区市场监督管理局");
        Browser credit = signedInAs(county(province, "540100", "拉萨市市场监督管理局"), Role.CREDIT_OFFICE);
        Browser.Page sent = credit.upload(
                credit.get("/console/deliveries/new"),
                "/console/deliveries",
                Map.of("kind", "REGISTRATION", "check", "false"),
                "file",
                "lhasa.csv",
                """
                企业名称,统一社会信用代码,登记状态,行政区划
                拉萨甲公司,91540102MA6T10012B,存续,540102
                拉萨乙公司,91540103MA6T10020T,存续,540103
                """.getBytes(StandardCharsets.UTF_8));
        Instant latest = Instant.now().plus(Duration.ofSeconds(30));
        while (!credit.get(sent.path()).text().contains("已入库")) {
            assertThat(Instant.now()).isBefore(latest);
        }
        YearMonth month = YearMonth.now(clock);
        // the month may have been drawn up for another county before these came
        asOwner()
                .sql("truncate ingest.directory_month, ingest.directory_member")
                .update();
        assertThat(credit.get(HOME).text()).contains("还没有名录");
        assertThat(credit.get(HOME + "/list").text()).contains("没有企业");
        Browser.Page taken = credit.submit(credit.get(HOME), HOME, Map.of());
        assertThat(taken.document().select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("540102", "1"))
                .hasSize(2);
        assertThat(taken.text()).contains("第一份名录");
        assertThat(credit.get(HOME + "/list?area=540102").document().select("tbody tr"))
                .hasSize(1);
        for (String sql : List.of(
                "insert into ingest.directory_month select month - interval '1 month', members, taken_by, taken_at from ingest.directory_month",
                "update ingest.directory_member set from_month = from_month - interval '1 month'",
                "delete from ingest.directory_month where month = (select max(month) from ingest.directory_month)")) {
            asOwner().sql(sql).update();
        }
        asOwner()
                .sql("update ingest.enterprise set status = 'REVOKED' where name = '拉萨甲公司'")
                .update();
        asOwner()
                .sql("update ingest.enterprise set region = '540102' where name = '拉萨乙公司'")
                .update();
        credit.submit(credit.get(HOME), HOME, Map.of());
        assertThat(credit.get(HOME + "/list?part=GONE").text()).contains("拉萨甲公司", "吊销");
        assertThat(credit.get(HOME + "/list?part=MOVED").text()).contains("拉萨乙公司", "540103", "540102");
        assertThat(credit.get(HOME + "?month=" + month.minusMonths(1)).text()).contains("第一份名录");
        assertThat(credit.get(HOME + "/list.csv?part=MOVED").body())
                .startsWith("\ufeff企业名称")
                .contains("拉萨乙公司,91540103MA6T10020T");
        assertThat(credit.get(HOME + "?lang=en").text()).contains("Moved in", "Enterprises by area");
        assertThat(signedInAs(district(), Role.PLANNER).get(HOME).text()).doesNotContain("540102", "编制本月名录");
    }
}
