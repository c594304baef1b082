package org.shuangsuiji.console.grades;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.Browser.Page;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.office.StartJob;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.ClassifyEnterprises;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.Models;
import org.springframework.beans.factory.annotation.Autowired;

/** What a version in force owes is done at the next start or in the next night, and once. */
class DueGradesTests extends ConsoleTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    private DueGrades dueGrades;

    @Autowired
    private ClassifyEnterprises classify;

    @Autowired
    private Models models;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Clock clock;

    private long version;
    private String subject = "";

    @BeforeEach
    void everybodyIsGraded() {
        models.installGeneral(Actor.SYSTEM);
        version = models.active().get(0).versionId();
        subject = "model-version:" + version;
        jobs.current(StartJob.REGRADE_ALL, subject).ifPresent(job -> ended(job.id()));
        classify.all(version, LocalDate.now(clock), Progress.SILENT, Actor.SYSTEM);
    }

    /** As after a full regrade that failed: its transaction left nothing behind. */
    private void owes() {
        asOwner()
                .sql("delete from risk.run where version_id = :version and reach = 'ALL'")
                .param("version", version)
                .update();
        assertThat(classify.owing()).extracting(model -> model.versionId()).containsExactly(version);
    }

    private long latest() {
        return jobs.current(StartJob.REGRADE_ALL, subject).map(Job::id).orElse(0L);
    }

    private Job ended(long id) {
        Instant limit = clock.instant().plus(LONG);
        while (!jobs.get(id).state().over() && clock.instant().isBefore(limit)) {
            Thread.onSpinWait();
        }
        return jobs.get(id);
    }

    @Test
    void theNightStartsTheRegradeThatAVersionInForceOwesAndNoOther() {
        long before = latest();
        dueGrades.atNight();
        assertThat(latest()).as("nothing is owed").isEqualTo(before);

        owes();
        dueGrades.atNight();
        long job = latest();
        assertThat(job).isGreaterThan(before);
        assertThat(jobs.get(job).actor().account()).isEqualTo("system");
        assertThat(ended(job).state()).isEqualTo(Job.State.DONE);
        assertThat(classify.owing()).isEmpty();
        dueGrades.atStart();
        assertThat(latest()).as("and then it is owed no more").isEqualTo(job);
    }

    @Test
    void aStartDoesNotRepeatWhatWaitsOrRunsButWhatFailed() {
        owes();
        long job = jobs.add(StartJob.REGRADE_ALL, subject, Actor.SYSTEM, clock.instant());
        dueGrades.atStart();
        assertThat(latest()).as("it waits").isEqualTo(job);
        jobs.start(job, clock.instant());
        dueGrades.atStart();
        assertThat(latest()).as("it runs").isEqualTo(job);

        jobs.finish(job, Job.State.FAILED, "job.failed.incident", List.of("0a1b2c3d"), clock.instant());
        dueGrades.atStart();
        assertThat(latest()).as("it failed").isGreaterThan(job);
        assertThat(ended(latest()).state()).isEqualTo(Job.State.DONE);
        assertThat(classify.owing()).isEmpty();
    }

    @Test
    void thePagesOfAModelSayWhatItsVersionInForceOwesUntilSomebodyHasItDone() {
        owes();
        ModelSheet model = models.list(Actor.SYSTEM).get(0);
        List<String> pages = List.of("/console/risk", "/console/models/" + model.id());
        Actor somebody = new Actor("prober", "试", district().id(), district().scope());
        long failed = jobs.add(StartJob.REGRADE_ALL, subject, somebody, clock.instant());
        jobs.finish(failed, Job.State.FAILED, "job.failed.incident", List.of("0a1b2c3d"), clock.instant());
        Browser credit = signedInAs(city(), Role.CREDIT_OFFICE);
        Browser auditor = signedInAs(Role.AUDITOR);
        Browser neighbour = signedInAs(neighbour(), Role.CREDIT_OFFICE);
        for (String path : pages) {
            Document page = credit.get(path).document();
            assertThat(page.select(".risk-owed").text())
                    .contains("第 " + model.activeNumber() + " 版启用后还没有给全部对象评级", "上一次没有完成", "不能冻结名单");
            assertThat(page.select(".risk-owed a").attr("href")).isEqualTo("/console/jobs/" + failed);
            assertThat(page.select("form[action=/console/risk/regrade]")).hasSize(1);
            assertThat(auditor.get(path).document().select(".risk-owed")).hasSize(1);
            assertThat(auditor.get(path).document().select("form[action=/console/risk/regrade]"))
                    .as("who may not ask for it")
                    .isEmpty();
            Document beside = neighbour.get(path).document();
            assertThat(beside.select(".risk-owed").text()).contains("还没有给全部对象评级");
            assertThat(beside.select(".risk-owed a"))
                    .as("a job of a body outside the reader's scope")
                    .isEmpty();
        }

        long waits = jobs.add(StartJob.REGRADE_ALL, subject, somebody, clock.instant());
        for (String path : pages) {
            Document page = credit.get(path).document();
            assertThat(page.select(".risk-owed").text())
                    .contains("第 " + model.activeNumber() + " 版启用后还在给全部对象评级")
                    .doesNotContain("上一次没有完成");
            assertThat(page.select(".risk-owed a").attr("href")).isEqualTo("/console/jobs/" + waits);
            assertThat(page.select("form[action=/console/risk/regrade]"))
                    .as("while it waits")
                    .isEmpty();
            assertThat(credit.get(path + "?lang=en").text())
                    .contains("Version " + model.activeNumber() + " is in force and still grading everybody");
            credit.get("/console?lang=zh-CN");
        }
        jobs.finish(waits, Job.State.FAILED, "job.failed.incident", List.of("0a1b2c3d"), clock.instant());

        Page asked = credit.submit(credit.get(pages.get(1)), "/console/risk/regrade", Map.of());
        assertThat(asked.path()).isEqualTo("/console/jobs/" + latest());
        assertThat(ended(latest()).state()).isEqualTo(Job.State.DONE);
        for (String path : pages) {
            assertThat(credit.get(path).document().select(".risk-owed")).isEmpty();
        }
        assertThat(credit.get("/console/risk").document().select("form[action=/console/risk/regrade]"))
                .as("asked for at any time")
                .hasSize(1);
    }
}
