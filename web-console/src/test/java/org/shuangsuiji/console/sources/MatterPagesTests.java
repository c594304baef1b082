package org.shuangsuiji.console.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Department;
import org.springframework.beans.factory.annotation.Autowired;

class MatterPagesTests extends ConsoleTest {
    private static final String HOME = "/console/matters";

    @Autowired
    private Clock clock;

    @Test
    void aDepartmentDraftsAndTheCreditOfficePublishes() {
        Department province = province("640000", "宁夏回族自治区市场监督管理厅");
        Department city = county(province, "640100", "银川市信用办");
        Department county = county(city, "640104", "兴庆区市场监督管理局");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        Browser department = signedInAs(county, Role.PLANNER);

        Browser.Page wrong = department.submit(department.get(HOME + "/new"), HOME, Map.of("code", "a b"));
        assertThat(wrong.status()).isEqualTo(422);
        Browser.Page drafted = department.submit(department.get(HOME + "/new"), HOME, filled("NX-01", "=行政处罚"));
        assertThat(drafted.text()).contains("草稿已保存", "起草中", "无条件共享");
        String draft = drafted.path();
        assertThat(signedInAs(district(), Role.PLANNER).get(draft).status()).isEqualTo(404);
        department.submit(drafted, draft + "/hand-in", Map.of());
        assertThat(department.get(HOME + "/publish").status()).isEqualTo(403);
        Browser.Page returned = credit.submit(credit.get(draft), draft + "/return", Map.of("reason", "依据写全"));
        assertThat(returned.text()).contains("已退回", "依据写全");
        Map<String, Object> better = filled("NX-01", "=行政处罚");
        better.put("basis", "《行政处罚法》第四十八条");
        department.submit(department.get(draft + "/change"), draft, better);
        department.submit(department.get(draft), draft + "/hand-in", Map.of());

        Browser.Page list = credit.get(HOME + "/publish");
        assertThat(list.document().select("tbody tr")).hasSize(1);
        Browser.Page published = credit.submit(list, HOME + "/publish", Map.of());
        assertThat(published.text()).contains("新版本已发布", "第 1 版", "新增", "《行政处罚法》第四十八条");
        assertThat(credit.get(HOME + "/publish").text()).contains("没有已提交的事项");
        String csv = department.get(published.path() + "/matters.csv").body();
        assertThat(csv).startsWith("\ufeff事项编码").contains("NX-01,'=行政处罚,行政处罚", "兴庆区市场监督管理局");
        assertThat(department.get(published.path()).text()).contains("起草修改");

        Browser.Page changes = department.get(HOME);
        assertThat(changes.document().select(".changes-body tr").text()).contains("NX-01", "还有 10 个工作日");
        assertThat(department.get(HOME + "?lang=en").text()).contains("10 working days left", "Version 1");
        department.get(HOME + "?lang=zh-CN");
        asOwner()
                .sql("update ingest.matter_list set effective_on = effective_on - 60 where department_id = ?")
                .param(city.id())
                .update();
        assertThat(credit.get(HOME)
                        .document()
                        .select(".changes-body .ssj-state-red")
                        .text())
                .contains("逾期");
        String report = changes.document().select(".changes-body a").attr("href");
        Browser.Page reported = department.submit(
                department.get(report),
                report,
                Map.of("documentNo", "兴市监〔2026〕3号", "reportedOn", LocalDate.now(clock)));
        assertThat(reported.text()).contains("报送已登记", "没有待报送的变动", "兴市监〔2026〕3号");
    }

    @Test
    void whatThePublicReadsIsThePublishedListAndNothingOfDrafts() {
        Department province = province("540000", "西藏自治区市场监督管理厅");
        Department city = county(province, "540100", "拉萨市信用办");
        Department county = county(city, "540102", "拉萨城关区信用办");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        Browser department = signedInAs(county, Role.PLANNER);
        handIn(department, "XZ-01", "行政处罚");
        handIn(department, "XZ-02", "行政许可");
        department.submit(department.get(HOME + "/new"), HOME, filled("XZ-03", "尚在起草的事项"));
        credit.submit(credit.get(HOME + "/publish"), HOME + "/publish", Map.of());

        Browser anybody = browser();
        Browser.Page first = anybody.get("/p/matters");
        assertThat(first.document().select("caption").text()).contains("拉萨市信用办", "第 1 版", "共 2 项");
        assertThat(first.text()).contains("XZ-01", "文书号、决定日期", "拉萨城关区信用办", "无条件共享", "本版新增", "现行");
        assertThat(first.body()).doesNotContain("XZ-03", "尚在起草的事项", "起草中");

        Map<String, Object> gone = filled("XZ-02", "行政许可");
        gone.put("aim", "REMOVE");
        handIn(department, gone);
        Map<String, Object> later = new HashMap<>();
        later.put("effectiveOn", LocalDate.now(clock).plusDays(1));
        credit.submit(credit.get(HOME + "/publish"), HOME + "/publish", later);
        Browser.Page meanwhile = anybody.get("/p/matters");
        assertThat(meanwhile.text()).contains("XZ-02", "尚未施行");
        String second =
                meanwhile.document().select("tr:contains(尚未施行):contains(拉萨) a").attr("href");
        assertThat(anybody.get(second).document().select(".card").text()).contains("本版移出的事项", "XZ-02");
        assertThat(anybody.get(second + "?lang=en").text())
                .contains("version 2", "Not in force yet", "Matters that this version removes");
        assertThat(anybody.get("/p/matters/999999").status()).isEqualTo(404);
        assertThat(browser().get("/").document().select("a[href=/p/matters]")).hasSizeGreaterThan(1);
    }

    @Test
    void aChangeOrRemovalBeginsWithWhatStandsAndOnlyForTheDepartmentWhoseMatterItIs() {
        Department province = province("630000", "青海省市场监督管理局");
        Department city = county(province, "630100", "西宁市信用办");
        Browser owner = signedInAs(county(city, "630102", "西宁城东区信用办"), Role.PLANNER);
        Browser other = signedInAs(county(city, "630103", "西宁城中区信用办"), Role.PLANNER);
        handIn(owner, "QH-01", "行政处罚");
        Browser credit = signedInAs(city, Role.CREDIT_OFFICE);
        credit.submit(credit.get(HOME + "/publish"), HOME + "/publish", Map.of());

        Browser.Page blank = owner.get(HOME + "/new");
        assertThat(blank.text()).contains("本部门已在清单中的事项", "QH-01");
        String remove = blank.document().select("a:contains(起草移出)").attr("href");
        Browser.Page form = owner.get(remove);
        assertThat(form.document().select("#code").val()).isEqualTo("QH-01");
        assertThat(form.document().select("#name").val()).isEqualTo("行政处罚");
        assertThat(form.document().select("input[name=aim][checked]").val()).isEqualTo("REMOVE");
        Browser.Page change =
                owner.get(blank.document().select("a:contains(起草修改)").attr("href"));
        assertThat(change.document().select("input[name=aim][checked]").val()).isEqualTo("KEEP");
        assertThat(change.document().select("#fields").text()).isEqualTo("文书号、决定日期");

        assertThat(other.get(HOME + "/new").text()).doesNotContain("本部门已在清单中的事项");
        Browser.Page taken = other.submit(other.get(HOME + "/new"), HOME, filled("QH-01", "抢占的事项"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.document().select("#errors a").attr("href")).isEqualTo("#code");
        assertThat(taken.text()).contains("编码“QH-01”是“西宁城东区信用办”在清单中的事项");
        Map<String, Object> nothing = filled("QH-09", "没有的事项");
        nothing.put("aim", "REMOVE");
        assertThat(other.submit(other.get(HOME + "/new"), HOME, nothing).text()).contains("不能移出");
    }

    private static void handIn(Browser department, String code, String name) {
        handIn(department, filled(code, name));
    }

    private static void handIn(Browser department, Map<String, Object> filled) {
        Browser.Page drafted = department.submit(department.get(HOME + "/new"), HOME, filled);
        department.submit(drafted, drafted.path() + "/hand-in", Map.of());
    }

    private static Map<String, Object> filled(String code, String name) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("aim", "KEEP");
        fields.put("code", code);
        fields.put("name", name);
        fields.put("kinds", "PENALTY");
        fields.put("fields", "文书号、决定日期");
        fields.put("basis", "依据");
        fields.put("frequency", "每件 7 个工作日内");
        fields.put("share", "UNCONDITIONAL");
        fields.put("publicity", "OPEN");
        return fields;
    }
}
