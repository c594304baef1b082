package org.shuangsuiji.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.shuangsuiji.console.Shuangsuiji;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as it runs in an office, without its web server and its background jobs, on a PostgreSQL of its own
 * with the settings of the embedded one.
 */
final class Office implements AutoCloseable {
    private static final String DATABASE = "bench";

    private final Path folder;
    private final EmbeddedPostgres server;
    private final ConfigurableApplicationContext context;

    private Office(Path folder, EmbeddedPostgres server, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.server = server;
        this.context = context;
    }

    static Office open() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("shuangsuiji-bench");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("work_mem", "32MB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("max_connections", "100")
                .start();
        execute(source(server, "postgres"), "create database " + DATABASE + " template template0 encoding 'UTF8'");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Shuangsuiji.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + url(server, DATABASE),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--shuangsuiji.data=" + folder.resolve("data"),
                        "--shuangsuiji.demo=false",
                        "--shuangsuiji.draw.notice=0s",
                        "--logging.level.root=warn");
        // jobs are still written down, but nobody picks them up while something else is measured
        context.getBean(Scheduler.class).stop();
        return new Office(folder, server, context);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How many jobs an office runs beside each other. */
    int jobsAtOnce() {
        return context.getEnvironment().getRequiredProperty("db-scheduler.threads", Integer.class);
    }

    Path folder() {
        return folder;
    }

    /** The owner of the database, for the peers, who thereby pay for no right that they lack. */
    DataSource owner() {
        return source(server, DATABASE);
    }

    /** Runs statements of a peer, or between two measurements, each in a transaction of its own. */
    void execute(String... statements) throws SQLException {
        execute(owner(), statements);
    }

    String text(String sql) throws SQLException {
        try (Connection connection = owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private static void execute(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }

    private static DataSource source(EmbeddedPostgres server, String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(server, database));
        source.setUser("postgres");
        source.setPassword("postgres");
        return source;
    }

    private static String url(EmbeddedPostgres server, String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }

    @Override
    public void close() throws IOException {
        context.close();
        server.close();
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
