package org.shuangsuiji.risk.scoring;

/** Whether an enterprise has a rank; the other two are states and stand in no order with ranks. */
public enum Standing {
    GRADED,
    /** Too little is known of it (尚不可评). */
    NOT_YET_GRADABLE,
    /** It is not, or no longer, among those that the model grades, such as one that was deregistered. */
    NOT_COVERED
}
