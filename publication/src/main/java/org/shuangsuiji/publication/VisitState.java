package org.shuangsuiji.publication;

import java.util.EnumSet;
import java.util.Set;

/** How far a visit is. */
public enum VisitState {
    /** Opened by the draw. */
    OPEN,
    /** The team registered at the door (入企登记). */
    REGISTERED,
    /** A draft of the result is kept. */
    DRAFT,
    /** Handed in, waits for review (待审核). */
    SUBMITTED,
    /** Sent back to the team with a reason (审核退回). */
    RETURNED,
    /** Passed, waits for publication. */
    PASSED,
    /** Public (已公示). */
    PUBLISHED,
    /** Withdrawn from the public side; the team may enter a corrected result. */
    WITHDRAWN;

    /** Where the team may still enter a result. */
    public static final Set<VisitState> ENTERABLE =
            Set.copyOf(EnumSet.of(OPEN, REGISTERED, DRAFT, RETURNED, WITHDRAWN));

    public boolean enterable() {
        return ENTERABLE.contains(this);
    }

    /** The word in message keys: {@code visit-state.returned}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
