package org.shuangsuiji.sampling;

import org.shuangsuiji.model.Refusal;

/** Two people, one form: the second to save learns that what was on the page is no longer so. */
final class Locks {
    private Locks() {}

    static void require(int found, int onThePage) {
        if (found != onThePage) {
            throw Refusal.conflict("edited-meanwhile");
        }
    }
}
