package org.shuangsuiji.ingest.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The folder with real data that tests may read and the product never ships: the system property {@code
 * shuangsuiji.shared-data}, by default {@code ../shared/data} beside the repository.
 */
public final class SharedData {
    private SharedData() {}

    /** Unpacks the real registrations into a folder; tells loudly when they are not there. */
    public static Optional<Path> registrations(Path into) throws IOException {
        Path packed = folder().resolve("registrations-20k.csv.gz");
        if (!Files.isReadable(packed)) {
            System.err.printf(
                    "%n*** The real registrations are ABSENT: no file %s. Only their synthetic twin was tested."
                            + " Set -Dshuangsuiji.shared-data to the folder that has them. ***%n%n",
                    packed.toAbsolutePath().normalize());
            return Optional.empty();
        }
        Path file = into.resolve("registrations-20k.csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, file);
        }
        return Optional.of(file);
    }

    /** A small file of the folder; tells loudly when it is not there. */
    static Optional<Path> file(String name) {
        Path file = folder().resolve(name);
        if (!Files.isReadable(file)) {
            System.err.printf(
                    "%n*** The real data are ABSENT: no file %s. Set -Dshuangsuiji.shared-data to their folder. ***%n%n",
                    file.toAbsolutePath().normalize());
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private static Path folder() {
        String given = System.getProperty("shuangsuiji.shared-data");
        return given != null ? Path.of(given) : repository().resolve("../shared/data");
    }

    /** Tests of a module run in its folder, one below the repository. */
    private static Path repository() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
