package org.shuangsuiji.ingest;

/**
 * A link of a subject to one that the reader may not see; the evidence is left out, for it may name the other side.
 *
 * @param leaves whether the subject is the other's identity, rather than the other its own
 */
public record LinkBeyond(Link.State state, Link.Reason reason, boolean leaves) {

    /** Whether the records of the subject count for the one out of sight. */
    public boolean counted() {
        return leaves && state == Link.State.IN_FORCE;
    }
}
