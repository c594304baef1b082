package org.shuangsuiji.console.office;

import java.util.function.Supplier;
import org.shuangsuiji.model.Actor;

/** Commands that run once, however often they are sent: a double click, a retry after a time-out, an impatient phone. */
public interface Commands {

    /** The code of the refusal of a key that was used for something else. */
    String KEY_REUSED = "idempotency-key-reused";

    /**
     * Runs the command in a transaction and keeps its answer; the same key again returns the first answer and changes
     * nothing. Two at the same time take turns.
     *
     * @param requestDigest SHA-256 of what is asked; the same key with something else is refused
     * @param command the command; answers where its outcome is: an address or an id
     */
    String once(Actor actor, String key, byte[] requestDigest, Supplier<String> command);
}
