package org.shuangsuiji.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerDatabaseTests {
    @TempDir
    Path temporary;

    @Test
    void whatWasCommittedIsThereAfterTheConsoleWasKilledAndAfterTheServerWasKilled() throws Exception {
        Path home = temporary.resolve("data");
        try (DataFolder folder = DataFolder.take(home)) {
            // never closed: as if the console had been killed, and the server had stayed
            execute(EmbeddedServer.start(folder).access(), "create table kept as select 1 as number");
        }
        try (DataFolder folder = DataFolder.take(home)) {
            Access access = EmbeddedServer.start(folder).access();
            assertThat(number(access)).isEqualTo(1);
            execute(access, "update kept set number = 2");
            kill(postmaster(home));
        }
        try (DataFolder folder = DataFolder.take(home);
                EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(number(server.access())).isEqualTo(2);
        }
    }

    @Test
    void aServerThatIsKilledRunsAgainAtTheSamePlaceWithWhatWasCommittedAsOftenAsThatHappens() throws Exception {
        Path home = temporary.resolve("data");
        try (DataFolder folder = DataFolder.take(home);
                EmbeddedServer server = new DatabaseConfiguration.Embedded().embeddedServer(folder)) {
            execute(server.access(), "create table kept as select 1 as number");
            for (int number = 1; number <= 2; number++) {
                execute(server.access(), "update kept set number = " + number);
                long killed = postmaster(home);
                kill(killed);
                awaitAnswer(server.access());
                assertThat(number(server.access())).isEqualTo(number);
                assertThat(postmaster(home)).isNotEqualTo(killed);
            }
        }
        assertThat(home.resolve("postgres/postmaster.pid")).as("closed").doesNotExist();
    }

    @Test
    void nothingIsStartedAgainOnceTheConsoleHasClosedTheServer() throws Exception {
        Path home = temporary.resolve("data");
        try (DataFolder folder = DataFolder.take(home)) {
            EmbeddedServer server = new DatabaseConfiguration.Embedded().embeddedServer(folder);
            assertThat(watches()).hasSize(1);
            kill(postmaster(home));
            server.close();
            assertThat(watches()).as("who could start it").isEmpty();
            assertThatThrownBy(() -> text(server.access(), "select 1")).isInstanceOf(SQLException.class);
        }
        try (DataFolder folder = DataFolder.take(home);
                EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(text(server.access(), "select 1")).as("the next console").isEqualTo("1");
        }
    }

    @Test
    void whatIsCommittedIsOnTheDiskAndNobodyEntersWithoutThePassword() throws Exception {
        Path home = temporary.resolve("data");
        try (DataFolder folder = DataFolder.take(home);
                EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(text(server.access(), "show fsync")).isEqualTo("on");
            assertThat(text(server.access(), "show synchronous_commit")).isEqualTo("on");
            assertThat(text(server.access(), "select datctype from pg_database where datname = 'shuangsuiji'"))
                    .isEqualTo("C.UTF-8");
            assertThatThrownBy(() -> DriverManager.getConnection(server.access().url(), "postgres", "guess"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DataFolder.take(home)).isInstanceOf(DataFolderInUse.class);
            assertThat(text(EmbeddedServer.ofRunningInstance(home), "select current_database()"))
                    .isEqualTo("shuangsuiji");
        }
    }

    @Test
    void aFirstStartThatWasKilledHalfwayIsBegunAnew() throws Exception {
        Path home = temporary.resolve("data");
        Files.createDirectories(home.resolve("postgres/base"));
        Files.writeString(home.resolve("postgres/PG_VERSION"), "18\n");
        try (DataFolder folder = DataFolder.take(home);
                EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(text(server.access(), "select 1")).isEqualTo("1");
        }
    }

    private static List<String> watches() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter("embedded-postgres-watch"::equals)
                .toList();
    }

    private static void awaitAnswer(Access access) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!answers(access)) {
            assertThat(System.nanoTime()).as("still no server").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static boolean answers(Access access) {
        try {
            return text(access, "select 1").equals("1");
        } catch (SQLException e) {
            return false; // not yet
        }
    }

    private static long postmaster(Path home) throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0));
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private static int number(Access access) throws SQLException {
        return Integer.parseInt(text(access, "select number from kept"));
    }

    private static String text(Access access, String sql) throws SQLException {
        try (var connection = access.asOwner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Access access, String sql) throws SQLException {
        try (var connection = access.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
