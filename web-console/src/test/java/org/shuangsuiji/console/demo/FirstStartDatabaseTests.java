package org.shuangsuiji.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.DatabaseOfTests;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The first start on a small district, as a visitor meets it. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "shuangsuiji.demo=true",
            "shuangsuiji.demo.enterprises=2000",
            "shuangsuiji.demo.password=" + FirstStartDatabaseTests.PASSWORD,
            "shuangsuiji.demo.api-key=" + FirstStartDatabaseTests.KEY,
            "shuangsuiji.data=target/first-start-data"
        })
class FirstStartDatabaseTests {
    static final String PASSWORD = "short";
    static final String KEY = "demo-key";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final OfficeDatabase DATABASE = OfficeDatabase.create();

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private PrepareDemo prepareDemo;

    @Autowired
    private KeepOutOfOffices keepOutOfOffices;

    @Autowired
    private DemoFigures figures;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DatabaseOfTests.register(registry, DATABASE);
    }

    @BeforeEach
    void waitUntilTheDemoIsReady() {
        await().atMost(PATIENCE).until(() -> job().state().over());
        assertThat(job().state())
                .as("%s %s", job().messageCode(), job().messageArguments())
                .isEqualTo(Job.State.DONE);
    }

    @Test
    void leadsFromFilesToPublishedResults() {
        assertThat(number("select count(distinct kind) from ingest.delivery where state = 'done'"))
                .isEqualTo(RecordKind.values().length);
        assertThat(number("select count(distinct rank) from risk.read_grade")).isEqualTo(4);
        assertThat(number("select count(*) from sampling.read_draw where state = 'DRAWN'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from sampling.campaign where state = 'PLANNED'"))
                .isEqualTo(2);
        assertThat(number("select count(*) from publication.visit where state = 'PUBLISHED'"))
                .isPositive()
                .isEqualTo(number("""
                        select count(*) from ingest.read_record r
                        where kind = 6 and known_to is null and not exists (
                            select from ingest.delivery d where d.id = r.delivery_id and d.file_name like 'demo-%')"""));
    }

    @Test
    void leavesSomethingToDoAtEachStep() {
        List<String> states = owner().sql("select distinct state from publication.visit")
                .query(String.class)
                .list();
        assertThat(states).contains("OPEN", "SUBMITTED", "PASSED", "PUBLISHED");
    }

    @Test
    void keepsAListOfMattersThatEverybodyReadsAndAChangeOfItWhoseClockRuns() {
        assertThat(number("select count(*) from pub.matter_list")).isEqualTo(2);
        assertThat(number("select count(distinct department_id) from ingest.matter"))
                .isEqualTo(2);
        assertThat(number("select count(*) from ingest.matter_draft where state = 'HANDED_IN'"))
                .isEqualTo(1);
        assertThat(number("""
                        select count(*) from ingest.matter m
                        where change <> 'KEPT'
                          and not exists (select from ingest.matter_report r where r.matter_id = m.id)""")).isEqualTo(1);
        Browser browser = new Browser(port);
        browser.signIn(DemoAccount.PLANNER_CONSTRUCTION.account(), PASSWORD);
        assertThat(browser.get("/console/matters").text()).contains("还有 10 个工作日", "ZJJ-02");
        assertThat(new Browser(port).get("/p/matters").text()).contains("第 2 版", "ZJJ-02", "现行");
    }

    @Test
    void followsUpWhatIsMissingAndKeepsTheDirectoryOfTheMonth() {
        assertThat(number("select count(*) from ingest.gap where state <> 'CLOSED'"))
                .isGreaterThan(1);
        assertThat(number("select count(*) from ingest.gap where state = 'PROMISED'"))
                .isEqualTo(1);
        Browser browser = new Browser(port);
        browser.signIn(DemoAccount.CREDIT.account(), PASSWORD);
        assertThat(browser.get("/console/gaps").text()).contains("行政许可", "年报");
        assertThat(browser.get("/console/directory").document().select("tbody tr"))
                .isNotEmpty();
    }

    @Test
    void waitsForEachSourceUntilItIsDue() {
        assertThat(number("""
                        select count(*)
                        from sampling.source_value v
                        join sampling.draw d on d.id = v.draw_id
                        join sampling.campaign_source s on s.campaign_id = d.campaign_id and s.place = v.place
                        where v.entered_at >= s.due and d.committed_at < s.due and v.evidence like '%%演示替身%%'
                        """.formatted())).isEqualTo(3);
    }

    @Test
    void changesNothingWhenItRunsAgain() {
        long before = commands();
        prepareDemo.run(job(), Progress.SILENT);
        assertThat(commands()).isEqualTo(before);
    }

    @Test
    void letsEachAccountInWithThePasswordGiven() {
        for (DemoAccount account : DemoAccount.values()) {
            Browser browser = new Browser(port);
            browser.signIn(account.account(), PASSWORD);
            assertThat(browser.get("/console").status()).as(account.account()).isEqualTo(200);
        }
    }

    @Test
    void letsASystemInWithTheKeyGiven() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/deliveries/999999999"))
                .header("Authorization", "Bearer " + KEY)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void goesOnAtALaterStart() {
        assertThatCode(keepOutOfOffices::afterSingletonsInstantiated).doesNotThrowAnyException();
    }

    @Test
    void givesColleaguesWithoutAccountNoPassword() {
        assertThat(number("select count(*) from office.person where demo and password_hash is null"))
                .isEqualTo(26);
    }

    @Test
    void tellsTheFiguresOfEachStage() {
        assertThat(figures.lines())
                .extracting(DemoFigures.Line::what)
                .anyMatch(it -> it.contains("enterprises"))
                .anyMatch(it -> it.startsWith("A "))
                .anyMatch(it -> it.contains("commitment"))
                .anyMatch(it -> it.contains("draw digest"))
                .anyMatch(it -> it.contains("published"));
    }

    /** Entries of what was asked for; the head of the ledger is published by the clock, whenever that comes. */
    private static long commands() {
        return number("select count(*) from office.ledger_entry where event <> 'LEDGER_HEAD_PUBLISHED'");
    }

    private Job job() {
        return jobs.latestAbout(PrepareDemo.SUBJECT).orElseThrow();
    }

    private static long number(String sql) {
        return owner().sql(sql).query(Long.class).single();
    }

    private static JdbcClient owner() {
        return JdbcClient.create(DATABASE.owner());
    }
}
