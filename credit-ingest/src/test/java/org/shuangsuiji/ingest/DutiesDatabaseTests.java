package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shuangsuiji.ingest.duty.ByDay;
import org.shuangsuiji.ingest.duty.Period;
import org.shuangsuiji.ingest.duty.WithinDays;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

class DutiesDatabaseTests {
    @RegisterExtension
    private static final IngestOffice OFFICE = new IngestOffice();

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Duties duties = OFFICE.get(Duties.class);
    private long source;

    @BeforeEach
    void begin() {
        OFFICE.jdbcOwner()
                .sql("truncate ingest.source, ingest.agreement, ingest.duty cascade")
                .update();
        source = OFFICE.get(Sources.class)
                .enter(
                        new SourceTerms("province", "省级平台", Source.Standing.SUPERIOR, 2, Source.Trust.UNCONFIRMED),
                        IngestOffice.COUNTY);
    }

    @Test
    void aChangeEndsTheLineOfThenTheDayBeforeAndKeepsIt() {
        long first =
                duties.enter(terms(RecordKind.PENALTY, "EACH_EVENT", 20, TODAY.minusYears(1)), IngestOffice.COUNTY);
        long next = duties.change(
                first, 0, terms(RecordKind.PENALTY, "EACH_EVENT", 7, TODAY.plusDays(1)), IngestOffice.COUNTY);
        assertThat(duties.history(next, IngestOffice.COUNTY.scope()))
                .extracting(DutyRow::rhythm, DutyRow::beginsOn, DutyRow::endsOn)
                .containsExactly(
                        Tuple.tuple(new WithinDays(7), TODAY.plusDays(1), null),
                        Tuple.tuple(new WithinDays(20), TODAY.minusYears(1), TODAY));
        assertThat(duties.list(IngestOffice.CITY.scope()))
                .as("what holds today, and what comes")
                .hasSize(2);
        refused(
                "duty-ended",
                () -> duties.change(first, 1, terms(RecordKind.PENALTY, "EACH_EVENT", 7, TODAY), IngestOffice.COUNTY));
        refused(
                "edited-meanwhile",
                () -> duties.change(first, 0, terms(RecordKind.PENALTY, "EACH_EVENT", 7, TODAY), IngestOffice.COUNTY));
        assertThat(OFFICE.doors().entries)
                .extracting(entry -> entry.event())
                .containsSubsequence(LedgerEvent.DUTY_ENTERED, LedgerEvent.DUTY_CHANGED);
    }

    @Test
    void aLineThatWasReplacedBeforeItHeldIsShownAsSuch() {
        long wrong = duties.enter(terms(RecordKind.PERMIT, "MONTHLY", 10, TODAY), IngestOffice.COUNTY);
        long right = duties.change(wrong, 0, terms(RecordKind.PERMIT, "QUARTERLY", 15, TODAY), IngestOffice.COUNTY);
        assertThat(duties.list(IngestOffice.COUNTY.scope()))
                .extracting(DutyRow::id)
                .containsExactly(right);
        assertThat(duties.history(right, IngestOffice.COUNTY.scope()))
                .extracting(DutyRow::never)
                .containsExactly(false, true);
        refused(
                "duty-begins-before",
                () -> duties.change(
                        right, 0, terms(RecordKind.PERMIT, "YEARLY", 181, TODAY.minusDays(1)), IngestOffice.COUNTY));
        assertThat(duties.get(right, IngestOffice.COUNTY.scope()).rhythm()).isEqualTo(new ByDay(Period.QUARTERLY, 15));
    }

    @Test
    void aSourceOwesAKindInOneWayAtATime() {
        long first = duties.enter(terms(RecordKind.PERMIT, "EACH_EVENT", 7, TODAY), IngestOffice.COUNTY);
        refused(
                "duty-there",
                () -> duties.enter(terms(RecordKind.PERMIT, "MONTHLY", 5, TODAY.plusYears(1)), IngestOffice.COUNTY));
        refused(
                "duty-there",
                () -> duties.enter(terms(RecordKind.PERMIT, "MONTHLY", 5, TODAY.minusYears(1)), IngestOffice.COUNTY));
        duties.end(first, 0, TODAY.plusDays(1), "不再承担", IngestOffice.COUNTY);
        refused(
                "duty-there",
                () -> duties.enter(terms(RecordKind.PERMIT, "MONTHLY", 5, TODAY.plusDays(1)), IngestOffice.COUNTY));
        duties.enter(terms(RecordKind.PERMIT, "MONTHLY", 5, TODAY.plusDays(2)), IngestOffice.COUNTY);
    }

    @Test
    void aDutyThatEndedIsStillOwedOnItsLastDay() {
        long id = duties.enter(terms(RecordKind.PERMIT, "EACH_EVENT", 7, TODAY.minusDays(9)), IngestOffice.COUNTY);
        duties.end(id, 0, TODAY, "职能划转", IngestOffice.COUNTY);
        assertThat(duties.list(IngestOffice.COUNTY.scope())).hasSize(1);
        long other = duties.enter(terms(RecordKind.ABNORMAL, "EACH_EVENT", 7, TODAY.minusDays(9)), IngestOffice.COUNTY);
        duties.end(other, 0, TODAY.minusDays(1), "职能划转", IngestOffice.COUNTY);
        assertThat(duties.list(IngestOffice.COUNTY.scope()))
                .extracting(DutyRow::id)
                .containsExactly(id);
        assertThat(duties.history(other, IngestOffice.COUNTY.scope()))
                .extracting(DutyRow::endedBecause)
                .containsExactly("职能划转");
    }

    @Test
    void theTemplateIsEnteredOnlyWhenAskedAndOnlyWhereNothingIsOwed() {
        assertThat(duties.list(Scope.WHOLE_OFFICE)).isEmpty();
        duties.enter(terms(RecordKind.PENALTY, "EACH_EVENT", 3, TODAY), IngestOffice.COUNTY);
        assertThat(duties.enterTemplate(source, TODAY, IngestOffice.COUNTY)).isEqualTo(RecordKind.values().length - 2);
        assertThat(duties.of(source, IngestOffice.COUNTY.scope()))
                .extracting(DutyRow::kind, row -> row.rhythm().days())
                .contains(
                        Tuple.tuple(RecordKind.PENALTY, 3),
                        Tuple.tuple(RecordKind.PERMIT, 7),
                        Tuple.tuple(RecordKind.REGISTRATION, 20))
                .doesNotContain(Tuple.tuple(RecordKind.INSPECTION, 20));
        refused("duty-template-done", () -> duties.enterTemplate(source, TODAY, IngestOffice.COUNTY));
    }

    @Test
    void aDepartmentThatNeverSentAnythingOwesAndIsOverdue() {
        duties.enter(
                "department-2",
                it -> new DutyTerms(it, RecordKind.PENALTY, "某办法第三条", "MONTHLY", 5, LocalDate.of(2026, 9, 1)),
                IngestOffice.CITY);
        DutyRow owed = duties.list(IngestOffice.CITY.scope()).get(0);
        assertThat(owed.sourceName()).isEqualTo("霍市监局");
        assertThat(OFFICE.get(SourceFigures.class).of(owed.sourceId(), IngestOffice.CITY.scope()))
                .singleElement()
                .satisfies(figures -> {
                    assertThat(figures.last()).isNull();
                    assertThat(figures.due().day()).isBefore(TODAY);
                    assertThat(figures.daysOverdue()).isPositive();
                });
        assertThat(duties.enterTemplate("department-2", TODAY, IngestOffice.CITY))
                .isEqualTo(RecordKind.values().length - 2);
        assertThat(OFFICE.count(
                        "select count(*) from ingest.source where department_id = 2 and standing = 'DEPARTMENT'"))
                .isEqualTo(1);
    }

    @Test
    void aRefusedDutyLeavesNoSourceBehind() {
        refused(
                "terms",
                () -> duties.enter(
                        "department-2",
                        it -> new DutyTerms(it, RecordKind.PENALTY, "某办法第三条", "MONTHLY", 32, TODAY),
                        IngestOffice.CITY));
        refused("record-source-unknown", () -> duties.enterTemplate("department-3", TODAY, IngestOffice.CITY));
        assertThat(OFFICE.count("select count(*) from ingest.source where standing = 'DEPARTMENT'"))
                .isZero();
    }

    @Test
    void aThirdPartyOwesOnlyWhatItMayTell() {
        source = OFFICE.get(Sources.class)
                .enter(
                        new SourceTerms("water", "供水公司", Source.Standing.THIRD_PARTY, 2, Source.Trust.UNCONFIRMED),
                        IngestOffice.COUNTY);
        refused(
                "duty-kind-not-told",
                () -> duties.enter(terms(RecordKind.PENALTY, "EACH_EVENT", 7, TODAY), IngestOffice.COUNTY));
        long fees = duties.enter(terms(RecordKind.FEE_ARREARS, "MONTHLY", 5, TODAY), IngestOffice.COUNTY);
        refused(
                "duty-kind-not-told",
                () -> duties.change(fees, 0, terms(RecordKind.PERMIT, "MONTHLY", 5, TODAY), IngestOffice.COUNTY));
        duties.enterTemplate(source, TODAY, IngestOffice.COUNTY);
        assertThat(duties.of(source, IngestOffice.COUNTY.scope()))
                .extracting(DutyRow::kind)
                .allMatch(Source.Standing.THIRD_PARTY::mayTell)
                .contains(RecordKind.THIRD_PARTY);
    }

    @Test
    void nobodySetsWhatAnotherOfficeIsOwed() {
        long id = duties.enter(terms(RecordKind.PERMIT, "EACH_EVENT", 7, TODAY), IngestOffice.COUNTY);
        refused("absent", () -> duties.get(id, IngestOffice.ELSEWHERE.scope()));
        refused("absent", () -> duties.end(id, 0, TODAY, "越权", IngestOffice.ELSEWHERE));
        refused(
                "absent",
                () -> duties.enter(terms(RecordKind.ABNORMAL, "EACH_EVENT", 7, TODAY), IngestOffice.ELSEWHERE));
        assertThat(duties.list(IngestOffice.ELSEWHERE.scope())).isEmpty();
        assertThat(duties.list(IngestOffice.CITY.scope())).hasSize(1);
    }

    @Test
    void noDayLiesOutsideThePeriod() {
        refused("terms", () -> duties.enter(terms(RecordKind.PERMIT, "MONTHLY", 32, TODAY), IngestOffice.COUNTY));
        refused("terms", () -> duties.enter(terms(RecordKind.PERMIT, "EACH_EVENT", 0, TODAY), IngestOffice.COUNTY));
        refused("terms", () -> duties.enter(terms(RecordKind.INSPECTION, "YEARLY", 1, TODAY), IngestOffice.COUNTY));
        duties.enter(terms(RecordKind.PERMIT, "MONTHLY", 31, TODAY), IngestOffice.COUNTY);
    }

    private DutyTerms terms(RecordKind kind, String rhythm, int days, LocalDate begins) {
        return new DutyTerms(source, kind, "《企业信息公示暂行条例》第十条", rhythm, days, begins);
    }

    private static void refused(String code, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Refusal.class, (Consumer<Refusal>)
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
