package org.shuangsuiji.risk.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangsuiji.risk.AModel.count;
import static org.shuangsuiji.risk.scoring.Register.aFirm;
import static org.shuangsuiji.risk.scoring.Register.aRecord;
import static org.shuangsuiji.risk.scoring.Register.at;
import static org.shuangsuiji.risk.scoring.Register.established;
import static org.shuangsuiji.risk.scoring.Register.with;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.AModel;
import org.shuangsuiji.risk.model.Aggregation;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.AttributeMeasure;
import org.shuangsuiji.risk.model.Measure;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.RecordFilter;
import org.shuangsuiji.risk.model.RecordMeasure;
import org.shuangsuiji.risk.model.RelatedMeasure;
import org.shuangsuiji.risk.model.Relation;
import org.shuangsuiji.risk.model.Window;

class FeaturesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final RecordFilter PENALTIES = RecordFilter.of(RecordKind.PENALTY);

    private static long value(Measure measure, Register register, long id, LocalDate day) {
        ModelDefinition definition = AModel.measuring(measure);
        Features features = register.features(day, definition);
        return features.value(features.plan().column(measure), features.row(id));
    }

    private static long value(Measure measure, Register register) {
        return value(measure, register, 1, DAY);
    }

    private static Register penalised(Register.Entry... entries) {
        return new Register().add(aFirm(1), entries);
    }

    private static Register.Entry penalty(LocalDate event) {
        return aRecord(7, 1, RecordKind.PENALTY, event);
    }

    @Test
    void aRecordCountsFromItsDayUntilTheDayBeforeItsEnd() {
        Register register = penalised(penalty(DAY).until(DAY.plusDays(10)));
        assertThat(value(count(PENALTIES, null), register, 1, DAY.minusDays(1))).isZero();
        assertThat(value(count(PENALTIES, null), register, 1, DAY)).isOne();
        assertThat(value(count(PENALTIES, null), register, 1, DAY.plusDays(9))).isOne();
        assertThat(value(count(PENALTIES, null), register, 1, DAY.plusDays(10))).isZero();
    }

    @Test
    void aRecordLeavesItsWindowOnTheSameDayOfALaterMonth() {
        Measure threeYears = count(PENALTIES, Window.ofMonths(36));
        assertThat(value(threeYears, penalised(penalty(LocalDate.of(2023, 11, 22)))))
                .isZero();
        assertThat(value(threeYears, penalised(penalty(LocalDate.of(2023, 11, 23)))))
                .isOne();
        Measure thirtyDays = count(PENALTIES, Window.ofDays(30));
        assertThat(value(thirtyDays, penalised(penalty(DAY.minusDays(30))))).isZero();
        assertThat(value(thirtyDays, penalised(penalty(DAY.minusDays(29))))).isOne();
    }

    @Test
    void aWindowOverTheEndOfFebruaryAgreesWithTheCalendar() {
        Window year = Window.ofMonths(12);
        for (LocalDate event = LocalDate.of(2024, 2, 26);
                event.isBefore(LocalDate.of(2024, 3, 4));
                event = event.plusDays(1)) {
            for (LocalDate day = LocalDate.of(2025, 2, 25);
                    day.isBefore(LocalDate.of(2025, 3, 6));
                    day = day.plusDays(1)) {
                long expected = day.isBefore(year.leavesOn(event)) ? 1 : 0;
                assertThat(value(count(PENALTIES, year), penalised(penalty(event)), 1, day))
                        .as("record of %s on %s", event, day)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void onlyRecordsAtLeastAsSevereAsAskedForAreTaken() {
        Measure serious = count(PENALTIES.severityAtLeast(3), null);
        assertThat(value(serious, penalised(penalty(DAY).severity(2)))).isZero();
        assertThat(value(serious, penalised(penalty(DAY).severity(3)))).isOne();
        assertThat(value(serious, penalised(penalty(DAY))))
                .as("severity unknown")
                .isZero();
    }

    @Test
    void aRecordWithAnyOfTheCategoriesIsTaken() {
        Measure problems = count(RecordFilter.of(RecordKind.INSPECTION).categories("4", "6"), null);
        Register.Entry inspection = aRecord(7, 1, RecordKind.INSPECTION, DAY);
        assertThat(value(problems, penalised(inspection.found("1")))).isZero();
        assertThat(value(problems, penalised(inspection.found("5", "6")))).isOne();
        assertThat(value(problems, penalised(inspection))).as("no category").isZero();
    }

    @Test
    void recordsGatherToNumbers() {
        Register register = penalised(
                penalty(DAY.minusDays(40)).severity(1).fined(3000),
                penalty(DAY.minusDays(4)).severity(2).fined(500),
                penalty(DAY.minusDays(9)).severity(1));
        assertThat(value(records(Aggregation.COUNT), register)).isEqualTo(3);
        assertThat(value(records(Aggregation.EXISTS), register)).isEqualTo(1);
        assertThat(value(records(Aggregation.AMOUNT_SUM), register)).isEqualTo(3500);
        assertThat(value(records(Aggregation.AMOUNT_MAX), register)).isEqualTo(3000);
        assertThat(value(records(Aggregation.SEVERITY_MAX), register)).isEqualTo(2);
        assertThat(value(records(Aggregation.DAYS_SINCE), register)).isEqualTo(4);
    }

    @Test
    void withoutRecordsAllIsZeroButTheDaysSinceAreNotKnown() {
        assertThat(value(records(Aggregation.COUNT), penalised())).isZero();
        assertThat(value(records(Aggregation.AMOUNT_SUM), penalised())).isZero();
        assertThat(value(records(Aggregation.SEVERITY_MAX), penalised())).isZero();
        assertThat(value(records(Aggregation.DAYS_SINCE), penalised())).isEqualTo(Features.MISSING);
        assertThat(value(records(Aggregation.DAYS_SINCE), penalised(penalty(DAY))))
                .isZero();
    }

    @Test
    void finesBeyondAllCountingStopAtTheLargestNumber() {
        Register register = penalised(
                penalty(DAY).fined(Long.MAX_VALUE / 200),
                penalty(DAY).fined(Long.MAX_VALUE / 200),
                penalty(DAY).fined(Long.MAX_VALUE / 200));
        assertThat(value(records(Aggregation.AMOUNT_SUM), register)).isEqualTo(Long.MAX_VALUE / 100);
    }

    @Test
    void yearsAreCompleteOnTheAnniversary() {
        Measure age = AttributeMeasure.number(Attribute.AGE_YEARS);
        Register register = new Register().add(established(aFirm(1), LocalDate.of(2020, 11, 22)));
        assertThat(value(age, register, 1, LocalDate.of(2026, 11, 21))).isEqualTo(5);
        assertThat(value(age, register, 1, LocalDate.of(2026, 11, 22))).isEqualTo(6);
        assertThat(value(age, register, 1, LocalDate.of(2020, 11, 21))).isEqualTo(Features.MISSING);
        Register unknown = new Register().add(established(aFirm(1), null));
        assertThat(value(age, unknown)).isEqualTo(Features.MISSING);
    }

    @Test
    void aWordIsOneOfSomeValuesOrNotOrUnknown() {
        Measure food = AttributeMeasure.oneOf(Attribute.INDUSTRY, "62", "522");
        assertThat(value(food, new Register().add(with(aFirm(1), Attribute.INDUSTRY, "6210"))))
                .isOne();
        assertThat(value(food, new Register().add(with(aFirm(1), Attribute.INDUSTRY, "5231"))))
                .isZero();
        assertThat(value(food, new Register().add(with(aFirm(1), Attribute.INDUSTRY, null))))
                .isEqualTo(Features.MISSING);
    }

    @Test
    void othersAtTheSameAddressAreCountedWithoutOneself() {
        Measure neighbours = new RelatedMeasure(Relation.SAME_ADDRESS, null, null);
        Register register = new Register()
                .add(at(aFirm(1), 9))
                .add(at(aFirm(2), 9))
                .add(at(aFirm(3), 8))
                .add(with(at(aFirm(4), 9), Attribute.STATUS, "DEREGISTERED"))
                .add(aFirm(5));
        assertThat(value(neighbours, register, 1, DAY)).isEqualTo(1);
        assertThat(value(neighbours, register, 3, DAY)).isEqualTo(0);
        assertThat(value(neighbours, register, 4, DAY)).isEqualTo(2);
        assertThat(value(neighbours, register, 5, DAY)).isEqualTo(Features.MISSING);
    }

    @Test
    void othersWithARecordCountOnceAndOnlyWhileItCounts() {
        Measure listed = new RelatedMeasure(Relation.SAME_ADDRESS, RecordFilter.of(RecordKind.ABNORMAL), null);
        Register register = new Register()
                .add(at(aFirm(1), 9), aRecord(1, 1, RecordKind.ABNORMAL, DAY))
                .add(
                        at(aFirm(2), 9),
                        aRecord(2, 2, RecordKind.ABNORMAL, DAY.minusDays(4)).until(DAY.plusDays(3)),
                        aRecord(3, 2, RecordKind.ABNORMAL, DAY.minusDays(3)).until(DAY.plusDays(3)))
                .add(at(aFirm(3), 9));
        assertThat(value(listed, register, 1, DAY)).isEqualTo(1);
        assertThat(value(listed, register, 3, DAY)).isEqualTo(2);
        assertThat(value(listed, register, 3, DAY.plusDays(2))).isEqualTo(2);
        assertThat(value(listed, register, 3, DAY.plusDays(3))).isEqualTo(1);
        Features features = register.features(DAY, AModel.measuring(listed));
        assertThat(features.nextChange(features.row(3))).isEqualTo(Days.of(DAY.plusDays(3)));
    }

    @Test
    void toldRelationsAreFollowedAsFarAsTheIndicatorSaysAndNoFurther() {
        Register register = new Register()
                .add(aFirm(1))
                .add(aFirm(2))
                .add(aFirm(3), aRecord(1, 3, RecordKind.ABNORMAL, DAY))
                .add(aFirm(4), aRecord(2, 4, RecordKind.ABNORMAL, DAY))
                .add(aFirm(5))
                .tie(1, 2, DAY.minusYears(1), null)
                .tie(3, 2, DAY.minusYears(1), null)
                .tie(3, 4, DAY.minusYears(1), null);
        RecordFilter listed = RecordFilter.of(RecordKind.ABNORMAL);
        assertThat(value(new RelatedMeasure(Relation.LINKED, listed, null), register, 1, DAY))
                .isZero();
        assertThat(value(new RelatedMeasure(Relation.LINKED, listed, null, 2), register, 1, DAY))
                .isEqualTo(1);
        assertThat(value(new RelatedMeasure(Relation.LINKED, listed, null, 3), register, 1, DAY))
                .isEqualTo(2);
        assertThat(value(new RelatedMeasure(Relation.LINKED, null, null), register, 2, DAY))
                .as("in either direction")
                .isEqualTo(2);
        assertThat(value(new RelatedMeasure(Relation.LINKED, null, null), register, 5, DAY))
                .as("of whom nobody told anything, nobody knows")
                .isEqualTo(Features.MISSING);
    }

    @Test
    void onePersonInTwoFirmsIsOneStepBetweenThem() {
        Register register = new Register()
                .add(aFirm(1))
                .add(aFirm(2), aRecord(1, 2, RecordKind.DISHONESTY, DAY))
                .add(aFirm(3))
                .tie(1, -7, DAY.minusYears(1), null)
                .tie(2, -7, DAY.minusYears(1), null)
                .tie(2, -8, DAY.minusYears(1), null)
                .tie(3, -8, DAY.minusYears(1), null);
        Measure together = new RelatedMeasure(Relation.SAME_PERSON, null, null);
        assertThat(value(together, register, 1, DAY)).isEqualTo(1);
        assertThat(value(new RelatedMeasure(Relation.SAME_PERSON, null, null, 2), register, 1, DAY))
                .isEqualTo(2);
        assertThat(value(
                        new RelatedMeasure(Relation.SAME_PERSON, RecordFilter.of(RecordKind.DISHONESTY), null),
                        register,
                        3,
                        DAY))
                .isEqualTo(1);
    }

    @Test
    void aRelationCountsFromItsDayUntilItsEndAndTheGradeIsDueOnBoth() {
        Measure linked = new RelatedMeasure(Relation.LINKED, null, null);
        Register register = new Register()
                .add(aFirm(1))
                .add(aFirm(2))
                .add(aFirm(3))
                .tie(1, 2, DAY, DAY.plusDays(5))
                .tie(1, 3, DAY.plusDays(2), null);
        assertThat(value(linked, register, 1, DAY)).isEqualTo(1);
        assertThat(value(linked, register, 1, DAY.plusDays(2))).isEqualTo(2);
        assertThat(value(linked, register, 1, DAY.plusDays(4))).isEqualTo(2);
        assertThat(value(linked, register, 1, DAY.plusDays(5))).isEqualTo(1);
        Features today = register.features(DAY, AModel.measuring(linked));
        assertThat(today.nextChange(today.row(1))).isEqualTo(Days.of(DAY.plusDays(2)));
        Features later = register.features(DAY.plusDays(2), AModel.measuring(linked));
        assertThat(later.nextChange(later.row(1))).isEqualTo(Days.of(DAY.plusDays(5)));
    }

    @Test
    void theBitsOfAFeedSayWhatTheWordsSay() {
        ModelDefinition definition = AModel.measuring(AttributeMeasure.oneOf(Attribute.SECTION, "C", "H"));
        ExtractionPlan plan = ExtractionPlan.of(DAY, definition);
        assertThat(plan.tests())
                .anySatisfy(test -> assertThat(test.values()).isEqualTo(new TreeSet<>(Set.of("C", "H"))));
        assertThat(plan.testBits(aFirm(1).words())).isEqualTo(0b1111);
        assertThat(plan.knownBits(aFirm(1).words())).isEqualTo(0b11111);
    }

    private static Measure records(Aggregation aggregation) {
        return new RecordMeasure(aggregation, PENALTIES, null);
    }
}
