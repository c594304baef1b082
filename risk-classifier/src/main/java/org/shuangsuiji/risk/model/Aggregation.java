package org.shuangsuiji.risk.model;

/** How the records that pass a filter become one number. */
public enum Aggregation {
    /** How many there are. */
    COUNT,
    /** 1 when there is any, else 0. */
    EXISTS,
    /** The sum of their amounts, in whole yuan. */
    AMOUNT_SUM,
    /** The largest of their amounts, in whole yuan. */
    AMOUNT_MAX,
    /** The highest severity: 1 minor, 2 general, 3 serious; 0 when there is none. */
    SEVERITY_MAX,
    /** Days since the latest one; missing when there is none. */
    DAYS_SINCE;

    public boolean needsAmount() {
        return this == AMOUNT_SUM || this == AMOUNT_MAX;
    }
}
