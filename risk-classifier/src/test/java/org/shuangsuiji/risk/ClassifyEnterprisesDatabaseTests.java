package org.shuangsuiji.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangsuiji.risk.RiskOffice.LI;
import static org.shuangsuiji.risk.RiskOffice.WANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.model.DefinitionChange;
import org.shuangsuiji.risk.scoring.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClassifyEnterprisesDatabaseTests {
    /** Somebody asks to stop at once. */
    private static final Progress STOPPED = new Progress() {
        @Override
        public void stage(String stage, long total) {}

        @Override
        public void done(long done) {}

        @Override
        public void stopIfAsked() {
            throw new Cancelled();
        }
    };

    private static RiskOffice office;
    private static Models models;
    private static Grades grades;
    private static ClassifyEnterprises classify;
    private long model;

    @BeforeAll
    static void opens() {
        office = new RiskOffice();
        models = office.bean(Models.class);
        grades = office.bean(Grades.class);
        classify = office.bean(ClassifyEnterprises.class);
    }

    @AfterAll
    static void closes() {
        office.close();
    }

    @BeforeEach
    void installs() {
        office.empty();
        model = models.installGeneral(Actor.SYSTEM);
        office.doors.ledger.clear();
    }

    private static Random seeded(String what) {
        long seed = Long.getLong("shuangsuiji.test.seed", System.nanoTime());
        System.out.println(what + ": -Dshuangsuiji.test.seed=" + seed);
        return new Random(seed);
    }

    private Regrades.Outcome all() {
        return classify.all(active(), office.today(), Progress.SILENT, Actor.SYSTEM);
    }

    private static long active() {
        return models.active().get(0).versionId();
    }

    private static void anyRecord(Random random, long firm) {
        LocalDate event = office.today().minusDays(random.nextInt(1400) - 40);
        office.record(
                firm,
                RecordKind.of(2 + random.nextInt(5)),
                event,
                random.nextInt(3) == 0 ? null : event.plusDays(random.nextInt(1300)),
                random.nextInt(4) == 0 ? null : 1 + random.nextInt(3),
                random.nextBoolean() ? null : (long) random.nextInt(500_000),
                List.of("1", "2", "4,6", "5", "8").get(random.nextInt(5)));
    }

    /** Neighbours, namesakes, unknown industries, revoked and deregistered ones, and records of all kinds. */
    private static void district(Random random, int firms, int records) {
        office.enterprises(firms);
        office.sql("update ingest.enterprise set address = '霍林郭勒市创业园' || (id % 11) || '座' where id % 3 = 0");
        office.sql("update ingest.enterprise set legal_person = '王' || (id % 17) where id % 4 = 0");
        office.sql("update ingest.enterprise set status = 'REVOKED' where id % 31 = 0");
        office.sql("update ingest.enterprise set status = 'DEREGISTERED' where id % 29 = 0");
        office.sql("update ingest.enterprise set registered = false, content_hash = null where id % 37 = 0");
        office.sql("update ingest.enterprise set established = null, capital_fen = null where id % 41 = 0");
        for (int i = 0; i < records; i++) {
            anyRecord(random, 1L + random.nextInt(firms));
        }
    }

    private static String stored() {
        return office.rows("""
                        select enterprise_id, version_id, state, rank, score, encode(bins, 'hex'),
                               encode(input_digest, 'hex'), next_change
                        from risk.assessment where superseded_at is null and state <> 'NOT_COVERED' order by enterprise_id
                        """).toString();
    }

    @Test
    void everybodyIsGradedAndASecondRunFindsNothingToWrite() {
        district(seeded("everybody"), 400, 700);
        Regrades.Outcome first = all();
        assertThat(first.enterprises()).isEqualTo(400);
        assertThat(first.changed()).isEqualTo(first.counts().all());
        assertThat(first.notCovered()).isEqualTo(13);
        assertThat(first.counts().notYetGradable()).isPositive();
        assertThat(office.one("select count(*) from risk.read_grade"))
                .isEqualTo(String.valueOf(first.counts().graded()));

        Regrades.Outcome second = all();
        assertThat(second.changed()).isZero();
        assertThat(second.counts()).isEqualTo(first.counts());
        assertThat(office.one("select count(*) from risk.assessment")).isEqualTo(String.valueOf(first.changed()));
        assertThat(office.doors.ledger)
                .extracting(entry -> entry.event() + " " + entry.facts().get("changed"))
                .containsExactly(LedgerEvent.REGRADED + " " + first.changed(), LedgerEvent.REGRADED + " 0");
    }

    /** Beside the entry that names the one enterprise of a delivery its count by ranks would be its grade. */
    @Test
    void theLedgerCountsRanksOfEverybodyAndNeverOfFew() {
        office.enterprises(2);
        all();
        office.touched(9, 1);
        classify.touched(9, office.today(), Progress.SILENT, Actor.SYSTEM);
        classify.dueByTime(office.today().plusYears(9), Progress.SILENT, Actor.SYSTEM);
        assertThat(office.doors.ledger)
                .filteredOn(entry -> entry.event() == LedgerEvent.REGRADED)
                .hasSizeGreaterThan(1)
                .extracting(entry -> entry.facts().containsKey("rank_one"))
                .startsWith(true)
                .endsWith(false)
                .containsOnlyOnce(true);
    }

    @Test
    void oneEnterpriseExplainedAloneIsItsRowInTheFullRun() {
        district(seeded("alone"), 150, 400);
        all();
        for (long id = 1; id <= 150; id++) {
            GradeReport report = grades.explain(id, model, GradeReads.Purpose.ENTERPRISE_PAGE, LI);
            if (report.why().standing() == Standing.NOT_COVERED) {
                assertThat(report.current()).isEmpty();
                continue;
            }
            assertThat(report.upToDate()).as("enterprise %d", id).isTrue();
            assertThat(report.current().orElseThrow().nextChange())
                    .isEqualTo(report.why().nextChange().orElse(null));
            report.why().reasons().stream()
                    .flatMap(reason -> reason.records().stream())
                    .forEach(behind -> assertThat(report.records()).containsKey(behind.recordId()));
        }
    }

    @Test
    void aLargeRegisterIsReadInPartsByAllProcessors() {
        office.enterprises(25_000);
        office.sql("""
                insert into ingest.record (enterprise_id, kind, event_day, severity, amount_fen, flags, delivery_id,
                    known_from, key_hash, content_hash)
                select 1 + n * 7919 % 25000, 2 + n % 5, date '2026-11-22' - (n * 13 % 1500)::int, 1 + n % 3, n * 100, 0, 1,
                    now(), gen_random_uuid(), gen_random_uuid()
                from generate_series(1, 60000) n
                """);
        Regrades.Outcome outcome = all();
        assertThat(outcome.enterprises()).isEqualTo(25_000);
        assertThat(outcome.changed()).isEqualTo(25_000);
        assertThat(all().changed()).isZero();
        for (long id : new long[] {1, 2, 12_500, 12_501, 24_999, 25_000}) {
            assertThat(grades.explain(id, model, GradeReads.Purpose.ENTERPRISE_PAGE, LI)
                            .upToDate())
                    .isTrue();
        }
    }

    @Test
    void gradingWhomADeliveryTouchedEqualsGradingEverybody() {
        Random random = seeded("touched");
        district(random, 200, 300);
        all();
        for (long delivery = 50; delivery < 60; delivery++) {
            for (int i = 0; i < 4; i++) {
                long firm = 1L + random.nextInt(200);
                change(random, firm, delivery);
                office.sql(
                        "insert into ingest.touched (delivery_id, enterprise_id) values (?, ?) on conflict do nothing",
                        delivery,
                        firm);
            }
            classify.touched(delivery, office.today(), Progress.SILENT, Actor.SYSTEM);
            String incremental = stored();
            assertThat(all().changed()).as("after delivery %d", delivery).isZero();
            assertThat(stored()).isEqualTo(incremental);
        }
    }

    private static void change(Random random, long firm, long delivery) {
        switch (random.nextInt(5)) {
            case 0 -> anyRecord(random, firm);
            case 1 ->
                office.sql(
                        "update ingest.record set known_to = now() where enterprise_id = ? and known_to is null", firm);
            case 2 -> office.set(firm, "status", random.nextBoolean() ? "REVOKED" : "DEREGISTERED");
            case 3 -> moves(firm, delivery, "address", "霍林郭勒市创业园" + random.nextInt(11) + "座");
            default -> moves(firm, delivery, "legal_person", "王" + random.nextInt(17));
        }
    }

    /** As a delivery does it: the former version is kept, the new one takes its place. */
    private static void moves(long firm, long delivery, String column, String value) {
        office.sql("""
                insert into ingest.enterprise_version (enterprise_id, known_from, known_to, delivery_id, registered, name,
                    region, industry, section, subject_kind, status, established, capital_fen, address, legal_person,
                    flags)
                select id, known_from, now(), ?, registered, name, region, industry, section, subject_kind, status,
                    established, capital_fen, address, legal_person, flags
                from ingest.enterprise where id = ? on conflict do nothing
                """, delivery, firm);
        office.set(firm, column, value);
    }

    @Test
    void gradingThoseDueByTimeEqualsGradingEverybody() {
        district(seeded("due"), 200, 400);
        all();
        LocalDate start = office.today();
        int written = 0;
        for (int days : new int[] {1, 2, 9, 40, 41, 120, 400, 1200}) {
            office.today(start.plusDays(days));
            List<Regrades.Outcome> due = classify.dueByTime(office.today(), Progress.SILENT, Actor.SYSTEM);
            written += (int) due.get(0).changed();
            String incremental = stored();
            assertThat(all().changed()).as("after %d days", days).isZero();
            assertThat(stored()).isEqualTo(incremental);
        }
        assertThat(written).isPositive();
    }

    @Test
    void onADayOnWhichNobodyIsDueNothingIsWrittenAtAll() {
        office.enterprises(1);
        office.set(1, "established", LocalDate.of(1990, 1, 1));
        all();
        office.doors.ledger.clear();
        office.today(office.today().plusDays(1));
        assertThat(classify.dueByTime(office.today(), Progress.SILENT, Actor.SYSTEM)
                        .get(0)
                        .runId())
                .isZero();
        assertThat(office.one("select count(*) from risk.run")).isEqualTo("1");
        assertThat(office.doors.ledger).isEmpty();
    }

    @Test
    void aFormerGradeStaysWhenANewOneTakesItsPlace() {
        office.enterprises(1);
        office.set(1, "established", LocalDate.of(1990, 1, 1));
        office.set(1, "capital_fen", 5_000_000_00L);
        all();
        office.record(1, RecordKind.DISHONESTY, office.today(), office.today().plusYears(3));
        office.touched(9, 1);
        classify.touched(9, office.today(), Progress.SILENT, Actor.SYSTEM);
        assertThat(office.rows("""
                        select rank, superseded_at is null from risk.assessment where enterprise_id = 1 order by run_id
                        """)).containsExactly(List.of("1", "f"), List.of("4", "t"));
        GradeReport report = grades.explain(1, model, GradeReads.Purpose.ENTERPRISE_PAGE, LI);
        assertThat(report.history()).hasSize(1);
        assertThat(report.why().vetoes()).extracting(veto -> veto.code()).containsExactly("V01");
        assertThat(report.why().nextChange()).isPresent();
        JdbcClient application = office.bean(JdbcClient.class);
        assertThatThrownBy(() ->
                        application.sql("update risk.assessment set rank = 1").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> application
                        .sql("update risk.assessment set superseded_at = null where superseded_at is not null")
                        .update())
                .hasStackTraceContaining("stays as it is");
    }

    @Test
    void anEnterpriseThatIsDeregisteredHasNoGradeAnyMore() {
        office.enterprises(2);
        all();
        office.set(2, "status", "DEREGISTERED");
        office.touched(9, 2);
        classify.touched(9, office.today(), Progress.SILENT, Actor.SYSTEM);
        assertThat(office.rows("select enterprise_id from risk.read_grade")).containsExactly(List.of("1"));
        assertThat(grades.current(2, GradeReads.Purpose.ENTERPRISE_PAGE, LI)
                        .get(0)
                        .standing())
                .isEqualTo(Standing.NOT_COVERED);
        assertThat(all().changed()).isZero();
    }

    @Test
    void aNewVersionGradesEverybodyInOneGo() {
        office.enterprises(300);
        for (long id = 1; id <= 90; id++) {
            office.record(id, RecordKind.PENALTY, office.today().minusDays(id), null, 2, 30_000L, null);
        }
        long old = active();
        all();
        long draft = models.draft(model, LI);
        DefinitionChange change =
                DefinitionChange.ofWeights(models.version(draft, LI).definition(), Map.of("R030301", 90));
        Comparison foretold = models.rehearse(draft, change, new Actor("li", "李", 1, Scope.WHOLE_OFFICE));
        models.change(draft, models.version(draft, LI).lock(), change, LI);
        models.submit(draft, models.version(draft, LI).lock(), "更看重处罚次数", LI);
        models.activate(draft, models.version(draft, LI).lock(), office.today(), WANG);
        assertThatThrownBy(() -> classify.all(old, office.today(), Progress.SILENT, LI))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("model-version-not-in-force"));
        Regrades.Outcome outcome = classify.all(draft, office.today(), Progress.SILENT, Actor.SYSTEM);
        assertThat(outcome.counts()).as("as the comparison foretold").isEqualTo(foretold.after());
        assertThat(office.rows("select distinct version_id from risk.read_grade"))
                .containsExactly(List.of(String.valueOf(draft)));
        assertThat(office.one("select count(*) from risk.assessment where superseded_at is not null"))
                .isEqualTo("300");
    }

    @Test
    void aRunThatIsStoppedLeavesNothingBehindAndCanBeRunAgain() {
        office.enterprises(50);
        assertThatThrownBy(() -> classify.all(active(), office.today(), STOPPED, LI))
                .isInstanceOf(Progress.Cancelled.class);
        assertThat(office.one("select count(*) from risk.assessment")).isEqualTo("0");
        assertThat(office.one("select count(*) from risk.run")).isEqualTo("0");
        assertThat(office.doors.ledger).isEmpty();
        assertThat(all().changed()).isEqualTo(50);
    }

    /** Whether the version in force owes a full regrade, as the night run and as a reader of the model hears it. */
    private boolean owes() {
        boolean owes = !classify.owing().isEmpty();
        assertThat(models.list(LI).get(0).owesRegrade()).isEqualTo(owes);
        return owes;
    }

    @Test
    void aVersionOwesAFullRegradeUntilItHasGradedEverybody() {
        office.enterprises(5);
        assertThat(owes()).as("installed, and nobody graded").isTrue();
        office.touched(9, 1);
        classify.touched(9, office.today(), Progress.SILENT, Actor.SYSTEM);
        office.today(office.today().plusYears(3));
        assertThat(classify.dueByTime(office.today(), Progress.SILENT, Actor.SYSTEM)
                        .get(0)
                        .runId())
                .isPositive();
        assertThat(owes()).as("some are graded, not everybody").isTrue();
        all();
        assertThat(owes()).isFalse();

        long draft = models.draft(model, LI);
        DefinitionChange change =
                DefinitionChange.ofWeights(models.version(draft, LI).definition(), Map.of("R030301", 90));
        models.change(draft, models.version(draft, LI).lock(), change, LI);
        models.submit(draft, models.version(draft, LI).lock(), "更看重处罚次数", LI);
        models.activate(draft, models.version(draft, LI).lock(), office.today().plusDays(1), WANG);
        assertThat(owes()).as("the former version is in force until the day").isFalse();
        office.today(office.today().plusDays(1));
        models.takeEffect(office.today(), Actor.SYSTEM);
        assertThat(classify.owing()).containsExactly(new ActiveModel(model, "general", draft));
        assertThatThrownBy(() -> classify.all(draft, office.today(), STOPPED, LI))
                .isInstanceOf(Progress.Cancelled.class);
        assertThat(owes()).as("a run that failed").isTrue();
        all();
        assertThat(owes()).isFalse();
    }

    @Test
    void theDistributionCountsTheReadersRegionByRegionAndSection() {
        office.enterprises(140);
        office.sql("update ingest.enterprise set region = '210600' where id <= 40");
        office.sql("update ingest.enterprise set registered = false, content_hash = null where id in (139, 140)");
        all();
        Distribution ours = grades.distribution(model, GradeFilter.NONE, LI);
        assertThat(ours.all().all()).isEqualTo(100);
        assertThat(ours.all().notYetGradable()).isEqualTo(2);
        assertThat(ours.byRegion()).extracting(Distribution.Group::key).containsExactly("1505");
        assertThat(ours.bySection().stream()
                        .mapToLong(group -> group.counts().all())
                        .sum())
                .isEqualTo(100);
        assertThat(ours.lastRun()).isNotNull();
        Distribution streets = grades.distribution(model, new GradeFilter("150581", "C", null), LI);
        assertThat(streets.byRegion())
                .allSatisfy(group -> assertThat(group.key()).hasSize(9));
        assertThat(streets.bySection()).extracting(Distribution.Group::key).containsExactly("C");
        Distribution others = grades.distribution(model, new GradeFilter("21", null, null), LI);
        assertThat(others.all().all()).as("outside the reader's region").isZero();
        assertThat(office.doors.reads).contains("li DISTRIBUTION model:" + model);
    }

    @Test
    void aListGoesOnWhereItEnded() {
        office.enterprises(30);
        office.sql("update ingest.enterprise set region = '210600' where id = 7");
        for (long id = 1; id <= 30; id += 2) {
            office.record(id, RecordKind.DISHONESTY, office.today(), null);
        }
        all();
        List<GradeRow> first = grades.list(model, Rank.FOUR, GradeFilter.NONE, 0, 5, LI);
        assertThat(first).extracting(GradeRow::enterpriseId).containsExactly(1L, 3L, 5L, 9L, 11L);
        assertThat(grades.list(model, Rank.FOUR, GradeFilter.NONE, 11, 50, LI))
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.rank()).contains(Rank.FOUR));
        assertThat(grades.list(model, null, GradeFilter.NONE, 0, 50, LI)).isEmpty();
    }

    @Test
    void anEnterpriseOutsideTheReadersRegionLooksAbsent() {
        office.enterprises(1);
        office.set(1, "region", "210600");
        all();
        assertThatThrownBy(() -> grades.explain(1, model, GradeReads.Purpose.ENTERPRISE_PAGE, LI))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT));
        assertThat(grades.current(1, GradeReads.Purpose.ENTERPRISE_PAGE, LI)).isEmpty();
    }

    @Test
    void anEnterpriseOfNoKnownRegionIsExplainedToTheOfficeThatBroughtItAndToNoOther() {
        office.departments();
        office.enterprises(2);
        office.sql("""
                insert into ingest.delivery (id, kind, state, department_id, actor, idempotency_key, file_name, sha256,
                    bytes, received_at)
                values (501, 1, 'done', 1, 'li', 'a', 'a.csv', sha256(''), 0, now()),
                       (502, 1, 'done', 2, 'qian', 'b', 'b.csv', sha256(''), 0, now())
                """);
        office.sql("update ingest.enterprise set region = null, first_delivery_id = 500 + id");
        office.record(1, RecordKind.DISHONESTY, office.today(), null);
        office.record(2, RecordKind.DISHONESTY, office.today(), null);
        all();
        Actor county = new Actor("sun", "孙", 1, new Scope("/1/", "150581"));
        assertThat(grades.explain(1, model, GradeReads.Purpose.ENTERPRISE_PAGE, county)
                        .subject()
                        .id())
                .isEqualTo(1);
        assertThat(grades.current(1, GradeReads.Purpose.API, county)).hasSize(1);
        assertThat(grades.current(2, GradeReads.Purpose.API, county)).isEmpty();
        assertThatThrownBy(() -> grades.explain(2, model, GradeReads.Purpose.ENTERPRISE_PAGE, county))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT));
        assertThat(grades.distribution(model, GradeFilter.NONE, county).all().all())
                .isEqualTo(1);
        assertThat(grades.list(model, Rank.FOUR, GradeFilter.NONE, 0, 5, county))
                .extracting(GradeRow::enterpriseId)
                .containsExactly(1L);
    }

    @Test
    void everyReadOfAGradeIsNoted() {
        office.enterprises(1);
        all();
        grades.explain(1, model, GradeReads.Purpose.ENTERPRISE_PAGE, LI);
        grades.current(1, GradeReads.Purpose.API, WANG);
        grades.list(model, Rank.ONE, GradeFilter.NONE, 0, 5, LI);
        assertThat(office.doors.reads)
                .containsExactly("li ENTERPRISE_PAGE enterprise:1", "wang API enterprise:1", "li LIST model:1 rank-1");
    }

    @Test
    void theSchemesShowTheSameRankByDifferentLetters() {
        Schemes schemes = office.bean(Schemes.class);
        assertThat(schemes.list()).extracting(GradeScheme::code).containsExactly("national", "hohhot");
        assertThat(schemes.find("national").orElseThrow().level(Rank.FOUR).letter())
                .isEqualTo("D");
        assertThat(schemes.find("hohhot").orElseThrow().level(Rank.FOUR).letter())
                .isEqualTo("A");
        assertThat(schemes.find("hohhot").orElseThrow().level(Rank.ONE).letter())
                .isEqualTo("D");
    }
}
