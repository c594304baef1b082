package org.shuangsuiji.ingest;

import java.time.Instant;
import java.util.Optional;
import org.shuangsuiji.model.Actor;

/** Writes what becomes of links, each step only from the state it follows on, and takes what is known along. */
public interface LinkBook {

    /** A small delivery of its own, so that what changes says where it came from and is graded again. */
    long delivery(String about, Actor actor, Instant now);

    /** A moment long, whether no merge runs; if so, none begins until the end of the transaction. */
    boolean mergeRests();

    /** Notes a link that a person found; empty where this pair waits or is in force already. */
    Optional<Long> note(long fromId, long toId, String evidence, long deliveryId, Actor actor, Instant now);

    /** Whether an identity is another's already. */
    boolean taken(long fromId);

    /** Proposed becomes in force, and what is known of the one identity goes to the other; false when it stands elsewhere. */
    boolean accept(Link link, String reason, long deliveryId, Actor actor, Instant now);

    /** Proposed becomes refused; false when it stands elsewhere. */
    boolean refuse(Link link, String reason, Actor actor, Instant now);

    /** In force though its reason stands no more: stays so, and is not doubted again; false when it stands elsewhere. */
    boolean uphold(Link link, String reason, Actor actor, Instant now);

    /** In force becomes withdrawn, and what went with it comes back; false when it stands elsewhere. */
    boolean withdraw(Link link, String reason, long deliveryId, Actor actor, Instant now);
}
