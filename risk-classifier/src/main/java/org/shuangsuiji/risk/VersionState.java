package org.shuangsuiji.risk;

/** The life of a model version. */
public enum VersionState {
    /** Its drafter changes it. */
    DRAFT,
    /** It waits for a second person. */
    SUBMITTED,
    /** A second person approved it; it waits for its day. */
    APPROVED,
    /** It grades. */
    ACTIVE,
    /** Another version took its place. */
    RETIRED,
    /** Its drafter gave it up. */
    DISCARDED,
    /** It was approved and taken back before it took effect. */
    WITHDRAWN
}
