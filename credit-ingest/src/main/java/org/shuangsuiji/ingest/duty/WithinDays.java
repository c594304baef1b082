package org.shuangsuiji.ingest.duty;

import java.util.Optional;

/** Each event is told within some working days, counted from the day after it (双公示: 7). */
public record WithinDays(int days) implements Rhythm {
    static final int DAYS_MAX = 250;

    public WithinDays {
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException(
                    "An event is told within 1 to %d working days; got %d".formatted(DAYS_MAX, days));
        }
    }

    @Override
    public String word() {
        return EACH_EVENT;
    }

    @Override
    public Optional<Integer> limit() {
        return Optional.of(days);
    }
}
