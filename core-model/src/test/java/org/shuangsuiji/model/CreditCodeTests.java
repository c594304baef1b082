package org.shuangsuiji.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditCodeTests {

    @Test
    void aSlipOfTheFingerShowsInTheLastCharacter() {
        assertThat(new CreditCode("9144030071526726XG").checks()).isTrue();
        assertThat(new CreditCode("9144030071526726XH").checks()).isFalse();
        assertThat(new CreditCode("9144030071562726XG").checks())
                .as("two changed places")
                .isFalse();
        assertThat(new CreditCode("91440300715267O6XG").checks())
                .as("O is no sign of a code")
                .isFalse();
    }
}
