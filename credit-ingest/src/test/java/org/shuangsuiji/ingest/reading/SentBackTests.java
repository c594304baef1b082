package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentBackTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@a", "'=1", "''=1", "'", "''", "'a", "a", "", "\t=1"})
    void whatWasGuardedIsReadAsItWas(String text) {
        String guarded = SentBack.guarded(text);
        assertThat("=+-@\t\r").doesNotContain(guarded.isEmpty() ? "a" : guarded.substring(0, 1));
        assertThat(SentBack.unguarded(guarded)).isEqualTo(text);
    }
}
