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
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the application and keeps its files in the data folder.
 *
 * <p>It outlives a console that was killed; the next start stops it first. When it ends by itself while the console
 * lives, it is started again on the same port, so that connections find it. It listens on a loopback port and asks for a
 * password, which lies in a file that only the account running the console may read.
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

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PAUSE_FIRST = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);
    private static final String WATCH = "embedded-postgres-watch";

    private final Path home;
    private final int port;
    private final String password;
    private final Access access;
    private final Thread watch = new Thread(this::watch, WATCH);

    // guarded by this object, as are all starts after the first and the stop: never two at once
    private EmbeddedPostgres server;
    private @Nullable ProcessHandle process;
    private boolean closed;

    private EmbeddedServer(EmbeddedPostgres server, Path home, String password) {
        this.server = server;
        this.home = home;
        this.port = server.getPort();
        this.password = password;
        this.access = access(port, password);
        this.process = new LeftOverServer(home).process().orElse(null);
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
        return new EmbeddedServer(server, home, password);
    }

    /** From now on a server that ends by itself is started again. */
    EmbeddedServer watched() {
        watch.setDaemon(true);
        watch.start();
        return this;
    }

    /** The server of an instance that runs now, for a command that only looks. */
    static Access ofRunningInstance(Path folder) {
        int port = new LeftOverServer(folder.resolve("postgres")).port();
        return access(port, ownerPassword(folder));
    }

    Access access() {
        return access;
    }

    /** Stops the server; once this is done nothing starts it again. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
            closeQuietly(server);
        }
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void watch() {
        Duration pause = PAUSE_FIRST;
        int attempt = 0;
        long startedAt = System.nanoTime();
        try {
            while (!closed) {
                if (runs()) {
                    if (System.nanoTime() - startedAt > PAUSE_MAX.toNanos()) {
                        pause = PAUSE_FIRST;
                        attempt = 0;
                    }
                    waitUnlessClosed(LOOK_EVERY);
                    continue;
                }
                attempt++;
                LOG.error(
                        "The embedded PostgreSQL in {} has ended without being asked to; it is started again in {} s",
                        home,
                        pause.toSeconds());
                waitUnlessClosed(pause);
                pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause.multipliedBy(2);
                if (!closed) {
                    startAgain(attempt);
                    startedAt = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            LOG.error("Nobody starts the embedded PostgreSQL in {} again any more; restart the console", home, e);
            Thread.currentThread().interrupt();
        }
    }

    /** The one that ended is not closed: there is nothing to stop, and what it locked is removed with its files. */
    private void startAgain(int attempt) {
        try {
            new LeftOverServer(home).stop();
            server = settings(home, password).setPort(port).start();
            process = new LeftOverServer(home).process().orElse(null);
            LOG.warn("The embedded PostgreSQL runs again on port {}, started for the {}. time", port, attempt);
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "The embedded PostgreSQL could not be started again, attempt {}; the next one follows. Its own words"
                            + " stand above. Is the disk full, is port {} taken by another program, does {} still belong"
                            + " to this account? When that is mended and it still does not start, restart the console",
                    attempt,
                    port,
                    home,
                    e);
        }
    }

    /** A process that has ended and that nobody has buried yet does not work anywhere. */
    private boolean runs() {
        ProcessHandle last = process;
        return last != null && last.isAlive() && new LeftOverServer(home).worksHere(last);
    }

    private void waitUnlessClosed(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toMillis(); !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
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
                return settings(home, password).start();
            } catch (IOException e) {
                LOG.warn("The embedded PostgreSQL did not start, attempt {} of {}", attempt, ATTEMPTS_MAX, e);
                last = e;
                new LeftOverServer(home).stop();
            }
        }
        throw new UncheckedIOException("The embedded PostgreSQL in %s did not start".formatted(home), last);
    }

    private static EmbeddedPostgres.Builder settings(Path home, String password) {
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
                // nobody enters by a socket file, and the lock of a killed server's would keep the next one from
                // starting
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256");
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
            try {
                if (Files.exists(pidFile())) {
                    process().ifPresent(this::stopFast);
                    waitForOrphans();
                    // Whoever has that number now is not our server; PostgreSQL itself could not tell.
                    Files.deleteIfExists(pidFile());
                }
                // also of a start that failed before there was a process
                Files.deleteIfExists(home.resolve("epg-lock"));
            } catch (IOException e) {
                throw new UncheckedIOException("A stale file in %s cannot be removed".formatted(home), e);
            }
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid()).filter(this::worksHere);
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
            LOG.info("Stopping the PostgreSQL {} that was left behind", process.pid());
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
