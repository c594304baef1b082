package org.shuangsuiji.risk.scoring;

/** A record as the columns see it, when it is worth an object: in an explanation, or on another feed. */
public record CountedRecord(
        long recordId, int kind, int eventDay, int untilDay, int severity, long amountFen, int categorySets) {

    public void enter(long enterpriseId, Features features) {
        features.record(enterpriseId, kind, eventDay, untilDay, severity, amountFen, categorySets);
    }
}
