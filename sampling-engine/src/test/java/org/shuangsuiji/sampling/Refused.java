package org.shuangsuiji.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.shuangsuiji.model.Refusal;

/** What a command was refused for. */
final class Refused {
    private Refused() {}

    static Refusal by(String code, ThrowingCallable command) {
        Refusal refusal = catchThrowableOfType(Refusal.class, command);
        assertThat(refusal).as("a refusal '%s'", code).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        return refusal;
    }
}
