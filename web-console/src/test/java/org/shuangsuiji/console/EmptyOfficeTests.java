package org.shuangsuiji.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.console.Browser.Page;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Department;

/** What the pages of an office say in which nobody has begun: who may begin finds the way, others learn who may. */
class EmptyOfficeTests extends ConsoleTest {
    private static final String UPLOAD = "main .ssj-empty a[href=/console/deliveries/new]";
    private static final String ENTER = "main a[href=/console/inspectors/new]";

    /** An office of a place that no enterprise of these tests is in. */
    private Department office() {
        return province("540000", "西藏自治区市场监督管理局");
    }

    private static Page spoken(Page page) {
        assertThat(page.status()).as(page.path()).isEqualTo(200);
        assertThat(page.body()).as("texts missing on %s", page.path()).doesNotContain("??");
        return page;
    }

    @ParameterizedTest
    @CsvSource({"/console/risk, 还没有企业被分类, 放宽", "/console/enterprises, 还没有企业数据, 没有符合条件"})
    void whoMaySendADeliveryIsLedThereWhereNoEnterpriseIsKnown(String path, String says, String no) {
        for (Role role : new Role[] {Role.CREDIT_OFFICE, Role.ADMINISTRATOR}) {
            Page page = spoken(signedInAs(office(), role).get(path));
            assertThat(page.text()).contains(says).doesNotContain(no).doesNotContain("由信用监管人员或管理员归集");
            assertThat(page.document().select(UPLOAD).eachText()).containsExactly("归集数据");
        }
    }

    @ParameterizedTest
    @CsvSource({"/console/risk, 还没有企业被分类", "/console/enterprises, 还没有企业数据"})
    void whoMayNotSendADeliveryLearnsWhoDoes(String path, String says) {
        for (Role role : new Role[] {Role.PLANNER, Role.AUDITOR}) {
            Page page = spoken(signedInAs(office(), role).get(path));
            assertThat(page.text()).contains(says).contains("由信用监管人员或管理员归集");
            assertThat(page.document().select(UPLOAD)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/console/risk?region=540100, 没有可显示的分类结果",
        "/console/risk?section=A, 没有可显示的分类结果",
        "/console/risk?subject=ENTERPRISE, 没有可显示的分类结果",
        "/console/enterprises?words=彧翾, 没有符合条件的企业",
        "/console/enterprises?after=1, 没有符合条件的企业",
        "/console/inspectors?words=张, 没有符合条件的检查人员"
    })
    void aFilterOrASearchThatFindsNobodyIsToldSoAsBefore(String path, String says) {
        Page page = spoken(signedInAs(office(), Role.ADMINISTRATOR).get(path));
        assertThat(page.text()).contains(says).doesNotContain("还没有企业数据").doesNotContain("请先录入");
        assertThat(page.document().select(UPLOAD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/console/campaigns, PLANNER, 请新建一项, 由计划人员新建",
        "/console/items, PLANNER, 请先新建一项并公布, 由计划人员或管理员新建",
        "/console/deliveries, CREDIT_OFFICE, 上传一个文件, 由信用监管人员或管理员上传"
    })
    void anEmptyListTellsWhoMayBeginItHowAndOthersWhoDoes(String path, Role may, String how, String who) {
        assertThat(spoken(signedInAs(office(), may).get(path)).text())
                .contains(how)
                .doesNotContain(who);
        assertThat(spoken(signedInAs(office(), Role.AUDITOR).get(path)).text())
                .contains(who)
                .doesNotContain(how);
        assertThat(spoken(signedInAs(office(), Role.AUDITOR).get(path + "?lang=en"))
                        .text())
                .contains("yet. ");
    }

    @Test
    void aFilterSentEmptyAsksForNothing() {
        Browser credit = signedInAs(office(), Role.CREDIT_OFFICE);
        assertThat(spoken(credit.get("/console/risk?region=&section=&subject="))
                        .document()
                        .select(UPLOAD))
                .hasSize(1);
        assertThat(spoken(credit.get("/console/enterprises?words=+")).document().select(UPLOAD))
                .hasSize(1);
    }

    @Test
    void aSearchThatIsRefusedIsNoEmptyOffice() {
        Page page = spoken(signedInAs(office(), Role.ADMINISTRATOR).get("/console/enterprises?words=彧"));
        assertThat(page.text()).contains("至少要 2 个字").doesNotContain("还没有企业数据");
    }

    @Test
    void anOfficeWhoseEnterprisesAreNotGradedYetIsNotToldToSendThemAgain() {
        asOwner().sql("""
                insert into ingest.enterprise (id, credit_code, code_class, registered, name, search_grams, region,
                    industry, section, subject_kind, status, established, capital_fen, address, legal_person, flags,
                    first_delivery_id, delivery_id, known_from, content_hash)
                overriding system value
                values (930001, '91630101EO00930001', 'OK', true, '尚未分类的企业', '{}', '630102', '6210', 'H',
                    'ENTERPRISE', 'ACTIVE', current_date - 4000, 100000000, '西宁街1号', '人', 0, 1, 1, now(),
                    gen_random_uuid())
                """).update();
        try {
            Browser credit = signedInAs(province("630000", "青海省市场监督管理局"), Role.CREDIT_OFFICE);
            Page grades = spoken(credit.get("/console/risk"));
            assertThat(grades.document().select(UPLOAD)).isEmpty();
            assertThat(grades.document().select(".ssj-empty").text())
                    .contains("全部重新分类")
                    .doesNotContain("请放宽筛选条件");
            assertThat(spoken(credit.get("/console/enterprises")).text())
                    .contains("尚未分类的企业")
                    .doesNotContain("还没有企业数据");
        } finally {
            // an enterprise that nobody graded is work that other tests wait for
            asOwner().sql("delete from ingest.enterprise where id = 930001").update();
        }
    }

    @Test
    void whoMayEnterInspectorsIsLedThereWhereThereIsNone() {
        for (Role role : new Role[] {Role.PLANNER, Role.ADMINISTRATOR}) {
            Page page = spoken(signedInAs(office(), role).get("/console/inspectors"));
            assertThat(page.text()).contains("还没有检查人员，请先录入").doesNotContain("没有符合条件");
            assertThat(page.document().select(ENTER).eachText()).containsExactly("新增检查人员");
        }
    }

    @Test
    void whoMayNotEnterInspectorsLearnsWhoDoes() {
        Page page = spoken(signedInAs(office(), Role.AUDITOR).get("/console/inspectors"));
        assertThat(page.text()).contains("由计划人员或管理员录入");
        assertThat(page.document().select(ENTER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/console/risk, Nobody has been graded yet, Upload data",
        "/console/enterprises, There is no enterprise yet, Upload data",
        "/console/inspectors, There is no inspector yet, New inspector"
    })
    void saysItInEnglishToo(String path, String says, String step) {
        Page page = spoken(signedInAs(office(), Role.ADMINISTRATOR).get(path + "?lang=en"));
        assertThat(page.text()).contains(says);
        assertThat(page.document().select("main .ssj-empty a").eachText()).containsExactly(step);
    }
}
