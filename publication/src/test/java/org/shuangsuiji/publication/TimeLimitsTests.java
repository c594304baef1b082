package org.shuangsuiji.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.model.WorkingCalendar;

class TimeLimitsTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** A Monday; without holidays the limit is the Monday four weeks later. */
    private static final LocalDate INSPECTED = LocalDate.of(2026, 3, 2);

    private static final WorkingCalendar PLAIN = new WorkingCalendar(Set.of(), Set.of(), Set.of(2026));

    @ParameterizedTest(name = "on {0}: {1} working days left, {2}")
    @CsvSource({
        "2026-03-02, 20, open",
        "2026-03-20, 6, open",
        "2026-03-23, 5, soon",
        "2026-03-26, 2, soon",
        "2026-03-27, 1, last-day",
        "2026-03-28, 1, last-day",
        "2026-03-30, 0, last-day",
        "2026-03-31, -1, late",
        "2026-04-06, -5, late",
    })
    void theReviewerSeesHowManyWorkingDaysAreLeft(LocalDate today, int left, String urgency) {
        var limit = limits(today).today().apply(INSPECTED);
        assertThat(limit.due()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(limit.workingDaysLeft()).isEqualTo(left);
        assertThat(limit.urgency()).isEqualTo(urgency);
    }

    @Test
    void aLimitThatEndedOnAFridayIsLateOnSaturday() {
        var limit = limits(LocalDate.of(2026, 4, 4)).today().apply(LocalDate.of(2026, 3, 6));
        assertThat(limit.due()).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(limit.workingDaysLate()).isEqualTo(1);
    }

    private static TimeLimits limits(LocalDate today) {
        return new TimeLimits(
                () -> PLAIN, Clock.fixed(today.atStartOfDay(ZONE).plusHours(9).toInstant(), ZONE));
    }
}
