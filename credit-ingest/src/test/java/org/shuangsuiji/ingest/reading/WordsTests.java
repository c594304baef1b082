package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of sources and what they stand for. */
class WordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "存续|ACTIVE",
                "存续（在营、开业、在册）|ACTIVE",
                "在营(开业)企业|ACTIVE",
                "吊销,未注销|REVOKED",
                "吊销，未注销|REVOKED",
                "吊销，已注销|REVOKED_DEREGISTERED",
                "注销企业|DEREGISTERED",
                "撤销登记|WITHDRAWN",
                "迁往市外|MOVED_OUT",
                "歇业|SUSPENDED"
            })
    void mapsEveryWordOfStatus(String word, EnterpriseStatus status) {
        assertThat(EnterpriseStatus.read(word)).isEqualTo(status);
    }

    @Test
    void leavesAnUnknownStatusUnknown() {
        assertThat(EnterpriseStatus.read("营业中吧")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "罚款|010103|GENERAL",
                "警告|010101|MINOR",
                "警告;罚款|010101,010103|GENERAL",
                "罚款、没收违法所得、没收非法财物|010103,010104,010105|GENERAL",
                "责令停产停业|010110|SERIOUS",
                "吊销许可证件，罚款|010103,010107|SERIOUS",
                "暂扣许可证件|010106|SERIOUS",
                "限制开展生产经营活动|010111|SERIOUS",
                "限制从业|010112|SERIOUS",
                "2|010103|GENERAL",
                "010101,010113|010101,010113|SERIOUS",
                "010103/010107|010103,010107|SERIOUS",
                "警告，免予罚款|010101|MINOR",
                "罚款，不予没收违法所得|010103|GENERAL"
            })
    void readsSeveralCategoriesFromOneField(String text, String codes, Severity severity) {
        List<PenaltyCategory> read = PenaltyCategory.read(text);
        assertThat(String.join(",", read.stream().map(PenaltyCategory::code).toList()))
                .isEqualTo(codes);
        assertThat(read.stream().map(PenaltyCategory::severity).reduce(Severity::orWorse))
                .contains(severity);
    }

    @Test
    void readsNoCategoryIntoOtherMeasures() {
        assertThat(PenaltyCategory.read("其他")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0111, A, 0111", "1411, C, 1411", "5226, F, 5226", "C1411, C, 1411", "62, H, 6200", "9700, T, 9700"})
    void findsTheSectionOfAnIndustry(String text, String section, String code) {
        assertThat(Industry.read(text)).isEqualTo(new Industry(code, section));
    }

    @ParameterizedTest
    @CsvSource({"9800", "0000", "零售业", "1"})
    void knowsNoOtherIndustries(String text) {
        assertThat(Industry.read(text)).isNull();
    }

    @Test
    void comparesDocumentNumbersInOneWriting() {
        assertThat(RecordColumns.comparable("京海市监罚字[2021] 19号"))
                .isEqualTo(RecordColumns.comparable("京海市监罚字〔2021〕19号"))
                .isEqualTo(RecordColumns.comparable("京海市监罚字（２０２１）19号"));
    }

    @Test
    void countsThreeMonthsAYearAndThreeYearsFromTheDecisionSinceTheFirstOfAprilTwentyTwentySix() {
        LocalDate decided = LocalDate.of(2026, 1, 31);
        LocalDate inForce = LocalDate.of(2026, 4, 1);
        assertThat(PublicityLimits.end(decided, Severity.MINOR, inForce)).contains(LocalDate.of(2026, 4, 30));
        assertThat(PublicityLimits.end(decided, Severity.GENERAL, inForce)).contains(LocalDate.of(2027, 1, 31));
        assertThat(PublicityLimits.end(decided, Severity.SERIOUS, inForce)).contains(LocalDate.of(2029, 1, 31));
        assertThat(PublicityLimits.end(decided, Severity.MINOR, inForce.minusDays(1)))
                .isEmpty();
    }

    @Test
    void callsARepairEarlyThatLiesBeforeTheLeastPublicityOfItsGravity() {
        LocalDate decided = LocalDate.of(2026, 4, 30);
        LocalDate threeMonths = LocalDate.of(2026, 7, 30);
        LocalDate year = LocalDate.of(2027, 4, 30);
        assertThat(PublicityLimits.isEarly(decided, decided, Severity.MINOR)).isFalse();
        assertThat(PublicityLimits.isEarly(threeMonths.minusDays(1), decided, Severity.GENERAL))
                .isTrue();
        assertThat(PublicityLimits.isEarly(threeMonths, decided, Severity.GENERAL))
                .isFalse();
        assertThat(PublicityLimits.isEarly(year.minusDays(1), decided, Severity.SERIOUS))
                .isTrue();
        assertThat(PublicityLimits.isEarly(year, decided, Severity.SERIOUS)).isFalse();
        assertThat(PublicityLimits.isEarly(decided, decided, null)).isFalse();
    }

    @Test
    void callsNoRepairEarlyThatWasMadeBeforeTheLawThatSaysSo() {
        LocalDate decided = LocalDate.of(2026, 3, 20);
        LocalDate inForce = LocalDate.of(2026, 4, 1);
        assertThat(PublicityLimits.isEarly(inForce.minusDays(1), decided, Severity.GENERAL))
                .isFalse();
        assertThat(PublicityLimits.isEarly(inForce, decided, Severity.GENERAL)).isTrue();
    }

    @Test
    void masksNumbersOfPersonsAndShortensWhatIsLong() {
        assertThat(Shown.of("张三 11010519491231002X 13812345678")).isEqualTo("张三 110105******** 138****5678");
        assertThat(Shown.of("9144030071526726XG")).isEqualTo("9144030071526726XG");
        assertThat(Shown.of("字".repeat(61))).isEqualTo("字".repeat(60) + "…");
        assertThat(Shown.of("字".repeat(60))).isEqualTo("字".repeat(60));
    }

    @Test
    void searchesNamesByPairsAndCodesByGroups() {
        assertThat(SearchGrams.of("蒙牛（集团）", "9144030071526726XG"))
                .contains("蒙牛", "牛集", "集团", "9144", "4403", "0300", "26XG");
        assertThat(SearchGrams.ofNamePart("蒙 牛")).containsExactly("蒙牛");
        assertThat(SearchGrams.ofNamePart("蒙")).isEmpty();
    }

    @Test
    void findsAnyFiveNeighbouringCharactersOfACode() {
        String code = "9144030071526726XG";
        List<String> indexed = SearchGrams.of(null, code);
        for (int from = 0; from + SearchGrams.CODE_PART_MIN <= code.length(); from++) {
            String part = code.substring(from, from + SearchGrams.CODE_PART_MIN);
            assertThat(SearchGrams.ofCodePart(part)).as(part).anyMatch(indexed::containsAll);
        }
    }
}
