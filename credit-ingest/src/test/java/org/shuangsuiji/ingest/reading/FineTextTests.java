package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.ingest.file.FastCsvTable;

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

    @Test
    void readsTheRealDecisionsAsAPersonDid() throws IOException {
        Optional<Path> file = SharedData.file("penalties-messy.csv");
        if (file.isEmpty()) {
            return;
        }
        List<List<String>> rows = new FastCsvTable().firstRows(Files.readString(file.get()), ',', 100);
        assertThat(rows).hasSize(13);
        assertThat(rows.subList(1, 13)).allSatisfy(row -> assertThat(FineText.read(row.get(5)))
                .isEqualTo(new BigDecimal(row.get(8)).movePointRight(2).longValueExact()));
    }
}
