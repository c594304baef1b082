package org.shuangsuiji.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuangsuiji.architecture.PagePattern;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.Browser.Page;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.Nonsense;
import org.shuangsuiji.console.browser.Checkers;
import org.shuangsuiji.console.joining.CompleteDraws;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.risk.Models;
import org.springframework.beans.factory.annotation.Autowired;

/** A planner, an auditor and a system on the pages of the item list, the directory, a campaign and its draw. */
class CampaignPagesTests extends ConsoleTest {
    private static final String REGION = "150581099";

    /** Where draws take the frequency of nobody else's test: whom they draw is chance. */
    private static final String NEXT_REGION = "150581098";

    private static final String DRAWN_REGION = "150581097";

    private static final String AGAIN = "form[action$=/again]";

    @Autowired
    private Models models;

    @Autowired
    private CompleteDraws completeDraws;

    @Autowired
    private Clock clock;

    private Browser planner;

    @BeforeEach
    void aRegisterWithGrades() {
        register(REGION, "91150581MA9");
        planner = signedInAs(Role.PLANNER);
    }

    private void register(String region, String codes) {
        long model = models.installGeneral(Actor.SYSTEM);
        asOwner()
                .sql("""
                        with made as (
                            insert into ingest.enterprise (credit_code, code_class, registered, name, search_grams,
                                region, section, industry, established, capital_fen, legal_person, subject_kind,
                                status, address, flags, first_delivery_id, delivery_id, known_from, content_hash)
                            select :codes || lpad(n::text, 7, '0'), 'OK', true, '抽样企业' || n, '{}', :region,
                                   'F', '5112', date '2010-01-01', 500000000, '人' || n, 'ENTERPRISE',
                                   case when n % 20 = 0 then 'DEREGISTERED' else 'ACTIVE' end,
                                   '某街' || n || '号', 0, 1, 1, now(), gen_random_uuid()
                            from generate_series(1, 200) n
                            on conflict do nothing returning id)
                        insert into risk.assessment (model_id, enterprise_id, run_id, version_id, state, rank, score,
                            bins, input_digest, as_of, assessed_at)
                        select :model, id, 1, (select active_version_id from risk.model where id = :model), 'GRADED',
                               1 + id % 4, 0, '', decode(repeat('00', 16), 'hex'), current_date, now()
                        from made""")
                .param("region", region)
                .param("codes", codes)
                .param("model", model)
                .update();
        asOwner().sql("""
                        insert into risk.run (model_id, version_id, day, reach, actor, started_at, finished_at,
                            enterprises, changed, graded, not_gradable, not_covered, digest)
                        select id, active_version_id, current_date, 'ALL', 'credit', now(), now(), 0, 0, '{0,0,0,0}', 0,
                               0, decode(repeat('00', 16), 'hex')
                        from risk.model m
                        where id = :model and not exists (
                            select from risk.run where version_id = m.active_version_id and reach = 'ALL')""").param("model", model).update();
        // whatever graded them meanwhile, some stand in each rank
        asOwner().sql("""
                        update risk.assessment a set state = 'GRADED', rank = 1 + a.enterprise_id % 4
                        from ingest.enterprise e
                        where e.id = a.enterprise_id and e.region = :region and a.model_id = :model
                          and a.superseded_at is null""").param("region", region).param("model", model).update();
    }

    private Page well(Page page) {
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("??");
        assertThat(PagePattern.faults(page.document())).as(page.path()).isEmpty();
        return page;
    }

    @Test
    void whatAnItemAsksForKeepsItsLines() {
        Page item = well(planner.submit(
                well(planner.get("/console/items/new")),
                "/console/items",
                Map.of(
                        "code", "LINES-1",
                        "name", "分行的检查事项",
                        "basis", "《企业信息公示暂行条例》第十四条",
                        "content", "一、查看营业执照\r\n二、核对经营场所")));
        assertThat(item.document().select("dd.ssj-lines").first().wholeText().lines())
                .containsExactly("一、查看营业执照", "二、核对经营场所");
        assertThat(planner.get("/css/shuangsuiji.css").body()).contains(".ssj-lines { white-space: pre-line; }");
    }

    private String publishedItem(String code, String scopes) {
        Page blank = well(planner.get("/console/items/new"));
        Page draft = well(planner.submit(
                blank,
                "/console/items",
                Map.of("code", code, "name", "登记事项检查 " + code, "basis", "《企业信息公示暂行条例》第十四条", "scopes", scopes)));
        assertThat(draft.h1()).contains(code);
        Page published = well(planner.submit(draft, draft.path() + "/publish", Map.of()));
        assertThat(published.text()).contains("已公布");
        return published.path().substring(published.path().lastIndexOf('/') + 1);
    }

    private void inspector(String staffNo, String scopes) {
        inspector(staffNo, scopes, "*");
    }

    private void inspector(String staffNo, String scopes, String regions) {
        Page page = planner.submit(
                well(planner.get("/console/inspectors/new")),
                "/console/inspectors",
                Map.of(
                        "staffNo",
                        staffNo,
                        "name",
                        "执法" + staffNo,
                        "certificateNo",
                        "C-" + staffNo,
                        "validUntil",
                        LocalDate.now(clock).plusYears(2),
                        "scopes",
                        scopes,
                        "regions",
                        regions));
        assertThat(well(page).h1()).isEqualTo("执法" + staffNo);
    }

    private static String id(Page page) {
        return page.path().split("/", -1)[3];
    }

    private Page plan(String item, String name) {
        return plan(item, name, REGION);
    }

    private Page plan(String item, String name, String region) {
        return planner.submit(
                well(planner.get("/console/campaigns/new")),
                "/console/campaigns",
                Map.of("name", name, "itemId", item, "regions", region));
    }

    private Map<String, Object> sources(LocalDateTime first, Duration apart) {
        var form = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
        Map<String, Object> fields = new HashMap<>();
        fields.put("sources[0].name", "现场骰子");
        fields.put("sources[0].due", form.format(first));
        fields.put("sources[0].format", "1 1 1 1");
        fields.put("sources[1].name", "福彩双色球第2026135期");
        fields.put("sources[1].due", form.format(first.plus(apart)));
        fields.put("sources[1].fallbackName", "福彩双色球第2026136期");
        fields.put("sources[1].fallbackDue", form.format(first.plusDays(2)));
        fields.put("sources[2].name", "上证综指2026-11-25收盘×100");
        fields.put("sources[2].due", form.format(first.plus(apart)));
        fields.put("sources[2].fallbackName", "上证综指2026-11-26收盘×100");
        fields.put("sources[2].fallbackDue", form.format(first.plusDays(2)));
        return fields;
    }

    @Test
    void fromTheListsToADrawAndItsBundle() throws Exception {
        String item = publishedItem("WEB-1", "登记");
        for (int i = 1; i <= 4; i++) {
            inspector("WEB" + i, i < 3 ? "登记、食品" : "");
        }
        well(planner.get("/console/items"));
        well(planner.get("/console/inspectors?words=WEB1"));

        register(DRAWN_REGION, "91150581MC9");
        Page eligible = well(plan(item, "网页抽查任务", DRAWN_REGION));
        String id = id(eligible);
        assertThat(eligible.text()).contains("登记状态不在范围内", "190", "10");
        String base = "/console/campaigns/" + id;

        Page rates = well(planner.get(base + "/rates"));
        Page counted = well(planner.submit(rates, base + "/rates", Map.of("rates[0].ratio", "50", "count", "yes")));
        assertThat(counted.document().select("tfoot td.number").last().text()).isEqualTo(total(counted));
        assertThat(well(planner.get(base + "/rates"))
                        .document()
                        .selectFirst("[name=rates[0].ratio]")
                        .val())
                .as("counting stores nothing")
                .isEqualTo("1");
        Page wrong = planner.submit(rates, base + "/rates", Map.of("rates[0].ratio", "101", "rates[1].months", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("应在 0 至 100 之间", "次数和月数要么都填，要么都不填");
        assertThat(PagePattern.faults(wrong.document())).isEmpty();
        for (Element link : wrong.document().select("#errors a")) {
            assertThat(wrong.document().getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        }
        Page sources =
                well(planner.submit(rates, base + "/rates", Map.of("rates[0].ratio", "2.5", "rates[3].ratio", "100")));
        assertThat(sources.path()).endsWith("/sources");
        String unled = highestRankIn(DRAWN_REGION);
        recused("WEB1", unled);
        recused("WEB2", unled);

        LocalDateTime later = LocalDateTime.now(clock).plusHours(2).withNano(0);
        Map<String, Object> fields = sources(later, Duration.ofHours(1));
        fields.put("sources[1].fallbackName", "");
        Page noFallback = planner.submit(sources, base + "/sources", fields);
        assertThat(noFallback.status()).isEqualTo(422);
        assertThat(noFallback.text()).contains("请填写后备来源");
        assertThat(PagePattern.faults(noFallback.document())).isEmpty();
        Page check = well(planner.submit(noFallback, base + "/sources", sources(later, Duration.ofHours(1))));
        assertThat(check.path()).endsWith("/check");
        well(planner.get(base));
        well(planner.get("/console/campaigns"));
        Page unsure = planner.submit(check, base + "/freeze", Map.of("confirmation", "抽查"));
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.text()).contains("与任务名称不一致");

        Instant began = clock.instant();
        Page sourcesAgain = well(planner.get(base + "/sources"));
        Duration pace = Duration.between(began, clock.instant());
        // as soon as this machine can: three pages from now, and the notice of a second
        Duration apart = pace.multipliedBy(4).plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime first = LocalDateTime.now(clock)
                .plus(pace.multipliedBy(8))
                .plusSeconds(4)
                .withNano(0);
        check = well(planner.submit(sourcesAgain, base + "/sources", sources(first, apart)));
        Page draw = well(planner.submit(check, base + "/freeze", Map.of("confirmation", "网页抽查任务")));
        assertThat(draw.path()).isEqualTo(base + "/draw");
        assertThat(draw.text()).contains("承诺值", "未到期");
        assertThat(draw.document().select("form[action$=/run]")).isEmpty();
        Page early = planner.post(
                base + "/draw/sources",
                Map.of(
                        "_csrf",
                        List.of(planner.csrf()),
                        "idempotencyKey",
                        List.of("early-key-1"),
                        "place",
                        List.of("1"),
                        "spoken",
                        List.of("VALUE"),
                        "value",
                        List.of("01 02 03 04 05 06 07"),
                        "valueAgain",
                        List.of("01 02 03 04 05 06 07"),
                        "evidence",
                        List.of("官网截图")));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text()).contains("才到期，现在是");
        well(planner.get(base));
        well(planner.get(base + "/excluded/STATUS"));

        Page drawn = speakAndDraw(base, first, apart);
        assertThat(drawn.text()).contains("抽取完成", "随机种子", "主检", "须另行安排");
        assertThat(drawn.document().select("tr:contains(" + unled + ")").text())
                .as("all who may lead are recused from it")
                .contains("缺 1 人，其中缺主检");
        assertThat(planner.get(base + "/draw?lang=en").text()).contains("1 missing, the lead among them");
        planner.get(base + "/draw?lang=zh-CN");
        Page second = planner.post(
                base + "/draw/run",
                Map.of("_csrf", List.of(planner.csrf()), "idempotencyKey", List.of("second-run-1")));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("抽取只有一次");

        audited();
        assertThat(signedInAs(neighbour(), Role.PLANNER).get(base).status()).isEqualTo(404);
        assertThat(signedInAs(neighbour(), Role.PLANNER).get(base + "/draw").status())
                .isEqualTo(404);
        Browser english = signedInAs(Role.PLANNER);
        for (String page : List.of("", "/draw")) {
            assertThat(well(english.get(base + page + "?lang=en")).text()).contains("Commitment");
        }
    }

    private static String highestRankIn(String region) {
        return asOwner().sql("""
                        select e.credit_code from ingest.enterprise e
                        join risk.assessment a on a.enterprise_id = e.id and a.superseded_at is null and a.rank = 4
                        where e.region = :region and e.status = 'ACTIVE' order by e.id limit 1""").param("region", region).query(String.class).single();
    }

    private void recused(String staffNo, String creditCode) {
        Page list = well(planner.get("/console/inspectors?words=" + staffNo));
        String page = list.document()
                .select("main tr:contains(" + staffNo + ") a[href^=/console/inspectors/]")
                .attr("href");
        Page declared = well(planner.submit(
                well(planner.get(page)), page + "/recusals", Map.of("creditCode", creditCode, "ground", "RELATIVE")));
        assertThat(declared.text()).contains(creditCode);
    }

    private static String total(Page page) {
        int sum = page.document().select("tbody tr").stream()
                .filter(row -> row.select("td").size() == 7)
                .mapToInt(row -> Integer.parseInt(row.select("td").get(3).text().replace(",", "")))
                .sum();
        List<Element> totals = new ArrayList<>(page.document().select("tfoot td.number"));
        assertThat(totals).hasSize(2);
        return String.valueOf(sum);
    }

    private Page speakAndDraw(String base, LocalDateTime first, Duration apart) throws InterruptedException {
        waitFor(first);
        enter(base, 0, "1 2 3 4");
        waitFor(first.plus(apart));
        Page open = well(signedInAs(Role.PLANNER).get(base + "/draw"));
        assertThat(open.text()).as("who typed nothing yet is told").contains("录入数值的人在系统自行完成以前不能自己抽取");
        open = well(planner.get(base + "/draw"));
        assertThat(open.text()).as("who typed the dice cannot draw anyway").doesNotContain("录入数值的人在系统自行完成以前不能自己抽取");
        Page differs =
                planner.submit(open, base + "/draw/sources", typed(1, "01 02 03 04 05 06 07", "01 02 03 04 05 06 08"));
        assertThat(differs.status()).isEqualTo(422);
        assertThat(differs.text()).contains("两次录入的内容不一致");
        assertThat(differs.document().selectFirst("#value-1").val())
                .as("what was typed stays")
                .isEqualTo("01 02 03 04 05 06 07");
        enter(base, 1, " 01 02  03\u00a004 05 06 07\u3000"); // as it was pasted
        Page complete = enter(base, 2, "0345678");
        assertThat(complete.text()).contains("是您录入的：请另一人核对公布的值后抽取");
        assertThat(complete.document().select("form[action$=/run]")).isEmpty();
        Page alone = planner.post(
                base + "/draw/run", Map.of("_csrf", List.of(planner.csrf()), "idempotencyKey", List.of("alone-run-1")));
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.text()).contains("不能由您抽取");
        Browser another = signedInAs(Role.REVIEWER);
        return well(another.submit(well(another.get(base + "/draw")), base + "/draw/run", Map.of()));
    }

    private Page enter(String base, int place, String value) {
        Page open = well(planner.get(base + "/draw"));
        return well(planner.submit(open, base + "/draw/sources", typed(place, value, value)));
    }

    private static Map<String, Object> typed(int place, String value, String valueAgain) {
        return Map.of(
                "place", place, "spoken", "VALUE", "value", value, "valueAgain", valueAgain, "evidence", "官方网页截图存档");
    }

    private void waitFor(LocalDateTime moment) throws InterruptedException {
        Instant due = moment.atZone(clock.getZone()).toInstant();
        while (clock.instant().isBefore(due)) {
            Thread.sleep(Math.max(1, Duration.between(clock.instant(), due).toMillis()));
        }
    }

    private void audited() {
        Browser auditor = signedInAs(Role.AUDITOR);
        Page list = well(auditor.get("/console/draws"));
        String link = list.document().select("tbody a").first().attr("href");
        Page audit = well(auditor.get(link));
        assertThat(audit.text()).contains("S1", "VerifyDraw", "前一承诺值");
        Page zip = auditor.submit(audit, link + "/bundle", Map.of());
        assertThat(zip.status()).isEqualTo(200);
        assertThat(zip.header("Content-Type")).contains("application/zip");
        assertThat(zip.header("Content-Disposition").orElseThrow()).contains("draw-");
        assertThat(zip.body()).startsWith("PK").contains("rule.json", "frame-1.tsv", "result.json");
        assertThat(auditor.get(link + "/rule.json").body()).startsWith("{\"chain\"");
        String id = link.substring(link.lastIndexOf('/') + 1);
        assertThat(get("/api/draws/" + id + "/bundle.zip", anApiKey("draw:read"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/draws/" + id + "/bundle.zip", anApiKey("grade:read"))
                        .statusCode())
                .isEqualTo(403);
        var absent = get("/api/draws/999999/bundle.zip", anApiKey("draw:read"));
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(new String(absent.body(), StandardCharsets.UTF_8)).contains("\"code\":\"absent\"");
        assertThat(absent.headers().firstValue("Content-Disposition")).isEmpty();
    }

    private java.net.http.HttpResponse<byte[]> get(String path, String key) {
        return get(path, key, "zh-CN");
    }

    private java.net.http.HttpResponse<byte[]> get(String path, String key, String language) {
        try {
            return java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + path))
                                    .header("Authorization", "Bearer " + key)
                                    .header("Accept-Language", language)
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFormWithFaultsKeepsWhatWasTypedAndTiesEachFaultToItsField() {
        Page blank = well(planner.get("/console/inspectors/new"));
        Page wrong = planner.submit(
                blank,
                "/console/inspectors",
                Map.of(
                        "staffNo",
                        "15050119900101123X",
                        "name",
                        "张三",
                        "certificateNo",
                        "1",
                        "validUntil",
                        "2030-01-01",
                        "regions",
                        "* 15"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("不能使用身份证号", "应为 3 至 40 个字", "填了 * 就不要再填其他地区");
        assertThat(wrong.document().selectFirst("#name").val()).isEqualTo("张三");
        assertThat(PagePattern.faults(wrong.document())).isEmpty();
        Page empty = planner.submit(planner.get("/console/campaigns/new"), "/console/campaigns", Map.of("name", ""));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.document().select("#errors li").eachText()).contains("任务名称：请填写此项。");
        assertThat(PagePattern.faults(empty.document())).isEmpty();
        Page item = planner.submit(planner.get("/console/items/new"), "/console/items", Map.of("code", "x"));
        assertThat(item.status()).isEqualTo(422);
        assertThat(PagePattern.faults(item.document())).isEmpty();
    }

    @Test
    void aNumberThatCannotBeReadHidesNoOtherFaultOfItsForm() {
        String base = "/console/campaigns/" + id(plan(publishedItem("WEB-7", ""), "填错两处的任务"));
        Page rates = planner.submit(
                planner.get(base + "/rates"),
                base + "/rates",
                Map.of("team", "三", "cap", "", "rates[0].ratio", "", "rates[2].months", "半年"));
        assertThat(rates.status()).isEqualTo(422);
        assertThat(rates.document().select("#errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#team", "#cap", "#rates[0].ratio", "#rates[2].months");
        assertThat(PagePattern.faults(rates.document())).isEmpty();

        Page sources = planner.submit(
                planner.get(base + "/sources"),
                base + "/sources",
                Map.of(
                        "sources[0].due", "周二上午",
                        "sources[1].name", "福彩双色球",
                        "sources[1].due", "",
                        "sources[2].format", "七位"));
        assertThat(sources.status()).isEqualTo(422);
        assertThat(sources.document().select("#errors a").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "#sources[0].name",
                        "#sources[0].due",
                        "#sources[1].due",
                        "#sources[2].name",
                        "#sources[2].format");
        assertThat(sources.document().selectFirst("[name=sources[0].due]").val())
                .isEqualTo("周二上午");
        assertThat(PagePattern.faults(sources.document())).isEmpty();
    }

    @Test
    void theCheckWarnsOfACampaignThatBeginsLateOrOutlastsTheYear() {
        String base = "/console/campaigns/" + id(plan(publishedItem("WEB-Y", ""), "跨年的任务"));
        LocalDate today = LocalDate.now(clock);
        assertThat(warnings(base, today, today.plusYears(1).minusDays(1))).isEmpty();
        assertThat(warnings(base, today, today.plusYears(1))).containsExactly("任务时间超过 12 个月");
        assertThat(warnings(base, today.minusDays(1), today)).containsExactly("开始日期已经过去");
        LocalDate first = today.minusMonths(10);
        assertThat(warnings(base, first, first.plusYears(10))).containsExactly("开始日期已经过去", "任务时间超过 12 个月");
        assertThat(well(planner.get(base + "/check?lang=en")).text())
                .contains("From %s to %s".formatted(first, first.plusYears(10)), "today is " + today);
    }

    @Test
    void sourcesAfterTheLastVisitAreToldOnTheCheckPageAndNotFrozen() {
        register(REGION, "91150581MD7");
        String name = "来源太晚的任务";
        String base = "/console/campaigns/" + id(plan(publishedItem("WEB-L", ""), name));
        LocalDate ends = LocalDate.now(clock).plusDays(5);
        assertThat(warnings(base, LocalDate.now(clock), ends)).isEmpty();
        well(planner.submit(planner.get(base + "/rates"), base + "/rates", Map.of()));
        LocalDateTime last = ends.atTime(23, 59, 59);
        Page inTime = well(planner.submit(
                planner.get(base + "/sources"), base + "/sources", sources(last.minusDays(2), Duration.ofHours(1))));
        assertThat(inTime.path()).endsWith("/check");
        assertThat(inTime.text()).doesNotContain("晚于检查期限");

        Page late = well(planner.submit(
                planner.get(base + "/sources"),
                base + "/sources",
                sources(last.minusDays(2).plusSeconds(1), Duration.ofHours(1))));
        String midnight = ends.plusDays(1) + " 00:00:00";
        assertThat(late.text()).contains("最后一个随机源或后备晚于检查期限", "它 " + midnight + " 才到期", "不能冻结");
        assertThat(well(planner.get(base + "/check?lang=en")).text())
                .contains("The last source or fallback is due after the period", "due at " + midnight);
        well(planner.get(base + "/check?lang=zh-CN"));
        Page refused = planner.submit(late, base + "/freeze", Map.of("confirmation", name));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.document().select("#errors").text()).contains(midnight, "抽出来时已经不能检查");
        assertThat(PagePattern.faults(refused.document())).isEmpty();
    }

    @Test
    void regionsWhereNobodyMayGoAreToldOnTheCheckPageAndNotFrozen() {
        register(REGION, "91150581MD8");
        register(NEXT_REGION, "91150581MD9");
        inspector("NEAR-1", "近处");
        inspector("NEAR-2", "近处", NEXT_REGION + "000");
        String name = "人到不了的任务";
        String base =
                "/console/campaigns/" + id(plan(publishedItem("WEB-FAR", "近处"), name, REGION + "、" + NEXT_REGION));
        well(planner.submit(planner.get(base + "/rates"), base + "/rates", Map.of("cap", "3000")));
        LocalDateTime due = LocalDateTime.now(clock).plusDays(2);
        Page near = well(
                planner.submit(planner.get(base + "/sources"), base + "/sources", sources(due, Duration.ofHours(1))));
        assertThat(near.path()).endsWith("/check");
        assertThat(near.text()).contains("检查人员够用").doesNotContain("人员不够的地区", "余地不大");
        int cap = 0;
        Page lowest = near;
        do {
            well(planner.submit(planner.get(base + "/rates"), base + "/rates", Map.of("cap", String.valueOf(++cap))));
            lowest = well(planner.get(base + "/check"));
        } while (lowest.text().contains("检查人员不够"));
        assertThat(lowest.text()).as("the lowest cap that suffices on average").contains("检查人员平均够用，但余地不大", "建议补充人员");

        asOwner()
                .sql("update sampling.inspector set regions = :regions where staff_no = 'NEAR-1'")
                .param("regions", new String[] {NEXT_REGION})
                .update();
        Page far = well(planner.get(base + "/check"));
        assertThat(far.text()).contains("检查人员不够");
        assertThat(far.document()
                        .select("table:has(caption:containsOwn(人员不够的地区)) tbody tr td:first-child")
                        .eachText())
                .containsExactly(REGION);
        assertThat(well(planner.get(base + "/check?lang=en")).text()).contains("Regions without enough inspectors");
        well(planner.get(base + "/check?lang=zh-CN"));
        assertThat(well(signedInAs(Role.REVIEWER).get(base + "/check")).text())
                .as("how many are drawn where tells of ranks")
                .contains("检查人员不够")
                .doesNotContain("人员不够的地区");
        Page refused = planner.submit(far, base + "/freeze", Map.of("confirmation", name));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.document().select("#errors").text()).contains(REGION, "每户需要 2 人", "缩小任务的地区范围");
        assertThat(PagePattern.faults(refused.document())).isEmpty();
    }

    /** What the check page warns of about days when the campaign lasts from one of these to the other. */
    private List<String> warnings(String base, LocalDate starts, LocalDate ends) {
        Page eligible =
                planner.submit(planner.get(base + "/scope"), base + "/scope", Map.of("starts", starts, "ends", ends));
        assertThat(eligible.path()).as("no refusal").endsWith("/eligible");
        return well(planner.get(base + "/check"))
                .document()
                .select("main > .alert-warning .alert-title")
                .eachText();
    }

    @Test
    void whatWasEditedAfterThePageWasOpenedIsShownAgainAndNotFrozen() {
        register(REGION, "91150581MDA");
        inspector("SEEN-1", "");
        inspector("SEEN-2", "");
        String name = "两人同时编辑的任务";
        Page opened = checked(publishedItem("SEEN", ""), name, Map.of());
        String base = "/console/campaigns/" + id(opened);
        Browser colleague = signedInAs(Role.PLANNER);
        well(colleague.submit(colleague.get(base + "/rates"), base + "/rates", Map.of("team", "3")));
        Page refused = planner.submit(opened, base + "/freeze", Map.of("confirmation", name));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.document().select("#errors").text()).contains("有了改动，名单没有冻结");
        assertThat(refused.text()).contains("每户 3 人");
        assertThat(PagePattern.faults(refused.document())).isEmpty();
        well(planner.submit(refused, base + "/freeze", Map.of("confirmation", name)));
        abandon(base);
    }

    @Test
    void aFormOfFewerSourcesThanThePageHasIsAnsweredByAllItsLines() {
        String base = "/console/campaigns/" + id(plan(publishedItem("FEW", ""), "只送来一行的来源"));
        Page form = planner.get(base + "/sources");
        form.document().select("[name^=sources]").remove();
        Page answer = planner.submit(
                form,
                base + "/sources",
                Map.of("sources[0].name", "现场骰子", "sources[0].due", "2020-01-01T08:00", "sources[0].kind", "DICE"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.document().select("[name$=.kind]")).hasSize(6);
    }

    @Test
    void whoMeddlesWithTheHiddenFieldsOfAFormGetsTheFormAgain() {
        String base = "/console/campaigns/" + id(plan(publishedItem("WEB-8", ""), "隐藏字段被改的任务"));
        for (String step : List.of("/scope", "/rates", "/sources")) {
            Page page = planner.submit(planner.get(base + step), base + step, Map.of("lockVersion", "第一版"));
            assertThat(page.status()).as(step).isEqualTo(422);
        }
    }

    @Test
    void nonsenseInAStepOfThePlanIsAnsweredByTheStepWithWhatWasTyped() {
        Page eligible = plan(publishedItem("WEB-3", ""), "乱填的任务");
        String base = "/console/campaigns/" + id(eligible);
        for (String step : List.of("/scope", "/rates", "/sources", "/check")) {
            Page page = well(planner.get(base + step));
            assertThat(Nonsense.faults(planner, page, Set.of("/console/logout", "/console/language")))
                    .as(step)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PLANNER", "CREDIT_OFFICE", "ADMINISTRATOR", "AUDITOR"})
    void whoMayReadGradesSeesHowManyStandInEachRank(Role role) {
        Page eligible = plan(publishedItem("WEB-" + role.name().substring(0, 3), ""), "各等级户数 " + role);
        String base = "/console/campaigns/" + id(eligible);
        Browser reader = signedInAs(role);
        assertThat(well(reader.get(base)).document().select(".ssj-rank")).hasSize(4);
        for (String step : List.of("/rates", "/check")) {
            Page page = well(reader.get(base + step));
            assertThat(strata(page)).as(step).hasSize(4).allSatisfy(line -> assertThat(Integer.parseInt(line))
                    .isPositive());
        }
        assertThat(reader.get(base + "/rates").document().select("[name^=rates]"))
                .isNotEmpty();
    }

    @Test
    void aReviewerSeesTheTotalsOfACampaignAndNotTheRanksBehindThem() {
        String name = "只看合计的任务";
        inspector("TOT1", "");
        inspector("TOT2", "");
        Page eligible = plan(publishedItem("WEB-T", ""), name);
        String base = "/console/campaigns/" + id(eligible);
        Page rates = well(planner.get(base + "/rates"));
        List<String> totals = rates.document().select("tfoot td.number").eachText();
        assertThat(strata(rates).stream().mapToInt(Integer::parseInt).sum()).isEqualTo(Integer.parseInt(totals.get(0)));

        Browser reviewer = signedInAs(Role.REVIEWER);
        for (String step : List.of("", "/scope", "/eligible", "/rates", "/sources", "/check")) {
            tellsNoRank(well(reviewer.get(base + step)));
        }
        for (String step : List.of("/rates", "/check")) {
            Page page = reviewer.get(base + step);
            assertThat(page.document().select(".ssj-stat-value").eachText())
                    .as(step)
                    .containsExactlyElementsOf(totals);
            assertThat(page.text()).contains("只向可以查看风险等级的角色显示");
            assertThat(page.document().select("button[name=count]")).isEmpty();
        }
        assertThat(reviewer.get(base + "/check?lang=en").text()).contains("to those alone who may read grades");

        planner.submit(rates, base + "/rates", Map.of());
        Page check = planner.submit(
                planner.get(base + "/sources"),
                base + "/sources",
                sources(LocalDateTime.now(clock).plusHours(1).withNano(0), Duration.ofHours(1)));
        well(planner.submit(check, base + "/freeze", Map.of("confirmation", name)));
        for (String page : List.of("?lang=zh-CN", "/draw")) {
            tellsNoRank(well(reviewer.get(base + page)));
        }
        assertThat(reviewer.get(base).document().select(".ssj-stat-value").eachText())
                .startsWith(totals.get(0), totals.get(1));
        assertThat(well(planner.get(base)).document().select(".ssj-rank")).hasSize(4);
        abandon(base);
    }

    /** A campaign whose lists were closed an hour before its first source is due; says its address. */
    private String frozen(String item, String name) {
        inspector(item + "-1", "");
        inspector(item + "-2", "");
        Page check = checked(publishedItem(item, ""), name, Map.of());
        String base = "/console/campaigns/" + id(check);
        well(planner.submit(check, base + "/freeze", Map.of("confirmation", name)));
        return base;
    }

    /** A campaign planned to its last step, its first source due in an hour. */
    private Page checked(String item, String name, Map<String, Object> rates) {
        String base = "/console/campaigns/" + id(plan(item, name));
        Page sources = planner.submit(planner.get(base + "/rates"), base + "/rates", rates);
        return well(planner.submit(
                sources,
                base + "/sources",
                sources(LocalDateTime.now(clock).plusHours(1).withNano(0), Duration.ofHours(1))));
    }

    @Test
    void aFurtherListOfAnItemAsksWhyAndSaysSoInPublicBesideTheOther() {
        Map<String, Object> unlimited = new HashMap<>();
        for (int line = 0; line < 4; line++) {
            unlimited.put("rates[" + line + "].mostVisits", "");
            unlimited.put("rates[" + line + "].months", "");
        }
        inspector("FUR-1", "");
        inspector("FUR-2", "");
        String item = publishedItem("FUR", "");
        Page alone = checked(item, "先封存的任务", unlimited);
        assertThat(alone.document().select("#reason"))
                .as("no other list stands")
                .isEmpty();
        String first = "/console/campaigns/" + id(alone);
        well(planner.submit(alone, first + "/freeze", Map.of("confirmation", "先封存的任务")));

        Page check = checked(item, "另抽的任务", unlimited);
        String second = "/console/campaigns/" + id(check);
        String number = numberOf(first);
        assertThat(check.document()
                        .select("table:contains(" + number + ") tbody tr")
                        .text())
                .contains(number, "先封存的任务", "尚未抽取");
        assertThat(check.document().select("label[for=reason]").text()).contains("为什么要在这些名单之外另抽一份");
        assertThat(well(signedInAs(Role.REVIEWER).get(second + "/check?lang=en"))
                        .text())
                .contains("Lists of the same item with visits still to make", number);

        Page unreasoned = planner.submit(check, second + "/freeze", Map.of("confirmation", "另抽的任务", "reason", " "));
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.document().select("#errors a[href=#reason]").text())
                .contains(number, "还没有检查完", "理由将向社会公布");
        Page tooShort =
                planner.submit(unreasoned, second + "/freeze", Map.of("confirmation", "另抽的任务", "reason", "想再抽一次"));
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.document().select("#reason-error").text()).contains("10 至 500 个字，现为 5 个字");
        assertThat(tooShort.document().selectFirst("#reason").attr("aria-describedby"))
                .contains("reason-error");
        assertThat(tooShort.document().selectFirst("#reason").val()).isEqualTo("想再抽一次");
        assertThat(tooShort.document().selectFirst("#confirmation").val()).isEqualTo("另抽的任务");
        assertThat(PagePattern.faults(tooShort.document())).isEmpty();
        Page misnamed =
                planner.submit(tooShort, second + "/freeze", Map.of("confirmation", "别的任务", "reason", "上级部署的专项检查单独立项"));
        assertThat(misnamed.document().selectFirst("#reason").val())
                .as("what was typed stays")
                .isEqualTo("上级部署的专项检查单独立项");
        well(planner.submit(misnamed, second + "/freeze", Map.of("confirmation", "另抽的任务")));

        for (String page : List.of("/p/draws/" + drawOf(second), second.replace("/console", "/p"))) {
            Page told = browser().get(page);
            assertThat(told.status()).as(page).isEqualTo(200);
            assertThat(told.text()).as(page).contains(number + " 先封存的任务", "当时尚未抽取", "另抽一份的理由： 上级部署的专项检查单独立项");
            assertThat(told.document().select("a[href=/p/draws/" + drawOf(first) + "]"))
                    .as(page)
                    .hasSize(1);
        }
        for (String page : List.of("/p/draws/" + drawOf(first), first.replace("/console", "/p"))) {
            Page told = browser().get(page + "?lang=en");
            assertThat(told.text())
                    .as(page)
                    .contains("Further lists of the same item were closed", numberOf(second) + " 另抽的任务")
                    .doesNotContain("Reason for a further list");
            assertThat(told.document().select("a[href=/p/draws/" + drawOf(second) + "]"))
                    .as(page)
                    .hasSize(1);
        }
        Page ledger = well(signedInAs(Role.AUDITOR).get("/console/ledger?event=FRAME_FROZEN"));
        assertThat(ledger.text()).contains("上级部署的专项检查单独立项", number + " 0/");
        abandon(second);
        abandon(first);
        for (String page : List.of("/p/draws/" + drawOf(first), first.replace("/console", "/p"))) {
            assertThat(browser().get(page).text())
                    .as("no visit of it is owed any more")
                    .contains("本名单没有抽取就已经结束")
                    .doesNotContain("本名单的检查仍须完成");
        }
    }

    @Test
    void aListThatEndedWithoutADrawIsNamedByTheNextOfItsItemUnlessThatIsItsRedraw() {
        inspector("END-1", "");
        inspector("END-2", "");
        String item = publishedItem("END", "");
        Page alone = checked(item, "已放弃的任务", Map.of());
        String first = "/console/campaigns/" + id(alone);
        well(planner.submit(alone, first + "/freeze", Map.of("confirmation", "已放弃的任务")));
        abandon(first);
        String number = numberOf(first);

        Page check = checked(item, "放弃之后的任务", Map.of());
        String second = "/console/campaigns/" + id(check);
        assertThat(check.document()
                        .select("table:contains(" + number + ") tbody tr")
                        .text())
                .contains(number, "已放弃的任务", "已结束，没有抽取", "—")
                .doesNotContain("尚未抽取");
        assertThat(check.document().select("#standing-again").text()).contains("重新计划", number + " 已放弃的任务");
        assertThat(check.document().select("#standing-again a").eachAttr("href"))
                .containsExactly(first);
        assertThat(well(planner.get(first)).text()).as("where the link leads").contains("重新计划");
        assertThat(well(signedInAs(Role.REVIEWER).get(second + "/check?lang=en"))
                        .text())
                .contains("or ended without a draw", "ended without a draw", "choose Plan anew")
                .doesNotContain("not drawn yet");

        Page unreasoned = planner.submit(check, second + "/freeze", Map.of("confirmation", "放弃之后的任务", "reason", ""));
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.document().select("#errors a[href=#reason]").text())
                .contains(number, "没有抽取就已结束", "重新计划", "理由将向社会公布")
                .doesNotContain("还没有检查完");
        assertThat(PagePattern.faults(unreasoned.document())).isEmpty();
        well(planner.submit(
                unreasoned, second + "/freeze", Map.of("confirmation", "放弃之后的任务", "reason", "原任务放弃后另行立项检查")));

        for (String page : List.of("/p/draws/" + drawOf(second), second.replace("/console", "/p"))) {
            Page told = browser().get(page);
            assertThat(told.text())
                    .as(page)
                    .contains(number + " 已放弃的任务", "当时已经结束，没有抽取", "另抽一份的理由： 原任务放弃后另行立项检查")
                    .doesNotContain("当时尚未抽取", "户没有检查完");
            assertThat(told.document().select("a[href=/p/draws/" + drawOf(first) + "]"))
                    .as(page)
                    .hasSize(1);
            assertThat(browser().get(page + "?lang=en").text()).as(page).contains("had ended without a draw");
        }
        for (String page : List.of("/p/draws/" + drawOf(first), first.replace("/console", "/p"))) {
            Page told = browser().get(page);
            assertThat(told.text())
                    .as(page)
                    .contains("本名单没有抽取就已经结束", numberOf(second) + " 放弃之后的任务")
                    .doesNotContain("本名单的检查仍须完成");
            assertThat(told.document().select("a[href=/p/draws/" + drawOf(second) + "]"))
                    .as(page)
                    .hasSize(1);
            assertThat(browser().get(page + "?lang=en").text())
                    .as(page)
                    .contains("This list ended without a draw", "each names this one and says why");
        }
        assertThat(well(signedInAs(Role.AUDITOR).get("/console/ledger?event=FRAME_FROZEN"))
                        .text())
                .contains("原任务放弃后另行立项检查", "同事项未抽取即结束的名单 " + number);

        Page mixed = checked(item, "又一个任务", Map.of());
        assertThat(mixed.document().select("#standing-again"))
                .as("named once, and the second waits")
                .isEmpty();
        abandon(second);
        Page redraw = well(planner.submit(well(planner.get(second)), second + "/again", Map.of("reason", "原名单漏列一户")));
        assertThat(well(planner.get("/console/campaigns/" + id(redraw) + "/check"))
                        .document()
                        .select("#reason, #standing-again"))
                .as("a redraw names the former draw in its rule")
                .isEmpty();
    }

    private String revised(String item, String basis) {
        Page form = well(planner.get("/console/items/" + item + "/change"));
        Page draft = well(planner.submit(form, "/console/items/" + item, Map.of("basis", basis)));
        Page published = well(planner.submit(draft, draft.path() + "/publish", Map.of()));
        return published.path().substring(published.path().lastIndexOf('/') + 1);
    }

    @Test
    void aPlanWhoseItemWasRevisedLeadsBackToItsFirstStepAndOnFromThere() {
        inspector("REV-1", "");
        inspector("REV-2", "");
        String item = publishedItem("REV", "");
        Page check = checked(item, "清单修订前计划的任务", Map.of());
        String base = "/console/campaigns/" + id(check);
        String revised = revised(item, "《企业信息公示暂行条例》第十五条");

        Page refused = planner.submit(check, base + "/freeze", Map.of("confirmation", "清单修订前计划的任务"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(PagePattern.faults(refused.document())).isEmpty();
        assertThat(refused.document().select("#errors").text()).contains("事项 REV 第 1 版已经修订", "范围与期限");
        for (String step : List.of("", "/eligible", "/rates", "/check")) {
            Page told = well(planner.get(base + step));
            assertThat(told.document().select("#unfit").text()).as(step).contains("事项 REV 第 1 版已经修订");
            assertThat(told.document().select("#unfit a").eachAttr("href"))
                    .as(step)
                    .containsExactly(base + "/scope");
            assertThat(told.document().select("form[action$=/freeze]")).as(step).isEmpty();
        }
        assertThat(well(signedInAs(Role.AUDITOR).get(base + "/check?lang=en"))
                        .document()
                        .select("#unfit")
                        .text())
                .contains("Revision 1 of item REV was revised", "A planner has to change it");
        assertThat(well(planner.get(base)).document().select(".actions a").eachAttr("href"))
                .containsExactly(base + "/scope");

        Page rates =
                planner.submit(well(planner.get(base + "/rates")), base + "/rates", Map.of("team", "3", "count", ""));
        assertThat(rates.status()).isEqualTo(422);
        assertThat(rates.document().select("#errors").text()).contains("事项 REV 第 1 版已经修订");
        assertThat(rates.document().selectFirst("#team").val())
                .as("nothing typed is lost")
                .isEqualTo("3");

        Page scope = well(planner.get(base + "/scope"));
        assertThat(scope.document().select("#itemId-error").text()).contains("事项 REV 第 1 版已经修订");
        assertThat(scope.document().select("#itemId option[selected]").val())
                .as("the revision in force is chosen, and read before it is stored")
                .isEqualTo(revised);
        Page eligible = well(planner.submit(scope, base + "/scope", Map.of()));
        assertThat(eligible.path()).isEqualTo(base + "/eligible");
        assertThat(eligible.document().select("#unfit")).isEmpty();
        Page frozen = well(planner.submit(
                well(planner.get(base + "/check")), base + "/freeze", Map.of("confirmation", "清单修订前计划的任务")));
        assertThat(frozen.path()).isEqualTo(base + "/draw");
        abandon(base);
    }

    @Test
    void anItemThatAnotherBodyIsToKeepMovesInPublicTooOnceWhoAnswersForBothPublishesIt() {
        Department station = county(district(), "150581002", "宝日呼吉尔市场监督管理所");
        String item = publishedItem("MOVE", "");
        Page draft = well(planner.submit(
                well(planner.get("/console/items/" + item + "/change")),
                "/console/items/" + item,
                Map.of("departmentId", station.id())));
        Browser below = signedInAs(station, Role.PLANNER);
        assertThat(well(below.get("/console/items/" + item)).document().select(".actions a, .actions form"))
                .as("what is not theirs to change is not offered")
                .isEmpty();
        assertThat(below.get("/console/items/" + item + "/change").status()).isEqualTo(404);
        Page held = well(below.get(draft.path()));
        assertThat(held.document().select("form[action$=/publish]")).hasSize(1);
        Page refused = below.submit(held, draft.path() + "/publish", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("须由同时管辖两者的部门公布", station.name(), district().name());
        assertThat(listed("MOVE")).containsExactly(district().name());

        well(planner.submit(draft, draft.path() + "/publish", Map.of()));
        assertThat(listed("MOVE")).containsExactly(station.name());
        assertThat(well(below.get(draft.path())).document().select("form[action$=/withdraw]"))
                .hasSize(1);
    }

    @Test
    void aFormSentTwiceWithOtherContentIsDoneOnceAndMayBeSentOnceMore() {
        Page form = well(planner.get("/console/items/new"));
        Map<String, Object> one = Map.of("code", "TWICE-1", "name", "表单重复提交检查一", "basis", "《企业信息公示暂行条例》第十四条");
        Map<String, Object> other = Map.of("code", "TWICE-2", "name", "表单重复提交检查二", "basis", "《企业信息公示暂行条例》第十四条");
        Page made = well(planner.submit(form, "/console/items", one));
        assertThat(well(planner.submit(form, "/console/items", one)).path())
                .as("the very same is done once")
                .isEqualTo(made.path());
        Page refused = planner.submit(form, "/console/items", other);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("#errors").text()).contains("此前已经提交过", "请再提交一次");
        assertThat(refused.document().selectFirst("#code").val())
                .as("what was typed stays")
                .isEqualTo("TWICE-2");
        assertThat(well(planner.submit(refused, "/console/items", Map.of())).h1())
                .contains("表单重复提交检查二");
    }

    /** The bodies that the public list names for an item. */
    private List<String> listed(String code) {
        return browser().get("/p/items").document().select("tr:has(td.code:containsOwn(" + code + "))").stream()
                .map(row -> row.select("td").get(4).text())
                .toList();
    }

    @Test
    void aPlanOfEnterprisesInAListThatWaitsForItsDrawIsToldToWait() {
        inspector("WAIT-1", "");
        inspector("WAIT-2", "");
        Page check = checked(publishedItem("WAIT", ""), "先封存待抽取的任务", Map.of());
        String first = "/console/campaigns/" + id(check);
        well(planner.submit(check, first + "/freeze", Map.of("confirmation", "先封存待抽取的任务")));
        Page waits = checked(publishedItem("WAIT-B", ""), "须等待的任务", Map.of());
        String second = "/console/campaigns/" + id(waits);
        for (String step : List.of("/eligible", "/rates", "/check")) {
            assertThat(well(planner.get(second + step))
                            .document()
                            .select(".alert")
                            .text())
                    .as(step)
                    .contains("现在还不能冻结", "请等那一份抽取后再冻结")
                    .doesNotContain("放宽");
        }
        abandon(first);
        assertThat(browser().get(first.replace("/console", "/p")).text())
                .contains("本任务没有抽取就已经结束，不会有检查结果")
                .doesNotContain("尚未公示");
        assertThat(well(planner.get(second + "/check")).text()).doesNotContain("现在还不能冻结");
    }

    @Test
    void aPlanWhoseItemLeftTheListSaysWhatIsLeftToDo() {
        inspector("GONE-1", "");
        inspector("GONE-2", "");
        String item = publishedItem("GONE", "");
        Page check = checked(item, "事项撤出前计划的任务", Map.of());
        String base = "/console/campaigns/" + id(check);
        planner.submit(
                well(planner.get("/console/items/" + item)),
                "/console/items/" + item + "/withdraw",
                Map.of("reason", "依据已经废止"));
        assertThat(well(planner.get(base + "/check"))
                        .document()
                        .select("#unfit")
                        .text())
                .contains("事项 GONE 第 1 版不在公布的清单上", "改选清单上现行的事项，或取消任务");
        Page scope = well(planner.get(base + "/scope"));
        assertThat(scope.document().select("#itemId option[selected]").eachAttr("value"))
                .as("nothing is chosen in its place")
                .allMatch(String::isEmpty);
        Page kept = planner.submit(scope, base + "/scope", Map.of());
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.document().select("#itemId-error").text()).isNotBlank();

        Page withdrawn = well(planner.get("/console/items/" + item));
        assertThat(withdrawn.document().select(".actions a").text()).isEqualTo("重新列入清单");
        revised(item, "《企业信息公示暂行条例》第十六条");
        assertThat(well(planner.submit(well(planner.get(base + "/scope")), base + "/scope", Map.of()))
                        .path())
                .as("listed again, and chosen already")
                .isEqualTo(base + "/eligible");
        assertThat(well(planner.get("/console/items/" + item)).document().select(".actions a"))
                .as("it has a successor now")
                .isEmpty();
    }

    @Test
    void anEndedDrawIsPlannedAnewAfterItsItemWasRevised() {
        inspector("ANEW-1", "");
        inspector("ANEW-2", "");
        String item = publishedItem("ANEW", "");
        Page check = checked(item, "放弃后清单修订的任务", Map.of());
        String base = "/console/campaigns/" + id(check);
        well(planner.submit(check, base + "/freeze", Map.of("confirmation", "放弃后清单修订的任务")));
        abandon(base);
        String revised = revised(item, "《企业信息公示暂行条例》第十五条");
        Page again = well(planner.submit(well(planner.get(base)), base + "/again", Map.of("reason", "原名单漏列一户")));
        assertThat(again.path()).endsWith("/scope");
        assertThat(again.document().select("#itemId option[selected]").val()).isEqualTo(revised);
        assertThat(again.document().select(".ssj-error")).isEmpty();
    }

    @Test
    void aRedrawAndTheDrawThatItReplacesTellOfEachOtherOnEveryPage() {
        inspector("RED-1", "");
        inspector("RED-2", "");
        Page check = checked(publishedItem("RED", ""), "要重抽的任务", Map.of());
        String first = "/console/campaigns/" + id(check);
        well(planner.submit(check, first + "/freeze", Map.of("confirmation", "要重抽的任务")));
        abandon(first);
        Page ended = well(planner.get(first));
        assertThat(ended.document().select(AGAIN)).hasSize(1);

        Page planned = well(planner.submit(ended, first + "/again", Map.of("reason", "原名单漏列一户")));
        String second = "/console/campaigns/" + id(planned);
        String former = numberOf(first) + " 要重抽的任务";
        String anew = numberOf(second) + " 要重抽的任务";
        Browser auditor = signedInAs(Role.AUDITOR);
        for (String page : List.of(first, first + "/draw", "/console/draws/" + drawOf(first))) {
            Page told = well(auditor.get(page));
            assertThat(told.text()).as(page).contains("已按 " + anew + " 重新计划，名单尚未冻结");
            assertThat(told.document().select(links(second))).as(page).hasSize(1);
        }
        assertThat(well(planner.get(first)).document().select(AGAIN))
                .as("nothing is drawn anew twice")
                .isEmpty();
        assertThat(well(planner.get(second)).text()).contains("计划重新抽取 " + former + "，理由：原名单漏列一户");
        for (String page : publicPages(first)) {
            assertThat(browser().get(page).text()).as(page).contains("已公开放弃").doesNotContain(anew);
        }

        Page sources = planner.submit(planner.get(second + "/rates"), second + "/rates", Map.of());
        Page last = well(planner.submit(
                sources,
                second + "/sources",
                sources(LocalDateTime.now(clock).plusHours(1).withNano(0), Duration.ofHours(1))));
        well(planner.submit(last, second + "/freeze", Map.of("confirmation", "要重抽的任务")));
        tellInside(auditor, first, second, former, anew);
        tellInPublic(first, second, former, anew);
        abandon(second);
        for (String page : List.of("/p/draws/" + drawOf(second), second)) {
            assertThat(well(auditor.get(page)).text())
                    .as(page)
                    .contains("重新抽取 " + former)
                    .doesNotContain("已由");
        }
        assertThat(well(planner.get(second)).document().select(AGAIN)).hasSize(1);
    }

    private void tellInside(Browser auditor, String first, String second, String former, String anew) {
        Map<String, String> pages = Map.of(
                first,
                second,
                first + "/draw",
                second + "/draw",
                "/console/draws/" + drawOf(first),
                "/console/draws/" + drawOf(second));
        pages.forEach((of, by) -> {
            Page replaced = well(auditor.get(of));
            assertThat(replaced.text()).as(of).contains("已由 " + anew + " 重新抽取").doesNotContain("重新计划");
            assertThat(replaced.document().select(links(by)).text()).as(of).isEqualTo(anew);
            Page redraw = well(auditor.get(by));
            assertThat(redraw.text()).as(by).contains(" 重新抽取 " + former + "，理由：原名单漏列一户");
            assertThat(redraw.document().select(links(of)).text()).as(by).isEqualTo(former);
            assertThat(well(auditor.get(of + "?lang=en")).text()).as(of).contains("Superseded by " + anew);
            assertThat(well(auditor.get(by + "?lang=en")).text())
                    .as(by)
                    .contains("Draws anew " + former + ". Reason: 原名单漏列一户");
            auditor.get(of + "?lang=zh-CN");
        });
    }

    private void tellInPublic(String first, String second, String former, String anew) {
        String toFormer = links("/p/draws/" + drawOf(first));
        String toAnew = links("/p/draws/" + drawOf(second));
        for (String page : publicPages(first)) {
            Page told = browser().get(page);
            assertThat(PagePattern.faults(told.document())).as(page).isEmpty();
            assertThat(told.text()).as(page).contains("已由 " + anew + " 重新抽取").doesNotContain("??");
            assertThat(told.document().select(toAnew).eachText()).as(page).containsOnlyOnce(anew);
            assertThat(browser().get(page + "?lang=en").text()).as(page).contains("Superseded by " + anew);
        }
        for (String page : publicPages(second)) {
            Page told = browser().get(page);
            assertThat(PagePattern.faults(told.document())).as(page).isEmpty();
            assertThat(told.text()).as(page).contains("重新抽取 " + former + "，理由：原名单漏列一户");
            assertThat(told.document().select(toFormer).eachText()).as(page).containsOnlyOnce(former);
            assertThat(told.text()).as(page).doesNotContain("同一事项的其他名单");
            assertThat(browser().get(page + "?lang=en").text())
                    .as(page)
                    .contains("Draws anew " + former + ". Reason: 原名单漏列一户");
        }
    }

    private static String links(String path) {
        return "main a[href=" + path + "]";
    }

    /** Where a stranger reads of the draw of a campaign. */
    private List<String> publicPages(String base) {
        return List.of("/p/draws/" + drawOf(base), base.replace("/console", "/p"), "/p/draws");
    }

    @Test
    void visitsOwedAndListsEndedAreToldApartWhereAReasonIsMissing() {
        Map<String, Object> unlimited = new HashMap<>();
        for (int line = 0; line < 4; line++) {
            unlimited.put("rates[" + line + "].mostVisits", "");
            unlimited.put("rates[" + line + "].months", "");
        }
        inspector("MIX-1", "");
        inspector("MIX-2", "");
        String item = publishedItem("MIX", "");
        Page ended = checked(item, "先结束的任务", unlimited);
        String first = "/console/campaigns/" + id(ended);
        well(planner.submit(ended, first + "/freeze", Map.of("confirmation", "先结束的任务")));
        Page early = checked(item, "仍在等的任务", unlimited);
        String second = "/console/campaigns/" + id(early);
        well(planner.submit(early, second + "/freeze", Map.of("confirmation", "仍在等的任务", "reason", "上级部署的专项检查单独立项")));
        Page last = checked(item, "最后的任务", unlimited);
        String third = "/console/campaigns/" + id(last);
        well(planner.submit(last, third + "/freeze", Map.of("confirmation", "最后的任务", "reason", "上级部署的专项检查单独立项")));
        abandon(third);
        Page check = checked(item, "再来的任务", unlimited);
        String fourth = "/console/campaigns/" + id(check);
        Page refused = planner.submit(check, fourth + "/freeze", Map.of("confirmation", "再来的任务", "reason", ""));
        assertThat(refused.document().select("#errors a[href=#reason]").text())
                .contains(numberOf(second), "还没有检查完", numberOf(third) + " 没有抽取就已结束");
        Browser other = signedInAs(Role.PLANNER);
        assertThat(other.submit(
                                well(other.get(fourth + "/check?lang=en")),
                                fourth + "/freeze",
                                Map.of("confirmation", "再来的任务", "reason", ""))
                        .document()
                        .select("#errors a[href=#reason]")
                        .text())
                .contains("visits to finish", "and " + numberOf(third) + " ended without a draw", "choose Plan anew");
        abandon(second);
        abandon(first);
    }

    private String numberOf(String base) {
        return jdbc.sql("select number from sampling.campaign where '/console/campaigns/' || id = ?")
                .param(base)
                .query(String.class)
                .single();
    }

    /** A list that waits for its draw keeps its enterprises out of every other; nobody shall wait for ours. */
    private void abandon(String base) {
        Page ended = planner.submit(planner.get(base + "/draw"), base + "/draw/abandon", Map.of("reason", "只为查看"));
        assertThat(ended.text()).contains("已公开放弃");
    }

    @Test
    void anEnterpriseIsToldWhetherItWasInTheListAndCanCheckIt(@TempDir Path folder) throws Exception {
        String base = frozen("ASK", "答复企业的任务");
        String page = base + "/draw/answer";
        Page draw = well(planner.get(base + "/draw"));
        assertThat(draw.document().select("a[href=" + page + "]").text()).isEqualTo("答复企业");
        Page question = well(planner.get(page + "?code=91150581MA90000007"));
        assertThat(question.document().selectFirst("#code").val()).isEqualTo("91150581MA90000007");
        assertThat(question.document().select(".alert")).isEmpty();
        assertThat(looks(base)).as("a link tells nothing yet").isEmpty();

        Page listed = well(planner.submit(question, page, Map.of()));
        assertThat(listed.document().select(".alert").text()).startsWith("在名单中 91150581MA90000007");
        Page unlisted = well(planner.submit(listed, page, Map.of("code", "91150581 ma90000020")));
        assertThat(unlisted.document().select(".alert").text()).startsWith("不在名单中 91150581MA90000020");
        assertThat(unlisted.document().select("tbody td.ssj-code").eachText())
                .containsExactly("91150581MA90000019", "91150581MA90000021");
        for (Page told : List.of(listed, unlisted)) {
            tellsNoRank(told);
            assertThat(told.text()).contains("--membership answer.json rule.json");
            assertThat(told.document().select("main").text()).doesNotContain(REGION);
        }
        assertThat(looks(base)).containsExactly("91150581MA90000007 true", "91150581MA90000020 false");

        Path rule = Files.writeString(
                folder.resolve("rule.json"),
                planner.get(base + "/draw/rule.json").body());
        for (boolean present : List.of(true, false)) {
            Page file = planner.submit(present ? listed : unlisted, page + "/file", Map.of());
            assertThat(file.header("Content-Disposition").orElseThrow()).contains("attachment", "answer.json");
            assertThat(file.body()).doesNotContain(REGION, "stratum", "ticket", "region", "rank");
            Path answer = Files.writeString(folder.resolve("answer.json"), file.body());
            Checkers.Verdict verdict = Checkers.membership(answer, rule);
            assertThat(verdict.exit()).as(verdict.said()).isZero();
            assertThat(verdict.said()).contains("AGREES", present ? "  in the frame" : " not in the frame");
            Files.writeString(answer, file.body().replace("9115058", "9115059"));
            assertThat(Checkers.membership(answer, rule).exit())
                    .as("changed on the way")
                    .isEqualTo(1);
        }
        assertThat(looks(base)).as("each file is a look too").hasSize(4);
        Page ledger = well(signedInAs(Role.AUDITOR).get("/console/ledger?event=FRAME_ANSWERED"));
        assertThat(ledger.text()).contains("答复企业是否在名单中", "统一社会信用代码 91150581MA90000007", "在名单中 是");
        assertThat(well(signedInAs(Role.AUDITOR).get(page + "?lang=en")).text())
                .contains("Answer an enterprise", "Look up");
        abandon(base);
    }

    @Test
    void anEnterpriseThatWasLinkedLaterIsToldOfItsOtherCodeInTheList() {
        String base = frozen("ASKL", "答复关联企业的任务");
        String page = base + "/draw/answer";
        String listed = "91150581MA90000008";
        String subject = "91150581MA0ASKL017";
        String neither = "91150581MA0ASKL025";
        linked(listed, subject, "150581096");
        linked(neither, subject, "150581096");
        Page told = well(planner.submit(planner.get(page), page, Map.of("code", subject)));
        assertThat(told.document().select(".alert").eachText().toString())
                .contains(subject + " 这个代码不在这次抽取的名单中，但同一主体的另一身份在名单中")
                .contains("同一主体的另一身份在名单中 " + listed + " 在这次抽取的名单中", "2026-01-05")
                .doesNotContain("不可能被抽中");
        assertThat(told.text()).contains("同一主体的其他身份 " + neither + " 不在这次抽取的名单中");
        assertThat(told.document().select("form[data-download] [name=code]").eachAttr("value"))
                .containsExactly(subject, listed);
        assertThat(looks(base)).containsExactly(subject + " false", neither + " false", listed + " true");
        assertThat(well(planner.submit(told, page, Map.of("code", listed))).text())
                .contains(listed + " 在这次抽取的名单中", "同一主体的其他身份 " + subject);

        String far = "91150582MA0ASKL033";
        String lone = "91150581MA0ASKL041";
        linked(lone, far, "150581096");
        asOwner()
                .sql("update ingest.enterprise set region = '150582' where credit_code = ?")
                .param(far)
                .update();
        Page beyond = well(planner.submit(told, page, Map.of("code", lone)));
        assertThat(beyond.text()).contains("对那些身份这里不能答复", "名称和代码不显示").doesNotContain(far, "不可能被抽中");
        unlinked();
        abandon(base);
    }

    /** As if somebody had found, after the list was closed, that the one code is another identity of the other. */
    private static void linked(String identity, String subject, String region) {
        asOwner()
                .sql("""
                        insert into ingest.enterprise (credit_code, code_class, registered, name, search_grams, region,
                            subject_kind, status, flags, first_delivery_id, delivery_id, known_from, content_hash)
                        select code, 'OK', true, '关联主体' || code, '{}', :region, 'ENTERPRISE', 'ACTIVE', 0, 1, 1, now(),
                               gen_random_uuid()
                        from unnest(array[:identity, :subject]) code
                        on conflict do nothing""")
                .param("identity", identity)
                .param("subject", subject)
                .param("region", region)
                .update();
        asOwner().sql("""
                        insert into ingest.delivery (kind, state, actor, idempotency_key, file_name, sha256, bytes, received_at)
                        values (1, 'done', 'li', 'linked', 'a.csv', sha256(''), 0, now())
                        on conflict do nothing""").update();
        asOwner().sql("""
                        with pair as (
                            select f.id as from_id, t.id as to_id from ingest.enterprise f, ingest.enterprise t
                            where f.credit_code = :identity and t.credit_code = :subject
                        ), link as (
                            insert into ingest.link (from_id, to_id, reason, evidence, state, delivery_id, noted_at, since)
                            select from_id, to_id, 'CODE', :identity, 'IN_FORCE',
                                   (select id from ingest.delivery where idempotency_key = 'linked'),
                                   timestamptz '2026-01-05 10:00+08', timestamptz '2026-01-05 10:00+08'
                            from pair)
                        update ingest.enterprise e set same_as = p.to_id from pair p where e.id = p.from_id""").param("identity", identity).param("subject", subject).update();
    }

    /** As before, for the tests that count whom the register has. */
    private static void unlinked() {
        asOwner().sql("""
                        with link as (delete from ingest.link where evidence = any (select credit_code from ingest.enterprise)
                                      and since = timestamptz '2026-01-05 10:00+08' returning from_id)
                        update ingest.enterprise e set same_as = null from link l where e.id = l.from_id""").update();
    }

    @Test
    void aCodeThatIsNoneIsRefusedWithWhatWasTypedAndTheDrawIsOfItsDepartmentAlone() {
        String base = frozen("ASKB", "答复错误代码的任务");
        String page = base + "/draw/answer";
        Page wrong = planner.submit(planner.get(page), page, Map.of("code", "9115058"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.document().select("#code-error").text()).contains("18 位", "“9115058”有 7 位");
        assertThat(wrong.document().selectFirst("#code").val()).isEqualTo("9115058");
        assertThat(PagePattern.faults(wrong.document())).isEmpty();
        Page empty = planner.submit(planner.get(page), page, Map.of("code", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(looks(base)).isEmpty();
        assertThat(Nonsense.faults(planner, well(planner.get(page)), Set.of("/console/logout", "/console/language")))
                .isEmpty();

        assertThat(signedInAs(neighbour(), Role.PLANNER).get(page).status()).isEqualTo(404);
        for (Role role : List.of(Role.REVIEWER, Role.ADMINISTRATOR, Role.CREDIT_OFFICE, Role.INSPECTOR)) {
            assertThat(signedInAs(role).get(page).status()).as(role.name()).isEqualTo(403);
        }
        Browser reviewer = signedInAs(Role.REVIEWER);
        Page draw = well(reviewer.get(base + "/draw"));
        assertThat(draw.document().select("a[href*=answer]"))
                .as("who may not read grades could learn one from who left the list")
                .isEmpty();
        for (String address : List.of(page, page + "/file")) {
            assertThat(reviewer.post(
                                    address,
                                    Map.of("_csrf", List.of(reviewer.csrf()), "code", List.of("91150581MA90000007")))
                            .status())
                    .as(address)
                    .isEqualTo(403);
        }
        Browser auditor = signedInAs(Role.AUDITOR);
        Page audit = auditor.get(auditor.get(base + "/draw")
                .document()
                .select(".ssj-actions a[href^=/console/draws/]")
                .attr("href"));
        assertThat(audit.document().select("a[href=" + page + "]").text()).isEqualTo("答复企业");
        abandon(base);
        Page planned = plan(publishedItem("ASKC", ""), "没有名单的任务");
        assertThat(planner.get("/console/campaigns/" + id(planned) + "/draw/answer")
                        .status())
                .isEqualTo(404);
    }

    /** Whom the ledger says was asked about, and what was told. */
    private List<String> looks(String base) {
        return jdbc.sql("""
                        select l.facts ->> 'unit' || ' ' || (l.facts ->> 'present') from office.ledger_entry l
                        join sampling.draw d on l.subject = 'draw:' || d.id
                        where l.event = 'FRAME_ANSWERED' and '/console/campaigns/' || d.campaign_id = ? order by l.id
                        """).param(base).query(String.class).list();
    }

    private static void tellsNoRank(Page page) {
        assertThat(page.document().select(".ssj-rank, [name^=rates]"))
                .as(page.path())
                .isEmpty();
        assertThat(page.document().select("th").eachText()).as(page.path()).doesNotContain("等级", "每户被抽中的概率");
        assertThat(page.text()).as(page.path()).doesNotContain("信用风险低", "信用风险高");
    }

    /** How many stand in each rank, as the table of strata tells. */
    private static List<String> strata(Page page) {
        return page.document().select("tbody tr").stream()
                .filter(row ->
                        row.select("td").size() == 7 && !row.select(".ssj-rank").isEmpty())
                .map(row -> row.select("td").get(1).text())
                .toList();
    }

    @Test
    void aSourceWithoutItsNameIsAskedAboutAndOnlyLeftOutOnPurpose() {
        String item = publishedItem("WEB-5", "");
        String base = "/console/campaigns/" + id(plan(item, "漏填名称的任务"));
        Page offered = planner.submit(planner.get(base + "/rates"), base + "/rates", Map.of());
        assertThat(offered.text()).contains("没有改动、也没有填写名称的预填行不算随机源");
        Map<String, Object> fields =
                sources(LocalDateTime.now(clock).plusHours(2).withNano(0), Duration.ofHours(1));
        fields.put("sources[0].name", " ");

        Page changed = planner.submit(offered, base + "/sources", fields);
        asksForTheName(changed, "sources[0].name");
        assertThat(changed.document().getElementById("sources[0].due").val()).isEqualTo(fields.get("sources[0].due"));
        assertThat(changed.document().getElementById("sources[0].format").val()).isEqualTo("1 1 1 1");
        assertThat(changed.document().getElementById("sources[1].name").val()).isEqualTo("福彩双色球第2026135期");

        fields.put("sources[0].name", "现场骰子");
        fields.put("sources[0].kind", "");
        Page unkind = planner.submit(changed, base + "/sources", fields);
        assertThat(unkind.document().select("#errors a").eachAttr("href")).containsExactly("#sources[0].kind");
        assertThat(unkind.document().getElementById("sources[0].due").val()).isEqualTo(fields.get("sources[0].due"));
        fields.put("sources[0].kind", "DICE");
        well(planner.submit(unkind, base + "/sources", fields));
        Page emptied =
                planner.submit(well(planner.get(base + "/sources")), base + "/sources", Map.of("sources[0].name", ""));
        asksForTheName(emptied, "sources[0].name");
        assertThat(namesOf(base)).as("nothing was stored").startsWith("现场骰子").hasSize(3);
        well(planner.submit(emptied, base + "/sources", Map.of("sources[0].leftOut", "true")));
        assertThat(namesOf(base)).containsExactly("福彩双色球第2026135期", "上证综指2026-11-25收盘×100");
    }

    @Test
    void aNameCopiedFromAPdfGetsTheSpellingThatADrawCanPublish() {
        String base = "/console/campaigns/" + id(plan(publishedItem("WEB-NFC", ""), "名称写法"));
        Map<String, Object> fields =
                sources(LocalDateTime.now(clock).plusHours(2).withNano(0), Duration.ofHours(1));
        fields.put("sources[0].name", "\uF900山区公证处骰子");
        fields.put("sources[1].fallbackName", "cafe\u0301 第2026136期");
        well(planner.submit(well(planner.get(base + "/sources")), base + "/sources", fields));
        Page kept = well(planner.get(base + "/sources"));
        assertThat(kept.document().getElementById("sources[0].name").val()).isEqualTo("豈山区公证处骰子");
        assertThat(kept.document().getElementById("sources[1].fallbackName").val())
                .isEqualTo("caf\u00E9 第2026136期");
    }

    @Test
    void aModelIsCalledAlikeOnEveryPageInEnglish() {
        String base = "/console/campaigns/" + id(plan(publishedItem("WEB-MODEL", ""), "英文界面"));
        for (String page : List.of("", "/scope", "/check")) {
            assertThat(planner.get(base + page + "?lang=en").text())
                    .as(page)
                    .contains("General credit-risk model (default)")
                    .doesNotContain("通用型企业信用风险分类");
        }
    }

    @Test
    void aTabInTheNameOfASourceIsCalledByItsName() {
        String base = "/console/campaigns/" + id(plan(publishedItem("WEB-TAB", ""), "制表符"));
        Map<String, Object> fields =
                sources(LocalDateTime.now(clock).plusHours(2).withNano(0), Duration.ofHours(1));
        fields.put("sources[0].name", "现场\t骰子");
        Page refused = planner.submit(well(planner.get(base + "/sources")), base + "/sources", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("#errors a").eachAttr("href")).containsExactly("#sources[0].name");
        assertThat(refused.text()).contains("第 3 个字是控制字符（U+0009）").doesNotContain("现为 5 个字");
    }

    @Test
    void aSourceThatStandsAsItWasOfferedIsNoSource() {
        String item = publishedItem("WEB-6", "");
        String base = "/console/campaigns/" + id(plan(item, "不用骰子的任务"));
        Page offered = planner.submit(planner.get(base + "/rates"), base + "/rates", Map.of());
        Map<String, Object> fields =
                sources(LocalDateTime.now(clock).plusHours(2).withNano(0), Duration.ofHours(1));
        fields.keySet().removeIf(field -> field.startsWith("sources[0]"));

        Map<String, Object> another = new HashMap<>(fields);
        another.put("sources[0].kind", "WITNESS");
        asksForTheName(planner.submit(offered, base + "/sources", another), "sources[0].name");
        another.put("sources[0].kind", "DICE");
        another.put("sources[3].fallbackName", "深证成指");
        Page fourth = planner.submit(offered, base + "/sources", another);
        asksForTheName(fourth, "sources[3].name");

        Page check = well(planner.submit(fourth, base + "/sources", Map.of("sources[3].fallbackName", "")));
        assertThat(check.path()).endsWith("/check");
        assertThat(namesOf(base)).containsExactly("福彩双色球第2026135期", "上证综指2026-11-25收盘×100");
    }

    private static void asksForTheName(Page page, String field) {
        assertThat(page.status()).as(page.text()).isEqualTo(422);
        assertThat(page.document().getElementById(field + "-error").text()).contains("请填写名称", "不用这个随机源");
        assertThat(page.document().select("#errors a").eachAttr("href")).contains("#" + field);
        assertThat(PagePattern.faults(page.document())).isEmpty();
    }

    private List<String> namesOf(String base) {
        return planner.get(base + "/sources").document().select("input[name$=.name]").eachAttr("value").stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Test
    void aRecusalIsDeclaredAndWithdrawn() {
        inspector("REC1", "登记");
        Page found = planner.get("/console/inspectors?words=REC1");
        String page = found.document().select("tbody a").attr("href");
        Page stands = well(planner.submit(
                well(planner.get(page)),
                page + "/recusals",
                Map.of("creditCode", "91150581MA90000001", "ground", "RELATIVE")));
        assertThat(stands.text()).contains("抽样企业1", "近亲属", "有效");
        String withdraw = stands.document().select("form[action$=/withdraw]").attr("action");
        Page withdrawn = well(planner.submit(stands, withdraw, Map.of("reason", "亲属已离职")));
        assertThat(withdrawn.text()).contains("已解除");
        Page again = planner.submit(withdrawn, page + "/recusals", Map.of("creditCode", "123", "ground", "RELATIVE"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("不是 18 位统一社会信用代码");
    }

    @Test
    void aRecusalFromACodeThatNobodyHasIsToldApartFromASlip() {
        String page = pageOf("REC2");
        Page slip = planner.submit(
                well(planner.get(page)),
                page + "/recusals",
                Map.of("creditCode", "9144030071526726XH", "ground", "INTEREST"));
        assertThat(slip.status()).isEqualTo(422);
        assertThat(slip.text()).contains("9144030071526726XH 的最后一位校验码不对", "请对照营业执照核对后填写");
        Page later = well(planner.submit(
                slip, page + "/recusals", Map.of("creditCode", "9144030071526726XG", "ground", "INTEREST")));
        assertThat(later.text()).contains("回避已登记", "登记库中目前没有使用这个代码的主体", "9144030071526726XG");
        Page typed = well(planner.submit(
                later, page + "/recusals", Map.of("creditCode", "９1150581ma90000002 ", "ground", "INTEREST")));
        assertThat(typed.text()).contains("抽样企业2").doesNotContain("目前没有使用这个代码的主体");
        assertThat(well(signedInAs(Role.AUDITOR).get("/console/ledger?event=RECUSAL_DECLARED"))
                        .text())
                .contains("统一社会信用代码 9144030071526726XG", "统一社会信用代码 91150581MA90000002", "事由 利害关系");
    }

    @Test
    void anInspectorTakenOutOfADrawAndPutBackIsSeenInTheLedger() {
        String page = pageOf("AWAY-1");
        sent(page, "150581 001", 422, "001 不在本系统最上级部门的辖区", "同一代码中间不留空格");
        sent(page, "150581007", 200);
        sent(page, "*", 200);
        Browser auditor = signedInAs(Role.AUDITOR);
        String subject = "/console/ledger?subject=inspector:" + page.substring(page.lastIndexOf('/') + 1);
        Page ledger = well(auditor.get(subject));
        assertThat(ledger.text()).contains("区域 * → 150581007", "区域 150581007 → *");
        List<String> rows = ledger.document()
                .select(".ssj-facts li:contains(内容摘要) .ssj-code")
                .eachText();
        assertThat(rows).hasSize(3).allMatch(row -> row.matches("[0-9a-f]{64}"));
        assertThat(rows.get(0)).as("as it was made").isEqualTo(rows.get(2)).isNotEqualTo(rows.get(1));
        assertThat(well(auditor.get(subject + "&lang=en")).text())
                .contains("regions * → 150581007", "digest of the content");
    }

    private void sent(String inspector, String regions, int status, String... words) {
        Page form = well(planner.get(inspector + "/change"));
        Page page = planner.submit(form, inspector, Map.of("regions", regions));
        assertThat(page.status()).as(page.text()).isEqualTo(status);
        if (words.length > 0) {
            assertThat(page.text()).contains(words);
        }
    }

    private String pageOf(String staffNo) {
        inspector(staffNo, "登记");
        return planner.get("/console/inspectors?words=" + staffNo)
                .document()
                .select("tbody a")
                .attr("href");
    }

    @Test
    void anItemIsSeenInTheLedgerAsItBecamePublic() {
        String item = publishedItem("LEDGER-1", "");
        Page page = well(signedInAs(Role.AUDITOR).get("/console/ledger?subject=item:" + item));
        assertThat(page.text()).contains("状态 草稿 → 已公布", "内容摘要 ");
    }

    @Test
    void aSilentPublisherAndAMistypedValueTakeASecondPersonAndThenTheDrawCompletesItself() throws Exception {
        String item = publishedItem("WEB-4", "");
        inspector("SIL1", "");
        inspector("SIL2", "");
        register(NEXT_REGION, "91150581MB9");
        String base = "/console/campaigns/" + id(plan(item, "后备任务", NEXT_REGION));
        Page sources = planner.submit(planner.get(base + "/rates"), base + "/rates", Map.of());
        LocalDateTime first = LocalDateTime.now(clock).plusSeconds(10).withNano(0);
        Duration apart = Duration.ofSeconds(6);
        Map<String, Object> fields = sources(first, apart);
        fields.put("sources[2].fallbackDue", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(first.plusSeconds(7)));
        Page check = well(planner.submit(sources, base + "/sources", fields));
        well(planner.submit(check, base + "/freeze", Map.of("confirmation", "后备任务")));
        waitFor(first);
        enter(base, 0, "1 2 3 4");
        assertThat(publicDraw(base).text())
                .as("the dice are public before the lottery speaks")
                .contains("1 2 3 4", "每个数值一经录入就在这里公布")
                .contains("尚未公布", "后备：上证综指2026-11-26收盘×100")
                .doesNotContain("还有数值没有录入");

        waitFor(first.plusSeconds(7));
        assertThat(publicDraw(base).text()).contains("还有数值没有录入");
        assertThat(signedInAs(Role.AUDITOR).get("/console").text()).contains("到期待完成的抽取");
        enter(base, 1, "01 02 03 04 05 06 70");
        Map<String, Object> fallback = Map.of(
                "place", 2, "spoken", "FALLBACK", "value", "0345678", "valueAgain", "0345678", "evidence", "官方网页截图存档");
        Page open = well(planner.get(base + "/draw"));
        assertThat(open.text())
                .as("evidence of a value, and of none")
                .contains("数值在哪里看到：网页地址、截图编号或会议记录。没有出数的，写明当时的情况，或在哪里可以看到没有出数。");
        Page alone = planner.submit(open, base + "/draw/sources", fallback);
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.text()).contains("还没有人声明");
        assertThat(alone.document().selectFirst("#value-2").val()).isEqualTo("0345678");

        Person checker = aPerson(Role.REVIEWER);
        Browser reviewer = signedIn(checker);
        Page seen = well(reviewer.get(base + "/draw"));
        assertThat(seen.document().select("form[action$=/draw/sources]"))
                .as("an office does not depend on its only planner")
                .isNotEmpty();
        Page blank = reviewer.submit(seen, base + "/draw/sources/2/silence", Map.of("reason", "停"));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.document()
                        .select("form[action$=/sources/2/silence] textarea")
                        .text())
                .as("what was typed stays")
                .isEqualTo("停");
        Page stated =
                well(reviewer.submit(seen, base + "/draw/sources/2/silence", Map.of("reason", "交易所公告 2026-88 号停市")));
        assertThat(stated.text()).contains("声明已记录", "交易所公告 2026-88 号停市");
        assertThat(publicDraw(base).text()).as("from that moment").contains("声明发布方未按时公布：交易所公告 2026-88 号停市");
        assertThat(planner.get("/p/draws/" + drawOf(base) + "?lang=en").text())
                .contains("that the publisher was silent: 交易所公告 2026-88 号停市");
        planner.get("/p/draws/" + drawOf(base) + "?lang=zh-CN");
        well(planner.submit(well(planner.get(base + "/draw")), base + "/draw/sources", fallback));

        Map<String, Object> correction = Map.of(
                "place",
                1,
                "value",
                "01 02 03 04 05 06 07",
                "valueAgain",
                "01 02 03 04 05 06 07",
                "evidence",
                "官方网页截图存档",
                "reason",
                "末组抄反");
        Page own = planner.submit(well(planner.get(base + "/draw")), base + "/draw/sources/1/correction", correction);
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text()).contains("更正须由另一人");
        Page corrected = well(
                reviewer.submit(well(reviewer.get(base + "/draw")), base + "/draw/sources/1/correction", correction));
        assertThat(corrected.text()).contains("原录入（已更正）", "01 02 03 04 05 06 70", "末组抄反");

        assertThat(signedInAs(Role.AUDITOR)
                        .get(base + "/draw")
                        .document()
                        .select("form[action$=/correction], form[action$=/run]"))
                .as("who judges the draw sets no value of it")
                .isEmpty();
        assertThat(publicDraw(base).text()).contains("系统自行完成").doesNotContain("尚未公布");
        completeDraws.onceDue();
        assertThat(jobs(base)).as("a mistyped value could still be put right").isZero();
        entered(base, Duration.ofHours(24));
        completeDraws.onceDue();
        completeDraws.onceDue();
        assertThat(jobs(base)).isOne();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> planner.get(base + "/draw").text().contains("随机种子"));
        Page drawn = well(planner.get(base + "/draw"));
        assertThat(drawn.text()).contains("系统自动", "主检");
        assertThat(drawn.document().select("s.ssj-code").eachText())
                .as("of what was put right the first value alone")
                .containsExactly("01 02 03 04 05 06 70");
        assertThat(drawn.document().select("tr:has(s.ssj-code)").text()).contains("原录入（已更正）");
        assertThat(drawn.document().select("#source-1").text())
                .contains("01 02 03 04 05 06 07", "更正理由：末组抄反", checker.name());
        assertThat(drawn.document().select("#source-2").text()).doesNotContain("更正理由");
        Page published = publicDraw(base);
        assertThat(published.text())
                .contains("已更正，不再采用", "末组抄反", "交易所公告 2026-88 号停市", "后备随机源", "上证综指2026-11-26收盘×100=0345678");
        assertThat(published.document().select("pre").text())
                .as("the seed comes from the correction")
                .contains("=01 02 03 04 05 06 07")
                .doesNotContain("06 70");

        asOwner()
                .sql("update sampling.source_value set entered_by = 'system' where draw_id = :draw and place = 0")
                .param("draw", drawOf(base))
                .update();
        assertThat(planner.get(base + "/draw").document().select("#source-0").text())
                .as("what nobody noted by hand")
                .contains("系统自动")
                .doesNotContain("system");
        assertThat(planner.get(base + "/draw?lang=en")
                        .document()
                        .select("#source-0")
                        .text())
                .contains("the system");
    }

    /** As if the values had been entered so much earlier. */
    private void entered(String base, Duration earlier) {
        asOwner()
                .sql("update sampling.source_value set entered_at = entered_at - :earlier * interval '1 second'"
                        + " where draw_id = :draw")
                .param("earlier", earlier.toSeconds())
                .param("draw", drawOf(base))
                .update();
    }

    private int jobs(String base) {
        return jdbc.sql("select count(*) from office.job where kind = 'draw-complete' and subject = :subject")
                .param("subject", "draw:" + drawOf(base))
                .query(Integer.class)
                .single();
    }

    private long drawOf(String base) {
        return asOwner()
                .sql("select id from sampling.draw where campaign_id = :campaign")
                .param("campaign", Long.valueOf(base.substring(base.lastIndexOf('/') + 1)))
                .query(Long.class)
                .single();
    }

    private Page publicDraw(String base) {
        return well(planner.get("/p/draws/" + drawOf(base)));
    }

    @Test
    void aCommitmentIsAbandonedAndPlannedAnew() {
        String item = publishedItem("WEB-2", "");
        inspector("ABA1", "");
        inspector("ABA2", "");
        Page eligible = plan(item, "放弃的任务");
        String base = "/console/campaigns/" + id(eligible);
        Page sources = planner.submit(planner.get(base + "/rates"), base + "/rates", Map.of());
        Page check = well(planner.submit(
                sources,
                base + "/sources",
                sources(LocalDateTime.now(clock).plusHours(1).withNano(0), Duration.ofHours(1))));
        Page draw = well(planner.submit(check, base + "/freeze", Map.of("confirmation", "放弃的任务")));
        Page twice = well(planner.submit(check, base + "/freeze", Map.of("confirmation", "放弃的任务")));
        assertThat(twice.path()).as("the same form again").isEqualTo(draw.path());
        Page abandoned = well(planner.submit(draw, base + "/draw/abandon", Map.of("reason", "原名单漏列一户")));
        assertThat(abandoned.text()).contains("已公开放弃", "原名单漏列一户");
        noBundleOf("放弃的任务");
        Page anew =
                well(planner.submit(well(planner.get(base)), base + "/again", Map.of("reason", "漏列 Cafe\u0301 一户")));
        assertThat(anew.path()).endsWith("/scope").doesNotContain(base + "/");
        Page cancelled = well(planner.submit(
                well(planner.get("/console/campaigns/" + id(anew))),
                "/console/campaigns/" + id(anew) + "/cancel",
                Map.of("reason", "并入下次任务")));
        assertThat(cancelled.text()).contains("已取消");
        assertThat(planner.get("/console/campaigns/" + id(anew) + "/rates").status())
                .isEqualTo(409);
    }

    /** A draw that ended without being drawn says so wherever its bundle is asked for, in the caller's language. */
    private void noBundleOf(String campaign) {
        long draw = jdbc.sql("""
                        select d.id from sampling.draw d join sampling.campaign c on c.id = d.campaign_id
                        where c.name = ?
                        """).param(campaign).query(Long.class).single();
        String address = "/api/draws/" + draw + "/bundle.zip";
        var chinese = get(address, anApiKey("draw:read"), "zh-CN");
        assertThat(chinese.statusCode()).isEqualTo(409);
        assertThat(new String(chinese.body(), StandardCharsets.UTF_8))
                .contains("公开放弃", "不会再抽取", "原名单漏列一户", "\"code\":\"bundle-draw-abandoned\"")
                .doesNotContain("还没有抽取");
        assertThat(new String(get(address, anApiKey("draw:read"), "en").body(), StandardCharsets.UTF_8))
                .contains("was abandoned in public by", "never will be", "原名单漏列一户")
                .doesNotContain("not drawn yet");
        Browser auditor = signedInAs(Role.AUDITOR);
        Page refused = auditor.post("/console/draws/" + draw + "/bundle", Map.of("_csrf", List.of(auditor.csrf())));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("公开放弃", "不会再抽取", "原名单漏列一户");
    }
}
