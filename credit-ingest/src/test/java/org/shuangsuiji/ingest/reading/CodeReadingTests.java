package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.model.TypedCode;

/** The codes come from public lists and were classed by an independent program. */
class CodeReadingTests {

    @ParameterizedTest
    @CsvFileSource(resources = "credit-codes.csv", useHeadersInDisplayName = true)
    void classesEveryCodeOfThePublicLists(String code, CodeClass expected, String check, String registerCheck) {
        var reading = CodeReading.read(code);
        assertThat(reading.codeClass()).isEqualTo(expected);
        if (check != null) {
            assertThat(CreditCode.checkCharacter(reading.value())).isEqualTo(check.charAt(0));
        }
        if (registerCheck != null) {
            assertThat(CodeReading.registerNumberChecks(reading.value())).isEqualTo(registerCheck.equals("right"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9144030071526726XG",
                "914403001922038216",
                "9152000071430580XT",
                "911100001000044477",
                "91100000100003962T",
                "91440300192317458F",
                "91440400192548256N",
                "9144030010001686XA",
                "91370522MA3C1CP780",
                "91110108MA001K7YXU",
                "91350100M000100Y43"
            })
    void acceptsCodesOfWellKnownEnterprises(String code) {
        assertThat(CodeReading.read(code).codeClass()).isEqualTo(CodeClass.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "9144030017526726XG, CHECK_WRONG", // two digits swapped
        "9144030071526726XC, CHECK_WRONG",
        "91440300715267261R, ORGANISATION_CHECK_WRONG",
        "91350203M0001QAY9B, CHECK_WRONG", // exists, by a public validator's list of exceptions
        "91440101593739085M, CHECK_WRONG", // fails both
        "9144030071526726X, NOT_A_CODE",
        "9144030071526726XGG, NOT_A_CODE",
        "91A40300715267261R, NOT_A_CODE"
    })
    void tellsWrongCodesApart(String code, CodeClass expected) {
        assertThat(CodeReading.read(code).codeClass()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000000000", "'000000000000000000", "111111111111111", "０００００００００００００００"})
    void aRowOfNoughtsHoldsAPlaceAndIsNoCodeThoughItsCheckIsRight(String placeholder) {
        assertThat(CodeReading.read(placeholder).problem())
                .isEqualTo(CodeReading.Problem.of(
                        "code-placeholder", TypedCode.tidy(placeholder).charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(chars = {'I', 'O', 'S', 'V', 'Z'})
    void refusesLettersThatNoCodeHas(char letter) {
        assertThat(CodeReading.read("9144030071526726" + letter + "G").codeClass())
                .isEqualTo(CodeClass.NOT_A_CODE);
    }

    @Test
    void namesTheDigitThatALetterWasProbablyMeantToBeAndCorrectsNothing() {
        var reading = CodeReading.read("9I44030071526726XG");
        assertThat(reading.problem()).isEqualTo(CodeReading.Problem.of("code-letter-like", "I", 2, "1"));
        assertThat(reading.value()).isEqualTo("9I44030071526726XG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "９１４４０３００７１５２６７２６ＸＧ",
                " 9144030071526726xg ",
                "'9144030071526726XG",
                "914403-0071526726-XG",
                "9144 0300 7152 6726 XG",
                "9144030071526726‐XG",
                "\u30009144030071526726XG\u00a0"
            })
    void readsTheSameCodeInAllItsWritings(String written) {
        var reading = CodeReading.read(written);
        assertThat(reading.value()).isEqualTo("9144030071526726XG");
        assertThat(reading.codeClass()).isEqualTo(CodeClass.OK);
    }

    @Test
    void findsTheCheckCharacterWhenTheSumDividesByThirtyOne() {
        // 31 - 0 is 31, which the alphabet does not have: the last remainder makes it 0
        assertThat(CreditCode.checkCharacter("00000000000000000")).isEqualTo('0');
    }

    @Test
    void doesNotTakeTheNumberOfAnIdentityCardForACode() {
        var reading = CodeReading.read("11010519491231002X"); // the example of GB 11643
        assertThat(reading.codeClass()).isEqualTo(CodeClass.NOT_A_CODE);
        assertThat(reading.problem()).isEqualTo(CodeReading.Problem.of("code-of-person"));
    }
}
