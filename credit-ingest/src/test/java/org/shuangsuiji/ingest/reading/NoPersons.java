package org.shuangsuiji.ingest.reading;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Keys of persons for tests in which it does not matter who could undo them. */
final class NoPersons {
    static final PersonKeys KEYS = number -> UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));

    private NoPersons() {}
}
