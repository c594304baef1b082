package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-31",
                "2026/3/31",
                "2026.03.31",
                "20260331",
                "2026年3月31日",
                "2026年03月31",
                "2026-03-31 00:00:00",
                "2026-03-31T10:15:00.000Z",
                "20260331 12:00",
                "2026-03-31T15:59:59Z",
                "2026-03-30T16:00:00Z",
                "2026-03-31T23:59:59+08:00",
                "20260330T16:00:00.000Z",
                "2026-03-31 00:00:00+08",
                "2026-03-31 10:15:30.123+08",
                "2026-03-31T00:00:00.000+0800",
                "2026-03-30T16:00:00.000+0000",
                "2026-03-31 9:05:00+08:00",
                "2026-03-31T23:59+08",
                "2026-03-31 00:00:00 +08:00",
                "2026-03-30 19:00:00-05:00",
                "2026-03-31T10:59:59-05:00",
                "20260330T160000Z",
                "2026-03-31T25:00:00Z",
                "2026/03/31 0:00"
            })
    void readsADayInAllItsWritings(String text) {
        assertThat(Days.read(text)).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30",
                "2023-02-29",
                "31/3",
                "26-03-31",
                "2026-13-01",
                "2026-00-10",
                "2026-3",
                "2026",
                "45382",
                "2026-03-31x",
                "2026-03-31 - 2026-04-30",
                "2026-03-31 -",
                "2026-03-311",
                "三月三十一日",
                "1700-01-01",
                "202603311",
                ""
            })
    void readsNothingIntoWhatIsNoDay(String text) {
        assertThat(Days.read(text)).isNull();
    }

    /** Some spreadsheets count from 1904: the number is named and never taken. */
    @ParameterizedTest
    @CsvSource({"43831, 2020-01-01", "45382, 2024-03-31", "45382.75, 2024-03-31", "４３８３１, 2020-01-01"})
    void tellsWhichDayTheNumberOfASpreadsheetMeans(String text, LocalDate day) {
        assertThat(Days.read(text)).isNull();
        assertThat(Days.ofSpreadsheet(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999", "100000", "2026", "20260331", "4538x", "-45382", "45382.", ""})
    void takesNoOtherNumberForOneOfASpreadsheet(String text) {
        assertThat(Days.ofSpreadsheet(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2015年3月, true", "2015-03, true", "2015/3, true", "2015.12, true", "2015年, false", "2015-13, false"})
    void tellsAMonthWithoutItsDay(String text, boolean month) {
        assertThat(Days.read(text)).isNull();
        assertThat(Days.isMonth(text)).isEqualTo(month);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2000-02-29"})
    void knowsLeapYears(String text) {
        assertThat(Days.read(text)).isEqualTo(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-12-31", "9999-12-31"})
    void takesTheFarFutureForNoEnd(String text) {
        assertThat(Days.isUnlimited(LocalDate.parse(text))).isTrue();
        assertThat(Days.isUnlimited(LocalDate.of(2098, 12, 31))).isFalse();
    }
}
