package org.shuangsuiji.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An office that upgrades has the migrations of its version in its database, with their checksums: were one of them
 * changed, the new version would refuse to start there. {@code migrations.sha256} has a line for each; a new migration
 * gets a new line, and the lines before it stay.
 */
class LandedMigrationsTests {
    private static final Path MIGRATIONS = Path.of("migration");

    @Test
    void noMigrationIsEverChangedOnceItHasItsLine() throws IOException {
        assertThat(digests(MIGRATIONS))
                .as("each migration and its line; a new one adds what sha256sum says of it")
                .isEqualTo(kept());
    }

    @Test
    void oneChangedCharacterIsNoticed(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path first = folder.resolve("V0001__office_roles.sql");
        Files.writeString(first, Files.readString(first) + " ");
        assertThat(digests(folder)).isNotEqualTo(kept()).hasSameSizeAs(kept());
    }

    private static List<String> kept() throws IOException {
        try (var in = LandedMigrationsTests.class.getResourceAsStream("migrations.sha256")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> digests(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(LandedMigrationsTests::line).toList();
        }
    }

    private static String line(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest) + "  " + file.getFileName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
