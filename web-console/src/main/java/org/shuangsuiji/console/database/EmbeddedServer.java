package org.shuangsuiji.console.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the application and keeps its files in the data folder.
 *
 * <p>It outlives a console that was killed; the next start stops it first. It listens on a loopback port and asks for
 * a password, which lies in a file that only the account running the console may read.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String OWNER = "postgres";
    private static final String DATABASE = "shuangsuiji";
    private static final String DOOR_MARK =
            "# Written at every start of shuangsuiji; changes made by hand do not last.";
    private static final String DOOR = DOOR_MARK + """

            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int ATTEMPTS_MAX = 3;

    private final EmbeddedPostgres server;
    private final Access access;

    private EmbeddedServer(EmbeddedPostgres server, Access access) {
        this.server = server;
        this.access = access;
    }

    static EmbeddedServer start(DataFolder folder) {
        Path home = folder.path().resolve("postgres");
        String password = ownerPassword(folder.path());
        new LeftOverServer(home).stop();
        putAsideUnfinished(home);
        EmbeddedPostgres server = startPatiently(home, password);
        try {
            closeTheDoor(server, home, password);
            makeDatabase(server, password);
        } catch (SQLException | IOException e) {
            closeQuietly(server);
            throw new IllegalStateException("The embedded PostgreSQL in %s cannot be used".formatted(home), e);
        }
        return new EmbeddedServer(server, access(server.getPort(), password));
    }

    /** The server of an instance that runs now, for a command that only looks. */
    static Access ofRunningInstance(Path folder) {
        int port = new LeftOverServer(folder.resolve("postgres")).port();
        return access(port, ownerPassword(folder));
    }

    Access access() {
        return access;
    }

    @Override
    public void close() {
        closeQuietly(server);
    }

    private static Access access(int port, String password) {
        return new Access("jdbc:postgresql://localhost:%d/%s".formatted(port, DATABASE), OWNER, password);
    }

    /** A first start that was killed leaves files that no server can use and that hold no data yet. */
    private static void putAsideUnfinished(Path home) {
        try {
            Path door = home.resolve("pg_hba.conf");
            boolean finished = Files.exists(door) && Files.readString(door).startsWith(DOOR_MARK);
            if (Files.exists(home) && !finished) {
                Path aside = Files.createTempDirectory(home.toAbsolutePath().getParent(), "postgres-unfinished");
                Files.move(home, aside.resolve("postgres"));
                LOG.warn("The first start was interrupted; its files were moved to {}", aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be used".formatted(home), e);
        }
    }

    /** Processes of a killed postmaster need a moment to notice; until then a start is refused. */
    private static EmbeddedPostgres startPatiently(Path home, String password) {
        IOException last = null;
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(home)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(START_LIMIT)
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setConnectConfig("password", password)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("work_mem", "32MB")
                        .setServerConfig("maintenance_work_mem", "256MB")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("listen_addresses", "localhost")
                        .setServerConfig("password_encryption", "scram-sha-256")
                        .start();
            } catch (IOException e) {
                LOG.warn("The embedded PostgreSQL did not start, attempt {} of {}", attempt, ATTEMPTS_MAX, e);
                last = e;
                new LeftOverServer(home).stop();
            }
        }
        throw new UncheckedIOException("The embedded PostgreSQL in %s did not start".formatted(home), last);
    }

    /** From the first start on, nobody enters without a password; done again at every start, as it costs nothing. */
    private static void closeTheDoor(EmbeddedPostgres server, Path home, String password)
            throws SQLException, IOException {
        try (Connection connection = administration(server, password).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role %s password '%s'".formatted(OWNER, password));
            Files.writeString(home.resolve("pg_hba.conf"), DOOR);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void makeDatabase(EmbeddedPostgres server, String password) throws SQLException {
        try (Connection connection = administration(server, password).getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(DATABASE))) {
            if (!rows.next()) {
                statement.execute("create database %s template template0 encoding 'UTF8'".formatted(DATABASE));
            }
        }
    }

    private static DataSource administration(EmbeddedPostgres server, String password) {
        return new Access("jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()), OWNER, password)
                .asOwner();
    }

    private static String ownerPassword(Path folder) {
        Path file = folder.resolve("postgres-owner.password");
        try {
            if (!Files.exists(file)) {
                byte[] bits = new byte[32];
                new SecureRandom().nextBytes(bits);
                Path fresh = Files.createTempFile(folder, "owner", ".new");
                if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(fresh, HexFormat.of().formatHex(bits));
                Files.move(fresh, file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The password file %s cannot be used".formatted(file), e);
        }
    }

    private static void closeQuietly(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL did not stop; the next start will stop it", e);
        }
    }

    /** A server that still has the files, because the console that started it was killed. */
    private record LeftOverServer(Path home) {
        private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

        private Path pidFile() {
            return home.resolve("postmaster.pid");
        }

        void stop() {
            if (!Files.exists(pidFile())) {
                return;
            }
            ProcessHandle.of(pid()).filter(this::worksHere).ifPresent(this::stopFast);
            waitForOrphans();
            try {
                // Whoever has that number now is not our server; PostgreSQL itself could not tell.
                Files.deleteIfExists(pidFile());
                Files.deleteIfExists(home.resolve("epg-lock"));
            } catch (IOException e) {
                throw new UncheckedIOException("The stale file %s cannot be removed".formatted(pidFile()), e);
            }
        }

        int port() {
            return Integer.parseInt(lines().get(3).strip());
        }

        private long pid() {
            List<String> lines = lines();
            return lines.isEmpty() ? -1 : Math.abs(Long.parseLong(lines.get(0).strip()));
        }

        private List<String> lines() {
            try {
                return Files.readAllLines(pidFile());
            } catch (IOException e) {
                throw new UncheckedIOException("No PostgreSQL runs in %s".formatted(home), e);
            }
        }

        private boolean worksHere(ProcessHandle process) {
            Path cwd = Path.of("/proc", Long.toString(process.pid()), "cwd");
            try {
                if (Files.exists(cwd)) {
                    return Files.isSameFile(cwd, home);
                }
            } catch (IOException e) {
                LOG.debug("The folder of process {} cannot be read", process.pid(), e);
            }
            return process.info()
                    .command()
                    .filter(it -> it.contains("postgres"))
                    .isPresent();
        }

        private void stopFast(ProcessHandle process) {
            LOG.info("Stopping the PostgreSQL {} that a killed console left behind", process.pid());
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                process.destroy();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!endsWithin(process, STOP_LIMIT)) {
                LOG.warn(
                        "PostgreSQL {} did not stop within {}; it recovers at its next start",
                        process.pid(),
                        STOP_LIMIT);
                process.destroyForcibly();
                endsWithin(process, STOP_LIMIT);
            }
        }

        private static boolean endsWithin(ProcessHandle process, Duration limit) {
            for (long left = limit.toMillis(); left > 0 && process.isAlive(); left -= 50) {
                pause();
            }
            return !process.isAlive();
        }

        private void waitForOrphans() {
            for (long left = STOP_LIMIT.toMillis(); left > 0 && orphans(); left -= 50) {
                pause();
            }
        }

        private boolean orphans() {
            return "Linux".equals(System.getProperty("os.name"))
                    && ProcessHandle.allProcesses().anyMatch(this::worksInHome);
        }

        private boolean worksInHome(ProcessHandle process) {
            try {
                return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), home);
            } catch (IOException e) {
                return false; // gone meanwhile, or not ours to look at
            }
        }

        private static void pause() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
