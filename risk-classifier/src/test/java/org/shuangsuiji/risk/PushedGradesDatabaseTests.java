package org.shuangsuiji.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

/** What other bodies say, beside what we do. */
class PushedGradesDatabaseTests {
    private static final String SCHEME = "自治区企业信用风险分类";
    private static final LocalDate NEW_LABELS = LocalDate.of(2026, 9, 1);

    private static RiskOffice office;
    private static PushedGrades pushed;

    @BeforeAll
    static void open() {
        office = new RiskOffice();
        pushed = office.bean(PushedGrades.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void fill() {
        office.empty();
        office.sql("truncate risk.pushed_label restart identity");
        office.sql("truncate ingest.delivery, ingest.source cascade");
        office.departments();
        office.enterprises(6);
    }

    @Test
    void aLabelMeansNothingUntilSomebodyDecides() {
        pushed(1, "A", "2026-10-01");
        pushed(2, "A", "2026-10-01");
        pushed(3, "未参评", "2026-10-01");
        assertThat(pushed.labels(RiskOffice.LI))
                .extracting(PushedLabel::label, PushedLabel::grades, PushedLabel::meaning)
                .containsExactlyInAnyOrder(tuple("A", 2L, null), tuple("未参评", 1L, null));
        decide("A", Rank.ONE, NEW_LABELS);
        assertThat(pushed.labels(RiskOffice.LI))
                .extracting(PushedLabel::label, PushedLabel::meaning)
                .containsExactlyInAnyOrder(
                        tuple(
                                "A",
                                new PushedLabel.Meaning(Rank.ONE, NEW_LABELS, "甲局", "li", office.doors.now, "自治区局文件")),
                        tuple("未参评", null));
        assertThat(office.doors.ledger).hasSize(1);
    }

    @Test
    void aLabelMeansWhatItMeantOnTheDayOfItsGrade() {
        pushed(1, "A", "2026-08-31");
        pushed(2, "A", "2026-09-01");
        decide("A", Rank.FOUR, LocalDate.of(2026, 1, 1));
        decide("A", Rank.ONE, NEW_LABELS);
        assertThat(pushed.of(1, RiskOffice.LI)).extracting(PushedGrade::rank).containsExactly(Rank.FOUR);
        assertThat(pushed.of(2, RiskOffice.LI)).extracting(PushedGrade::rank).containsExactly(Rank.ONE);
        decide("A", null, NEW_LABELS);
        assertThat(pushed.of(2, RiskOffice.LI).get(0).rank()).isNull();
        assertThat(pushed.of(2, RiskOffice.LI).get(0).label()).isEqualTo("A");
    }

    @Test
    void theLatestGradeOfASchemeHoldsUntilItEndsOrIsWithdrawn() {
        pushed(1, "A", "2026-08-01");
        pushed(1, "B", "2026-10-01");
        assertThat(pushed.of(1, RiskOffice.LI)).extracting(PushedGrade::label).containsExactly("B");
        office.sql("update ingest.record set withdrawn_on = '2026-10-02' where details ->> 'label' = 'B'");
        assertThat(pushed.of(1, RiskOffice.LI)).extracting(PushedGrade::label).containsExactly("A");
    }

    @Test
    void listsWhomOthersGradeOtherwiseAndByHowManySteps() {
        long model = office.bean(Models.class).installGeneral(Actor.SYSTEM);
        office.bean(ClassifyEnterprises.class)
                .all(
                        office.bean(Models.class).active().get(0).versionId(),
                        office.today(),
                        Progress.SILENT,
                        Actor.SYSTEM);
        int ours = Integer.parseInt(office.one("select rank from risk.read_grade where enterprise_id = 1"));
        assertThat(ours).isLessThan(4);
        pushed(1, "D", "2026-10-01");
        pushed(2, "D", "2026-10-01");
        pushed(3, "未参评", "2026-10-01");
        decide("D", Rank.FOUR, NEW_LABELS);
        var found = pushed.differences(model, null, 1, 0, 10, RiskOffice.LI);
        assertThat(found).extracting(PushedDifference::enterpriseId).containsExactly(1L, 2L);
        assertThat(found.get(0).steps()).isEqualTo(ours - 4);
        assertThat(pushed.differences(model, null, 5 - ours, 0, 10, RiskOffice.LI).stream()
                        .filter(each -> each.enterpriseId() == 1))
                .isEmpty();
        assertThat(pushed.differences(model, "别的方案", 1, 0, 10, RiskOffice.LI)).isEmpty();
        assertThat(pushed.differences(model, null, 1, found.get(0).recordId(), 10, RiskOffice.LI))
                .extracting(PushedDifference::enterpriseId)
                .containsExactly(2L);
        assertThat(office.doors.reads).isNotEmpty();
    }

    @Test
    void aGradeThatAnotherSourceSendsStandsBesideAndNamesItsSender() {
        long platform = sender(701, "信用中国", "SUPERIOR");
        long department = sender(702, "", "DEPARTMENT");
        pushed(1, "A", "2026-08-01", platform, "信用中国");
        pushed(1, "D", "2026-10-01", department, "信用中国");
        assertThat(pushed.of(1, RiskOffice.LI))
                .extracting(PushedGrade::source, PushedGrade::authority, PushedGrade::label)
                .containsExactly(
                        tuple("信用中国", "信用中国", "A"),
                        tuple(office.one("select name from office.department where id = 1"), "信用中国", "D"));
        pushed(1, "B", "2026-09-01", platform, "信用中国");
        assertThat(pushed.of(1, RiskOffice.LI)).extracting(PushedGrade::label).containsExactly("B", "D");
        assertThat(pushed.labels(RiskOffice.LI))
                .extracting(PushedLabel::source, PushedLabel::label, PushedLabel::grades)
                .contains(tuple("信用中国", "B", 1L))
                .hasSize(2);
    }

    @Test
    void showsNothingOfEnterprisesOutOfScope() {
        pushed(1, "A", "2026-10-01");
        var elsewhere = new Actor("zhao", "赵", 2, new Scope("/2/", "150582"));
        assertThat(pushed.labels(elsewhere)).isEmpty();
        assertThat(pushed.of(1, elsewhere)).isEmpty();
    }

    @Test
    void anOfficeDecidesForItselfAndThoseBelowAndForNobodyElse() {
        office.sql("""
                insert into office.department (id, path, code, name, short_name, level, function, region)
                overriding system value
                values (3, '/1/3/', '150581-CCC', '丙局', '丙', 'COUNTY', '市场监管', '150581'),
                       (4, '/1/4/', '150581-DDD', '丁局', '丁', 'COUNTY', '住建', '150581')
                """);
        var below = new Actor("sun", "孙", 3, new Scope("/1/3/", "150581"));
        var beside = new Actor("zhou", "周", 4, new Scope("/1/4/", "150581"));
        pushed(1, "A", "2026-08-01");
        pushed(2, "A", "2026-10-01");
        decide("A", Rank.ONE, LocalDate.of(2026, 1, 1));
        assertThat(ranksOfLabels(below)).containsExactly(Rank.ONE);
        decide("A", Rank.FOUR, NEW_LABELS, below);
        assertThat(ranksOfLabels(below)).containsExactly(Rank.FOUR);
        assertThat(ranksOfLabels(RiskOffice.LI)).containsExactly(Rank.ONE);
        assertThat(ranksOfLabels(beside)).containsExactly(Rank.ONE);
        assertThat(pushed.of(2, below)).extracting(PushedGrade::rank).containsExactly(Rank.FOUR);
        assertThat(pushed.of(2, beside)).extracting(PushedGrade::rank).containsExactly(Rank.ONE);
        assertThat(pushed.of(1, below))
                .as("before its own decision held, the superior's did")
                .extracting(PushedGrade::rank)
                .containsExactly(Rank.ONE);
        decide("A", Rank.TWO, NEW_LABELS);
        assertThat(ranksOfLabels(below)).containsExactly(Rank.FOUR);
        assertThat(ranksOfLabels(beside)).containsExactly(Rank.TWO);
    }

    @Test
    void differencesFollowTheReadersOwnMeanings() {
        office.sql("""
                insert into office.department (id, path, code, name, short_name, level, function, region)
                overriding system value values (3, '/1/3/', '150581-CCC', '丙局', '丙', 'COUNTY', '市场监管', '150581')
                """);
        var below = new Actor("sun", "孙", 3, new Scope("/1/3/", "150581"));
        long model = office.bean(Models.class).installGeneral(Actor.SYSTEM);
        office.bean(ClassifyEnterprises.class)
                .all(
                        office.bean(Models.class).active().get(0).versionId(),
                        office.today(),
                        Progress.SILENT,
                        Actor.SYSTEM);
        Rank ours = Rank.of(Integer.parseInt(office.one("select rank from risk.read_grade where enterprise_id = 1")));
        pushed(1, "D", "2026-10-01");
        decide("D", ours, NEW_LABELS);
        assertThat(pushed.differences(model, null, 1, 0, 10, below)).isEmpty();
        decide("D", Rank.FOUR, NEW_LABELS, below);
        assertThat(pushed.differences(model, null, 1, 0, 10, below)).hasSize(1);
        assertThat(pushed.differences(model, null, 1, 0, 10, RiskOffice.LI)).isEmpty();
    }

    @Test
    void anOfficeDecidesNoLabelThatItDoesNotSeeAndLearnsNothingOfIt() {
        pushed(1, "A", "2026-10-01");
        var elsewhere = new Actor("zhao", "赵", 2, new Scope("/2/", "150582"));
        for (String label : new String[] {"A", "Z"}) {
            assertThatThrownBy(() -> decide(label, Rank.FOUR, NEW_LABELS, elsewhere))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("pushed-label-unknown"));
        }
        assertThat(office.one("select count(*) from risk.pushed_label")).isEqualTo("0");
    }

    @Test
    void refusesALabelThatNobodyPushedAndADecisionWithoutAReason() {
        pushed(1, "A", "2026-10-01");
        assertThatThrownBy(() -> decide("Z", Rank.ONE, NEW_LABELS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("pushed-label-unknown"));
        assertThatThrownBy(() -> pushed.decide(
                        new PushedGradeBook.Meaning(SCHEME, "A", Rank.ONE, NEW_LABELS, " "), RiskOffice.LI))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("pushed-label-reason"));
    }

    private static void decide(String label, @Nullable Rank rank, LocalDate since) {
        decide(label, rank, since, RiskOffice.LI);
    }

    private static void decide(String label, @Nullable Rank rank, LocalDate since, Actor actor) {
        pushed.decide(new PushedGradeBook.Meaning(SCHEME, label, rank, since, "自治区局文件"), actor);
    }

    private static List<@Nullable Rank> ranksOfLabels(Actor reader) {
        return pushed.labels(reader).stream()
                .map(PushedLabel::meaning)
                .map(meaning -> Objects.requireNonNull(meaning).rank())
                .toList();
    }

    private static void pushed(long enterprise, String label, String day) {
        pushed(enterprise, label, day, 1, "自治区局");
    }

    private static void pushed(long enterprise, String label, String day, long delivery, String authority) {
        office.sql("""
                insert into ingest.record (enterprise_id, kind, event_day, authority, details, flags, delivery_id,
                    known_from, key_hash, content_hash)
                values (?, 25, ?::date, ?, jsonb_build_object('scheme', ?::text, 'label', ?::text), 0, ?,
                    timestamptz '2026-01-01', gen_random_uuid(), gen_random_uuid())
                """, enterprise, day, authority, Objects.requireNonNull(SCHEME), label, delivery);
    }

    /** A source and its only delivery, both of this number. */
    private static long sender(long id, String called, String standing) {
        office.sql("""
                insert into ingest.source (id, word, name, standing, department_id, trust)
                overriding system value
                values (?, case when ? = '' then 'department-1' else 'platform' end, nullif(?, ''), ?, 1, 'OFFICIAL')
                """, id, called, called, standing);
        office.sql("""
                insert into ingest.delivery (id, kind, state, department_id, source_id, actor, idempotency_key, file_name,
                    sha256, bytes, received_at)
                overriding system value
                values (?, 25, 'done', 1, ?, 'li', 'sender-' || ?::text, 'a.csv', sha256(''), 0, now())
                """, id, id, id);
        return id;
    }
}
