package org.shuangsuiji.ingest.reading;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The other party of a relation: an enterprise by its code, number or compared name, or a person.
 *
 * @param enterprise absent where it is a person
 * @param name the name of the enterprise as the row gives it; never a person's
 * @param person the keyed digest of a person
 */
public record Related(
        @Nullable Subject enterprise,
        @Nullable String name,
        @Nullable UUID person) {
    static final Related NOBODY = new Related(null, null, null);
}
