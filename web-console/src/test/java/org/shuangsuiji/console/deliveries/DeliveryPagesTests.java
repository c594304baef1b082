package org.shuangsuiji.console.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.ingest.ExportFaults;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.RecordKind;
import org.springframework.beans.factory.annotation.Autowired;

class DeliveryPagesTests extends ConsoleTest {
    private static final String HEADER = "企业名称,统一社会信用代码,成立日期,行政区划,联系电话,某列\n";
    private static final String ACTION = "/console/deliveries";

    @Autowired
    private ExportFaults exportFaults;

    @Test
    void takesAFileFromUploadToItsCounts() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Browser.Page sent = upload(
                credit,
                "REGISTRATION",
                HEADER
                        + "网页甲公司,91150581MA0W00014U,2016-03-31,150581,13812345678,x\n"
                        + "=cmd|' /C calc'!A0,13830295-X,2016-03-31,150581,,x\n"
                        + "网页丙公司,91150581MA0W00022N,2024-02-30,150581,,x\n");
        assertThat(sent.path()).matches("/console/deliveries/\\d+");
        assertThat(sent.text()).contains("已完整接收");

        Browser.Page done = settled(credit, sent.path());
        assertThat(done.text())
                .contains("已入库")
                .contains("13830295-X")
                .contains("实际 9 位")
                .contains("有一个日期读不出");
        assertThat(done.text()).contains("某列").contains("联系电话").doesNotContain("13812345678");
        assertThat(done.document().select(".ssj-stat-value").eachText().get(5)).isEqualTo("1");
        assertThat(credit.get(ACTION).text()).contains("upload.csv");
    }

    @Test
    void saysInTheReadersLanguageWhyRowsWereRefused() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Browser.Page sent = upload(
                credit, "REGISTRATION", HEADER + "甲,=1+1,2016-03-31,150581,,x\n乙,\"@a\"\"b,c\",2016-03-31,150581,,x\n");
        settled(credit, sent.path());

        Browser.Page chinese = credit.get(sent.path() + "/faults.csv");
        assertThat(chinese.header("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(chinese.body()).startsWith("\ufeff行号,列,内容,原因,处理办法\r\n");
        assertThat(chinese.body().split("\r\n", -1)[1]).startsWith("2,统一社会信用代码,'=1+1,");
        assertThat(chinese.body().split("\r\n", -1)[2]).startsWith("3,统一社会信用代码,\"'@a\"\"b,c\",");

        assertThat(chinese.body().split("\r\n", -1)[1]).endsWith("，实际 4 位。,核对代码后重新报送这一行。");
        assertThat(credit.get(sent.path())
                        .document()
                        .select("#faults tbody tr")
                        .first()
                        .select("td")
                        .eachText())
                .hasSize(5)
                .endsWith("核对代码后重新报送这一行。");

        Browser.Page page = credit.get(sent.path());
        assertThat(page.document().select("#faults .ssj-actions a").eachAttr("href"))
                .containsExactly(sent.path() + "/faults.xlsx", sent.path() + "/faults.csv");
        assertThat(credit.get(sent.path() + "/faults.xlsx").header("Content-Type"))
                .contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        Browser.Page english = credit.get(sent.path() + "/faults.csv?lang=en");
        assertThat(english.body())
                .contains("Line,Column,Value,Reason,What to do")
                .contains("send the row again");
        assertThat(asOwner()
                        .sql("select count(*) from office.ledger_entry where event = 'FAULTS_EXPORTED' and subject = ?")
                        .param("delivery:" + sent.path().substring(sent.path().lastIndexOf('/') + 1))
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void saysThatTheSameFileChangedNothing() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        String file = HEADER + "网页丁公司,91150581MA0W00049E,2016-03-31,150581,,x\n";
        String first =
                settled(credit, upload(credit, "REGISTRATION", file).path()).path();
        Browser.Page again =
                settled(credit, upload(credit, "REGISTRATION", file).path());
        assertThat(again.text()).contains("没有任何变化").contains("完全相同");
        assertThat(again.document().select("a[href=" + first + "]")).isNotEmpty();
    }

    @Test
    void whoBeganToTakeRefusedRowsIsInTheLedgerThoughTheDownloadBroke() {
        long id = deliver(RecordKind.REGISTRATION, "企业名称,统一社会信用代码,登记状态\n断线公司,不是代码,存续\n");
        var actor = new Actor("broken", "断线", district().id(), district().scope());
        assertThatThrownBy(() -> exportFaults.export(id, actor, fault -> {
                    throw new UncheckedIOException(new IOException("the line is gone"));
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(asOwner()
                        .sql("select count(*) from office.ledger_entry where event = 'FAULTS_EXPORTED' and subject = ?")
                        .param("delivery:" + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void marksSayWhatStaysOfAnEnterpriseThatWasKnown() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        String header = "企业名称,统一社会信用代码,登记状态";
        settled(
                credit,
                upload(credit, "REGISTRATION", header + ",行政区划\n网页戊公司,91150581MA0W000579,注销,150581\n")
                        .path());
        Browser.Page marked = settled(
                credit,
                upload(credit, "REGISTRATION", header + "\n网页戊公司,91150581MA0W000579,奇怪状态\n")
                        .path());
        assertThat(marked.document().select("#flags tbody td").eachText())
                .containsExactly("登记状态是生词：已有的企业保持原状态，新企业按“存续”入库", "1", "行政区划没有填写或认不出：企业已有区划，保持不变", "1");
    }

    @Test
    void refusesAWholeFileWithItsReasonAndWhatToDo() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Browser.Page page = settled(credit, upload(credit, "PENALTY", HEADER).path());
        assertThat(page.text()).contains("整个文件没有入库").contains("缺少“行政处罚决定书文号”列").contains("请补上这一列");
    }

    @Test
    void asksForKindAndFileBeforeItTakesAnything() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Browser.Page noKind = upload(credit, "", HEADER);
        assertThat(noKind.status()).isEqualTo(422);
        assertThat(noKind.document().select("#errors a").attr("href")).isEqualTo("#kind");
        Browser.Page noFile = upload(credit, "REGISTRATION", "");
        assertThat(noFile.status()).isEqualTo(422);
        assertThat(noFile.text()).contains("文件是空的");
        assertThat(noFile.document().select("#errors a").attr("href")).isEqualTo("#file");
        Browser.Page nothing = credit.upload(
                credit.get("/console/deliveries/new"), ACTION, Map.of("kind", ""), "file", "", new byte[0]);
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("没有选择文件").doesNotContain("文件是空的");
        assertThat(nothing.document().select("#errors a").eachAttr("href")).containsExactly("#kind", "#file");
    }

    @Test
    void takesAFormThatIsSentTwiceOnce() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Browser.Page form = credit.get("/console/deliveries/new");
        byte[] file = (HEADER + "网页戊公司,91150581MA0W000579,2016-03-31,150581,,x\n").getBytes(StandardCharsets.UTF_8);
        Map<String, String> values = Map.of("kind", "REGISTRATION", "check", "false");
        Browser.Page first = credit.upload(form, ACTION, values, "file", "upload.csv", file);
        Browser.Page second = credit.upload(form, ACTION, values, "file", "upload.csv", file);
        assertThat(second.path()).isEqualTo(first.path());
    }

    @Test
    void readsAFileInGb18030() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Browser.Page sent = credit.upload(
                credit.get("/console/deliveries/new"),
                ACTION,
                Map.of("kind", "REGISTRATION", "check", "false"),
                "file",
                "老系统导出.csv",
                (HEADER + "网页己公司,91150581MA0W000654,2016-03-31,150581,,x\n").getBytes(Charset.forName("GB18030")));
        assertThat(settled(credit, sent.path()).text()).contains("GB18030").contains("老系统导出.csv");
    }

    @Test
    void hidesADeliveryFromANeighbour() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        String path = upload(credit, "REGISTRATION", HEADER).path();
        Browser neighbour = signedInAs(neighbour(), Role.CREDIT_OFFICE);
        assertThat(neighbour.get(path).status()).isEqualTo(404);
        assertThat(neighbour.get(path + "/faults.csv").status()).isEqualTo(404);
        assertThat(neighbour.get(path + "/faults.xlsx").status()).isEqualTo(404);
        assertThat(signedInAs(city(), Role.CREDIT_OFFICE).get(path).status()).isEqualTo(200);
    }

    @Test
    void saysHowManyRowsLieOutsideTheDistrictsOfTheReader() {
        Department province = province("620000", "甘肃省市场监督管理局");
        Department county = county(province, "620102", "城关区市场监督管理局");
        Browser credit = signedInAs(county, Role.CREDIT_OFFICE);
        String own = "辖区甲公司,91620102MA0W10018D,2016-03-31,620102,,x\n";
        String file = HEADER
                + own
                + "邻区乙公司,91620103MA0W10026N,2016-03-31,620103,,x\n"
                + "邻区丙公司,91620103MA0W10034H,2016-03-31,620103,,x\n"
                + "外省丁公司,91610103MA0W10042C,2016-03-31,610103,,x\n"
                + "无地区公司,91620102MA0W10050X,2016-03-31,,,x\n";
        String path =
                settled(credit, upload(credit, "REGISTRATION", file).path()).path();
        assertThat(credit.get(path).text()).contains("3 行属于您辖区以外的企业");
        Browser above = signedInAs(province, Role.CREDIT_OFFICE);
        assertThat(above.get(path).text()).contains("1 行属于您辖区以外的企业");
        assertThat(credit.get("/console/enterprises?words=辖区甲公司").text()).contains("91620102MA0W10018D");
        assertThat(credit.get("/console/enterprises?words=邻区乙公司").text()).doesNotContain("91620103MA0W10026N");
        assertThat(above.get("/console/enterprises?words=邻区乙公司").text()).contains("91620103MA0W10026N");
        assertThat(credit.get("/console/enterprises?words=无地区公司").text())
                .as("no region: whose department brought it")
                .contains("91620102MA0W10050X");
        assertThat(above.get(path + "?lang=en").text()).contains("One row is about enterprises outside your districts");
        assertThat(credit.get(path + "?lang=en").text())
                .contains("3 rows are about enterprises outside your districts");

        Browser own1 = signedInAs(county, Role.CREDIT_OFFICE);
        String inside = settled(
                        own1,
                        upload(
                                        own1,
                                        "REGISTRATION",
                                        HEADER + own.replace("甲", "戊").replace("018D", "069H"))
                                .path())
                .path();
        assertThat(own1.get(inside).text()).contains("已入库").doesNotContain("辖区以外");
        String again =
                settled(own1, upload(own1, "REGISTRATION", file + "\n").path()).path();
        assertThat(own1.get(again).text())
                .as("rows that changed nothing")
                .contains("没有任何变化")
                .doesNotContain("辖区以外");
    }

    @Test
    void countsEachRecordOfAnEnterpriseOutsideTheDistricts() {
        Department province = province("620000", "甘肃省市场监督管理局");
        Department county = county(province, "620104", "西固区市场监督管理局");
        Browser above = signedInAs(province, Role.CREDIT_OFFICE);
        settled(
                above,
                upload(
                                above,
                                "REGISTRATION",
                                HEADER
                                        + "西固戊公司,91620104MA0W20014K,2016-03-31,620104,,x\n"
                                        + "安宁己公司,91620105MA0W20022T,2016-03-31,620105,,x\n")
                        .path());
        Browser credit = signedInAs(county, Role.CREDIT_OFFICE);
        String penalties = """
                行政处罚决定书文号,行政相对人名称,统一社会信用代码,处罚类别,罚款金额（万元）,处罚决定日期,处罚机关
                西罚一号,西固戊公司,91620104MA0W20014K,罚款,0.1,2026-03-02,西固区市场监督管理局
                西罚二号,安宁己公司,91620105MA0W20022T,罚款,0.1,2026-03-03,西固区市场监督管理局
                西罚三号,安宁己公司,91620105MA0W20022T,罚款,0.1,2026-03-04,西固区市场监督管理局
                """;
        Browser.Page page = settled(credit, upload(credit, "PENALTY", penalties).path());
        assertThat(page.text()).contains("已入库", "2 行属于您辖区以外的企业");
        assertThat(above.get(page.path()).text()).contains("已入库").doesNotContain("辖区以外");
    }

    @ParameterizedTest
    @CsvSource({"PLANNER, 403", "INSPECTOR, 403", "AUDITOR, 200", "ADMINISTRATOR, 200"})
    void opensToThoseWhoAnswerForTheData(Role role, int status) {
        assertThat(signedInAs(role).get(ACTION).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {"=1|'=1", "+1|'+1", "-1|'-1", "@a|'@a", "a=1|a=1", "1|1", "a,b|\"a,b\"", "=a,b|\"'=a,b\""})
    void takesTheSpellOffValuesThatASpreadsheetWouldCompute(String value, String cell) {
        assertThat(FaultSheet.cell(value)).isEqualTo(cell);
    }

    private static Browser.Page upload(Browser browser, String kind, String text) {
        return browser.upload(
                browser.get("/console/deliveries/new"),
                ACTION,
                Map.of("kind", kind, "check", "false"),
                "file",
                "upload.csv",
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** The page of a delivery once it has ended. */
    private static Browser.Page settled(Browser browser, String path) {
        Instant latest = Instant.now().plus(Duration.ofSeconds(30));
        Browser.Page page = browser.get(path);
        while (List.of("已接收", "正在入库", "正在试读").contains(stateOf(page))) {
            assertThat(Instant.now()).as("still loading: %s", path).isBefore(latest);
            page = browser.get(path);
        }
        return page;
    }

    private static String stateOf(Browser.Page page) {
        return page.document().select("dl .ssj-state").text();
    }
}
