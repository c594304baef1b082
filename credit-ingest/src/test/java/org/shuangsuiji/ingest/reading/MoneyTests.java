package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.ingest.reading.Money.Unit;

class MoneyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120(万元人民币)|120000000",
                "13,519.7800(万元人民币)|13519780000",
                "6,000(万元)|6000000000",
                "1,234,567(万)|1234567000000",
                "680万人民币|680000000",
                "10万人民币元|10000000",
                "50（万元）|50000000",
                "50万元(人民币)|50000000",
                "50(万元(人民币))|50000000",
                "30(万人民币 )|30000000",
                "500元人民币|50000",
                "2亿元|20000000000",
                "¥ 3万|3000000",
                "０．１万元|100000",
                "壹佰万元整|100000000",
                "人民币肆拾捌万圆整|48000000",
                "三千元|300000",
                "壹佰万元正|100000000",
                "壹佰万元整（人民币）|100000000",
                "人民币：壹佰万元整|100000000",
                "RMB壹佰万圓整|100000000",
                "1000万元整|1000000000",
                "100.00万元正|100000000"
            })
    void readsTheSpellingsOfCapital(String text, long fen) {
        assertThat(Money.read(text, null)).isEqualTo(new Money.Reading(fen, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50(万美元)", "50万港币", "7(万日元)", "3万元(港币)", "5(万欧元)", "50万元美元"})
    void understandsForeignMoneyWithoutTurningItIntoFen(String text) {
        assertThat(Money.read(text, Unit.TEN_THOUSAND_YUAN)).isEqualTo(new Money.Reading(null, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"50()", "五十万", "三万五元", "壹佰万美元", "约50万元", "50万块", "1.2.3", "N", "-5万元", "12345678901234567890万元"})
    void saysSoWhenItCannotRead(String text) {
        assertThat(Money.read(text, Unit.TEN_THOUSAND_YUAN).understood()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "元, YUAN",
        "人民币元, YUAN",
        "单位：千元, THOUSAND_YUAN",
        "万, TEN_THOUSAND_YUAN",
        "万元人民币, TEN_THOUSAND_YUAN",
        "'万元,保留两位', TEN_THOUSAND_YUAN",
        "百万元, MILLION_YUAN",
        "亿元, HUNDRED_MILLION_YUAN",
        "万美元, FOREIGN",
        "usd, FOREIGN",
        "人民币,",
        "实缴,",
        "'',"
    })
    void knowsTheUnitThatAHeaderNames(String bracket, @Nullable Unit unit) {
        assertThat(Unit.named(bracket)).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "YUAN, 2.5, 250",
        "THOUSAND_YUAN, 2.5, 250000",
        "MILLION_YUAN, 2.5, 250000000",
        "HUNDRED_MILLION_YUAN, 2.5, 25000000000",
        "FOREIGN, 2.5,",
        "FOREIGN, 2.5元, 250"
    })
    void takesABareNumberInTheUnitOfItsHeaderAndNoOther(Unit unit, String text, @Nullable Long fen) {
        assertThat(Money.read(text, unit)).isEqualTo(new Money.Reading(fen, true));
    }

    @ParameterizedTest
    @CsvSource({"2.000000, 2000000", "0.000001, 1", "0.155295, 155295", "48, 48000000"})
    void takesABareNumberInTheUnitOfTheOfficialColumn(String text, long fen) {
        assertThat(Money.read(text, Unit.TEN_THOUSAND_YUAN).fen()).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"30000, 3000000", "1552.95, 155295", "'1,234.5', 123450", "0.005, 1", "0.004, 0"})
    void takesABareNumberInYuanWhereTheHeaderSaysSo(String text, long fen) {
        assertThat(Money.read(text, Unit.YUAN).fen()).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"2万元, 2000000", "20000元, 2000000"})
    void believesAUnitInTheCellBeforeTheOneOfTheColumn(String text, long fen) {
        assertThat(Money.read(text, Unit.TEN_THOUSAND_YUAN).fen()).isEqualTo(fen);
        assertThat(Money.read(text, Unit.YUAN).fen()).isEqualTo(fen);
    }
}
