package org.shuangsuiji.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.architecture.PagePattern;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.Browser.Page;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.ChangePerson;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.Inspector;
import org.shuangsuiji.sampling.InspectorTerms;
import org.shuangsuiji.sampling.Inspectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator says who of the inspector directory an account is. */
class PeoplePagesTests extends ConsoleTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Inspectors inspectors;

    @Autowired
    private ChangePerson changePerson;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Test
    void anEmptyFormIsAnsweredFieldByFieldFromTopToEndAndOnceEach() {
        Browser administrator = signedInAs(city(), Role.ADMINISTRATOR);
        Page person = administrator.submit(
                administrator.get("/console/people/new"), "/console/people", Map.of("departmentId", ""));
        assertThat(person.status()).isEqualTo(422);
        assertThat(person.document().select("#errors a").eachAttr("href"))
                .containsExactly("#account", "#name", "#departmentId", "#roles", "#password");

        Page department = administrator.submit(
                administrator.get("/console/departments/new"), "/console/departments", Map.of("parentId", ""));
        assertThat(department.status()).isEqualTo(422);
        assertThat(department.document().select("#errors a").eachAttr("href"))
                .containsExactly("#parentId", "#name", "#shortName", "#code", "#level", "#function", "#region");
        assertThat(department.document().selectFirst("#code-error").text()).isEqualTo("请填写此项。");
        assertThat(department.document().selectFirst("#region-error").text()).isEqualTo("请填写此项。");

        Page misspelt = administrator.submit(
                administrator.get("/console/departments/new"),
                "/console/departments",
                Map.of("code", "小写", "region", "15052"));
        assertThat(misspelt.document().select("#errors a").eachText())
                .anyMatch(line -> line.startsWith("编码：") && !line.contains("请填写此项"))
                .anyMatch(line -> line.startsWith("行政区划：") && !line.contains("请填写此项"));

        String twin = "霍林郭勒市\u200b市场监督管理局";
        Page unseen = administrator.submit(
                administrator.get("/console/departments/new"),
                "/console/departments",
                Map.of("name", twin, "shortName", twin, "function", twin));
        for (String field : List.of("name", "shortName", "function")) {
            assertThat(unseen.document().selectFirst("#" + field + "-error").text())
                    .contains("看不见的字符");
        }
        Page somebody = administrator.submit(
                administrator.get("/console/people/new"), "/console/people", Map.of("name", "王\u2065五"));
        assertThat(somebody.document().selectFirst("#name-error").text()).contains("看不见的字符");
    }

    @Test
    void aBodyIsNotOfAHigherLevelThanTheOneAboveIt() {
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Map<String, Object> wanted = new HashMap<>(
                Map.of("parentId", district().id(), "name", "珠斯花监管所一", "shortName", "珠斯花所一", "code", "LEVEL-1"));
        wanted.putAll(Map.of("level", "CITY", "function", "市场监管", "region", "150581001"));
        Page above =
                administrator.submit(administrator.get("/console/departments/new"), "/console/departments", wanted);
        assertThat(above.status()).isEqualTo(422);
        assertThat(above.document().selectFirst("#level-error").text()).contains("层级“市级”高于上级部门“霍林郭勒市市场监督管理局”的层级“县级”");
        Page alike = administrator.submit(above, "/console/departments", Map.of("level", "COUNTY"));
        assertThat(alike.status()).as(alike.text()).isEqualTo(200);
        assertThat(alike.text()).contains("珠斯花监管所一");
    }

    @Test
    void theAccountOfTheSystemIsNobodysElse() {
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Page refused = administrator.submit(
                administrator.get("/console/people/new"),
                "/console/people",
                Map.of(
                        "account",
                        Actor.SYSTEM.account(),
                        "name",
                        "冒名",
                        "departmentId",
                        district().id(),
                        "roles",
                        Role.AUDITOR,
                        "password",
                        PASSWORD));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("账号“system”已被使用");
    }

    private long inDirectory(Department department, String name) {
        return inspectors.create(terms(department, "LINK" + NUMBER.incrementAndGet(), name, true), Actor.SYSTEM);
    }

    private InspectorTerms terms(Department department, String staffNo, String name, boolean active) {
        return new InspectorTerms(
                staffNo,
                name,
                department.id(),
                "C-" + staffNo,
                LocalDate.now(clock).plusYears(1),
                List.of(),
                List.of("*"),
                active);
    }

    private void fallsOut(long inspector) {
        Inspector entry = inspectors.get(inspector, Actor.SYSTEM.scope());
        inspectors.change(
                inspector,
                entry.lockVersion(),
                terms(department(entry), entry.staffNo(), entry.name(), false),
                Actor.SYSTEM);
    }

    private Department department(Inspector entry) {
        return entry.terms().departmentId() == city().id() ? city() : district();
    }

    private static Page change(Browser administrator, Person person, Map<String, ?> values) {
        String form = "/console/people/%d/change".formatted(person.id());
        return administrator.submit(administrator.get(form), form, values);
    }

    private static Page link(Browser administrator, Person person, @Nullable Long inspector) {
        return change(administrator, person, Map.of("inspectorId", inspector == null ? "" : inspector));
    }

    private @Nullable Long inspectorOf(Person person) {
        return jdbc.sql("select inspector_id from office.person where id = ?")
                .param(person.id())
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .get(0);
    }

    private static Page well(Page page) {
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("??");
        assertThat(PagePattern.faults(page.document())).as(page.path()).isEmpty();
        return page;
    }

    private static void refused(Page page, String... words) {
        assertThat(page.status()).as(page.text()).isEqualTo(422);
        assertThat(page.document().select("#inspectorId-error").text()).contains(words);
        assertThat(page.document().select("#errors a").attr("href")).isEqualTo("#inspectorId");
        assertThat(PagePattern.faults(page.document())).isEmpty();
    }

    @Test
    void anAccountBecomesAnotherInspectorAndNobodyAgainAtItsNextRequest() {
        long wang = inDirectory(district(), "王关联");
        long li = inDirectory(district(), "李关联");
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.INSPECTOR);
        Browser phone = signedIn(person);
        assertThat(phone.get("/m/me").text()).contains("尚未关联执法检查人员名录");

        Page linked = well(link(administrator, person, wang));
        assertThat(linked.text()).contains("王关联");
        assertThat(phone.get("/m/me").path()).as("the open session ends").isEqualTo("/console/login");
        phone.signIn(person.account(), PASSWORD);
        assertThat(phone.get("/m/me").text()).doesNotContain("尚未关联执法检查人员名录");

        assertThat(well(link(administrator, person, li)).text()).contains("李关联").doesNotContain("王关联");
        assertThat(phone.get("/m/me").path()).isEqualTo("/console/login");

        assertThat(well(link(administrator, person, null)).text()).contains("不关联");
        phone.signIn(person.account(), PASSWORD);
        assertThat(phone.get("/m/me").text()).contains("尚未关联执法检查人员名录");

        assertThat(jdbc.sql("""
                                select facts ->> 'inspector' from office.ledger_entry
                                where subject = 'person:' || ? and event = 'USER_CHANGED' order by id
                                """).param(person.id()).query(String.class).list())
                .containsExactly("— → " + wang, wang + " → " + li, li + " → —");
        assertThat(well(administrator.get("/console/ledger?subject=person:" + person.id()))
                        .text())
                .contains("检查人员 " + wang + " → " + li, "内容摘要 ");
    }

    @Test
    void aSessionGoesOnWhenTheInspectorStaysTheSame() {
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.INSPECTOR);
        link(administrator, person, inDirectory(district(), "同一人"));
        Browser phone = signedIn(person);
        assertThat(change(administrator, person, Map.of("name", "改了名字")).text()).contains("改了名字");
        assertThat(phone.get("/m/me").path()).isEqualTo("/m/me");
    }

    @Test
    void anInspectorHasOneAccountAndTheRefusalSaysWhose() {
        long wang = inDirectory(district(), "王一人");
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Person first = aPerson(Role.INSPECTOR);
        Person second = aPerson(Role.INSPECTOR);
        link(administrator, first, wang);
        String form = "/console/people/%d/change".formatted(second.id());
        assertThat(well(administrator.get(form))
                        .document()
                        .select("#inspectorId option[value=" + wang + "]")
                        .text())
                .contains("已关联账号 " + first.account());
        refused(link(administrator, second, wang), "王一人", "账号“" + first.account() + "”");
        assertThat(inspectorOf(second)).isNull();
        assertThat(link(administrator, first, wang).status())
                .as("who has it keeps it")
                .isEqualTo(200);

        link(administrator, first, null);
        assertThat(link(administrator, second, wang).text()).contains("王一人");
        assertThat(inspectorOf(second)).isEqualTo(wang);
    }

    @Test
    void anAccountOfAnotherDepartmentIsNotNamedToWhoeverMayNotSeeIt() {
        long wang = inDirectory(district(), "王上级");
        Person above = aPerson(city(), Role.INSPECTOR);
        link(signedInAs(city(), Role.ADMINISTRATOR), above, wang);
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.INSPECTOR);
        Page page = link(administrator, person, wang);
        refused(page, "王上级", "其他部门的一个账号");
        assertThat(page.text()).doesNotContain(above.account());
    }

    @Test
    void theInspectorIsOfTheDepartmentOfTheAccountOrBelowIt() {
        long cityInspector = inDirectory(city(), "市级检查员");
        long county = inDirectory(district(), "县级检查员");
        Browser administrator = signedInAs(city(), Role.ADMINISTRATOR);
        Person below = aPerson(district(), Role.INSPECTOR);
        refused(
                link(administrator, below, cityInspector),
                "市级检查员",
                city().name(),
                district().name());
        assertThat(inspectorOf(below)).isNull();
        Person above = aPerson(city(), Role.INSPECTOR);
        assertThat(link(administrator, above, county).status()).isEqualTo(200);
        assertThat(inspectorOf(above)).isEqualTo(county);
        refused(
                change(administrator, above, Map.of("departmentId", neighbour().id())),
                "县级检查员",
                district().name(),
                neighbour().name());
        assertThat(change(
                                administrator,
                                above,
                                Map.of("departmentId", neighbour().id(), "inspectorId", ""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anInspectorOfAnotherCountyIsNeitherOfferedNorTaken() {
        long foreign = inDirectory(neighbour(), "邻县检查员");
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.INSPECTOR);
        String form = "/console/people/%d/change".formatted(person.id());
        assertThat(administrator.get(form).text()).doesNotContain("邻县检查员");
        assertThat(link(administrator, person, foreign).status()).isEqualTo(404);
        assertThat(inspectorOf(person)).isNull();
        assertThat(signedInAs(neighbour(), Role.ADMINISTRATOR).get(form).status())
                .isEqualTo(404);
    }

    @Test
    void whoFellOutOfTheDirectoryIsNotLinkedButStaysWhoTheyAre() {
        long active = inDirectory(district(), "在册者");
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.INSPECTOR);
        link(administrator, person, active);
        fallsOut(active);
        Page page = change(administrator, person, Map.of("name", "只改名字"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("在册者", "失效");
        assertThat(inspectorOf(person)).isEqualTo(active);

        link(administrator, person, null);
        refused(link(administrator, person, active), "在册者", "已失效");
        assertThat(inspectorOf(person)).isNull();
    }

    @Test
    void ofTwoAdministratorsAtTheSameMomentOneLinks() {
        long wang = inDirectory(district(), "王同时");
        Person first = aPerson(Role.INSPECTOR);
        Person second = aPerson(Role.INSPECTOR);
        CompletableFuture<Void> other = new TransactionTemplate(transactions).execute(state -> {
            linkDirectly(first, wang);
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> linkDirectly(second, wang));
            waitUntilSomebodyWaits();
            return begun;
        });
        assertThatThrownBy(other::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("person-inspector-taken-meanwhile"));
        assertThat(inspectorOf(first)).isEqualTo(wang);
        assertThat(inspectorOf(second)).isNull();
    }

    private void linkDirectly(Person person, long inspector) {
        changePerson.change(
                person.id(),
                person.version(),
                new ChangePerson.Change(person.name(), person.departmentId(), Set.of(Role.INSPECTOR), inspector),
                null,
                Actor.SYSTEM);
    }

    private void waitUntilSomebodyWaits() {
        Instant latest = clock.instant().plus(Duration.ofSeconds(30));
        while (asOwner().sql("""
                        select count(*) from pg_locks
                        where not granted and locktype = 'transactionid'
                          and pid in (select pid from pg_stat_activity where datname = current_database())
                        """).query(Long.class).single().equals(0L)) {
            assertThat(clock.instant()).as("nobody waits for the first").isBefore(latest);
        }
    }

    @Test
    void aNewAccountIsAnInspectorFromTheBeginning() {
        long wang = inDirectory(district(), "王新来");
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Map<String, Object> typed = Map.of(
                "account",
                "newcomer-link",
                "name",
                "新来的",
                "roles",
                "INSPECTOR",
                "inspectorId",
                wang,
                "password",
                PASSWORD);
        Page made =
                well(administrator.submit(well(administrator.get("/console/people/new")), "/console/people", typed));
        assertThat(made.text()).contains("王新来");
        Page again = administrator.submit(
                administrator.get("/console/people/new"),
                "/console/people",
                Map.of(
                        "account",
                        "newcomer-two",
                        "name",
                        "又一位",
                        "roles",
                        "INSPECTOR",
                        "inspectorId",
                        wang,
                        "password",
                        PASSWORD));
        refused(again, "王新来", "账号“newcomer-link”");
        assertThat(again.document().select("#inspectorId option[selected]").attr("value"))
                .isEqualTo(String.valueOf(wang));
    }

    @Test
    void aDepartmentThatIsNoneHidesNoOtherFaultOfAnAccount() {
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Page page = administrator.submit(
                administrator.get("/console/people/new"),
                "/console/people",
                Map.of("account", "", "name", "名".repeat(61), "departmentId", "本局", "password", ""));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.document().select("#errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#account", "#name", "#departmentId", "#roles", "#password");
    }

    @Test
    void thePagesSpeakEnglishToo() {
        long wang = inDirectory(district(), "王英语");
        Browser administrator = signedInAs(Role.ADMINISTRATOR);
        Person holder = aPerson(Role.INSPECTOR);
        link(administrator, holder, wang);
        Person person = aPerson(Role.INSPECTOR);
        String form = "/console/people/%d/change".formatted(person.id());
        Page page = well(administrator.get(form + "?lang=en"));
        assertThat(page.document().select("#inspectorId option").eachText())
                .contains("Not an inspector")
                .anyMatch(text -> text.contains("王英语") && text.contains("linked to account " + holder.account()));
    }

    private static final String MEANWHILE = "有人修改过账号";

    private static String formOf(Person person) {
        return "/console/people/%d/change".formatted(person.id());
    }

    private List<String> rolesOf(Person person) {
        return jdbc.sql("select role from office.person_role where person_id = ? order by role")
                .param(person.id())
                .query(String.class)
                .list();
    }

    private boolean mayBeSignedIn(Person person) {
        return jdbc.sql("select active from office.person where id = ?")
                .param(person.id())
                .query(Boolean.class)
                .single();
    }

    @Test
    void aRoleJustTakenAwayDoesNotComeBackWithAPageOpenedBefore() {
        Browser first = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.PLANNER, Role.REVIEWER);
        Page stale = first.get(formOf(person));
        well(change(signedInAs(Role.ADMINISTRATOR), person, Map.of("roles", "PLANNER")));

        Page refused = first.submit(stale, formOf(person), Map.of("name", "换了姓名", "reason", "改名"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("#errors").text()).contains(MEANWHILE + "“" + person.account() + "”");
        assertThat(refused.document().select("#roles-error").text())
                .as("what stands now, at its field")
                .isEqualTo("现在是：%s。".formatted("计划人员"));
        assertThat(refused.document().select("#name-error").text()).isEqualTo("现在是：%s。".formatted(person.name()));
        assertThat(refused.document().select("#departmentId-error, #inspectorId-error"))
                .as("what is as typed is not mentioned")
                .isEmpty();
        assertThat(refused.document().selectFirst("#name").val())
                .as("what was typed stays")
                .isEqualTo("换了姓名");
        assertThat(refused.document().selectFirst("#reason").text()).isEqualTo("改名");
        assertThat(PagePattern.faults(refused.document())).isEmpty();
        assertThat(rolesOf(person)).containsExactly("PLANNER");

        Page saved = well(first.submit(refused, formOf(person), Map.of("roles", "PLANNER")));
        assertThat(saved.text()).as("compared, it is saved").contains("换了姓名");
        assertThat(rolesOf(person)).containsExactly("PLANNER");
    }

    @Test
    void aFaultOfTheFormDoesNotHideThatSomebodyChangedTheAccountMeanwhile() {
        Browser first = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.PLANNER, Role.REVIEWER);
        Page stale = first.get(formOf(person));
        well(change(signedInAs(Role.ADMINISTRATOR), person, Map.of("roles", "PLANNER")));
        Page faulty = first.submit(stale, formOf(person), Map.of("name", ""));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text()).doesNotContain(MEANWHILE);
        Page refused = first.submit(faulty, formOf(person), Map.of("name", "填上了"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(MEANWHILE);
        assertThat(rolesOf(person)).containsExactly("PLANNER");
    }

    @Test
    void whatStandsNowIsSaidInEnglishToo() {
        Browser first = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.PLANNER);
        Page stale = first.get(formOf(person) + "?lang=en");
        well(change(signedInAs(Role.ADMINISTRATOR), person, Map.of("name", "别人改的")));
        Page refused = first.submit(stale, formOf(person), Map.of("name", "我改的"));
        assertThat(refused.text()).contains("Somebody changed account " + person.account(), "Now it is: 别人改的.");
    }

    @Test
    void anAccountDisabledAnewIsNotEnabledFromAPageOpenedBefore() {
        Browser first = signedInAs(Role.ADMINISTRATOR);
        Browser second = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.PLANNER);
        String page = "/console/people/" + person.id();
        well(second.submit(second.get(page), page + "/disable", Map.of("reason", "休假")));
        Page stale = first.get(page);
        well(second.submit(second.get(page), page + "/enable", Map.of()));
        well(second.submit(second.get(page), page + "/disable", Map.of("reason", "调离")));

        Page refused = first.submit(stale, page + "/enable", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.document().select("#refusal").text()).contains(MEANWHILE);
        assertThat(refused.text()).as("and why it is disabled now").contains("调离");
        assertThat(PagePattern.faults(refused.document())).isEmpty();
        assertThat(mayBeSignedIn(person)).isFalse();

        well(first.submit(refused, page + "/enable", Map.of()));
        assertThat(mayBeSignedIn(person)).isTrue();
    }

    @Test
    void anAccountEnabledAnewIsNotDisabledFromAPageOpenedBeforeAndTheReasonStays() {
        Browser first = signedInAs(Role.ADMINISTRATOR);
        Browser second = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.PLANNER);
        String page = "/console/people/" + person.id();
        Page stale = first.get(page);
        well(second.submit(second.get(page), page + "/disable", Map.of("reason", "误操作")));
        well(second.submit(second.get(page), page + "/enable", Map.of()));

        Page refused = first.submit(stale, page + "/disable", Map.of("reason", "调离本局"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.document().select("#refusal").text()).contains(MEANWHILE);
        assertThat(refused.document().select("textarea[name=reason]").text()).isEqualTo("调离本局");
        assertThat(PagePattern.faults(refused.document())).isEmpty();
        assertThat(mayBeSignedIn(person)).isTrue();

        well(first.submit(refused, page + "/disable", Map.of()));
        assertThat(mayBeSignedIn(person)).isFalse();
    }

    @Test
    void aPasswordJustSetIsNotReplacedFromAPageOpenedBefore() {
        Browser first = signedInAs(Role.ADMINISTRATOR);
        Browser second = signedInAs(Role.ADMINISTRATOR);
        Person person = aPerson(Role.PLANNER);
        String page = "/console/people/" + person.id();
        Page stale = first.get(page);
        well(second.submit(second.get(page), page + "/password", Map.of("newPassword", "Second-Word-2026")));

        Page faulty = first.submit(stale, page + "/password", Map.of("newPassword", ""));
        assertThat(faulty.status()).isEqualTo(422);
        Page refused = first.submit(faulty, page + "/password", Map.of("newPassword", "First-Word-2026"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("#errors").text()).contains(MEANWHILE);
        assertThat(PagePattern.faults(refused.document())).isEmpty();
        browser().signIn(person.account(), "Second-Word-2026");

        well(first.submit(refused, page + "/password", Map.of("newPassword", "First-Word-2026")));
        browser().signIn(person.account(), "First-Word-2026");
    }

    @Test
    void ofTwoAdministratorsWhoChangeAnAccountAtTheSameMomentTheSecondIsRefused() {
        Person person = aPerson(Role.PLANNER, Role.REVIEWER);
        CompletableFuture<Void> other = new TransactionTemplate(transactions).execute(state -> {
            giveRoles(person, Set.of(Role.PLANNER));
            CompletableFuture<Void> begun =
                    CompletableFuture.runAsync(() -> giveRoles(person, Set.of(Role.PLANNER, Role.AUDITOR)));
            waitUntilSomebodyWaits();
            return begun;
        });
        assertThatThrownBy(other::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("person-changed-meanwhile"));
        assertThat(rolesOf(person)).containsExactly("PLANNER");
    }

    private void giveRoles(Person person, Set<Role> roles) {
        changePerson.change(
                person.id(),
                person.version(),
                new ChangePerson.Change(person.name(), person.departmentId(), roles, null),
                null,
                Actor.SYSTEM);
    }

    private long departmentOf(Person person) {
        return jdbc.sql("select department_id from office.person where id = ?")
                .param(person.id())
                .query(Long.class)
                .single();
    }

    @Test
    void nobodyMovesTheOwnAccountToAnotherDepartmentButAnotherAdministratorDoes() {
        Person own = aPerson(city(), Role.ADMINISTRATOR);
        Browser self = signedIn(own);
        Page page = well(self.get(formOf(own)));
        assertThat(page.document().select("select[name=departmentId]")).isEmpty();
        assertThat(page.document().select("#departmentId[readonly]").val()).isEqualTo(city().name());
        assertThat(page.document().select("#departmentId-hint").text()).contains("请由另一位管理员操作");

        Page refused =
                self.submit(page, formOf(own), Map.of("departmentId", district().id()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("#departmentId-error").text()).contains("不能更改自己账号的所属部门");
        assertThat(refused.document().select("#errors a").attr("href")).isEqualTo("#departmentId");
        assertThat(PagePattern.faults(refused.document())).isEmpty();
        assertThat(departmentOf(own)).isEqualTo(city().id());
        Page english = well(self.get(formOf(own) + "?lang=en"));
        assertThat(english.document().select("#departmentId-hint").text()).contains("Ask another administrator");
        assertThat(self.submit(
                                english,
                                formOf(own),
                                Map.of("departmentId", district().id()))
                        .text())
                .contains("Nobody changes the department of the own account");

        well(change(
                signedInAs(city(), Role.ADMINISTRATOR),
                own,
                Map.of("departmentId", district().id())));
        assertThat(departmentOf(own)).isEqualTo(district().id());
    }

    @Test
    void whoStaysInTheDepartmentChangesTheOwnAccount() {
        Person own = aPerson(city(), Role.ADMINISTRATOR);
        Page saved = well(change(signedIn(own), own, Map.of("name", "改了自己的姓名")));
        assertThat(saved.text()).contains("改了自己的姓名");
        assertThat(departmentOf(own)).isEqualTo(city().id());
    }
}
