package org.shuangsuiji.console.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.portal.InspectedDistrict;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

class VisitToPublicDatabaseTests extends ConsoleTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private Clock clock;

    @BeforeEach
    void fill() {
        InspectedDistrict.once(asOwner(), beans, LocalDate.now(clock));
    }

    @Test
    void aVisitGoesFromThePhoneThroughReviewToThePortal() {
        Browser phone = inspector(9501);
        Browser.Page tasks = phone.get("/m");
        assertThat(tasks.text()).contains("霍林郭勒市远达物流有限公司");
        String visit = "/m/visits/" + InspectedDistrict.visit(7);
        phone.submit(phone.get(visit), visit + "/arrival", Map.of());
        Browser.Page invented = phone.submit(phone.get(visit), visit, Map.of("act", "draft", "version", "7"));
        assertThat(invented.status())
                .as("a version of a result that nobody has begun")
                .isEqualTo(409);
        Browser.Page clean = phone.submit(phone.get(visit), visit, Map.of("act", "clean"));
        assertThat(clean.document().select("input[name=c1][checked]").eachAttr("value"))
                .containsExactly("1");
        Browser.Page sent = phone.submit(clean, visit, Map.of("act", "submit"));
        assertThat(sent.path()).isEqualTo("/m");
        assertThat(sent.text()).contains("已提交审核").doesNotContain("远达物流有限公司 内蒙古");
        assertThat(phone.get("/m/sent").text()).contains("霍林郭勒市远达物流有限公司").contains("待审核");

        Browser reviewer = signedInAs(InspectedDistrict.county(), Role.REVIEWER);
        assertThat(reviewer.get("/console/review").text()).contains("霍林郭勒市远达物流有限公司");
        Browser.Page list = reviewer.get("/console/review");
        Browser.Page passed = reviewer.submit(
                list, "/console/review/pass", Map.of("seen", List.of(InspectedDistrict.visit(7) + ":1")));
        assertThat(passed.text()).contains("已通过 1 件");
        Browser.Page published = reviewer.submit(
                reviewer.get("/console/publications"),
                "/console/publications",
                Map.of("visit", List.of(InspectedDistrict.visit(7))));
        assertThat(published.text()).contains("已公示 1 件");

        Browser.Page portal = browser().get("/p/e/" + InspectedDistrict.code(7));
        assertThat(portal.text()).contains("霍林郭勒市远达物流有限公司").contains("未发现问题");

        String one = "/console/publications/" + InspectedDistrict.visit(7);
        reviewer.submit(reviewer.get(one), one + "/withdraw", Map.of("reason", "检查日期录入有误"));
        assertThat(browser().get("/p/e/" + InspectedDistrict.code(7)).text())
                .contains("撤回")
                .contains("检查日期录入有误")
                .doesNotContain("未发现问题");
        assertThat(phone.get(visit).text()).contains("公示已撤回");
    }

    @Test
    void drawnAndPublishedRowsKeepTheirCodeAndSayWhoseOtherIdentityItIsNow() {
        String near = "91150581MA0RMRK017";
        String far = "91150582MA0RMRK025";
        linked(2, 940481, near, "150581");
        linked(3, 940482, far, "150582");
        linked(9, 940483, "91150581MA0RMRK033", "150581");
        try {
            Browser planner = signedInAs(InspectedDistrict.county(), Role.PLANNER);
            String draw = "/console/campaigns/" + InspectedDistrict.DRAWN + "/draw";
            for (String page : List.of(draw, "/console/visits", "/console/publications?tab=published")) {
                Browser.Page shown = planner.get(page);
                assertThat(remark(shown, 2)).as(page).contains("自 2026-01-05 10:00 起是同一主体的另一身份", "主体" + near, near);
                assertThat(remark(shown, 3)).as(page).contains("该主体的名称和代码在此不显示");
                assertThat(shown.document().select("a[href=/console/enterprises/940481]"))
                        .as(page)
                        .hasSize(1);
                assertThat(shown.text()).as(page).doesNotContain(far);
                assertThat(remark(shown, 1)).as(page).doesNotContain("起是");
            }
            String leftOut = "/console/campaigns/" + InspectedDistrict.DRAWN + "/excluded/STATUS";
            assertThat(remark(planner.get(leftOut), 9)).contains("起是同一主体的另一身份", "91150581MA0RMRK033");
            String one = "/console/publications/" + InspectedDistrict.visit(2);
            assertThat(planner.get(one).text()).contains("自 2026-01-05 10:00 起是同一主体的另一身份", near);
            assertThat(inspector(9501).get("/console/visits").text())
                    .as("who may not open the register reads no name from it here")
                    .contains("起是另一主体的身份")
                    .doesNotContain(near, far);
            assertThat(browser().get("/p/e/" + InspectedDistrict.code(2)).text())
                    .doesNotContain("起是", near);
        } finally {
            asOwner()
                    .sql("update ingest.enterprise set same_as = null where same_as in (940481, 940482, 940483)")
                    .update();
            asOwner()
                    .sql("delete from ingest.link where to_id in (940481, 940482, 940483)")
                    .update();
            asOwner()
                    .sql("delete from ingest.enterprise where id in (940481, 940482, 940483)")
                    .update();
        }
    }

    private static String remark(Browser.Page page, int i) {
        return page.document()
                .select("main tr:contains(" + InspectedDistrict.code(i) + ")")
                .text();
    }

    /** As if an enterprise that was drawn had since been found to be another identity of this one. */
    private static void linked(int drawn, long id, String code, String region) {
        asOwner()
                .sql("""
                        insert into ingest.enterprise (id, credit_code, code_class, registered, name, search_grams, region,
                            subject_kind, status, flags, first_delivery_id, delivery_id, known_from, content_hash)
                        overriding system value
                        values (:id, :code, 'OK', true, '主体' || :code, '{}', :region, 'ENTERPRISE', 'DEREGISTERED', 0, 1, 1,
                            now(), gen_random_uuid())""")
                .param("id", id)
                .param("code", code)
                .param("region", region)
                .update();
        asOwner()
                .sql("""
                        with told as (
                            insert into ingest.delivery (kind, state, actor, idempotency_key, file_name, sha256, bytes,
                                received_at)
                            values (1, 'done', 'li', 'remark-' || :code, 'a.csv', sha256(''), 0, now()) returning id
                        ), link as (
                            insert into ingest.link (from_id, to_id, reason, evidence, state, delivery_id, noted_at, since)
                            select :drawn, :id, 'CODE', :code, 'IN_FORCE', id, timestamptz '2026-01-05 10:00+08',
                                   timestamptz '2026-01-05 10:00+08'
                            from told)
                        update ingest.enterprise set same_as = :id where id = :drawn""")
                .param("drawn", 9400L + drawn)
                .param("id", id)
                .param("code", code)
                .update();
    }

    @Test
    void aProblemWithoutWordsComesBackWithEverythingThatWasTyped() {
        Browser phone = inspector(9502);
        String visit = "/m/visits/" + InspectedDistrict.visit(8);
        Browser.Page refused = phone.submit(
                phone.get(visit),
                visit,
                Map.of("act", "submit", "c1", List.of("5", "1"), "n1", "", "inspectedOn", "2030-01-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select(".mends li").eachText())
                .hasSize(3)
                .anyMatch(text -> text.contains("请填写情况说明"))
                .anyMatch(text -> text.contains("还没有到"))
                .anyMatch(text -> text.contains("就不能再选其他结果"));
        assertThat(refused.document().select("input[name=c1][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("1", "5");
        refused.document().select(".mends a").forEach(link -> assertThat(
                        refused.document().select(link.attr("href")))
                .as(link.attr("href"))
                .hasSize(1));
    }

    @Test
    void onlyTheButtonThatSaysSoHandsAResultIn() {
        Browser phone = inspector(9502);
        String visit = "/m/visits/" + InspectedDistrict.visit(8);
        Map<String, Object> problem = Map.of("c1", "5", "n1", "货架上有过期食品");
        Browser.Page unnamed = phone.submit(phone.get(visit), visit, problem);
        Browser.Page unknown =
                phone.submit(phone.get(visit), visit, Map.of("c1", "5", "n1", "货架上有过期食品", "act", "SUBMIT"));
        for (Browser.Page page : List.of(unnamed, unknown)) {
            assertThat(page.path()).isEqualTo(visit);
            assertThat(page.text()).contains("草稿已保存");
            assertThat(page.document().select("input[name=c1][checked]").eachAttr("value"))
                    .containsExactly("5");
        }
        assertThat(phone.get("/m/sent").document().select("a[href$='" + visit + "']"))
                .isEmpty();
    }

    @Test
    void whoTypedWhileAColleagueKeptAResultSeesBothAndLosesNothing() {
        Browser phone = inspector(9502);
        String visit = "/m/visits/" + InspectedDistrict.visit(8);
        Browser.Page opened = phone.get(visit);
        phone.submit(phone.get(visit), visit, Map.of("act", "draft", "c1", "5", "n1", "冷库温度计失灵"));
        Browser.Page late = phone.submit(opened, visit, Map.of("act", "draft", "c1", "6", "n1", "无法联系负责人"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.document().select("#item-1 .why").text()).contains("冷库温度计失灵");
        assertThat(late.document().select("#n1").text()).isEqualTo("无法联系负责人");
        assertThat(late.document().select("input[name=c1][checked]").eachAttr("value"))
                .containsExactly("6");
        Browser.Page kept = phone.submit(late, visit, Map.of("act", "draft", "c1", "6", "n1", "无法联系负责人"));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.document().select("#n1").text()).isEqualTo("无法联系负责人");
        assertThat(kept.document().select("#item-1 .why")).isEmpty();

        Browser.Page old = phone.get(visit);
        phone.submit(
                phone.get(visit), visit, Map.of("act", "draft", "c1", "6", "n1", "无法联系负责人", "methods", "DOCUMENTS"));
        Browser.Page beside =
                phone.submit(old, visit, Map.of("act", "draft", "c1", "6", "n1", "无法联系负责人", "methods", "ON_SITE"));
        assertThat(beside.status()).isEqualTo(409);
        assertThat(beside.document().select("#theirs-methods").text()).isNotBlank();
        assertThat(beside.document().select("#theirs-day, #theirs-second")).isEmpty();
    }

    @Test
    void whoTypedWhileAColleagueHandedAResultInCanStillReadAndCopyIt() {
        Browser phone = inspector(9502);
        Map<String, List<String>> typed = new LinkedHashMap<>();
        String open = "/m/visits/" + InspectedDistrict.visit(8);
        phone.get(open).form(open).formData().forEach(field -> typed.put(field.key(), List.of(field.value())));
        typed.put("act", List.of("submit"));
        typed.put("c1", List.of("5"));
        typed.put("n1", List.of("冷库温度计失灵"));
        String handedIn = "/m/visits/" + InspectedDistrict.visit(5);
        Browser.Page late = phone.post(handedIn, typed);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.document().select("#unsaved").text()).contains("没有保存", "冷库温度计失灵", "发现问题已责令改正");
        assertThat(phone.get(handedIn).document().select("#unsaved")).isEmpty();
    }

    @Test
    void enterInAFieldOfTheResultPressesTheButtonThatKeepsADraft() {
        var form = inspector(9502)
                .get("/m/visits/" + InspectedDistrict.visit(8))
                .document()
                .selectFirst("form.result");
        assertThat(form.select("button[type=submit], button:not([type]), input[type=submit]")
                        .first()
                        .attr("value"))
                .isEqualTo("draft");
    }

    @Test
    void whatAnItemAsksForKeepsItsLinesOnThePhoneAndForThePublic() {
        String asked = "名称、住所、经营范围\n法定代表人";
        Browser phone = inspector(9502);
        assertThat(phone.get("/m/visits/" + InspectedDistrict.visit(8))
                        .document()
                        .select("legend .lines")
                        .first()
                        .wholeText())
                .isEqualTo(asked);
        assertThat(phone.get("/css/phone.css").body()).contains(".lines { white-space: pre-line; }");
        assertThat(browser().get("/p/items").document().select(".lines").stream()
                        .map(Element::wholeText))
                .contains(asked);
        assertThat(browser().get("/css/portal.css").body()).contains(".lines { white-space: pre-line; }");
    }

    @Test
    void aResultThatMetAnEndedSessionBelongsToThePhoneAndNotToAPageOfTheConsole() {
        Person person = anInspector(InspectedDistrict.county(), "检查员9502", 9502);
        Browser phone = signedIn(person);
        String visit = "/m/visits/" + InspectedDistrict.visit(8);
        Browser.Page opened = phone.get(visit);
        phone.forgetCookie("shuangsuiji");
        Browser.Page login = phone.submit(opened, visit, Map.of("act", "draft", "n1", "会话结束时写的情况"));
        Browser.Page kept =
                phone.submit(login, "/console/login", Map.of("account", person.account(), "password", PASSWORD));
        assertThat(kept.text()).contains("会话结束时写的情况", "手机端“我的任务”").doesNotContain("所属页面：检查情况");
    }

    @Test
    void theScriptOfThePhoneIsToldWhichResultExcludesTheOthers() {
        Browser.Page page = inspector(9502).get("/m/visits/" + InspectedDistrict.visit(8));
        assertThat(page.document().select("input[name=c1][data-exclusive]").eachAttr("value"))
                .containsExactly("1");
    }

    @Test
    void aCommandWithoutItsReasonOrChoiceLeadsBackToItsPage() {
        Browser reviewer = signedInAs(InspectedDistrict.county(), Role.REVIEWER);
        String one = "/console/review/" + InspectedDistrict.visit(5);
        Browser.Page back = reviewer.submit(reviewer.get(one), one + "/return", Map.of("reason", "  "));
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.h1()).isEqualTo(reviewer.get(one).h1());
        assertThat(back.document().select("#reason").attr("aria-invalid")).isEqualTo("true");
        assertThat(back.document().select("#reason-error").text()).isNotBlank();
        assertThat(reviewer.get(one).document().select("[aria-invalid]")).isEmpty();

        // as from a browser that says nothing of the page before, and leaves out the field
        Map<String, List<String>> nothing = new HashMap<>(Map.of(
                "_csrf",
                List.of(reviewer.csrf()),
                "idempotencyKey",
                List.of("without-reason"),
                "version",
                List.of("1")));
        for (String reason : Arrays.asList(null, "", "  ")) {
            if (reason != null) {
                nothing.put("reason", List.of(reason));
            }
            Browser.Page again = reviewer.post(one + "/return", nothing);
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.h1()).isEqualTo(back.h1());
            assertThat(again.document().select("#reason-error").text()).contains("1 至 500 个字");
        }

        Browser.Page list = reviewer.get("/console/publications");
        Browser.Page none = reviewer.submit(list, "/console/publications", Map.of("visit", List.of()));
        assertThat(none.path()).isEqualTo("/console/publications");
        assertThat(none.document().select("[role=alert]").text()).isNotBlank();
    }

    @Test
    void whoReturnsAResultThatHasChangedMeanwhileFindsTheReasonStillInItsField() {
        Browser reviewer = signedInAs(InspectedDistrict.county(), Role.REVIEWER);
        String one = "/console/review/" + InspectedDistrict.visit(5);
        Browser.Page refused =
                reviewer.submit(reviewer.get(one), one + "/return", Map.of("version", "99", "reason", "第二联照片看不清"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.document().select("#reason").text()).isEqualTo("第二联照片看不清");
        assertThat(refused.document().select("#reason-error").text()).isNotBlank();
        Browser.Page passed = reviewer.submit(reviewer.get(one), one + "/pass", Map.of("version", "99"));
        assertThat(passed.status()).isEqualTo(409);
        assertThat(passed.h1()).isEqualTo(refused.h1());
    }

    @Test
    void aReturnedResultShowsItsReasonOnThePhone() {
        Browser reviewer = signedInAs(InspectedDistrict.county(), Role.REVIEWER);
        String one = "/console/review/" + InspectedDistrict.visit(6);
        Browser late = signedInAs(InspectedDistrict.county(), Role.REVIEWER);
        Browser.Page seenByBoth = late.get(one);
        Browser.Page back = reviewer.submit(reviewer.get(one), one + "/return", Map.of("reason", "请补充进货台账照片"));
        assertThat(back.text()).contains("已退回");
        Browser.Page lost = late.submit(seenByBoth, one + "/return", Map.of("reason", "第二联照片看不清"));
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.h1()).isEqualTo(late.get(one).h1());
        assertThat(lost.document().select("[role=alert]").text()).isNotBlank();
        assertThat(lost.document().select("#kept-reason").text()).contains("没有生效", "第二联照片看不清");
        assertThat(late.get(one).document().select("#kept-reason")).isEmpty();
        assertThat(inspector(9501).get("/m").text()).contains("请补充进货台账照片");
    }

    @Test
    void whoIsNotOfTheTeamOrTheOfficeFindsNothing() {
        Browser other = signedInAs(InspectedDistrict.county(), Role.INSPECTOR);
        assertThat(other.get("/m/visits/" + InspectedDistrict.visit(5)).status())
                .isEqualTo(404);
        Browser neighbour = signedInAs(InspectedDistrict.neighbour(), Role.REVIEWER);
        assertThat(neighbour
                        .get("/console/review/" + InspectedDistrict.visit(5))
                        .status())
                .isEqualTo(404);
        assertThat(neighbour
                        .get("/console/publications/" + InspectedDistrict.visit(1))
                        .status())
                .isEqualTo(404);
        assertThat(neighbour.get("/console/review").text()).doesNotContain("霍林郭勒");
        assertThat(neighbour
                        .post(
                                "/console/publications/" + InspectedDistrict.visit(1) + "/withdraw",
                                Map.of(
                                        "_csrf", List.of(neighbour.csrf()),
                                        "idempotencyKey", List.of("a-key-of-the-neighbour"),
                                        "reason", List.of("x")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theReviewListSaysHowManyWorkingDaysAreLeft() {
        Browser reviewer = signedInAs(InspectedDistrict.county(), Role.REVIEWER);
        assertThat(reviewer.get("/console/review").text()).containsPattern("剩 \\d+ 个工作日");
        assertThat(reviewer.get("/console/visits?state=PUBLISHED").text()).contains("草原明珠");
    }

    @Test
    void noPageThatAnEnterpriseMightSeeTellsAGrade() {
        Browser phone = inspector(9501);
        for (String path : List.of("/m", "/m/sent", "/m/me", "/m/visits/" + InspectedDistrict.visit(5))) {
            assertThat(phone.get(path).body()).as(path).doesNotContainPattern("等级|风险|评分|(?i)rank|grade");
        }
    }

    @Test
    void anAccountThatIsNobodyOfTheDirectoryIsToldWhyItHasNoVisitsAndWhoCanHelp() {
        Browser nobody = signedInAs(InspectedDistrict.county(), Role.INSPECTOR);
        for (String path : List.of("/m", "/m/sent", "/m/me")) {
            assertThat(nobody.get(path).document().select(".empty").eachText())
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("尚未关联执法检查人员名录", "系统管理员", "“用户管理”", "“关联的检查人员”");
        }
        assertThat(nobody.get("/m?lang=en").document().select(".empty").text())
                .contains("not linked to an inspector of the directory", "administrator", "People");
    }

    @Test
    void anInspectorWithoutVisitsIsNotToldToBeLinked() {
        Person person = aPerson(InspectedDistrict.county(), Role.INSPECTOR);
        asOwner()
                .sql("update office.person set inspector_id = 9599 where account = :account")
                .param("account", person.account())
                .update();
        Browser idle = signedIn(person);
        assertThat(idle.get("/m").document().select(".empty").eachText()).containsExactly("没有待完成的检查任务。");
        assertThat(idle.get("/m/sent").document().select(".empty").eachText()).containsExactly("还没有提交过检查结果。");
        assertThat(idle.get("/m/me").document().select(".empty")).isEmpty();
    }

    private Browser inspector(long inspectorId) {
        return signedIn(anInspector(InspectedDistrict.county(), "检查员" + inspectorId, inspectorId));
    }
}
