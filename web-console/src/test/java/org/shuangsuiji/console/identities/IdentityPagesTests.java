package org.shuangsuiji.console.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.RecordKind;

class IdentityPagesTests extends ConsoleTest {
    private static final String LIST = "/console/identities";
    private static final String CODE = "91150581MA0N0RCG94";
    private static final String NUMBER = "150581000000014";

    @BeforeEach
    void fill() {
        deliver(
                RecordKind.REGISTRATION,
                "统一社会信用代码,企业名称,登记状态,行政区划\n" + NUMBER + ",犇羴商贸有限公司,存续,150581\n" + CODE + ",犇羴商贸有限公司,存续,150581\n");
    }

    @Test
    void whatIsNotSureWaitsForAPersonWhoSaysWhyAndCanTakeItBack() {
        Browser office = signedInAs(Role.CREDIT_OFFICE);
        Browser.Page waiting = office.get(LIST);
        assertThat(waiting.text()).contains("犇羴商贸有限公司").contains(NUMBER).contains("名称或曾用名相同");
        long link = jdbc.sql("""
                        select l.id from ingest.link l join ingest.enterprise e on e.id = l.from_id
                        where e.old_number = ?""").param(NUMBER).query(Long.class).single();
        String accept = LIST + "/" + link + "/accept";
        assertThat(office.submit(waiting, accept, Map.of("reason", "是")).text())
                .as("a reason that says something")
                .contains("理由应为 4 至 500 个字");
        Browser.Page accepted = office.submit(office.get(LIST), accept, Map.of("reason", "核对换照档案无误"));
        assertThat(accepted.text()).contains("已确认关联");
        Browser.Page of = office.get("/console/enterprises/" + id("old_number", NUMBER));
        assertThat(of.text()).contains("这是另一个身份");
        assertThat(office.get("/console/enterprises/" + id("credit_code", CODE)).text())
                .contains("同一主体的其他身份")
                .contains(NUMBER);
        Browser.Page withdrawn = office.submit(
                office.get(LIST + "?state=IN_FORCE"), LIST + "/" + link + "/withdraw", Map.of("reason", "两家不是同一主体"));
        assertThat(withdrawn.text()).contains("已撤销关联");
        propose(office);
    }

    private void propose(Browser office) {
        String address = LIST + "/new/" + id("old_number", NUMBER);
        Browser.Page form = office.get(address);
        assertThat(office.submit(form, address, Map.of("code", "91150581MA0N0RCH7Y", "reason", "档案载明"))
                        .text())
                .contains("没有找到统一社会信用代码为");
        Browser.Page proposed = office.submit(form, address, Map.of("code", CODE, "reason", "档案载明更名换照"));
        assertThat(proposed.text()).contains("等待另一人确认");
    }

    @Test
    void aPairIsFoundAgainByNameOrNumberAndDecidedOnThePageOfEither() {
        String number = "150581000000039";
        String code = "91150581MA0N0RCN6Y";
        deliver(
                RecordKind.REGISTRATION,
                "统一社会信用代码,企业名称,登记状态,行政区划\n" + number + ",鱻焱（霍林）餐饮店,存续,150581\n" + code + ",鱻焱（霍林）餐饮店,存续,150581\n");
        Browser office = signedInAs(Role.CREDIT_OFFICE);
        assertThat(office.get(LIST + "?words=鱻焱(霍").text()).contains(number, code);
        assertThat(office.get(LIST + "?words=000000039&state=").text()).contains(number, code);
        assertThat(office.get(LIST + "?words=ma0n0rcn6y&state=IN_FORCE").text())
                .contains("没有与“ma0n0rcn6y”有关的身份关联")
                .doesNotContain(number);
        assertThat(office.get(LIST + "?words=25%25").text()).contains("没有与“25%”有关");
        assertThat(office.get(LIST + "?words=_&state=").text())
                .as("signs alone")
                .contains("没有与“_”有关")
                .doesNotContain(number);

        String subject = "/console/enterprises/" + id("credit_code", code);
        String identity = "/console/enterprises/" + id("old_number", number);
        Browser.Page page = office.get(subject);
        String accept = page.document().select("form[action$=/accept]").attr("action");
        assertThat(office.submit(page, accept, Map.of("reason", "是")).text())
                .as("refused, the page stays")
                .contains("理由应为 4 至 500 个字", "同一主体的其他身份");
        assertThat(office.submit(office.get(subject), accept, Map.of("reason", "核对换照档案无误"))
                        .text())
                .contains("已确认关联", "同一主体的其他身份", "已关联", "核对换照档案无误");
        assertThat(office.get(LIST + "?words=鱻焱&state=PROPOSED").text())
                .as("the filter as it stands at first")
                .contains("已关联", number);
        assertThat(office.get(identity + "/grade").text())
                .as("another identity has no grade of its own")
                .contains("这是另一个身份", "打开该主体")
                .doesNotContain("信用风险等级及原因");
        String withdraw = accept.replace("/accept", "/withdraw");
        assertThat(signedInAs(Role.AUDITOR).get(identity).document().select("form[action$=/withdraw]"))
                .isEmpty();
        assertThat(office.submit(office.get(identity), withdraw, Map.of("reason", "两家不是同一主体"))
                        .text())
                .contains("已撤销关联")
                .doesNotContain("这是另一个身份");
        assertThat(office.get(LIST + "?state=").text()).contains("已撤销").contains(number);
    }

    @Test
    void aLinkToASubjectOfAnotherPlaceIsSaidToBeThereWithoutNamingIt() {
        Department province = province("640000", "宁夏回族自治区市场监督管理厅");
        Department here = county(province, "640100", "银川市市场监督管理局");
        Department there = county(province, "640200", "石嘴山市市场监督管理局");
        String number = "640100000000019";
        String code = "91640200MA00471128";
        deliver(here, RecordKind.REGISTRATION, "统一社会信用代码,企业名称,登记状态,行政区划\n" + number + ",骉驫商贸有限公司,存续,640100\n");
        deliver(there, RecordKind.REGISTRATION, "统一社会信用代码,企业名称,登记状态,行政区划\n" + code + ",骉驫商贸有限公司,存续,640200\n");
        Browser clerk = signedInAs(here, Role.CREDIT_OFFICE);
        String page = "/console/enterprises/" + id("old_number", number);
        assertThat(clerk.get(page).text())
                .contains("另一方不在本部门管辖范围内", "待判断", "名称或曾用名相同")
                .doesNotContain("没有其他身份", code);
        assertThat(clerk.get(LIST).text()).contains("另有 1 条关联").doesNotContain("没有等待判断的关联", code);

        Browser above = signedInAs(province, Role.CREDIT_OFFICE);
        Browser.Page waiting = above.get(LIST);
        String accept = waiting.document().select("form[action$=/accept]").attr("action");
        above.submit(waiting, accept, Map.of("reason", "核对换照档案无误"));
        assertThat(clerk.get(page).text()).contains("这是另一个身份", "本部门管辖范围以外的一个主体").doesNotContain(code);
        assertThat(clerk.get(LIST + "?state=IN_FORCE").text()).doesNotContain("没有生效的关联", code);
        Browser other = signedInAs(there, Role.CREDIT_OFFICE);
        assertThat(other.get("/console/enterprises/" + id("credit_code", code)).text())
                .contains("另一方不在本部门管辖范围内", "已关联")
                .doesNotContain("没有其他身份", number);
    }

    @Test
    void aLinkWhoseReasonStandsNoMoreWaitsWithWhatTheRegistrationSaysNow() {
        String former = "91150581MA0N0RCH7Y";
        deliver(
                RecordKind.PENALTY,
                "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关\n" + former + ",麤贸易商行,霍市监罚〔2026〕9号,警告,2026-05-05,霍市监局\n");
        register(former);
        Browser office = signedInAs(Role.CREDIT_OFFICE);
        assertThat(office.get(LIST).text()).doesNotContain("麤贸易商行");
        register("150581000000022");
        Browser.Page waiting = office.get(LIST);
        assertThat(waiting.text())
                .contains("麤贸易商行")
                .contains("依据已不成立")
                .contains("不再写明 " + former + "，现写明：150581000000022");
        assertThat(signedInAs(Role.AUDITOR).get(LIST + "?lang=en").text()).contains("no longer names " + former);
        long link = jdbc.sql("select id from ingest.link where evidence = ? and state = 'IN_FORCE'")
                .param(former)
                .query(Long.class)
                .single();
        Browser.Page upheld =
                office.submit(office.get(LIST), LIST + "/" + link + "/uphold", Map.of("reason", "档案载明原代码"));
        assertThat(upheld.text()).contains("关联继续有效").doesNotContain("麤贸易商行");
    }

    private void register(String formerCode) {
        deliver(
                RecordKind.REGISTRATION,
                "统一社会信用代码,企业名称,原统一社会信用代码,登记状态,行政区划\n91150581MA0N0RCK1E,麤贸易商行," + formerCode + ",存续,150581\n");
    }

    @Test
    void whoMayNotDecideSeesNoButton() {
        Browser auditor = signedInAs(Role.AUDITOR);
        assertThat(auditor.get(LIST).document().select("main form[method=post]"))
                .isEmpty();
        assertThat(signedInAs(Role.PLANNER).get(LIST).status()).isEqualTo(403);
    }

    private long id(String column, String value) {
        return jdbc.sql("select id from ingest.enterprise where " + column + " = ?")
                .param(value)
                .query(Long.class)
                .single();
    }
}
