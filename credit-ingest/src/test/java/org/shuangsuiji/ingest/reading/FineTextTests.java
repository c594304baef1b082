package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FineTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "罚款人民币肆拾捌万元。|480000",
                "罚款人民币贰万元。|20000",
                "罚款人民币肆万捌仟元。|48000",
                "罚款0.1万元|1000",
                "罚款 2.5 万元整|25000",
                "1，没收广告费用26220.46元2，罚款600000元|600000",
                "1.没收广告费1552.95元，2.罚款1552.95元。|1552.95",
                "1、罚款278862元；2、没收违法所得7914元。|278862",
                "罚款278862元2、没收违法所得7914元|278862",
                "没收违法所得5000元罚款10000元|10000",
                "没收违法所得 11508.65 元;罚款 80000.0 元|80000",
                "处以5万元罚款，并没收违法所得2万元|50000",
                "处人民币伍仟元的罚款|5000",
                "罚款：人民币壹拾贰万零伍佰元整（¥120,500.00）|120500",
                "罚款3000元（大写：叁仟元整）|3000",
                "罚款壹仟伍佰元伍角|1500.5",
                "罚款5万。|50000",
                "罚款１０００元|1000",
                "罚款十五万元|150000",
                "罚款1亿元|100000000",
                "警告；罚款2000元；逾期不缴纳罚款的，每日按罚款数额的3%加处罚款|2000",
                "依据可处五万元以下罚款的规定，决定罚款20000元|20000"
            })
    void readsTheOneFineThatIsNamed(String text, BigDecimal yuan) {
        assertThat(FineText.read(text)).isEqualTo(yuan.movePointRight(2).longValueExact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "警告",
                "没收违法所得5000元",
                "罚款",
                "罚没款合计30000元",
                "罚款、没收违法所得共计30000元",
                "对甲罚款1万元；对乙罚款1万元",
                "罚款5万元以下",
                "罚款5万元以上10万元以下",
                "处五万元以上十万元以下罚款",
                "罚款5万美元",
                "罚款5倍",
                "罚款20000",
                "罚款三万五元",
                "罚款二〇二六元",
                "罚款4万8千元",
                "罚款5千元",
                "罚款3000元（大写：伍仟元整）",
                "罚款0元",
                "罚款1000-5000元"
            })
    void leavesWhatIsNotClearToPeople(String text) {
        assertThat(FineText.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"五, 5", "十, 10", "二十五万, 250000", "壹万零伍佰, 10500", "叁佰零壹, 301", "伍佰万, 5000000", "一亿二千万, 120000000"})
    void readsChineseNumerals(String text, long number) {
        assertThat(ChineseNumber.read(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "零", "三万五", "一百五", "二〇二六", "万", "十百", "一万万", "五五", "百"})
    void readsNoNumeralThatIsNoNumber(String text) {
        assertThat(ChineseNumber.read(text)).isEqualTo(ChineseNumber.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "没收违法所得7914元|7914",
                "1.没收广告费1552.95元，2.罚款1552.95元。|1552.95",
                "1.没收广告费用142393.15元2.罚款427179.45元|142393.15",
                "1，没收广告费用26220.46元2，罚款600000元|26220.46",
                "没收违法所得 11508.65 元;罚款 80000.0 元|11508.65",
                "罚款278862元；2、没收违法所得7914元。|7914",
                "没收违法所得人民币壹万贰仟元整|12000",
                "没收违法所得0.5万元|5000",
                "没收非法所得共计300元|300",
                "没收违法收入：人民币4,500.00元|4500",
                "没收非法财物100件，没收违法所得5000元|5000",
                "对违法所得5000元予以没收|5000",
                "将违法所得人民币7914元没收，上缴国库|7914",
                "不予没收违法所得300元，没收违法所得200元|200"
            })
    void readsTheOneConfiscatedSumThatIsNamed(String text, BigDecimal yuan) {
        assertThat(FineText.readConfiscated(text))
                .isEqualTo(yuan.movePointRight(2).longValueExact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "罚款5000元",
                "没收违法所得",
                "没收非法财物100件",
                "罚没款合计30000元",
                "没收违法所得、罚款共计30000元",
                "没收违法所得5000元，没收非法财物价值3000元",
                "没收违法所得20000",
                "没收违法所得5万元以上",
                "没收违法所得500美元",
                "没收违法所得3000元（大写：伍仟元整）",
                "没收工具，罚款5000元",
                "不予没收违法所得300元"
            })
    void leavesToPeopleWhatConfiscationDoesNotTell(String text) {
        assertThat(FineText.readConfiscated(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"免予罚款5000元", "不予罚款", "免于罚款人民币伍仟元"})
    void readsNoFineThatWasSpared(String text) {
        assertThat(FineText.read(text)).isNull();
    }
}
