package org.shuangsuiji.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of the office on real PostgreSQL, for one test class.
 *
 * <p>One server serves all tests of a module: the one named by the system property {@code shuangsuiji.test.url} (a
 * superuser's URL), else a container when a Docker engine answers, else an embedded one. The migrations run once, into a template; each test class gets its own
 * clone of it within milliseconds. When no server can be had the tests fail; they are never skipped.
 */
public final class OfficeDatabase implements AutoCloseable {
    static final String TEMPLATE = "office_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Server SERVER = Server.start();

    private final String name;

    private OfficeDatabase(String name) {
        this.name = name;
    }

    /** A fresh database with all migrations applied and no rows but their own. */
    public static OfficeDatabase create() {
        String name = "office_%d_%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        SERVER.execute("create database %s template %s".formatted(name, SERVER.template()));
        return new OfficeDatabase(name);
    }

    /** An empty database without any migration. */
    public static OfficeDatabase createEmpty() {
        String name = "empty_%d_%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        SERVER.execute("create database %s template template0 encoding 'UTF8'".formatted(name));
        return new OfficeDatabase(name);
    }

    public String url() {
        return SERVER.url(name);
    }

    public String user() {
        return SERVER.user();
    }

    public String password() {
        return SERVER.password();
    }

    /** Connections as the owner, who may do everything. */
    public DataSource owner() {
        return SERVER.dataSource(name);
    }

    /** Connections as the role of the console ({@code shuangsuiji_app}), which owns nothing. */
    public DataSource app() {
        return SERVER.dataSourceAs(name, "shuangsuiji_app");
    }

    /** Connections as the role of the public side ({@code shuangsuiji_portal}). */
    public DataSource portal() {
        return SERVER.dataSourceAs(name, "shuangsuiji_portal");
    }

    @Override
    public void close() {
        SERVER.execute("drop database if exists %s with (force)".formatted(name));
    }

    record Server(String base, String user, String password, String template) {

        static Server start() {
            Server server = given().or(ContainerPostgres::start).orElseGet(Server::embedded);
            server.execute("drop database if exists %s with (force)".formatted(server.template));
            server.execute("create database %s template template0 encoding 'UTF8'".formatted(server.template));
            Flyway.configure()
                    .dataSource(server.dataSource(server.template))
                    .schemas("office")
                    .defaultSchema("office")
                    .createSchemas(true)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            server.execute("alter role shuangsuiji_app login password 'app-of-the-tests'");
            server.execute("alter role shuangsuiji_portal login password 'portal-of-the-tests'");
            return server;
        }

        private static Optional<Server> given() {
            return Optional.ofNullable(System.getProperty("shuangsuiji.test.url"))
                    .map(url -> new Server(
                            url.substring(0, url.lastIndexOf('/') + 1),
                            System.getProperty("shuangsuiji.test.user", "postgres"),
                            System.getProperty("shuangsuiji.test.password", "postgres"),
                            TEMPLATE + "_" + ProcessHandle.current().pid()));
        }

        private static Server embedded() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "100")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(postgres)));
                return new Server(
                        "jdbc:postgresql://localhost:%d/".formatted(postgres.getPort()),
                        "postgres",
                        "postgres",
                        TEMPLATE);
            } catch (IOException e) {
                throw new UncheckedIOException("No PostgreSQL for the tests: the embedded one did not start", e);
            }
        }

        private static void closeQuietly(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                System.err.println("The embedded PostgreSQL of the tests did not stop: " + e);
            }
        }

        String url(String database) {
            return base + database;
        }

        DataSource dataSource(String database) {
            var source = new PGSimpleDataSource();
            source.setUrl(url(database));
            source.setUser(user);
            source.setPassword(password);
            return source;
        }

        DataSource dataSourceAs(String database, String role) {
            var source = new PGSimpleDataSource();
            source.setUrl(url(database));
            source.setUser(role);
            source.setPassword(role.equals("shuangsuiji_app") ? "app-of-the-tests" : "portal-of-the-tests");
            return source;
        }

        void execute(String sql) {
            try (Connection connection = DriverManager.getConnection(url("postgres"), user, password);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("The server of the tests refused: " + sql, e);
            }
        }
    }
}
