package org.shuangsuiji.console.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.RecordKind;
import org.springframework.beans.factory.annotation.Autowired;

class EnterprisePagesTests extends ConsoleTest {
    private static final String CODE = "91150581MA0W1001X1";

    @Autowired
    private Clock clock;

    @BeforeEach
    void fill() {
        deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,成立日期,行政区划,住所,注册资本\n彧翾矿冶（集团）公司," + CODE + ",2016-03-31,150581,珠斯花街,120万元\n");
        deliver(
                RecordKind.PENALTY,
                "企业名称,统一社会信用代码,处罚决定书文号,处罚类别,处罚决定日期,罚款金额(元),公示截止期,处罚机关,处罚内容\n"
                        + "彧翾矿冶," + CODE + ",罚〔2026〕1号,罚款,2026-05-01,20000,2099-12-31,霍市监局,罚款20000元\n"
                        + "彧翾矿冶," + CODE + ",罚〔2020〕9号,警告,2020-05-01,,2020-08-01,霍市监局,警告\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"彧翾", "翾矿 集团", "0W1001X", "91150581ma0w1001x1"})
    void findsAnEnterpriseByPartsOfItsNameOrCode(String words) {
        Browser planner = signedInAs(Role.PLANNER);
        Browser.Page found = search(planner, words);
        assertThat(found.document().select("tbody a").eachText()).containsExactly("彧翾矿冶（集团）公司");
    }

    @Test
    void saysHowManyCharactersASearchTakes() {
        assertThat(search(signedInAs(Role.PLANNER), "彧").text()).contains("至少要 2 个字");
    }

    @Test
    void showsWhatIsKnownOfAnEnterpriseAndWhichRecordsCount() {
        Browser auditor = signedInAs(Role.AUDITOR);
        String path = search(auditor, CODE).document().select("tbody a").attr("href");
        Browser.Page page = auditor.get(path);
        assertThat(page.h1()).isEqualTo("彧翾矿冶（集团）公司");
        assertThat(page.text())
                .contains(CODE)
                .contains("120万元")
                .contains("20,000.00")
                .contains("罚〔2026〕1号");
        assertThat(page.document().select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row)
                        .contains("罚〔2026〕1号")
                        .contains("罚款 20,000.00 元")
                        .contains("计入一般失信的最长公示期（信用修复管理办法）：计到 2027-04-30"))
                .anySatisfy(row ->
                        assertThat(row).contains("罚〔2020〕9号").endsWith("已过期限（2020-08-02）来源写明的公示截止期：计到 2020-08-01"));
    }

    @Test
    void groupsRecordsByKindAndDimensionWithTheirFactsInWords() {
        deliver(
                RecordKind.ANNUAL_REPORT,
                "企业名称,统一社会信用代码,年报年度,公示日期,从业人数,利润总额(万元),实缴比例\n彧翾矿冶," + CODE + ",2025,2026-05-06,12,-3.5,62.5%\n");
        deliver(
                RecordKind.TAX_ARREARS,
                "纳税人名称,统一社会信用代码,欠税税种,所属期,欠税余额,公告日期\n彧翾矿冶," + CODE + ",增值税,2026年第1季度,10000,2026-06-30\n");
        Browser auditor = signedInAs(Role.AUDITOR);
        String path = search(auditor, CODE).document().select("tbody a").attr("href");
        Browser.Page page = auditor.get(path);
        assertThat(page.document().select(".ssj-kinds a").eachText())
                .contains("监管信息 2", "行政处罚 2", "企业动态信息 2", "年报 1", "欠税 1");
        assertThat(page.document().select("#records tbody tr").eachText())
                .anySatisfy(row -> assertThat(row)
                        .contains("年度 2025")
                        .contains("从业人数 12")
                        .contains("利润总额 -35,000.00 元")
                        .contains("实缴比例 62.5%"))
                .anySatisfy(
                        row -> assertThat(row).contains("欠税余额 10,000.00 元").contains("所属期 2026-01-01 至 2026-03-31"));
        assertThat(auditor.get(path + "?kind=tax-arrears")
                        .document()
                        .select("#records tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .contains("增值税");
        assertThat(auditor.get(path + "?dimension=DYNAMICS").document().select("#records tbody tr"))
                .hasSize(2);
        assertThat(auditor.get(path + "?kind=nonsense&from=-7").document().select("#records tbody tr"))
                .hasSize(4);
    }

    @Test
    void saysUntilWhenWhatWillBeRepairedOrRemovedCounts() {
        String code = "91150581MA0W1003X3";
        LocalDate today = LocalDate.now(clock);
        LocalDate listed = today.minusMonths(2);
        LocalDate removal = today.plusDays(5);
        deliver(
                RecordKind.DISHONESTY,
                "企业名称,统一社会信用代码,列入日期,列入原因,移出日期\n"
                        + "璆鸣矿冶,%s,%s,提供虚假材料取得许可,\n".formatted(code, listed)
                        + "璆鸣矿冶,%s,%s,虚假宣传,%s\n".formatted(code, listed, removal)
                        + "璆鸣矿冶,%s,%s,哄抬价格,%s\n".formatted(code, listed, today));
        Browser auditor = signedInAs(Role.AUDITOR);
        String text = auditor.get(
                        search(auditor, code).document().select("tbody a").attr("href"))
                .text();
        assertThat(text)
                .contains("列入满三年应当移出（总局令第44号）：计到 " + listed.plusYears(3).minusDays(1))
                .contains("来源写明 " + removal + " 修复或移出：此前计入")
                .contains("已修复或移出（" + today + "）");
    }

    @Test
    void namesWhoToldARecordAndHowFarToTrustIt() {
        long delivery =
                deliver(RecordKind.THIRD_PARTY, "企业名称,统一社会信用代码,信息项,信息内容,统计期\n彧翾矿冶," + CODE + ",用电量,环比下降,2026年5月\n");
        asOwner().sql("""
                        insert into ingest.source (word, name, standing, department_id, trust)
                        values ('power-of-tests', '测试供电公司', 'THIRD_PARTY', ?, 'UNCONFIRMED')""").param(district().id()).update();
        asOwner().sql("alter table ingest.delivery disable trigger user").update();
        asOwner().sql("""
                        update ingest.delivery set source_id = s.id
                        from ingest.source s where s.word = 'power-of-tests' and delivery.id = ?""").param(delivery).update();
        asOwner().sql("alter table ingest.delivery enable trigger user").update();
        Browser auditor = signedInAs(Role.AUDITOR);
        String path = search(auditor, CODE).document().select("tbody a").attr("href");
        assertThat(auditor.get(path + "?kind=third-party")
                        .document()
                        .select("#records tbody tr")
                        .text())
                .contains("测试供电公司 未经核实")
                .contains("信息内容 环比下降");
    }

    @Test
    void leadsToTheOtherPartyOfARelationAndNamesNoPerson() {
        deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,成立日期,行政区划\n彧翾控股公司,91150581MA0W1002X9,2016-03-31,150581\n");
        deliver(
                RecordKind.RELATION,
                "企业名称,统一社会信用代码,关系类型,关联方名称,关联方统一社会信用代码,关联方证件号码,出资比例\n"
                        + "彧翾矿冶," + CODE + ",股东,彧翾控股公司,91150581MA0W1002X9,,60%\n"
                        + "彧翾矿冶," + CODE + ",股东,王五六,,11010519491231002X,40%\n");
        Browser auditor = signedInAs(Role.AUDITOR);
        String path = search(auditor, CODE).document().select("tbody a").attr("href");
        Browser.Page page = auditor.get(path + "?kind=relation");
        assertThat(page.document().select("#records tbody a").eachText()).containsExactly("彧翾控股公司");
        assertThat(page.text()).contains("自然人（已脱敏）").contains("出资比例 40%").doesNotContain("王五六");
        assertThat(auditor.get(page.document().select("#records tbody a").attr("href"))
                        .h1())
                .isEqualTo("彧翾控股公司");
        Browser.Page holding =
                auditor.get(page.document().select("#records tbody a").attr("href"));
        assertThat(holding.document().select("#named-by tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("彧翾矿冶", "股东", "出资比例 60%");
        assertThat(auditor.get(holding.document().select("#named-by a").attr("href"))
                        .document()
                        .select("#named-by"))
                .as("a person names nobody")
                .isEmpty();
    }

    @Test
    void showsAndListsAnEnterpriseKnownByItsNameAlone() {
        deliver(RecordKind.COMPLAINT, "被投诉举报单位,登记日期,类型\n玳瑁早餐铺子馆,2026-03-02,投诉\n");
        Browser auditor = signedInAs(Role.AUDITOR);
        Browser.Page found = search(auditor, "玳瑁");
        assertThat(found.document().select("tbody tr").text()).contains("玳瑁早餐铺子馆 —");
        Browser.Page page = auditor.get(found.document().select("tbody a").attr("href"));
        assertThat(page.h1()).isEqualTo("玳瑁早餐铺子馆");
        assertThat(page.text()).contains("只知道名称").contains("投诉");
        Browser.Page grade = signedInAs(Role.CREDIT_OFFICE)
                .get(found.document().select("tbody a").attr("href") + "/grade");
        assertThat(grade.status()).isEqualTo(200);
    }

    @Test
    void tellsHowTheRegistrationChanged() {
        String header = "企业名称,统一社会信用代码,成立日期,行政区划,法定代表人,登记状态\n";
        String code = "91150581MA0W1003X7";
        deliver(RecordKind.REGISTRATION, header + "琲瓃商贸公司," + code + ",2016-03-31,150581,甲某,存续\n");
        deliver(RecordKind.REGISTRATION, header + "琲瓃实业公司," + code + ",2015-03-31,150581,乙某,注销\n");
        deliver(RecordKind.CHANGE, "企业名称,统一社会信用代码,变更日期,变更事项,变更前,变更后\n琲瓃实业公司," + code + ",2025-12-31,住所,旧街1号,新街2号\n");
        Browser auditor = signedInAs(Role.AUDITOR);
        Browser.Page page =
                auditor.get(search(auditor, code).document().select("tbody a").attr("href"));
        assertThat(page.document().select("#history tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("名称 琲瓃商贸公司 琲瓃实业公司 归集时得知"))
                .anySatisfy(row -> assertThat(row).contains("法定代表人 甲某 乙某"))
                .anySatisfy(row -> assertThat(row).contains("登记状态 存续 注销"))
                .anySatisfy(row -> assertThat(row).contains("成立日期 2016-03-31 2015-03-31"))
                .last()
                .asString()
                .startsWith("2025-12-31")
                .contains("旧街1号 新街2号 变更登记");
        assertThat(page.document().select("dl.ssj-summary").text()).contains("曾用名 琲瓃商贸公司");
        Browser.Page found = search(auditor, "琲瓃商贸");
        assertThat(found.document().select("tbody tr").text()).contains("琲瓃实业公司曾用名：琲瓃商贸公司");
    }

    @Test
    void hidesAnEnterpriseOfAnotherCounty() {
        String path = search(signedInAs(Role.AUDITOR), CODE)
                .document()
                .select("tbody a")
                .attr("href");
        Browser neighbour = signedInAs(neighbour(), Role.AUDITOR);
        assertThat(search(neighbour, CODE).document().select("tbody a")).isEmpty();
        assertThat(neighbour.get(path).status()).isEqualTo(404);
    }

    @Test
    void namesADeliveryOfAnotherDepartmentWithoutALinkThatWouldLeadNowhere() {
        deliver(
                city(),
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,成立日期,行政区划\n市局送来的玑珩公司,91150581MA0T888856,2016-03-31,150581\n");
        for (Department reader : List.of(district(), city())) {
            Browser auditor = signedInAs(reader, Role.AUDITOR);
            String path = search(auditor, "玑珩").document().select("tbody a").attr("href");
            Browser.Page page = auditor.get(path);
            assertThat(page.document().select("main dd").text()).contains("归集批次");
            assertThat(page.document().select("main dd a[href^=/console/deliveries/]"))
                    .hasSize(reader.equals(city()) ? 1 : 0);
        }
    }

    private static Browser.Page search(Browser browser, String words) {
        return browser.get("/console/enterprises?words=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
}
