package org.shuangsuiji.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordLifeTests {
    private static final LocalDate DECIDED = LocalDate.of(2026, 3, 10);

    @Test
    void countsFromItsOwnDayOn() {
        var life = new RecordLife(DECIDED, null, null, null);
        assertThat(life.countsOn(DECIDED.minusDays(1))).isFalse();
        assertThat(life.countsOn(DECIDED)).isTrue();
    }

    @Test
    void stopsCountingOnTheDayItEndsIsRepairedOrIsWithdrawn() {
        LocalDate end = DECIDED.plusDays(90);
        for (var life : new RecordLife[] {
            new RecordLife(DECIDED, end, null, null),
            new RecordLife(DECIDED, null, end, null),
            new RecordLife(DECIDED, null, null, end)
        }) {
            assertThat(life.countsOn(end.minusDays(1))).isTrue();
            assertThat(life.countsOn(end)).isFalse();
        }
    }
}
