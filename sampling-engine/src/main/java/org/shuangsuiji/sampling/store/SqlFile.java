package org.shuangsuiji.sampling.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A query named for the question it answers, kept in a file beside this class. */
final class SqlFile {
    private SqlFile() {}

    static String read(String name) {
        try (var in = SqlFile.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("There is no query '%s'".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
