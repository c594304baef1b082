package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.CreditCode;

class PersonNumbersTests {
    private static final String CHECKS = "10X98765432";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105 19491231 002X",
                "110105-19491231-002X",
                "13812345678",
                "138 1234 5678",
                "138-1234-5678",
                "+86 13812345678",
                "8613812345678",
                "１３８１２３４５６７８",
                "0475-8224567",
                "0475—8224567",
                "（0475）8224567",
                "(010)62345678",
                "110105194912310021",
                "110105 19491231 0021",
                "150581580412001",
                "139.1234.5678",
                "139—1234—5678",
                "139–1234–5678",
                "1523 0119 8001 0122 35",
                "1523-0119-8001-0122-35",
                "110105 1949 1231 002X"
            })
    void takesNumbersOfPersonsOutOfATextInEveryWriting(String number) {
        assertThat(PersonNumbers.remove("当事人张某（" + number + "）承认。"))
                .isEqualTo("当事人张某（" + PersonNumbers.REMOVED + "）承认。");
        assertThat(PersonNumbers.remove(number)).isEqualTo(PersonNumbers.REMOVED);
    }

    @Test
    void takesSeveralOutAndLeavesTheWordsBetween() {
        assertThat(PersonNumbers.remove("张三11010519491231002X，电话13812345678；李四"))
                .isEqualTo("张三%s，电话%s；李四".formatted(PersonNumbers.REMOVED, PersonNumbers.REMOVED));
    }

    /** 150581 20260901 0001 is how an office numbers a task: what counts as a card in a code column need not be one in a text. */
    @Test
    void takesADayOfOurTimesForThatOfADocumentAndNotForABirthday() {
        assertThat(PersonNumbers.remove("任务150581200912310001")).isEqualTo("任务" + PersonNumbers.REMOVED);
        assertThat(PersonNumbers.remove("任务150581201001010001")).isEqualTo("任务150581201001010001");
        assertThat(CodeReading.read("150581201001010001").problem())
                .isEqualTo(CodeReading.Problem.of("code-of-person"));
    }

    /** A certificate for special work is numbered T and the number of its holder's card. */
    @Test
    void takesACardWithTheRightCheckOutBehindLettersAndLeavesOneWithAnother() {
        assertThat(PersonNumbers.remove("特种作业操作证号T152301198001012235，有效"))
                .isEqualTo("特种作业操作证号T" + PersonNumbers.REMOVED + "，有效");
        assertThat(PersonNumbers.remove("证号Ｔ１１０１０５１９４９１２３１００２Ｘ")).isEqualTo("证号Ｔ" + PersonNumbers.REMOVED);
        assertThat(PersonNumbers.remove("批号T152301198001012234")).isEqualTo("批号T152301198001012234");
        assertThat(PersonNumbers.remove("任务T150581202609010019")).isEqualTo("任务T150581202609010019");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "电话04757912345",
                "联系电话：04757912345。",
                "联系电话（04757912345）",
                "电话号码 01062345678",
                "Tel04757912345",
                "tel: 04757912345",
                "传真02081234567",
                "微信wx13912345678",
                "微信号13912345678",
                "微信号：v13912345678",
                "加wx13912345678",
                "13912345678元宝山区某街"
            })
    void knowsAPhoneByTheWordsAroundIt(String text) {
        assertThat(PersonNumbers.remove(text)).contains(PersonNumbers.REMOVED).doesNotContainPattern("[0-9]{5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"身份证11010519491231002X号", "联系电话13812345678号", "手机tel13812345678"})
    void takesThemOutWhereTheWordNumberStandsBehindOrALatinOneBefore(String text) {
        assertThat(PersonNumbers.remove(text)).contains(PersonNumbers.REMOVED).doesNotContainPattern("[0-9]{8}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "浦市监案处字〔2016〕第150201610696号",
                "京市监罚字〔2021〕13812345678号",
                "第13812345678号决定",
                "京市监罚字（2021）13812345678号",
                "11010519491331002X",
                "110105194902300021",
                "990105194912310021",
                "依据150581200603010012号通知",
                "150581202609010001",
                "150581260901001",
                "330503000035118",
                "320103000121953",
                "330382213420400",
                "9144030071526726XG",
                "914403001922038216",
                "150581000012345",
                "12345678901",
                "批号20260331001",
                "A13812345678",
                "138123456789",
                "1381234567",
                "0475-82245",
                "罚款20000元",
                "罚款13812345678元",
                "13812345678.5",
                "13812345678元整",
                "13812345678万元",
                "1391234.5678",
                "139.12345678",
                "1391234—5678",
                "批号04757912345",
                "电话费04757912345",
                "WX13812345678",
                "型号AWX13812345678",
                "T9144030071526726XG",
                "6222 0200 1234 5678 123",
                "2026 0119 8001 0122 35",
                "2026-03-31"
            })
    void leavesWhatIsNoNumberOfAPerson(String text) {
        assertThat(PersonNumbers.remove(text)).isSameAs(text);
    }

    /** Offices number decisions by region, day and serial: in the column of numbers only what is surely a person's goes. */
    @ParameterizedTest
    @CsvSource({
        "152301198001012235, ［号码已删去］",
        "150581199801010012, ［号码已删去］",
        "证字1505 8119 9801 0100 12, 证字［号码已删去］",
        "T152301198001012235, T［号码已删去］",
        "T1523 0119 8001 0122 35, T［号码已删去］",
        "证字第T152301198001012235号, 证字第T［号码已删去］号",
        "13912345678, ［号码已删去］",
        "139-1234-5678, ［号码已删去］",
        "持证人张某电话13912345678, 持证人张某电话［号码已删去］",
        "证件152301198001012235（张某）, 证件［号码已删去］（张某）",
        "电话04757912345, 电话［号码已删去］"
    })
    void takesWhatIsSurelyAPersonsOutOfTheNumberOfADocument(String number, String kept) {
        assertThat(PersonNumbers.inDocumentNumber(number, found -> PersonNumbers.REMOVED))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "150581202609010001",
                "150581202609010019",
                "150581199801010012号",
                "150581199802300012",
                "990581199801010012",
                "150581580412001",
                "15058126001",
                "〔2026〕13912345678号",
                "蒙霍市监罚〔2026〕13912345678",
                "第13912345678号",
                "霍市监罚字13912345678",
                "0475-2026001",
                "A13912345678",
                "JY21505810012345",
                "JY152301198001012234",
                "91150581MA0W00014U",
                "9144030071526726XG",
                "蒙霍市监罚〔2026〕1号"
            })
    void leavesTheNumbersOfDocumentsWhole(String number) {
        assertThat(PersonNumbers.inDocumentNumber(number, found -> PersonNumbers.REMOVED))
                .isSameAs(number);
    }

    @Test
    void aNumberIsComparedInOneWritingHoweverItIsPartedInTheFile() {
        assertThat(PersonNumbers.inDocumentNumber("T1523 0119 8001 0122 35", found -> "<" + found + ">"))
                .isEqualTo("T<152301198001012235>");
        assertThat(PersonNumbers.inDocumentNumber("１１０１０５１９４９１２３１００２ｘ", found -> "<" + found + ">"))
                .isEqualTo("<11010519491231002X>");
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, true",
        "110105194912310021, true",
        "110105194902300021, false",
        "110105209912310021, true",
        "990105194912310021, false",
        "11010519491231002A, false",
        "110105189912310028, false",
        "999999198001010011, true",
        "11010519491231002, false",
        "1101051949123100XX, false"
    })
    void tellsIdentityCardsByBirthdayAndCheck(String number, boolean is) {
        assertThat(PersonNumbers.isIdentity(number)).isEqualTo(is);
    }

    /**
     * A 15-digit card (region, yymmdd, three more) and a registration number of GS 15-2006 (authority, eight digits, check)
     * look alike: the check tells them apart, except for the one card in ten that has it by chance.
     */
    @ParameterizedTest
    @CsvSource({
        "150581580412001, true",
        "15058158041200X, false",
        "150581581312001, false",
        "150581580432001, false",
        "990581580412001, false",
        "150581000412001, false",
        "150581580412007, false"
    })
    void tellsOldCardsFromRegistrationNumbersByTheCheckOfTheLatter(String number, boolean card) {
        assertThat(PersonNumbers.isIdentity(number)).isEqualTo(card);
        assertThat(CodeReading.read(number).problem())
                .isEqualTo(
                        card
                                ? CodeReading.Problem.of("code-of-person-or-slip")
                                : number.endsWith("X") ? CodeReading.Problem.of("code-length", 15) : null);
    }

    /** Shown to people and kept among the faults: more is covered than the reader takes out, for slips of the pen too. */
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 110105********",
        "110105194912310021, 110105********",
        "1101051949123100, 110105********",
        "11010519491231002, 110105********",
        "1101051949123100211, 110105********",
        "110105 19491231 002X, 110105********",
        "11O10519491231OO2X, 11O105********",
        "ID11010519491231002X, ID110105********",
        "１１０１０５１９４９１２３１００２Ｘ, １１０１０５********",
        "150581580412001, 150581********",
        "13812345678, 138****5678",
        "138 1234 5678, 138****5678",
        "+86 13812345678, +86****5678",
        "0475-8224567, 047****67",
        "139.1234.5678, 139****5678",
        "T152301198001012235, T152301********",
        "1523 0119 8001 0122 35, 1523 0********",
        "(010)62345678, (01****78"
    })
    void coversNumbersOfPersonsInWhatIsShown(String number, String shown) {
        assertThat(PersonNumbers.cover(number)).isEqualTo(shown);
        assertThat(PersonNumbers.cover("张三（" + number + "）等")).isEqualTo("张三（" + shown + "）等");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9144030071526726XG",
                "150581000012345",
                "150581580412007",
                "浦市监案处字〔2016〕第150201610696号",
                "第13812345678号决定",
                "Official IO list",
                "2026-03-31",
                "12345678901"
            })
    void coversNothingElse(String text) {
        assertThat(PersonNumbers.cover(text)).isSameAs(text);
    }

    /** 璧山 (500120), 奉贤 (310120) …: with such regions a code holds what looks like a birthday. */
    @Test
    void noFirmIsTakenForAPersonBecauseItsCodeReadsLikeABirthday() {
        String code = lookalike("91500120", true);
        assertThat(PersonNumbers.isIdentity(code)).as(code).isFalse();
        assertThat(PersonNumbers.remove("企业" + code)).contains(code);
        assertThat(CodeReading.read(code).problem()).as(code).isNull();
    }

    /** One in 31 cards happens to have the check of a code; the region in it gives it away. */
    @Test
    void aCardThatHappensToHaveTheCheckOfACodeIsStillAPersons() {
        String card = lookalike("11010519", true);
        assertThat(PersonNumbers.isIdentity(card)).as(card).isTrue();
        assertThat(PersonNumbers.remove("张三" + card)).doesNotContain(card);
        var problem = CodeReading.read(card).problem();
        assertThat(problem).as(card).isNotNull();
        assertThat(problem.code()).isEqualTo("code-of-person");
    }

    /** The card's check is right by construction; whether the code's is, is asked for. */
    private static String lookalike(String start, boolean codeChecks) {
        var random = new Random(7);
        while (true) {
            String seventeen = start
                    + (start.endsWith("19")
                            ? "%02d".formatted(50 + random.nextInt(50))
                            : "%02d".formatted(random.nextInt(100)))
                    + "%02d%02d%03d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(1000));
            String whole = seventeen + check(seventeen);
            if ((CreditCode.checkCharacter(whole) == whole.charAt(17)) == codeChecks) {
                return whole;
            }
        }
    }

    private static char check(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 16; i >= 0; i--) {
            weight = weight * 2 % 11;
            sum += (seventeen.charAt(i) - '0') * weight;
        }
        return CHECKS.charAt(sum % 11);
    }
}
