package org.shuangsuiji.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A statement in a file beside the classes; the name of the file says what it does. */
final class SqlFile {
    private SqlFile() {}

    /** The statement. */
    static String read(String name) {
        try (InputStream in = SqlFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No statement beside the classes: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A statement could not be read: " + name, e);
        }
    }

    /** The statement, for some of the rows: {@code those_meant} becomes the table that names them, and how it does. */
    static String read(String name, String those) {
        return read(name).replace("those_meant", those);
    }

    /** The statement, for one slot of the stage: {@code :slot} in a table's name becomes its number. */
    static String read(String name, int slot) {
        return read(name)
                .replace("staged_record_slot", "staged_record_" + slot)
                .replace("staged_registration_slot", "staged_registration_" + slot);
    }
}
