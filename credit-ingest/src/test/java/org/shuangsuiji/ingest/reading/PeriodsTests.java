package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, 2026-03-31, 2026-03-31",
        "2026年3月31日, 2026-03-31, 2026-03-31",
        "2026, 2026-01-01, 2026-12-31",
        "2026年度, 2026-01-01, 2026-12-31",
        "2024年上半年, 2024-01-01, 2024-06-30",
        "2024下半年, 2024-07-01, 2024-12-31",
        "2026Q1, 2026-01-01, 2026-03-31",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2026年第1季度, 2026-01-01, 2026-03-31",
        "2026年四季度, 2026-10-01, 2026-12-31",
        "2026年度第二季度, 2026-04-01, 2026-06-30",
        "２０２６年２月, 2026-02-01, 2026-02-28",
        "2024-02, 2024-02-01, 2024-02-29",
        "202612, 2026-12-01, 2026-12-31",
        "2026/1, 2026-01-01, 2026-01-31",
        "2026年3月份, 2026-03-01, 2026-03-31",
        "2026-01-01至2026-03-31, 2026-01-01, 2026-03-31",
        "2026年1月 至 2026年3月, 2026-01-01, 2026-03-31",
        "2025年12月-2026年2月, 2025-12-01, 2026-02-28",
        "2026.01.01-2026.03.31, 2026-01-01, 2026-03-31",
        "20260101-20260331, 2026-01-01, 2026-03-31",
        "2026年1月至3月, 2026-01-01, 2026-03-31",
        "2026年1-3月, 2026-01-01, 2026-03-31",
        "2026年1月1日至3月31日, 2026-01-01, 2026-03-31",
        "2025-2026, 2025-01-01, 2026-12-31"
    })
    void readsTheStretchThatSourcesCountOver(String text, LocalDate from, LocalDate to) {
        assertThat(Periods.read(text)).isEqualTo(new Periods.Period(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "近一年",
                "1948",
                "2101",
                "202613",
                "202600",
                "2026-13",
                "2026Q5",
                "2026年第五季度",
                "2026年0季度",
                "三月",
                "2026年至今",
                "2026-03-31至2026-03-30",
                "2026年3月至1月",
                "2026-02-30",
                "至",
                "2026年中半年",
                "20260101-20260331-20260401"
            })
    void readsNoPeriodThatIsNone(String text) {
        assertThat(Periods.read(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-01 10:22:33",
                "2026/6/1 9:05",
                "2026-06-01 00:00:00",
                "2026年6月1日 10时",
                "2026-06-01T10:22:33"
            })
    void aDayWithATimeIsTheDay(String text) {
        assertThat(Periods.read(text))
                .isEqualTo(new Periods.Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 1)));
    }

    @Test
    void aLongCellOfWordsThatDivideIsNoPeriodAndStopsNobody() {
        assertThat(Periods.read("至".repeat(20_000))).isNull();
        assertThat(Periods.read("2026-01至".repeat(3_000))).isNull();
        assertThat(Periods.read("-".repeat(20_000))).isNull();
    }

    @Test
    void anyTwoMonthsMakeTheStretchBetweenThem() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            YearMonth from = YearMonth.of(1949 + random.nextInt(151), 1 + random.nextInt(12));
            YearMonth to = YearMonth.of(1949 + random.nextInt(151), 1 + random.nextInt(12));
            String text =
                    "%d年%d月至%d年%02d月".formatted(from.getYear(), from.getMonthValue(), to.getYear(), to.getMonthValue());
            Periods.@Nullable Period read = Periods.read(text);
            Periods.@Nullable Period meant =
                    to.isBefore(from) ? null : new Periods.Period(from.atDay(1), to.atEndOfMonth());
            if (!java.util.Objects.equals(read, meant)) {
                fail("seed %d: %s was read as %s", seed, text, read);
            }
        }
    }
}
