package org.shuangsuiji.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            days("2026-01-01 2026-01-02 2026-02-15 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-21"
                    + " 2026-02-22 2026-02-23 2026-04-06 2026-05-01 2026-05-04 2026-05-05 2026-06-19"
                    + " 2026-09-25 2026-10-01 2026-10-02 2026-10-05 2026-10-06 2026-10-07"),
            days("2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"),
            Set.of(2025, 2026));

    @ParameterizedTest(name = "{0} + {1} working days = {2}")
    @CsvSource({
        "2026-02-06, 7, 2026-02-24",
        "2026-02-06, 10, 2026-02-27",
        "2026-02-06, 20, 2026-03-12",
        "2026-02-13, 7, 2026-03-02",
        "2026-09-18, 7, 2026-09-29",
        "2026-09-18, 20, 2026-10-22",
        "2026-09-20, 20, 2026-10-23",
        "2026-10-03, 7, 2026-10-15",
        "2025-12-25, 7, 2026-01-06"
    })
    void countsFromTheDayAfterOverHolidaysAndMakeUpDays(LocalDate trigger, int days, LocalDate last) {
        assertThat(CALENDAR.after(trigger, days)).isEqualTo(new WorkingCalendar.Deadline(last, false));
        assertThat(CALENDAR.between(trigger, last)).isEqualTo(days);
    }

    @Test
    void aDeadlineThatTouchesAYearWithoutNoticeIsProvisional() {
        assertThat(CALENDAR.after(LocalDate.of(2026, 12, 30), 1).provisional()).isFalse();
        assertThat(CALENDAR.after(LocalDate.of(2026, 12, 30), 2).provisional()).isTrue();
    }

    private static Set<LocalDate> days(String text) {
        return Stream.of(text.split(" ", -1)).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
