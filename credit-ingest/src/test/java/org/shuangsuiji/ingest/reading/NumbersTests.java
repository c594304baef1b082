package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "3|3",
                "３件|3",
                "12 次|12",
                "1,234条|1234",
                "5.0|5",
                "007|7",
                "999999999999999|999999999999999",
                "2批次|2"
            })
    void readsCountsWithAndWithoutTheirWords(String text, long count) {
        assertThat(Numbers.count(text)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "约3件", "3-5件", "12,34", "1e3", "1000000000000000", "3万", "件", "三件半"})
    void readsNoCountThatIsBroken(String text) {
        assertThat(Numbers.count(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "35%, 350000",
        "35％, 350000",
        "35, 350000",
        "0.35, 350000",
        ".35, 350000",
        "1, 1000000",
        "1%, 10000",
        "1.01, 10100",
        "0, 0",
        "100, 1000000",
        "100%, 1000000",
        "0.5%, 5000",
        "33.3333335%, 333333",
        "33.33335%, 333334",
        "0.0000005, 1",
        "0.0000004, 0"
    })
    void readsSharesInMillionths(String text, long millionths) {
        assertThat(Numbers.share(text, false)).isEqualTo(millionths);
    }

    @ParameterizedTest
    @CsvSource({"1, 10000", "0.5, 5000", "35, 350000", "100, 1000000", "0.5%, 5000"})
    void readsBareNumbersAsPercentWhereTheHeaderSaysSo(String text, long millionths) {
        assertThat(Numbers.share(text, true)).isEqualTo(millionths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1%", "100.0001%", "100.01", "101", "1/3", "半数", "%", "1.", "35%%"})
    void readsNoShareThatIsNoneOrMoreThanTheWhole(String text) {
        assertThat(Numbers.share(text, false)).isNull();
    }
}
