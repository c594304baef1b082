package org.shuangsuiji.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact: the one identity is another of the other subject.
 *
 * @param evidence the number, code or name by which they were found, or what a person says of them
 * @param notedBy who found it by hand; absent where no person did
 * @param since when it came into force; absent where it never did
 * @param decision the reason of the person who decided last
 * @param doubt why a link in force waits for a person again; absent where it does not
 */
public record Link(
        long id,
        Side from,
        Side to,
        Reason reason,
        String evidence,
        State state,
        long deliveryId,
        Instant notedAt,
        @Nullable String notedBy,
        @Nullable Instant since,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        @Nullable Instant endedAt,
        long version,
        @Nullable Doubt doubt) {

    /**
     * One side of a link.
     *
     * @param code its code or number; absent where it is known by name alone
     */
    public record Side(long enterpriseId, @Nullable String code, String name) {}

    /**
     * Its reason stands no more: the registration that named the number or code was corrected.
     *
     * @param toldBy the body that sent the correction; absent for the system
     * @param says the codes and numbers that the registration names now; absent where none
     */
    public record Doubt(
            Instant since,
            long deliveryId,
            @Nullable String toldBy,
            @Nullable String says) {}

    /** Why two identities are taken for one. */
    public enum Reason {
        /** The registration of the one names the other's 15-digit number. */
        NUMBER,
        /** The registration of the one names the other's code as a former one. */
        CODE,
        /** Both have one name. */
        NAME,
        /** A person found it. */
        BY_HAND
    }

    /** Where a link stands. */
    public enum State {
        /** Waits for a person. */
        PROPOSED,
        IN_FORCE,
        REFUSED,
        WITHDRAWN
    }
}
