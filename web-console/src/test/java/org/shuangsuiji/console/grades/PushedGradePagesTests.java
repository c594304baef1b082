package org.shuangsuiji.console.grades;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.ClassifyEnterprises;
import org.shuangsuiji.risk.Models;
import org.springframework.beans.factory.annotation.Autowired;

class PushedGradePagesTests extends ConsoleTest {
    private static final String SCHEME = "推送测试方案";
    private static final long FIRST = 920_001;
    private static boolean filled;

    @Autowired
    private Models models;

    @Autowired
    private ClassifyEnterprises classify;

    @Autowired
    private Clock clock;

    private Department county;

    @BeforeEach
    void fill() {
        county = county("150522", "科尔沁左翼后旗市场监督管理局");
        models.installGeneral(Actor.SYSTEM);
        if (filled) {
            return;
        }
        filled = true;
        asOwner().sql("""
                insert into ingest.enterprise (id, credit_code, code_class, registered, name, search_grams, region,
                    industry, section, subject_kind, status, established, capital_fen, address, legal_person, flags,
                    first_delivery_id, delivery_id, known_from, content_hash)
                overriding system value
                select n, '91150522PG' || lpad(n::text, 8, '0'), 'OK', true, '推送测试企业' || n, '{}', '150522001',
                    '6210', 'H', 'ENTERPRISE', 'ACTIVE', current_date - 4000, 100000000, '后旗推送街' || n || '号',
                    '推' || n, 0, 1, 1, now(), gen_random_uuid()
                from generate_series(920001, 920003) n
                """).update();
        asOwner().sql("""
                insert into ingest.record (enterprise_id, kind, event_day, authority, details, flags, delivery_id,
                    known_from, key_hash, content_hash)
                select n, 25, current_date - 10, '测试平台',
                    jsonb_build_object('scheme', '推送测试方案', 'label', case n when 920003 then '未参评' else 'D' end),
                    0, 1, now(), gen_random_uuid(), gen_random_uuid()
                from generate_series(920001, 920003) n
                """).update();
        classify.all(models.active().get(0).versionId(), LocalDate.now(clock), Progress.SILENT, Actor.SYSTEM);
    }

    @Test
    void theCreditOfficeDecidesWhatALabelStandsForAndSeesWhoIsGradedOtherwise() {
        Browser credit = signedInAs(county, Role.CREDIT_OFFICE);
        Browser.Page labels = credit.get("/console/risk/pushed");
        assertThat(labels.document().select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains(SCHEME, "D 2", "尚未决定"))
                .anySatisfy(row -> assertThat(row).contains("未参评 1").contains("尚未决定"));
        Browser.Page done = credit.submit(
                labels,
                "/console/risk/pushed/labels",
                Map.of("scheme", SCHEME, "label", "D", "rank", "4", "since", "2020-01-01", "reason", "测试文件〔2020〕1号"));
        assertThat(done.text()).contains("已记下这个等级的对应关系");
        assertThat(done.document().select("tbody tr").eachText())
                .as("who decided, for which office, and by what document")
                .anySatisfy(row -> assertThat(row)
                        .contains(SCHEME, "D 2", county.name(), "测试文件〔2020〕1号")
                        .containsPattern("[0-9]{2}:[0-9]{2}"));
        Browser.Page differ = credit.get("/console/risk/pushed/differences?steps=2");
        assertThat(differ.document().select("tbody tr").eachText())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains("推送测试企业").contains("我们低"));
        assertThat(jdbc.sql(
                                "select count(*) from office.ledger_entry where event = 'PUSHED_LABEL_DECIDED' and reason = '测试文件〔2020〕1号'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anEnterprisesPageTellsPushedGradesToThoseWhoMayReadGradesAlone() {
        String page = "/console/enterprises/" + FIRST;
        Browser.Page seen = signedInAs(county, Role.AUDITOR).get(page);
        assertThat(seen.document().select("#pushed-grades tbody tr").text()).contains(SCHEME, "D", "测试平台");
        Browser.Page unseen = signedInAs(county, Role.REVIEWER).get(page);
        assertThat(unseen.status()).isEqualTo(200);
        assertThat(unseen.text()).doesNotContain(SCHEME);
        assertThat(jdbc.sql("select count(*) from office.grade_read where what = 'enterprise:920001'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aLabelThatNobodyPushedIsRefusedWithItsReason() {
        Browser credit = signedInAs(county, Role.CREDIT_OFFICE);
        Browser.Page refused = credit.submit(
                credit.get("/console/risk/pushed"),
                "/console/risk/pushed/labels",
                Map.of("scheme", SCHEME, "label", "Z", "rank", "1", "since", "2020-01-01", "reason", "试"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("没有推送过方案");
    }

    @Test
    void anotherCountysCreditOfficeIsToldTheSameOfALabelFromHereAndOfNoneAtAll() {
        Browser beside = signedInAs(county("150502", "科尔沁区市场监督管理局"), Role.CREDIT_OFFICE);
        Browser.Page own = beside.get("/console/risk/pushed");
        assertThat(own.text()).doesNotContain(SCHEME);
        for (String scheme : new String[] {SCHEME, "没有这个方案"}) {
            Browser.Page refused = beside.submit(
                    own,
                    "/console/risk/pushed/labels",
                    Map.of("scheme", scheme, "label", "D", "rank", "1", "since", "2020-01-01", "reason", "试"));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("没有推送过方案“" + scheme + "”");
        }
    }

    @Test
    void planAndAuditMayReadAndNotDecide() {
        Browser auditor = signedInAs(county, Role.AUDITOR);
        assertThat(auditor.get("/console/risk/pushed").document().select("#decide"))
                .isEmpty();
        assertThat(signedInAs(county, Role.REVIEWER).get("/console/risk/pushed").status())
                .isEqualTo(403);
    }
}
