package org.shuangsuiji.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a later registration said otherwise than the one before it.
 *
 * @param before what was known until then; absent where nothing was
 * @param deliveryId that brought the later one
 */
public record RegistrationChange(
        Fact fact, @Nullable String before, @Nullable String after, Instant learned, long deliveryId) {

    /** The facts of which the history is told. */
    public enum Fact {
        NAME,
        STATUS,
        ESTABLISHED,
        LEGAL_PERSON,
        CAPITAL,
        ADDRESS,
        SCOPE
    }
}
