package org.shuangsuiji.risk.model;

import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * A number from the enterprise's own records.
 *
 * @param window how far back it looks; absent looks as far back as records count
 */
public record RecordMeasure(
        Aggregation aggregation,
        RecordFilter filter,
        @Nullable Window window) implements Measure {

    @Override
    public void check(Faults faults) {
        checkFilter(filter, window, faults);
        if (aggregation.needsAmount()
                && !filter.equals(new RecordFilter(
                        java.util.Set.of(RecordKind.PENALTY), filter.severityAtLeast(), filter.categories()))) {
            faults.add("measure", "amount-of-penalties-only");
        }
    }

    @Override
    public Direction natural() {
        if (!filter.adverse()) {
            return Direction.FREE;
        }
        return aggregation == Aggregation.DAYS_SINCE ? Direction.BETTER_WHEN_MORE : Direction.WORSE_WHEN_MORE;
    }

    @Override
    public boolean truth() {
        return aggregation == Aggregation.EXISTS;
    }

    static void checkFilter(RecordFilter filter, @Nullable Window window, Faults faults) {
        if (filter.kinds().isEmpty()) {
            faults.add("measure", "kinds-wanted");
        }
        if (filter.kinds().contains(RecordKind.REGISTRATION)) {
            faults.add("measure", "registration-is-no-record");
        }
        if (filter.severityAtLeast() < 0 || filter.severityAtLeast() > 3) {
            faults.add("measure", "severity-range", filter.severityAtLeast());
        }
        for (String category : filter.categories()) {
            if (!category.matches("[0-9A-Za-z_-]{1,20}")) {
                faults.add("measure", "category-form", category);
            }
        }
        if (window != null && !window.sensible()) {
            faults.add("measure", "window-range", window.months(), window.days());
        }
    }
}
