package org.shuangsuiji.risk.model;

import org.jspecify.annotations.Nullable;

/**
 * How many other enterprises are related to this one.
 *
 * @param having counts only those with such a record of their own; absent counts all that still exist
 * @param window how far back it looks for those records
 * @param steps over how many enterprises a told relation is followed; absent means one
 */
public record RelatedMeasure(
        Relation relation,
        @Nullable RecordFilter having,
        @Nullable Window window,
        @Nullable Integer steps) implements Measure {
    /** Behind three steps stands half the district. */
    public static final int STEPS_MAX = 3;

    public RelatedMeasure(Relation relation, @Nullable RecordFilter having, @Nullable Window window) {
        this(relation, having, window, null);
    }

    @Override
    public void check(Faults faults) {
        if (having != null) {
            RecordMeasure.checkFilter(having, window, faults);
        } else if (window != null) {
            faults.add("measure", "window-without-records");
        }
        if (steps != null && (steps < 1 || steps > (relation.told() ? STEPS_MAX : 1))) {
            faults.add("measure", "relation-steps", steps, relation.told() ? STEPS_MAX : 1);
        }
    }

    /** Over how many enterprises the relation is followed. */
    public int depth() {
        return steps == null ? 1 : steps;
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
