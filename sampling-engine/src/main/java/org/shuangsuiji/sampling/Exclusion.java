package org.shuangsuiji.sampling;

/** Why an enterprise inside the filters of a campaign is left out of its frame, in the order in which it is asked. */
public enum Exclusion {
    /** Only records name it; no registration was received. */
    NOT_REGISTERED,
    /** Its registration status may not be drawn. */
    STATUS,
    /** It has no 18-character code, and DR-1 names units by it. */
    NO_CODE,
    NO_REGION,
    /** The model that makes the strata gives it no rank. */
    NOT_GRADED,
    /** It was visited as often as its rank allows. */
    AT_MOST,
    /** Another closed list of the same body, not drawn yet, may bring it there: no list is closed until that is drawn. */
    PENDING_DRAW;

    /** Whether it follows from the rank of an enterprise, where there are ranks. */
    boolean tellsRank() {
        return this == AT_MOST || this == PENDING_DRAW;
    }
}
