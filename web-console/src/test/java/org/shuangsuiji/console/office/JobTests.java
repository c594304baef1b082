package org.shuangsuiji.console.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class JobTests extends ConsoleTest {

    @Autowired
    Jobs jobs;

    @Autowired
    StartJob startJob;

    @Autowired
    CancelJob cancelJob;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void workIsOnTheListOnlyWhenItsCauseIsCommitted() {
        List<Long> ids = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            ids.add(startJob.start("unheard-of", "thing:1", aboutNothing()));
            status.setRollbackOnly();
        });
        assertThat(scheduled(ids.get(0))).isZero();
        assertThat(jdbc.sql("select count(*) from office.job where id = ?")
                        .param(ids.get(0))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void workOfAnUnknownKindFailsWithAWordThatPeopleUnderstand() {
        long id = startJob.start("unheard-of", "thing:2", aboutNothing());
        Job job = waitFor(id);
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        var page = signedInAs(Role.ADMINISTRATOR).get("/console/jobs/" + id);
        assertThat(page.text()).contains("系统不认识任务类型 unheard-of");
    }

    @Test
    void aRefusalBecomesTheReasonOfTheFailure() {
        Job job = run(handler((it, progress) -> {
            throw Refusal.conflict("job-over", 7);
        }));
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.messageCode()).isEqualTo("refusal.job-over");
        assertThat(job.messageArguments()).containsExactly("7");
    }

    @Test
    void whatIsMissingAndWhenIsToldAsPeopleWriteIt() {
        Job missing = run(handler((it, progress) -> {
            throw Refusal.conflict("sources-missing", List.of("现场骰子", "上证综指"));
        }));
        assertThat(reason(missing)).contains("现场骰子、上证综指");
        Job early = run(handler((it, progress) -> {
            throw Refusal.conflict(
                    "source-early",
                    "双色球",
                    Instant.parse("2026-11-22T13:15:00Z"),
                    Instant.parse("2026-11-22T02:00:00Z"));
        }));
        assertThat(reason(early)).contains("2026-11-22 21:15:00");
    }

    private String reason(Job job) {
        return signedInAs(Role.ADMINISTRATOR).get("/console/jobs/" + job.id()).text();
    }

    @Test
    void anUnexpectedFailureIsToldByNumberAndNotByItsText() {
        Job job = run(handler((it, progress) -> {
            throw new IllegalStateException("secret detail");
        }));
        assertThat(job.messageCode()).isEqualTo("job.failed.incident");
        assertThat(job.messageArguments().toString()).doesNotContain("secret");
    }

    @Test
    void aJobBeforeWhichSomethingElseHasToEndIsTriedAgain() {
        List<String> tries = new ArrayList<>();
        var runJob = new RunJob(
                jobs,
                List.of(handler((it, progress) -> {
                    tries.add("try");
                    if (tries.size() == 1) {
                        throw new Progress.Later("the other one first");
                    }
                })),
                Clock.systemUTC());
        long id = jobs.add("probe", "thing:10", aboutNothing(), Instant.EPOCH);
        assertThat(runJob.run(id)).as("ended").isFalse();
        assertThat(jobs.get(id).state().over()).isFalse();
        assertThat(runJob.run(id)).as("ended").isTrue();
        assertThat(jobs.get(id).state()).isEqualTo(Job.State.DONE);
    }

    @Test
    void whatAJobBeganLearnsThatItBrokeDown() {
        List<Long> broken = new ArrayList<>();
        Job job = run(new JobHandler() {
            @Override
            public String kind() {
                return "probe";
            }

            @Override
            public void run(Job it, Progress progress) {
                throw new IllegalStateException("unforeseen");
            }

            @Override
            public void broke(Job it) {
                broken.add(it.id());
            }
        });
        assertThat(broken).containsExactly(job.id());
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
    }

    @Test
    void aJobThatIsAskedToStopEndsAsStopped() {
        Job job = run(handler((it, progress) -> {
            progress.stage("stage.begin", 10);
            progress.done(3);
            cancelJob.ask(it.id(), aboutNothing());
            progress.stopIfAsked();
        }));
        assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
        assertThatThrownBy(() -> cancelJob.ask(job.id(), aboutNothing())).isInstanceOf(Refusal.class);
    }

    @Test
    void whatAJobIsAboutLearnsThatItWasStoppedBeforeItBegan() {
        var told = new ArrayList<Long>();
        JobHandler handler = new JobHandler() {
            @Override
            public String kind() {
                return "probe";
            }

            @Override
            public void run(Job job, Progress progress) {
                throw new IllegalStateException("It was to be left alone");
            }

            @Override
            public void stoppedBeforeItBegan(Job job) {
                told.add(job.id());
            }
        };
        long id = jobs.add("probe", "thing:9", aboutNothing(), Instant.EPOCH);
        cancelJob.ask(id, aboutNothing());
        var run = new RunJob(jobs, List.of(handler), Clock.systemUTC());
        run.run(id);
        assertThat(jobs.get(id).state()).isEqualTo(Job.State.CANCELLED);
        run.run(id);
        assertThat(told).as("once").containsExactly(id);
    }

    @Test
    void progressIsWrittenAtMostFourTimesASecond() {
        var clock = new SteppingClock();
        long id = jobs.add("probe", "thing:3", aboutNothing(), clock.instant());
        jobs.start(id, clock.instant());
        var progress = new JobProgress(jobs, id, clock);
        progress.stage("stage.begin", 1000);
        progress.done(10);
        assertThat(jobs.get(id).done()).isZero();
        clock.step(Duration.ofMillis(251));
        progress.done(20);
        assertThat(jobs.get(id).done()).isEqualTo(20);
    }

    @Test
    void tellsRateAndTimeLeftOnceTheyMeanSomething() {
        var clock = new SteppingClock();
        long id = jobs.add("probe", "thing:30", aboutNothing(), clock.instant());
        jobs.start(id, clock.instant());
        var progress = new JobProgress(jobs, id, clock);
        progress.stage("stage.begin", 100_000);
        clock.step(Duration.ofSeconds(30)); // behind what was done before
        progress.done(40_000, 4_000);
        assertThat(jobs.get(id).pace()).isEqualTo(new Pace(4_000, null, null));
        clock.step(Duration.ofSeconds(2));
        progress.done(42_000, 4_200);
        assertThat(jobs.get(id).pace()).isEqualTo(new Pace(4_200, 100L, 58L));

        Browser reader = signedInAs(Role.INSPECTOR);
        assertThat(reader.get("/console/jobs/" + id).text()).contains("已读 4,200 行，每秒 100 行，大约还需 60 秒");
        assertThat(reader.get("/console/jobs/" + id + "?lang=en").text())
                .contains("4,200 rows read, 100 a second, about 60 seconds left");

        progress.stage("stage.begin", 5);
        assertThat(jobs.get(id).pace()).as("another stage").isNull();
    }

    @Test
    void whoWaitsAMomentIsToldNoTime() {
        assertThat(Pace.of(500, Duration.ofSeconds(3), 90, 450, 10)).isEqualTo(new Pace(500, null, null));
        assertThat(Pace.of(500, Duration.ofMillis(1_999), 1, 450, 1_000)).isEqualTo(new Pace(500, null, null));
        assertThat(Pace.of(500, Duration.ofSeconds(2), 20, 500, 80)).isEqualTo(new Pace(500, 250L, 8L));
        assertThat(Pace.of(500, Duration.ofSeconds(2), 20, 500, 79)).isEqualTo(new Pace(500, null, null));
        assertThat(Pace.of(500, Duration.ofMinutes(5), 0, 0, 80)).isEqualTo(new Pace(500, null, null));
    }

    @Test
    void aJobOfAnotherDepartmentLooksAbsent() {
        long id = jobs.add("probe", "thing:4", aboutNothing(), Instant.EPOCH);
        Browser stranger = signedInAs(neighbour(), Role.ADMINISTRATOR);
        assertThat(stranger.get("/console/jobs/" + id).status()).isEqualTo(404);
        assertThat(signedInAs(Role.INSPECTOR).get("/console/jobs/" + id).status())
                .isEqualTo(200);
    }

    @Test
    void whoAsksAgainAndAgainReadsWhereTheJobStandsAndNobodyElseDoes() {
        long id = jobs.add("probe", "thing:10", aboutNothing(), Instant.EPOCH);
        String progress = "/console/jobs/" + id + "/progress";
        Browser reader = signedInAs(Role.INSPECTOR);
        assertThat(reader.get(progress).document().select(".ssj-job-inside").attr("data-over"))
                .isEqualTo("false");

        jobs.finish(id, Job.State.DONE, null, List.of(), Instant.EPOCH);
        var over = reader.get(progress);
        assertThat(over.status()).isEqualTo(200);
        assertThat(over.document().select(".ssj-job-inside").attr("data-over")).isEqualTo("true");
        assertThat(over.text()).contains("完成");
        assertThat(over.document().select("h1, nav")).as("the part alone").isEmpty();
        assertThat(reader.get(progress + "?lang=en").text()).contains("Done");
        assertThat(signedInAs(neighbour(), Role.ADMINISTRATOR).get(progress).status())
                .isEqualTo(404);
    }

    @Test
    void nobodyStopsWhatAChangeOwesToTheGrades() {
        for (String kind : List.of("regrade-touched", "regrade-all")) {
            long id = jobs.add(kind, "delivery:5", aboutNothing(), Instant.EPOCH);
            assertThatThrownBy(() -> cancelJob.ask(id, aboutNothing()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("job-owed");
            assertThat(signedInAs(Role.ADMINISTRATOR)
                            .get("/console/jobs/" + id)
                            .document()
                            .select("form[action$=/cancel]"))
                    .isEmpty();
        }
    }

    @Test
    void ofTwoWhoAddTheSameWorkAtTheSameTimeOneDoes() {
        String subject = "thing:" + System.nanoTime();
        CompletableFuture<Optional<Long>> other = new CompletableFuture<>();
        Optional<Long> one = Objects.requireNonNull(transaction.execute(status -> {
            Optional<Long> added = jobs.addUnlessOpen("probe", subject, aboutNothing(), Instant.EPOCH);
            other.completeAsync(() -> addedUnlessOpen(subject));
            while (asOwner()
                            .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .query(Long.class)
                            .single()
                    == 0) {
                assertThat(other).as("it waits for the first").isNotDone();
            }
            return added;
        }));
        assertThat(one).isPresent();
        assertThat(other.join()).isEmpty();
        assertThat(jobs.current("probe", subject).map(Job::id)).isEqualTo(one);
        assertThat(addedUnlessOpen(subject)).as("it still waits").isEmpty();
        jobs.finish(one.get(), Job.State.FAILED, null, List.of(), Instant.EPOCH);
        assertThat(addedUnlessOpen(subject)).as("it failed").isPresent();
    }

    private Optional<Long> addedUnlessOpen(String subject) {
        return Objects.requireNonNull(
                transaction.execute(status -> jobs.addUnlessOpen("probe", subject, aboutNothing(), Instant.EPOCH)));
    }

    @Test
    void onlyWhoMayStartSuchWorkSeesTheStopButton() {
        long id = jobs.add("probe", "thing:6", aboutNothing(), Instant.EPOCH);
        assertThat(signedInAs(Role.INSPECTOR)
                        .get("/console/jobs/" + id)
                        .document()
                        .select("form[action$=/cancel]"))
                .isEmpty();
        assertThat(signedInAs(Role.CREDIT_OFFICE)
                        .get("/console/jobs/" + id)
                        .document()
                        .select("form[action$=/cancel]"))
                .hasSize(1);
    }

    @Test
    void theStopButtonWorksOnceAndSaysSo() {
        long id = jobs.add("probe", "thing:5", aboutNothing(), Instant.EPOCH);
        Browser browser = signedInAs(Role.ADMINISTRATOR);
        var page = browser.get("/console/jobs/" + id);
        var done = browser.submit(page, "/console/jobs/" + id + "/cancel", Map.of());
        assertThat(done.text()).contains("已请求停止");
        var again = browser.submit(page, "/console/jobs/" + id + "/cancel", Map.of());
        assertThat(again.path()).isEqualTo("/console/jobs/" + id);
        assertThat(jdbc.sql("select count(*) from office.ledger_entry where subject = 'job:' || ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Actor aboutNothing() {
        var district = district();
        return new Actor("prober", "试", district.id(), district.scope());
    }

    private interface Work {
        void run(Job job, Progress progress);
    }

    private static JobHandler handler(Work work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return "probe";
            }

            @Override
            public void run(Job job, Progress progress) {
                work.run(job, progress);
            }
        };
    }

    private Job run(JobHandler handler) {
        long id = jobs.add("probe", "thing:9", aboutNothing(), Instant.EPOCH);
        new RunJob(jobs, List.of(handler), Clock.systemUTC()).run(id);
        return jobs.get(id);
    }

    private Job waitFor(long id) {
        Instant limit = Instant.now(Clock.systemUTC()).plusSeconds(30);
        while (!jobs.get(id).state().over() && Instant.now(Clock.systemUTC()).isBefore(limit)) {
            Thread.onSpinWait();
        }
        return jobs.get(id);
    }

    private long scheduled(long id) {
        return jdbc.sql("select count(*) from office.scheduled_tasks where task_instance = ?")
                .param(Long.toString(id))
                .query(Long.class)
                .single();
    }

    private static final class SteppingClock extends Clock {
        private Instant now = Instant.parse("2026-03-31T02:00:00Z");

        void step(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
