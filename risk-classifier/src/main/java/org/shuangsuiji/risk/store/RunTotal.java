package org.shuangsuiji.risk.store;

import org.shuangsuiji.risk.GradeCounts;

/** What the parts of a run add up to. */
final class RunTotal {
    private long enterprises;
    private long changed;
    private final long[] byNumber = new long[5];
    private long notCovered;
    private long digestHigh;
    private long digestLow;

    void add(RangeChanges changes) {
        enterprises += changes.enterprises();
        changed += changes.changed();
        for (int i = 0; i < byNumber.length; i++) {
            byNumber[i] += changes.byNumber(i);
        }
        notCovered += changes.notCovered();
        digestHigh += changes.digestHigh();
        digestLow += changes.digestLow();
    }

    long enterprises() {
        return enterprises;
    }

    long changed() {
        return changed;
    }

    GradeCounts counts() {
        return GradeCounts.of(byNumber[1], byNumber[2], byNumber[3], byNumber[4], byNumber[0]);
    }

    long notCovered() {
        return notCovered;
    }

    long digestHigh() {
        return digestHigh;
    }

    long digestLow() {
        return digestLow;
    }
}
