package org.shuangsuiji.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.ChangePerson;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

class SessionTests extends ConsoleTest {
    private static final String SESSION = "shuangsuiji";

    @Autowired
    ChangePerson changePerson;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Test
    void twoRequestsOfOneSessionMayNoteTheSameThingAtOnce() {
        assertThat(notedAtOnce(sessions)).isEqualTo("of the second");
    }

    private static <S extends Session> String notedAtOnce(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        S first = sessions.findById(session.getId());
        S second = sessions.findById(session.getId());
        first.setAttribute("word", "of the first");
        second.setAttribute("word", "of the second");
        sessions.save(first);
        sessions.save(second);
        return sessions.findById(session.getId()).getRequiredAttribute("word");
    }

    @Test
    void whatIsNoFormOfOursIsNotBlamedOnTheRole() {
        Browser browser = signedInAs(Role.ADMINISTRATOR);
        var page = browser.put("/console/people");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.h1()).isEqualTo("这次提交没有执行");
    }

    @Test
    void theSessionGetsAnotherIdAtTheSignIn() {
        Person person = aPerson(Role.AUDITOR);
        Browser browser = browser();
        browser.get("/console/login");
        String before = browser.cookie(SESSION).orElseThrow().getValue();
        browser.signIn(person.account(), PASSWORD);
        assertThat(browser.cookie(SESSION).orElseThrow().getValue()).isNotEqualTo(before);
    }

    @Test
    void theCookieOfTheSessionIsOutOfReachForScriptsAndOtherSites() {
        var page = browser().get("/console/login");
        assertThat(page.trail().get(0).headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith(SESSION + "=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict"));
    }

    @Test
    void everyAnswerForbidsInlineScriptsAndFrames() {
        for (String path : List.of(
                "/console/login",
                "/console/nowhere",
                "/console/people;a=b",
                "/p/draws;a=b",
                "/css/shuangsuiji.css",
                "/api/deliveries/1")) {
            var policy = browser().get(path).header("Content-Security-Policy").orElse("");
            assertThat(policy)
                    .as(path)
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        Browser browser = signedInAs(Role.ADMINISTRATOR);
        var page = browser.post(
                "/console/people",
                Map.of("account", List.of("smuggled"), "name", List.of("x"), "idempotencyKey", List.of("k-12345678")));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.h1()).isEqualTo("页面已过期，没有执行");
        assertThat(jdbc.sql("select count(*) from office.person where account = 'smuggled'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aRoleTakenAwayIsGoneAtTheNextRequest() {
        Person person = aPerson(Role.ADMINISTRATOR, Role.AUDITOR);
        Browser browser = signedIn(person);
        assertThat(browser.get("/console/people").status()).isEqualTo(200);
        changePerson.change(
                person.id(),
                person.version(),
                new ChangePerson.Change(person.name(), person.departmentId(), Set.of(Role.INSPECTOR), null),
                "left",
                Actor.SYSTEM);
        assertThat(browser.get("/console/people").path()).isEqualTo("/console/login");
        browser.signIn(person.account(), PASSWORD);
        assertThat(browser.get("/console/people").status()).isEqualTo(403);
    }

    @Test
    void aDisabledPersonIsOutAtOnceAndDoesNotComeBack() {
        Person person = aPerson(Role.AUDITOR);
        Browser browser = signedIn(person);
        changePerson.disable(person.id(), person.version(), "left", Actor.SYSTEM);
        assertThat(browser.get("/console").path()).isEqualTo("/console/login");
        assertThat(tried(person.account(), PASSWORD)).endsWith("?refused");
    }

    @Test
    void somebodyOfADemoIsOutAtOnceAndDoesNotComeBackWhereNoDemoIs() {
        Person person = aPerson(Role.AUDITOR);
        Browser browser = signedIn(person);
        assertThat(browser.get("/console").path()).isEqualTo("/console");
        asOwner()
                .sql("update office.person set demo = true where id = :id")
                .param("id", person.id())
                .update();
        assertThat(browser.get("/console").path()).isEqualTo("/console/login");
        assertThat(tried(person.account(), PASSWORD)).isEqualTo(tried(person.account(), "Wrong-Horse-2026"));
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() {
        Person person = aPerson(Role.AUDITOR);
        assertThat(tried(person.account(), "Wrong-Horse-2026")).isEqualTo(tried("nobody-at-all", "Wrong-Horse-2026"));
        assertThat(jdbc.sql("""
                                select subject from office.ledger_entry
                                where event = 'SIGN_IN_REFUSED' order by id desc limit 2
                                """).query(String.class).list())
                .containsExactlyInAnyOrder("person:" + person.id(), "person:unknown");
    }

    @Test
    void whatWasTypedIsSentOnAfterANewSignIn() {
        Person person = aPerson(city(), Role.ADMINISTRATOR);
        Browser browser = signedIn(person);
        var form = browser.get("/console/departments/new");
        browser.forgetCookie(SESSION); // as after a long lunch
        var login = browser.submit(
                form,
                "/console/departments",
                Map.of(
                        "parentId", city().id(),
                        "name", "扎鲁特旗市场监督管理局",
                        "shortName", "扎旗市监",
                        "code", "150526-SCJG",
                        "level", "COUNTY",
                        "function", "市场监管",
                        "region", "150526"));
        assertThat(login.path()).isEqualTo("/console/login?ended");
        var kept = browser.submit(login, "/console/login", Map.of("account", person.account(), "password", PASSWORD));
        assertThat(kept.path()).isEqualTo(LostForms.PAGE);
        assertThat(kept.text())
                .contains("扎鲁特旗市场监督管理局", "部门管理", "已填写 7 项")
                .doesNotContain("parentId", "150526-SCJG", "COUNTY", "idempotencyKey");
        var done = browser.submit(kept, "/console/departments", Map.of());
        assertThat(done.path()).isEqualTo("/console/departments");
        assertThat(done.text()).contains("150526-SCJG");
    }

    @Test
    void aKeptFormIsShownToNobodyElse() {
        Person typist = aPerson(city(), Role.ADMINISTRATOR);
        Person other = aPerson(city(), Role.ADMINISTRATOR);
        Browser browser = signedIn(typist);
        var form = browser.get("/console/departments/new");
        browser.forgetCookie(SESSION);
        browser.submit(form, "/console/departments", Map.of("name", "只给本人看的名称", "code", "150599-SCJG"));
        assertThat(browser.signIn(other.account(), PASSWORD).path()).isEqualTo("/console");
        var page = browser.get(LostForms.PAGE);
        assertThat(page.path()).isEqualTo("/console");
        assertThat(page.text()).doesNotContain("只给本人看的名称").contains("没有待提交的内容");
        browser.forgetCookie(SESSION);
        assertThat(browser.signIn(typist.account(), PASSWORD).path())
                .as("it was dropped")
                .isEqualTo("/console");
    }

    @Test
    void aFormOfAnEarlierPersonIsNotTakenForTheOneWhoIsSignedInNow() {
        Person typist = aPerson(city(), Role.ADMINISTRATOR);
        Browser browser = signedIn(typist);
        var form = browser.get("/console/departments/new");
        browser.forgetCookie(SESSION);
        browser.signIn(aPerson(city(), Role.ADMINISTRATOR).account(), PASSWORD);
        var page = browser.submit(form, "/console/departments", Map.of("name", "旧页面里的名称", "code", "150598-SCJG"));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("页面已过期", "没有保留").doesNotContain("旧页面里的名称");
        assertThat(browser.get(LostForms.PAGE).path()).isEqualTo("/console");
    }

    @Test
    void nothingIsKeptOfAFormOfWhichNobodyKnowsWhoseItWas() {
        Browser browser = browser();
        var login = browser.post("/console/departments", Map.of("name", List.of("不知是谁的名称")));
        assertThat(login.path()).isEqualTo("/console/login?lost");
        assertThat(login.text()).contains("没有保留");
        var kept = browser.signIn(aPerson(city(), Role.ADMINISTRATOR).account(), PASSWORD);
        assertThat(kept.path()).isEqualTo(LostForms.PAGE);
        assertThat(kept.text()).contains("部门管理", "重新填写").doesNotContain("不知是谁的名称");
        assertThat(kept.form("/console/departments/new")).isNotNull();
    }

    @Test
    void aFileThatMetAnEndedSessionIsAskedForAgainWithItsKind() {
        Person person = aPerson(Role.CREDIT_OFFICE);
        Browser browser = signedIn(person);
        var form = browser.get("/console/deliveries/new");
        browser.forgetCookie(SESSION);
        byte[] file = "企业名称\n".getBytes(StandardCharsets.UTF_8);
        var login = browser.upload(form, "/console/deliveries", Map.of("kind", "PENALTY"), "file", "a.csv", file);
        assertThat(login.path()).isEqualTo("/console/login?file");
        assertThat(login.text()).contains("登录已失效", "文件没有保存", "重新选择文件");
        var kept = browser.submit(login, "/console/login", Map.of("account", person.account(), "password", PASSWORD));
        assertThat(kept.path()).isEqualTo(LostForms.PAGE);
        var back = kept.form("/console/deliveries/new");
        assertThat(back.attr("method")).isEqualTo("get");
        assertThat(back.select("input").eachAttr("name")).containsExactly("kind", "check");
        var again = browser.get("/console/deliveries/new?kind=PENALTY");
        assertThat(again.document().select("#kind option[selected]").attr("value"))
                .isEqualTo("PENALTY");
    }

    @Test
    void theLanguageOfThePersonIsTheLanguageOfThePages() {
        Browser browser = signedInAs(Role.AUDITOR);
        assertThat(browser.get("/console/jobs").h1()).isEqualTo("任务中心");
        assertThat(browser.get("/console/jobs?lang=en").h1()).isEqualTo("Jobs");
        assertThat(browser.get("/console/jobs").h1()).isEqualTo("Jobs");
        assertThat(browser.get("/console/jobs").document().select("html").attr("lang"))
                .isEqualTo("en");
    }

    @Test
    void whoChoosesALanguageOnTheSignInPageKeepsItForTheSession() {
        Person person = aPerson(Role.AUDITOR);
        Browser browser = browser();
        browser.get("/console/login?lang=en");
        assertThat(browser.get("/console/login").text()).contains("Sign in");
        assertThat(language(browser.signIn(person.account(), PASSWORD))).isEqualTo("en");
        assertThat(language(browser.get("/console/jobs"))).isEqualTo("en");

        var chinese = browser.submit(
                browser.get("/console/account"), "/console/account/language", Map.of("language", "zh-CN"));
        assertThat(language(chinese)).as("until the account says otherwise").isEqualTo("zh-CN");

        browser.get("/console/jobs?lang=en");
        browser.forgetCookie(SESSION);
        assertThat(language(browser.get("/console/login"))).isEqualTo("en");
        assertThat(language(browser.signIn(person.account(), PASSWORD)))
                .as("nobody chose it on this sign-in page")
                .isEqualTo("zh-CN");
    }

    @Test
    void aKeptFormIsShownInTheLanguageInWhichItWasTypedOrThatWasChosenAtTheSignIn() {
        Person person = aPerson(city(), Role.ADMINISTRATOR);
        Browser browser = signedIn(person);
        assertThat(language(keptAfter(browser, person, "/console/departments/new?lang=en", "")))
                .isEqualTo("en");
        assertThat(language(keptAfter(browser, person, "/console/departments/new", "&lang=zh-CN")))
                .isEqualTo("zh-CN");
        assertThat(language(keptAfter(browser, person, "/console/departments/new", "&lang=en")))
                .isEqualTo("en");
    }

    /** The kept form after the session of a half-filled form had ended. */
    private static Browser.Page keptAfter(Browser browser, Person person, String page, String chosen) {
        var form = browser.get(page);
        browser.forgetCookie(SESSION);
        browser.submit(form, "/console/departments", Map.of("name", "填到一半的名称"));
        var login = browser.get("/console/login?ended" + chosen);
        var kept = browser.submit(login, "/console/login", Map.of("account", person.account(), "password", PASSWORD));
        assertThat(kept.path()).isEqualTo(LostForms.PAGE);
        assertThat(kept.text()).contains("填到一半的名称");
        return kept;
    }

    private static String language(Browser.Page page) {
        return page.document().select("html").attr("lang");
    }

    @Test
    void ownPasswordChangeKeepsThisSessionAndEndsTheOthers() {
        Person person = aPerson(Role.AUDITOR);
        Browser here = signedIn(person);
        Browser elsewhere = signedIn(person);
        var done = here.submit(
                here.get("/console/account"),
                "/console/account/password",
                Map.of(
                        "presentPassword", PASSWORD,
                        "newPassword", "Another-Horse-2026",
                        "newPasswordAgain", "Another-Horse-2026"));
        assertThat(done.path()).isEqualTo("/console/account");
        assertThat(here.get("/console").path()).isEqualTo("/console");
        assertThat(elsewhere.get("/console").path()).isEqualTo("/console/login");
    }

    private String tried(String account, String password) {
        Browser browser = browser();
        return browser.submit(
                        browser.get("/console/login"),
                        "/console/login",
                        Map.of("account", account, "password", password))
                .path();
    }
}
