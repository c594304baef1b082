package org.shuangsuiji.ingest.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        "MONTHLY, 10, 2026-01-01, 2026-09-02, 2026-10-10",
        "MONTHLY, 10, 2026-01-01, 2026-09-30, 2026-10-10",
        "MONTHLY, 10, 2026-01-01, 2026-10-01, 2026-11-10",
        // one from before the duty began serves nothing
        "MONTHLY, 10, 2026-09-01, 2026-08-31, 2026-09-10",
        // a day off gives way to the next working day: Saturday, and the holiday week
        "MONTHLY, 12, 2026-09-01,, 2026-09-14",
        "MONTHLY, 1, 2026-01-01, 2026-09-30, 2026-10-08",
        "MONTHLY, 20, 2026-09-01,, 2026-09-20",
        // the last day of a shorter month
        "MONTHLY, 31, 2026-09-01,, 2026-09-30",
        "MONTHLY, 30, 2026-02-01,, 2026-03-02",
        "QUARTERLY, 15, 2026-01-01, 2026-09-30, 2026-10-15",
        "QUARTERLY, 92, 2026-07-02,, 2026-09-30",
        "YEARLY, 181, 2026-01-01,, 2026-06-30",
        "YEARLY, 366, 2026-01-01,, 2026-12-31"
    })
    void aPeriodicDeliveryIsDueOnceInEachPeriod(
            Period period, int day, LocalDate begins, LocalDate last, LocalDate due) {
        assertThat(new ByDay(period, day).due(Optional.ofNullable(last), begins, CALENDAR))
                .contains(new WorkingCalendar.Deadline(due, false));
    }

    @Test
    void aDayInAYearWithoutItsNoticeIsProvisional() {
        assertThat(new ByDay(Period.MONTHLY, 10).due(Optional.of(day("2026-12-03")), day("2026-01-01"), CALENDAR))
                .contains(new WorkingCalendar.Deadline(day("2027-01-11"), true));
    }

    @Test
    void onlyAnEventMakesADeliveryDueWhereEachIsToldWithinDays() {
        Rhythm rhythm = Rhythm.of("EACH_EVENT", 7);
        assertThat(rhythm.due(Optional.empty(), day("2026-01-01"), CALENDAR)).isEmpty();
        assertThat(rhythm.limit()).contains(7);
        assertThat(Rhythm.of("QUARTERLY", 15)).isEqualTo(new ByDay(Period.QUARTERLY, 15));
    }

    @ParameterizedTest
    @CsvSource({"EACH_EVENT, 0", "EACH_EVENT, 251", "MONTHLY, 32", "QUARTERLY, 93", "YEARLY, 367", "YEARLY, 0"})
    void noDayLiesOutsideItsPeriod(String word, int days) {
        assertThatThrownBy(() -> Rhythm.of(word, days)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSeventhWorkingDayIsInTimeAndTheEighthIsNot() {
        // domain: of 2026-09-18 the 7th working day is 09-29 across the Mid-Autumn holiday, so 09-30 is the 8th
        Lateness lateness = Lateness.of(
                        List.of(
                                new Lateness.Learned(day("2026-09-18"), day("2026-09-29"), 3),
                                new Lateness.Learned(day("2026-09-18"), day("2026-09-30"), 2),
                                new Lateness.Learned(day("2026-09-18"), day("2026-10-22"), 1)),
                        7,
                        CALENDAR)
                .orElseThrow();
        assertThat(lateness).isEqualTo(new Lateness(6, 3, 7, 20, false));
        assertThat(lateness.percentInTime()).isEqualByComparingTo("50.0");
    }

    @Test
    void whatIsToldBeforeItHappensIsNotLate() {
        assertThat(Lateness.of(List.of(new Lateness.Learned(day("2026-09-30"), day("2026-09-18"), 1)), 7, CALENDAR))
                .contains(new Lateness(1, 1, 0, 0, false));
        assertThat(Lateness.of(List.of(), 7, CALENDAR)).isEmpty();
        assertThat(Lateness.of(List.of(new Lateness.Learned(day("2026-12-31"), day("2027-01-04"), 1)), 7, CALENDAR)
                        .orElseThrow()
                        .provisional())
                .isTrue();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
