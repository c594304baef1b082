package org.shuangsuiji.console.grades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.architecture.PagePattern;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.Browser.Page;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.ClassifyEnterprises;
import org.shuangsuiji.risk.Models;
import org.springframework.beans.factory.annotation.Autowired;

/** Distribution, list, why, models and API, as people and systems see them. */
class RiskPagesTests extends ConsoleTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private static boolean filled;

    @Autowired
    private Models models;

    @Autowired
    private ClassifyEnterprises classify;

    @Autowired
    private Clock clock;

    private long model;

    /** Enterprises 900001 to 900040 in the district; the last two are dishonest, the first is in the next county. */
    @BeforeEach
    void fill() {
        model = models.installGeneral(Actor.SYSTEM);
        if (filled) {
            return;
        }
        filled = true;
        asOwner().sql("""
                insert into ingest.enterprise (id, credit_code, code_class, registered, name, search_grams, region,
                    industry, section, subject_kind, status, established, capital_fen, address, legal_person, flags,
                    first_delivery_id, delivery_id, known_from, content_hash)
                overriding system value
                select n, '91150581RK' || lpad(n::text, 8, '0'), 'OK', true, '风险测试企业' || n, '{}',
                    case n when 900001 then '150521' else '150581001' end, '6210', 'H', 'ENTERPRISE', 'ACTIVE',
                    current_date - 4000, 100000000, '霍林郭勒市风险街' || n || '号', '人' || n, 0, 1, 1, now(),
                    gen_random_uuid()
                from generate_series(900001, 900040) n
                """).update();
        asOwner().sql("""
                insert into ingest.record (enterprise_id, kind, event_day, ends_on, document_no, authority, summary,
                    flags, delivery_id, known_from, key_hash, content_hash)
                select n, 5, current_date - 30, current_date + 1000, '霍市监列〔2026〕' || n || '号', '霍林郭勒市市场监督管理局',
                    '<b>列入</b>', 0, 1, now(), gen_random_uuid(), gen_random_uuid()
                from generate_series(900039, 900040) n
                """).update();
        asOwner().sql("""
                insert into ingest.record (enterprise_id, kind, event_day, severity, category, document_no, flags,
                    delivery_id, known_from, key_hash, content_hash)
                select 900037, 3, current_date - 30, 1, category, '罚' || category, 0, 1, now(), gen_random_uuid(),
                    gen_random_uuid()
                from unnest(array['010103', '010101']) category
                """).update();
        classify.all(models.active().get(0).versionId(), LocalDate.now(clock), Progress.SILENT, Actor.SYSTEM);
    }

    /** A version put in force here grades everybody in the background; until it has, others cannot ask or freeze. */
    @AfterEach
    void everybodyIsGraded() {
        await().atMost(LONG).until(() -> classify.owing().isEmpty());
    }

    private static void assertSpoken(Page page) {
        assertThat(page.status()).as(page.path()).isEqualTo(200);
        assertThat(page.body()).as("texts missing on %s", page.path()).doesNotContain("??");
        assertThat(page.document().select("h1")).hasSize(1);
    }

    private int reads(String what) {
        return jdbc.sql("select count(*) from office.grade_read where what = :what")
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    @Test
    void theCreditOfficeGoesFromTheDistributionToOneEnterprisesWhy() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Page spread = credit.get("/console/risk");
        assertSpoken(spread);
        assertThat(spread.text()).contains("信用风险高").contains("霍林郭勒市 150581");
        String toWorst = spread.document().select(".risk-legend a").get(3).attr("href");
        Page worst = credit.get(toWorst);
        assertSpoken(worst);
        assertThat(worst.text()).contains("风险测试企业900039").contains("风险测试企业900040");
        assertThat(worst.text()).doesNotContain("风险测试企业900002");

        int before = reads("enterprise:900040");
        Page why = credit.get("/console/enterprises/900040/grade");
        assertSpoken(why);
        assertThat(why.text())
                .contains("V01")
                .contains("R030201")
                .contains("霍市监列〔2026〕900040号")
                .contains("起不再计入")
                .contains("<b>列入</b>");
        assertThat(reads("enterprise:900040")).isEqualTo(before + 1);
    }

    /** A sum of nothing but unknown fines reads 0; whoever reads it must learn that it is not a sum of nothing. */
    @Test
    void aFineOfUnknownAmountIsNotSilentlyNothing() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        var why = credit.get("/console/enterprises/900037/grade").document();
        assertThat(why.select("tr:contains(R030302) td").first().text())
                .contains("0")
                .contains("1 笔罚款金额不详，未计入");
        assertThat(why.select("tr:contains(R030302) li:contains(罚010103)").text())
                .contains("罚款金额不详");
        assertThat(why.select("tr:contains(R030302) li:contains(罚010101)").text())
                .doesNotContain("不详");
        assertThat(credit.get("/console/enterprises/900037").text()).contains("不详");
        assertThat(credit.get("/console/enterprises/900037/grade?lang=en").text())
                .contains("1 fine of unknown amount not included");
    }

    @Test
    void anAuditorSeesWhoLookedAtAGradeInTheOwnSubtreeOnly() {
        var reader = aPerson(Role.CREDIT_OFFICE);
        assertSpoken(signedIn(reader).get("/console/enterprises/900039/grade"));
        String looks = "/console/ledger/grade-reads?reader=" + reader.account();
        Page here = signedInAs(Role.AUDITOR).get(looks);
        assertSpoken(here);
        assertThat(here.document().select("tbody tr")).hasSize(1);
        assertThat(here.document().select("tbody").text()).contains(reader.name(), "企业 900039", "查看一家企业的等级和理由");
        assertThat(signedInAs(city(), Role.AUDITOR).get(looks).document().select("tbody tr"))
                .hasSize(1);
        assertThat(signedInAs(neighbour(), Role.AUDITOR).get(looks).text()).contains("没有符合条件的查阅记录");
        assertThat(signedIn(reader).get(looks).status()).isEqualTo(403);
    }

    @Test
    void theDistributionIsNarrowedByRegionAndSection() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        Page other = credit.get("/console/risk?section=A");
        assertThat(other.text()).contains("没有可显示的分类结果");
        Page street = credit.get("/console/risk?region=150581001&section=H");
        assertSpoken(street);
        assertThat(street.document().select("table")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(credit.get("/console/risk?region=abc").status()).isEqualTo(422);
    }

    @Test
    void eachPageSpeaksEnglishToo() {
        Browser admin = signedInAs(city(), Role.ADMINISTRATOR);
        long version = models.active().get(0).versionId();
        for (String path : List.of(
                "/console/risk",
                "/console/risk/list?rank=4",
                "/console/enterprises/900040/grade",
                "/console/models",
                "/console/models/" + model,
                "/console/models/" + model + "/versions/" + version,
                "/console/schemes")) {
            assertSpoken(admin.get(path));
            Page english = admin.get(path + (path.contains("?") ? "&" : "?") + "lang=en");
            assertSpoken(english);
            admin.get("/console?lang=zh-CN");
        }
    }

    @Test
    void anEnterpriseOfTheNextCountyLooksAbsent() {
        Browser credit = signedInAs(Role.CREDIT_OFFICE);
        assertThat(credit.get("/console/enterprises/900001/grade").status()).isEqualTo(404);
        assertThat(credit.get("/console/enterprises/1234567890/grade").status()).isEqualTo(404);
        Browser theirs = signedInAs(neighbour(), Role.CREDIT_OFFICE);
        assertThat(theirs.get("/console/enterprises/900001/grade").status()).isEqualTo(200);
        assertThat(theirs.get("/console/risk/list?rank=4").text()).doesNotContain("风险测试企业9000");
    }

    @Test
    void anInspectorSeesNoGrade() {
        Browser inspector = signedInAs(Role.INSPECTOR);
        for (String path : List.of(
                "/console/risk", "/console/risk/list", "/console/enterprises/900040/grade", "/console/models")) {
            assertThat(inspector.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aDraftIsTriedSavedSubmittedAndApprovedByAnother() {
        Person li = aPerson(city(), Role.ADMINISTRATOR);
        Browser drafter = signedIn(li);
        Page edit = drafter.submit(
                drafter.get("/console/models/" + model), "/console/models/" + model + "/draft", Map.of());
        assertSpoken(edit);
        String version = edit.path().substring(0, edit.path().lastIndexOf("/edit"));

        String inForce = weightOn(edit);

        Page tried = sendDraft(drafter, edit, version + "/rehearse", Map.of("weight.R030201", "99"));
        assertSpoken(tried);
        assertThat(tried.text()).contains("等级迁移").contains("没有保存");
        assertThat(weightOn(tried)).as("what was typed").isEqualTo("99");
        assertThat(weightOn(drafter.get(version + "/edit")))
                .as("and nothing was saved")
                .isEqualTo(inForce);

        Page wrong = sendDraft(drafter, edit, version + "/edit", Map.of("weight.R030201", "many", "threshold.2", "99"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.document().select(".ssj-errors a").attr("href")).isEqualTo("#weight.R030201");
        assertThat(wrong.document().select(".ssj-errors").text())
                .contains("（权重）")
                .doesNotContain("weight.R030201");
        Page mixed = sendDraft(
                drafter,
                edit,
                version + "/edit",
                Map.of("weight.R030201", "abc", "weight.R030301", "-5", "weight.R030303", "99999999999"));
        assertThat(mixed.document().select(".ssj-errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#weight.R030201", "#weight.R030301", "#weight.R030303");
        assertThat(mixed.document().select(".ssj-errors li:contains(abc)").text())
                .contains("应为数字");
        assertThat(mixed.document().select(".ssj-errors li:contains(-5)").text())
                .contains("超出 0 至");
        assertThat(mixed.document()
                        .select(".ssj-errors li:contains(99999999999)")
                        .text())
                .contains("数字过大")
                .doesNotContain("应为数字");
        Page senseless = sendDraft(drafter, edit, version + "/edit", Map.of("threshold.2", "99"));
        assertThat(senseless.status()).isEqualTo(422);
        assertThat(senseless.text()).contains("逐级升高");

        Page saved = sendDraft(drafter, edit, version + "/edit", Map.of("weight.R030201", "21"));
        assertSpoken(saved);
        assertThat(saved.text()).contains("草案已保存");
        assertThat(weightOn(saved)).isEqualTo("21");

        Page submitted = drafter.submit(drafter.get(version), version + "/submit", Map.of("reason", "严重失信应占更大分量"));
        assertSpoken(submitted);
        assertThat(submitted.text()).contains("待批准").contains("须由另一位管理员批准");

        Browser approver = signedInAs(city(), Role.ADMINISTRATOR);
        Page toApprove = approver.get(version + "?compare=true");
        assertSpoken(toApprove);
        assertThat(toApprove.text()).contains("等级迁移");
        Page past = approver.submit(toApprove, version + "/activate", Map.of("effectiveFrom", "2020-01-01"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.text()).contains("不能倒签");
        LocalDate latest = LocalDate.now(clock).plusYears(1);
        Page late = approver.submit(
                approver.get(version),
                version + "/activate",
                Map.of("effectiveFrom", latest.plusDays(1).toString()));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.document().select(".ssj-errors a[href=#effectiveFrom]").text())
                .contains(latest.plusDays(1).toString())
                .contains("最晚 " + latest);
        assertThat(late.document().select("#effectiveFrom[aria-invalid=true]").attr("max"))
                .isEqualTo(latest.toString());
        Page approved = approver.submit(
                approver.get(version), version + "/activate", Map.of("effectiveFrom", latest.toString()));
        assertSpoken(approved);
        assertThat(approved.text()).contains("已批准，待生效");
        assertThat(events("model-version:" + version.substring(version.lastIndexOf('/') + 1)))
                .containsExactly("model_drafted", "model_draft_changed", "model_submitted", "model_activated");

        // while one waits for its day no other is approved, and other tests approve too
        models.takeEffect(latest, Actor.SYSTEM);
        assertThat(approver.get(version).text()).contains("使用中");
    }

    @Test
    void anApprovalIsWithdrawnWithAReasonBeforeItsDayAndAnotherMayBeApproved() {
        Browser admin = signedInAs(city(), Role.ADMINISTRATOR);
        String version = approvedForLater("11");
        Page page = admin.get(version);
        assertSpoken(page);
        assertThat(page.text()).contains("生效以前可以撤回");
        assertThat(signedInAs(Role.CREDIT_OFFICE).get(version).document().select("form[action$=/withdraw]"))
                .as("who only reads models")
                .isEmpty();

        Page blank = admin.submit(page, version + "/withdraw", Map.of("reason", "错"));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.document().select(".ssj-errors a").attr("href")).isEqualTo("#withdraw-reason");
        assertThat(blank.document()
                        .select("#withdraw-reason[aria-invalid=true]")
                        .text())
                .as("what was typed")
                .isEqualTo("错");

        Browser colleague = signedInAs(city(), Role.ADMINISTRATOR);
        Page before = colleague.get(version);
        Page withdrawn = admin.submit(page, version + "/withdraw", Map.of("reason", "生效日期填错了"));
        assertSpoken(withdrawn);
        assertThat(withdrawn.text())
                .contains("批准已撤回", "批准后撤回", "生效日期填错了")
                .contains("原定 " + LocalDate.now(clock).plusDays(30));
        assertThat(withdrawn.document().select("form[action$=/withdraw]")).isEmpty();
        String id = version.substring(version.lastIndexOf('/') + 1);
        assertThat(events("model-version:" + id)).endsWith("model_activated", "model_withdrawn");
        assertThat(admin.get("/console/models/" + model)
                        .document()
                        .select("tr:has(a[href=" + version + "]) .ssj-state")
                        .text())
                .isEqualTo("批准后撤回");

        Page late = colleague.submit(before, version + "/withdraw", Map.of("reason", "日期填错了"));
        assertThat(late.status()).as("from a page of before").isEqualTo(409);
        assertThat(late.text()).contains("在您打开页面之后已被修改");

        String next = approvedForLater("13");
        models.takeEffect(LocalDate.now(clock).plusDays(30), Actor.SYSTEM);
        Page inForce = admin.get(next);
        assertThat(inForce.text()).contains("使用中");
        assertThat(inForce.document().select("form[action$=/withdraw]")).isEmpty();
        Page refused = admin.post(
                next + "/withdraw",
                Map.of(
                        "_csrf", List.of(admin.csrf()),
                        "idempotencyKey", List.of(java.util.UUID.randomUUID().toString()),
                        "lock", List.of(lockOf(next)),
                        "reason", List.of("已经生效了")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("现在的状态是“使用中”，这个操作只用于“已批准，待生效”的版本");
    }

    /** A version with this weight for dishonesty, approved for thirty days from now; answers with its page. */
    private String approvedForLater(String weight) {
        Browser drafter = signedInAs(city(), Role.ADMINISTRATOR);
        Page edit = drafter.submit(
                drafter.get("/console/models/" + model), "/console/models/" + model + "/draft", Map.of());
        String version = edit.path().substring(0, edit.path().lastIndexOf("/edit"));
        sendDraft(drafter, edit, version + "/edit", Map.of("weight.R030201", weight));
        drafter.submit(drafter.get(version), version + "/submit", Map.of("reason", "调整权重"));
        Browser approver = signedInAs(city(), Role.ADMINISTRATOR);
        Page approved = approver.submit(
                approver.get(version),
                version + "/activate",
                Map.of("effectiveFrom", LocalDate.now(clock).plusDays(30).toString()));
        assertThat(approved.text()).contains("已批准，待生效");
        return version;
    }

    private String lockOf(String version) {
        return jdbc.sql("select version from risk.model_version where id = :id")
                .param("id", Long.valueOf(version.substring(version.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    private static String weightOn(Page edit) {
        return edit.document().getElementById("weight.R030201").attr("value");
    }

    private Page sendDraft(Browser browser, Page edit, String action, Map<String, String> typed) {
        Map<String, List<String>> fields = new java.util.LinkedHashMap<>();
        edit.document().forms().stream()
                .filter(form -> form.attr("action").endsWith("/edit"))
                .findFirst()
                .orElseThrow()
                .formData()
                .forEach(field -> fields.put(field.key(), List.of(field.value())));
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        fields.put("idempotencyKey", List.of(java.util.UUID.randomUUID().toString()));
        return browser.post(action, fields);
    }

    private List<String> events(String subject) {
        return jdbc.sql("select lower(event) from office.ledger_entry where subject = :subject order by id")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    @Test
    void theTotalsOnTheDraftAreThoseOfTheNumbersOnThePage() {
        Browser drafter = signedInAs(city(), Role.ADMINISTRATOR);
        Page edit = drafter.submit(
                drafter.get("/console/models/" + model), "/console/models/" + model + "/draft", Map.of());
        String version = edit.path().substring(0, edit.path().lastIndexOf("/edit"));
        int together = weightsTogether(edit);
        int ofGroup = weightOfGroup(edit);
        int before = Integer.parseInt(weightOn(edit));

        Page tried =
                sendDraft(drafter, edit, version + "/rehearse", Map.of("weight.R030201", String.valueOf(before + 7)));
        assertThat(tried.status()).isEqualTo(200);
        assertThat(weightsTogether(tried)).isEqualTo(together + 7);
        assertThat(weightOfGroup(tried)).isEqualTo(ofGroup + 7);
        assertThat(highestScore(tried)).isGreaterThan(highestScore(edit));

        Page refused = sendDraft(
                drafter,
                edit,
                version + "/edit",
                Map.of("weight.R030201", String.valueOf(before + 5), "threshold.2", "99"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(weightsTogether(refused)).isEqualTo(together + 5);
        assertThat(weightOfGroup(refused)).isEqualTo(ofGroup + 5);

        for (String unknown : List.of("many", "1001")) {
            Page unread = sendDraft(drafter, edit, version + "/edit", Map.of("weight.R030201", unknown));
            assertThat(unread.status()).isEqualTo(422);
            assertThat(unread.text()).contains("改正之后再算合计").doesNotContain("权重合计");
        }
        assertThat(weightsTogether(drafter.get(version + "/edit"))).isEqualTo(together);
    }

    @Test
    void whoSavesADraftThatChangedMeanwhileComparesAndSavesAgain() {
        Browser drafter = signedInAs(city(), Role.ADMINISTRATOR);
        Page edit = drafter.submit(
                drafter.get("/console/models/" + model), "/console/models/" + model + "/draft", Map.of());
        String version = edit.path().substring(0, edit.path().lastIndexOf("/edit"));
        sendDraft(
                drafter,
                edit,
                version + "/edit",
                Map.of("weight.R030201", "21", "weight.R030301", "13", "threshold.4", "70.50", "veto.V01", "3"));

        Page late = sendDraft(drafter, edit, version + "/edit", Map.of("weight.R030201", "22", "weight.R030301", "13"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(PagePattern.faults(late.document())).isEmpty();
        assertThat(late.text()).contains("草案又被修改过");
        assertThat(weightOn(late)).as("what was typed").isEqualTo("22");
        assertThat(late.document().getElementById("weight.R030201-stands").text())
                .isEqualTo("现在是 21。");
        assertThat(late.document().getElementById("weight.R030201").attr("aria-describedby"))
                .isEqualTo("weight.R030201-stands");
        assertThat(late.document().getElementById("threshold.4-stands").text()).isEqualTo("现在是 70.50。");
        assertThat(late.document().getElementById("veto.V01-stands").text())
                .isEqualTo("现在是 "
                        + late.document()
                                .select("[id=veto.V01] option[value=3]")
                                .text() + "。");
        assertThat(late.document().getElementById("weight.R030301-stands"))
                .as("the same was typed")
                .isNull();
        assertThat(late.document().select("#errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#weight.R030201", "#threshold.4", "#veto.V01");
        assertThat(weightOn(drafter.get(version + "/edit"))).as("not yet").isEqualTo("21");

        Page saved = sendDraft(drafter, late, version + "/edit", Map.of());
        assertThat(saved.text()).contains("草案已保存");
        assertThat(weightOn(saved)).isEqualTo("22");
        assertThat(saved.document().select("[id$=-stands]")).isEmpty();
    }

    private static int weightsTogether(Page edit) {
        return Integer.parseInt(scale(edit).replaceAll(".*权重合计 ([0-9]+).*", "$1"));
    }

    private static BigDecimal highestScore(Page edit) {
        return new BigDecimal(scale(edit).replaceAll(".*最高得分 ", ""));
    }

    private static String scale(Page edit) {
        return edit.document().select(".risk-sticky .risk-soft").text();
    }

    /** What the caption above dishonesty says. */
    private static int weightOfGroup(Page edit) {
        return Integer.parseInt(edit.document()
                .select("table:has([id=weight.R030201]) caption")
                .text()
                .replaceAll(".*权重合计 ([0-9]+).*", "$1"));
    }

    @Test
    void theDrafterCannotApprove() {
        Browser drafter = signedInAs(city(), Role.ADMINISTRATOR);
        Page edit = drafter.submit(
                drafter.get("/console/models/" + model), "/console/models/" + model + "/draft", Map.of());
        String version = edit.path().substring(0, edit.path().lastIndexOf("/edit"));
        sendDraft(drafter, edit, version + "/edit", Map.of("weight.R030201", "12"));
        Page submitted = drafter.submit(drafter.get(version), version + "/submit", Map.of("reason", "试试自己批准"));
        assertThat(submitted.status()).isEqualTo(200);
        Page refused = drafter.post(
                version + "/activate",
                Map.of(
                        "_csrf", List.of(drafter.csrf()),
                        "idempotencyKey", List.of(java.util.UUID.randomUUID().toString()),
                        "lock", List.of(lockOf(version)),
                        "effectiveFrom", List.of(LocalDate.now(clock).toString())));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("须由另一个人批准");
    }

    @Test
    void whoMayNotChangeModelsOnlyReadsThem() {
        Browser auditor = signedInAs(Role.AUDITOR);
        Page page = auditor.get("/console/models/" + model);
        assertSpoken(page);
        assertThat(page.document().select("form[action$=/draft]")).isEmpty();
        Page refused = auditor.post("/console/models/" + model + "/draft", Map.of("_csrf", List.of(auditor.csrf())));
        assertThat(refused.status()).isEqualTo(403);
    }

    /** Otherwise those of one county would decide how the next one is graded. */
    @Test
    void theModelOfAllIsNotForThoseBesideWhomOthersStand() {
        neighbour();
        Browser admin = signedInAs(district(), Role.ADMINISTRATOR, Role.CREDIT_OFFICE);
        Page page = admin.get("/console/models/" + model);
        assertSpoken(page);
        assertThat(page.text()).contains("您可以查看，不能修改");
        assertThat(page.document().select("form[action$=/draft], form[action$=/regrade]"))
                .isEmpty();
        assertThat(admin.get("/console/risk").document().select("form[action$=/regrade]"))
                .isEmpty();
        assertThat(signedInAs(city(), Role.ADMINISTRATOR)
                        .get("/console/models/" + model)
                        .text())
                .doesNotContain("您可以查看，不能修改");
        for (String command : List.of("/console/models/" + model + "/draft", "/console/risk/regrade")) {
            Page refused = admin.post(
                    command,
                    Map.of(
                            "_csrf", List.of(admin.csrf()),
                            "model", List.of(String.valueOf(model)),
                            "idempotencyKey", List.of("beside-" + command)));
            assertThat(refused.status()).as(command).isEqualTo(409);
            assertThat(refused.text()).contains("也给您管辖以外的部门分类");
        }
    }

    @Test
    void aFullRegradeIsAskedForAndRunsAsAJob() {
        Browser credit = signedInAs(city(), Role.CREDIT_OFFICE);
        Page job = credit.submit(credit.get("/console/risk"), "/console/risk/regrade", Map.of());
        assertSpoken(job);
        assertThat(job.path()).startsWith("/console/jobs/");
        assertThat(job.text()).contains("全部重新分类");
        assertThat(events("model:" + model)).contains("regrade_requested");
    }

    @Test
    void theSchemesShowThatLettersContradictEachOther() {
        Page page = signedInAs(Role.CREDIT_OFFICE).get("/console/schemes");
        assertSpoken(page);
        assertThat(page.document().select("table")).hasSize(2);
        assertThat(page.text()).contains("国家四级").contains("呼和浩特四色").contains("红色（高风险）");
    }

    @Test
    void aSystemReadsTheGradesOfOneEnterpriseByItsCode() throws Exception {
        HttpResponse<String> answer = api("91150581RK00900040", anApiKey("grade:read"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"model\":\"general\"")
                .contains("\"rank\":4")
                .contains("\"letter\":\"D\"");
        assertThat(api("91150581RK00900001", anApiKey("grade:read")).statusCode())
                .isEqualTo(404);
        assertThat(api("91150581RK00900040", anApiKey("draw:read")).statusCode())
                .isEqualTo(403);
        assertThat(api("91150581RK00900040", "nobody").statusCode()).isEqualTo(401);
        assertThat(jdbc.sql(
                                "select count(*) from office.grade_read where what = 'enterprise:900040' and purpose = 'API'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aCodeThatTurnedOutToBeAnothersIsAnsweredWithTheSubjectThatItIs() throws Exception {
        asOwner().sql("""
                insert into ingest.enterprise (credit_code, code_class, registered, name, search_grams, region, subject_kind,
                    status, flags, first_delivery_id, delivery_id, known_from, content_hash, same_as)
                select '91150581RKOLD' || n, 'OK', true, '旧代码' || n, '{}', '150581', 'ENTERPRISE', 'ACTIVE', 0, 1, 1,
                    now(), gen_random_uuid(), same_as
                from (values ('00039', 900039), ('00001', 900001)) as former (n, same_as)
                """).update();
        assertThat(api("91150581RKOLD00039", anApiKey("grade:read")).body())
                .contains("\"creditCode\":\"91150581RK00900039\"", "\"rank\":4");
        assertThat(api("91150581RKOLD00001", anApiKey("grade:read")).statusCode())
                .as("the subject is in the next county")
                .isEqualTo(404);
    }

    private HttpResponse<String> api(String code, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/grades/%s".formatted(port, code)))
                .header("Authorization", "Bearer " + key)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
