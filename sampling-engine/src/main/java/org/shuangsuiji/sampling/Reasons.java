package org.shuangsuiji.sampling;

import org.shuangsuiji.model.Refusal;

/** Acts that need a reason get one that says something. */
final class Reasons {
    private static final int LENGTH_MIN = 2;
    private static final int LENGTH_MAX = 500;

    private Reasons() {}

    static void require(String reason) {
        int length = reason.strip().length();
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw Refusal.invalid("reason-length", LENGTH_MIN, LENGTH_MAX, length);
        }
    }
}
