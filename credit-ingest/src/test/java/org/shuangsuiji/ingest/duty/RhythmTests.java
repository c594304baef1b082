package org.shuangsuiji.ingest.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.model.WorkingCalendar;

class RhythmTests {
    /** The last quarter of 2026: National Day week off, 20 September and 10 October worked. */
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            Set.of(
                    day("2026-09-25"),
                    day("2026-10-01"),
                    day("2026-10-02"),
                    day("2026-10-05"),
                    day("2026-10-06"),
                    day("2026-10-07")),
            Set.of(day("2026-09-20"), day("2026-10-10")),
            Set.of(2026));

    @ParameterizedTest
    @CsvSource({
        // never delivered: the first period whose day is not past when the duty begins
        "MONTHLY, 10, 2026-09-01,, 2026-09-10",
        "MONTHLY, 10, 2026-09-10,, 2026-09-10",
        "MONTHLY, 10, 2026-09-11,, 2026-10-10",
        // a delivery serves its own period, before and after the day
        "MONTHLY, 10, 2026-09-01, 2026-09-02, 2026-10-10",
        "MONTHLY, 10, 2026-09-01, 2026-09-30, 2026-10-10",
        "MONTHLY, 10, 2026-10-01, 2026-10-01, 2026-11-10",
        // and none before that began
        "MONTHLY, 10, 2026-09-11, 2026-09-30, 2026-10-10",
        "MONTHLY, 10, 2026-09-11, 2026-10-01, 2026-11-10",
        // what came by the day to which a day off gave way settles the period that was due, and so does what came late
        "MONTHLY, 31, 2026-10-01,, 2026-11-02",
        "MONTHLY, 31, 2026-10-01, 2026-10-30, 2026-11-30",
        "MONTHLY, 31, 2026-10-01, 2026-10-31, 2026-11-30",
        "MONTHLY, 31, 2026-10-01, 2026-11-01, 2026-11-30",
        "MONTHLY, 31, 2026-10-01, 2026-11-02, 2026-11-30",
        "MONTHLY, 31, 2026-10-01, 2026-11-03, 2026-11-30",
        "MONTHLY, 31, 2026-10-01, 2026-11-24, 2026-11-30",
        "MONTHLY, 31, 2026-10-01, 2026-11-30, 2026-11-30",
        // it settles all that is overdue, and nothing that is not
        "MONTHLY, 31, 2026-10-01, 2026-12-01, 2026-12-31",
        "MONTHLY, 31, 2026-08-01, 2026-11-24, 2026-11-30",
        // what comes next settles what is then owed
        "MONTHLY, 31, 2026-10-01, 2026-11-02 2026-11-30, 2026-12-31",
        "MONTHLY, 31, 2026-10-01, 2026-11-02 2026-12-01, 2026-12-31",
        "MONTHLY, 31, 2026-09-01, 2026-10-08 2026-11-02 2026-12-01, 2026-12-31",
        "MONTHLY, 31, 2026-10-01, 2026-10-20 2026-10-30, 2026-11-30",
        // one from before the duty began serves nothing
        "MONTHLY, 10, 2026-09-01, 2026-08-31, 2026-09-10",
        // a day off gives way to the next working day: Saturday, and the holiday week
        "MONTHLY, 12, 2026-09-01,, 2026-09-14",
        "MONTHLY, 1, 2026-09-02, 2026-09-30, 2026-10-08",
        "MONTHLY, 20, 2026-09-01,, 2026-09-20",
        // the last day of a shorter month
        "MONTHLY, 31, 2026-09-01,, 2026-09-30",
        "MONTHLY, 30, 2026-02-01,, 2026-03-02",
        "QUARTERLY, 15, 2026-01-01, 2026-09-30, 2026-10-15",
        "QUARTERLY, 15, 2026-09-01, 2026-10-16, 2027-01-15",
        "QUARTERLY, 92, 2026-07-02,, 2026-09-30",
        "YEARLY, 181, 2026-01-01,, 2026-06-30",
        "YEARLY, 366, 2026-01-01,, 2026-12-31"
    })
    void aPeriodicDeliveryIsDueOnceInEachPeriod(
            Period period, int day, LocalDate begins, String deliveries, LocalDate due) {
        assertThat(owing(new ByDay(period, day), begins).due(days(deliveries), CALENDAR))
                .contains(new WorkingCalendar.Deadline(due, due.getYear() != 2026));
    }

    @Test
    void aDayInAYearWithoutItsNoticeIsProvisional() {
        assertThat(owing(new ByDay(Period.MONTHLY, 10), day("2026-12-01")).due(days("2026-12-03"), CALENDAR))
                .contains(new WorkingCalendar.Deadline(day("2027-01-11"), true));
    }

    @Test
    void onlyAnEventMakesADeliveryDueWhereEachIsToldWithinDays() {
        Rhythm rhythm = Rhythm.of("EACH_EVENT", 7);
        assertThat(owing(rhythm, day("2026-01-01")).due(days(null), CALENDAR)).isEmpty();
        assertThat(rhythm.limit()).contains(7);
        assertThat(Rhythm.of("QUARTERLY", 15)).isEqualTo(new ByDay(Period.QUARTERLY, 15));
    }

    @ParameterizedTest
    @CsvSource({"EACH_EVENT, 0", "EACH_EVENT, 251", "MONTHLY, 32", "QUARTERLY, 93", "YEARLY, 367", "YEARLY, 0"})
    void noDayLiesOutsideItsPeriod(String word, int days) {
        assertThatThrownBy(() -> Rhythm.of(word, days)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // other words, the same rhythm: what was overdue stays so, what came counts on
                "MONTHLY, 31, MONTHLY, 31, 2026-11-24, none, 2026-11-02",
                "MONTHLY, 31, MONTHLY, 31, 2026-11-24, 2026-10-20, 2026-11-30",
                "MONTHLY, 31, MONTHLY, 31, 2026-11-24, 2026-11-24, 2026-11-30",
                // the first day of the new rule, and the day before
                "MONTHLY, 20, MONTHLY, 25, 2026-10-20, none, 2026-10-26",
                "MONTHLY, 20, MONTHLY, 25, 2026-10-21, none, 2026-10-20",
                "MONTHLY, 20, MONTHLY, 25, 2026-10-21, 2026-10-20, 2026-11-25",
                // an earlier day that has passed by then leaves the running period its former day
                "MONTHLY, 20, MONTHLY, 10, 2026-10-15, none, 2026-10-20",
                "MONTHLY, 20, MONTHLY, 10, 2026-10-15, 2026-10-16, 2026-11-10",
                "MONTHLY, 20, MONTHLY, 10, 2026-10-10, none, 2026-10-10",
                // another rhythm: what was due under the former one, then its own
                "MONTHLY, 20, QUARTERLY, 92, 2026-10-21, none, 2026-10-20",
                "MONTHLY, 20, QUARTERLY, 92, 2026-10-21, 2026-10-21, 2026-12-31",
                "MONTHLY, 20, EACH_EVENT, 7, 2026-10-21, none, 2026-10-20",
                "MONTHLY, 20, EACH_EVENT, 7, 2026-10-21, 2026-10-22, none",
                "EACH_EVENT, 7, MONTHLY, 20, 2026-10-21, none, 2026-11-20",
            })
    void aChangeOfTheRuleSettlesNothing(
            String word, int days, String next, int nextDays, LocalDate from, String deliveries, LocalDate due) {
        var owes = new Obligation(List.of(
                new Obligation.Rule(Rhythm.of(word, days), day("2026-10-01")),
                new Obligation.Rule(Rhythm.of(next, nextDays), from)));
        assertThat(owes.due(days(deliveries), CALENDAR).map(WorkingCalendar.Deadline::day))
                .isEqualTo(Optional.ofNullable(due));
    }

    @Test
    void eachEventIsJudgedByTheRuleOfItsDay() {
        var owes = new Obligation(List.of(
                new Obligation.Rule(new WithinDays(7), day("2026-11-01")),
                new Obligation.Rule(new WithinDays(20), day("2026-11-10"))));
        assertThat(owes.limitOn(day("2026-10-31"))).isEmpty();
        assertThat(owes.limitOn(day("2026-11-01"))).contains(7);
        assertThat(owes.limitOn(day("2026-11-09"))).contains(7);
        assertThat(owes.limitOn(day("2026-11-10"))).contains(20);
        List<Lateness.Learned> learned = List.of(
                new Lateness.Learned(day("2026-10-31"), day("2026-11-30"), 5),
                new Lateness.Learned(day("2026-11-09"), day("2026-11-19"), 3),
                new Lateness.Learned(day("2026-11-10"), day("2026-11-20"), 1));
        assertThat(Lateness.of(learned, owes::limitOn, CALENDAR)).contains(new Lateness(4, 1, 8, 8, false));
    }

    @Test
    void theSeventhWorkingDayIsInTimeAndTheEighthIsNot() {
        // domain: of 2026-09-18 the 7th working day is 09-29 across the Mid-Autumn holiday, so 09-30 is the 8th
        Lateness lateness = Lateness.of(
                        List.of(
                                new Lateness.Learned(day("2026-09-18"), day("2026-09-29"), 3),
                                new Lateness.Learned(day("2026-09-18"), day("2026-09-30"), 2),
                                new Lateness.Learned(day("2026-09-18"), day("2026-10-22"), 1)),
                        event -> Optional.of(7),
                        CALENDAR)
                .orElseThrow();
        assertThat(lateness).isEqualTo(new Lateness(6, 3, 7, 20, false));
        assertThat(lateness.percentInTime()).isEqualByComparingTo("50.0");
    }

    @Test
    void whatIsToldBeforeItHappensIsNotLate() {
        assertThat(Lateness.of(
                        List.of(new Lateness.Learned(day("2026-09-30"), day("2026-09-18"), 1)),
                        event -> Optional.of(7),
                        CALENDAR))
                .contains(new Lateness(1, 1, 0, 0, false));
        assertThat(Lateness.of(List.of(), event -> Optional.of(7), CALENDAR)).isEmpty();
        assertThat(Lateness.of(
                                List.of(new Lateness.Learned(day("2026-12-31"), day("2027-01-04"), 1)),
                                event -> Optional.of(7),
                                CALENDAR)
                        .orElseThrow()
                        .provisional())
                .isTrue();
    }

    private static Obligation owing(Rhythm rhythm, LocalDate begins) {
        return new Obligation(List.of(new Obligation.Rule(rhythm, begins)));
    }

    private static SortedSet<LocalDate> days(@Nullable String text) {
        var days = new TreeSet<LocalDate>();
        if (text != null) {
            Stream.of(text.split(" ")).map(RhythmTests::day).forEach(days::add);
        }
        return days;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
