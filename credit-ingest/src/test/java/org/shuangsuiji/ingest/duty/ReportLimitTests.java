package org.shuangsuiji.ingest.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.model.WorkingCalendar;

class ReportLimitTests {
    /** The State Council's notices for 2024 to 2026. */
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            spans(
                    "2024-01-01 2024-01-01",
                    "2024-02-10 2024-02-17",
                    "2024-04-04 2024-04-06",
                    "2024-05-01 2024-05-05",
                    "2024-06-08 2024-06-10",
                    "2024-09-15 2024-09-17",
                    "2024-10-01 2024-10-07",
                    "2025-01-01 2025-01-01",
                    "2025-01-28 2025-02-04",
                    "2025-04-04 2025-04-06",
                    "2025-05-01 2025-05-05",
                    "2025-05-31 2025-06-02",
                    "2025-10-01 2025-10-08",
                    "2026-01-01 2026-01-03",
                    "2026-02-15 2026-02-23",
                    "2026-04-04 2026-04-06",
                    "2026-05-01 2026-05-05",
                    "2026-06-19 2026-06-21",
                    "2026-09-25 2026-09-27",
                    "2026-10-01 2026-10-07"),
            days(
                    "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12",
                    "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11",
                    "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"),
            Set.of(2024, 2025, 2026));

    private static Set<LocalDate> spans(String... spans) {
        return Stream.of(spans)
                .map(span -> span.split(" ", -1))
                .flatMap(ends -> LocalDate.parse(ends[0])
                        .datesUntil(LocalDate.parse(ends[1]).plusDays(1)))
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> days(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "in force on {0}: reported by {1}")
    @CsvSource({
        "2024-02-05,2024-02-23",
        "2025-01-20,2025-02-08",
        "2025-09-22,2025-10-11",
        "2026-02-06,2026-02-27",
        "2026-02-13,2026-03-05",
        "2026-09-18,2026-10-09",
        "2026-09-20,2026-10-10",
        "2026-10-03,2026-10-20",
        "2025-12-25,2026-01-09"
    })
    void isInTimeOnTheTenthWorkingDayAndLateOnTheEleventh(LocalDate effective, LocalDate tenth) {
        ReportLimit onTheDay = ReportLimit.of(effective, tenth, CALENDAR);
        assertThat(onTheDay.deadline()).isEqualTo(new WorkingCalendar.Deadline(tenth, false));
        assertThat(onTheDay.daysLeft()).isZero();
        assertThat(onTheDay.over()).isFalse();
        LocalDate eleventh = CALENDAR.after(tenth, 1).day();
        ReportLimit after = ReportLimit.of(effective, eleventh, CALENDAR);
        assertThat(after.daysLeft()).isEqualTo(-1);
        assertThat(after.over()).isTrue();
        assertThat(ReportLimit.of(effective, tenth.plusDays(1), CALENDAR).over())
                .as("also on a day off after it")
                .isTrue();
        assertThat(ReportLimit.of(effective, effective, CALENDAR).daysLeft())
                .as("the day itself does not count")
                .isEqualTo(10);
    }

    @Test
    void isProvisionalWhereTheHolidaysOfAYearAreNotAnnounced() {
        LocalDate effective = LocalDate.of(2026, 12, 28);
        assertThat(ReportLimit.of(effective, effective, CALENDAR).deadline().provisional())
                .isTrue();
        assertThat(ReportLimit.of(LocalDate.of(2026, 12, 1), effective, CALENDAR)
                        .deadline()
                        .provisional())
                .isFalse();
    }
}
