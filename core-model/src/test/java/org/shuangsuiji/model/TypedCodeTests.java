package org.shuangsuiji.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9144030071526726XG",
                " 9144030071526726xg ",
                "９１４４０３００７１５２６７２６ＸＧ",
                "914403\u3000007152\u00A06726XG",
                "914403-00715267-26XG",
                "914403—0071526726XG",
                "'9144030071526726XG",
                "’9144030071526726XG"
            })
    void isReadAsTheCodeThatWasMeant(String typed) {
        assertThat(TypedCode.read(typed, "credit-code")).isEqualTo(new CreditCode("9144030071526726XG"));
    }

    @Test
    void whatCanBeNoneIsRefusedWithItsLength() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TypedCode.read(" 1505-81 ", "credit-code"))
                .satisfies(refusal -> assertThat(refusal.arguments()).isEqualTo(List.of("1505-81", 6)));
    }
}
