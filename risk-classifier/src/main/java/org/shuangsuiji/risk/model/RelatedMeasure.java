package org.shuangsuiji.risk.model;

import org.jspecify.annotations.Nullable;

/**
 * How many other enterprises are related to this one.
 *
 * @param having counts only those with such a record of their own; absent counts all that still exist
 * @param window how far back it looks for those records
 */
public record RelatedMeasure(
        Relation relation,
        @Nullable RecordFilter having,
        @Nullable Window window) implements Measure {

    @Override
    public void check(Faults faults) {
        if (having != null) {
            RecordMeasure.checkFilter(having, window, faults);
        } else if (window != null) {
            faults.add("measure", "window-without-records");
        }
    }

    @Override
    public Direction natural() {
        return having != null && having.adverse() ? Direction.WORSE_WHEN_MORE : Direction.FREE;
    }

    @Override
    public boolean truth() {
        return false;
    }
}
