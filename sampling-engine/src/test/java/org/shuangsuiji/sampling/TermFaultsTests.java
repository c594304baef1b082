package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.TermsRefused;
import org.shuangsuiji.sampling.draw.Source;
import org.shuangsuiji.sampling.draw.SourceKind;

/** What a name on a form must be like, so that the rule of a draw can repeat it. */
class TermFaultsTests {
    private static final String SPELT_IN_PARTS = "cafe\u0301 彩票";
    private static final String COPIED_FROM_A_PDF = "\uF900区公证处";

    private static Optional<TermsRefused.Fault> faultOf(String name) {
        TermFaults faults = new TermFaults();
        faults.name(name, 1, 120, "sources[0].name");
        Throwable refused = catchThrowable(faults::refuseIfAny);
        return refused == null
                ? Optional.empty()
                : Optional.of(((TermsRefused) refused).faults().get(0));
    }

    private static boolean aRuleTakes(String name) {
        return catchThrowable(() -> new Source(name, SourceKind.DICE, Instant.EPOCH, List.of(1L), null)) == null;
    }

    @Test
    void aNameIsRefusedOnTheFormWhenTheRuleOfADrawWouldRefuseIt() {
        assertThat(List.of(
                        "现场骰子",
                        "café 彩票",
                        "𠮷野家",
                        SPELT_IN_PARTS,
                        COPIED_FROM_A_PDF,
                        "",
                        "现场\t骰子",
                        "现场\r骰子",
                        "现场\n骰子",
                        "现场\u0000骰子",
                        "现场\u0085骰子",
                        "现场\uD842骰子"))
                .allSatisfy(name -> assertThat(faultOf(name).isEmpty()).isEqualTo(aRuleTakes(name)));
    }

    @Test
    void aTabIsNamedWithItsPlaceAndNotTakenForALength() {
        TermsRefused.Fault fault = faultOf("𠮷\t骰").orElseThrow();
        assertThat(fault.code()).isEqualTo("control");
        assertThat(fault.arguments()).containsExactly(2, "U+0009");
    }

    /** Or two items would look the same in the public list and be two. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x200b, 0xad, 0x2060, 0xfe0f, 0x3164, 0x180e, 0x2028, 0xe0101, 0x2065, 0xe0002, 0xe01f0, 0xfff0, 0xfffc
            })
    void whatNobodySeesIsNamedWithItsPlace(int invisible) {
        TermsRefused.Fault fault =
                faultOf("餐饮" + Character.toString(invisible) + "检查").orElseThrow();
        assertThat(fault.code()).isEqualTo("invisible");
        assertThat(fault.arguments()).containsExactly(3, "U+%04X".formatted(invisible));
    }

    @Test
    void aNameSpeltInPartsIsShownAsItWasFound() {
        TermsRefused.Fault fault = faultOf(SPELT_IN_PARTS).orElseThrow();
        assertThat(fault.code()).isEqualTo("not-normal");
        assertThat(fault.arguments()).containsExactly(SPELT_IN_PARTS);
    }

    @Test
    void aTextOfSeveralLinesMayBreakThemAndHoldNoTab() {
        TermFaults faults = new TermFaults();
        faults.lines("查登记\r\n查公示", 0, 40, "content");
        assertThat(faults.list()).isEmpty();
        faults.lines("查登记\t查公示", 0, 40, "content");
        assertThat(faults.list()).isNotEmpty();
    }
}
