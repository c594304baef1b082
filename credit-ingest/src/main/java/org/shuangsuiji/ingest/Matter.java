package org.shuangsuiji.ingest;

/** A row of a published version, and what it is to the version before. */
public record Matter(long id, Change change, long departmentId, String departmentName, MatterTerms terms) {

    /** What became of a row with a version. */
    public enum Change {
        KEPT,
        ADDED,
        CHANGED,
        /** Stands here for the last time. */
        REMOVED
    }
}
