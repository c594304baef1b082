package org.shuangsuiji.ingest.reading;

import java.util.UUID;

/**
 * Makes of a person's number what can be compared and not undone: two rows about one person agree, and nobody without
 * the office's key finds out whom they name.
 */
@FunctionalInterface
public interface PersonKeys {

    /** 128 bits of a keyed digest of the number, which is kept nowhere. */
    UUID of(String number);
}
