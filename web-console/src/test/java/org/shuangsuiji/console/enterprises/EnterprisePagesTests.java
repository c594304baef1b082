package org.shuangsuiji.console.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.ingest.ReceiveDelivery;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.RecordKind;
import org.springframework.beans.factory.annotation.Autowired;

class EnterprisePagesTests extends ConsoleTest {
    private static final String CODE = "91150581MA0W1001X1";

    @Autowired
    private ReceiveDelivery receiveDelivery;

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
                .anySatisfy(row -> assertThat(row).contains("罚〔2026〕1号").endsWith("计入"))
                .anySatisfy(row -> assertThat(row).contains("罚〔2020〕9号").endsWith("已过期限（2020-08-02）"));
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

    private void deliver(RecordKind kind, String text) {
        deliver(district(), kind, text);
    }

    private void deliver(Department sender, RecordKind kind, String text) {
        var actor = new Actor("tester", "tester", sender.id(), sender.scope());
        long id = receiveDelivery
                .receive(
                        kind,
                        "file.csv",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        UUID.randomUUID().toString(),
                        actor)
                .id();
        while (!jdbc.sql("select state from ingest.delivery where id = ?")
                .param(id)
                .query(String.class)
                .single()
                .equals("done")) {
            Thread.onSpinWait();
        }
    }
}
