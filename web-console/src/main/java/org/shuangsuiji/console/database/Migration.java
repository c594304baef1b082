package org.shuangsuiji.console.database;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database up to date as its owner, then lets the two roles of the application in.
 *
 * <p>That this object exists proves that both are done; a pool asks for it before it opens.
 */
final class Migration {
    private static final int PATIENCE_SECONDS = 60;

    private final String url;
    private final String appPassword;
    private final String portalPassword;

    private Migration(String url, String appPassword, String portalPassword) {
        this.url = url;
        this.appPassword = appPassword;
        this.portalPassword = portalPassword;
    }

    static Migration run(Access access, DatabaseSettings settings) {
        Flyway.configure()
                .dataSource(access.asOwner())
                .connectRetries(PATIENCE_SECONDS)
                .connectRetriesInterval(1)
                .schemas("office")
                .defaultSchema("office")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        var done = new Migration(
                access.url(), givenOrFresh(settings.appPassword()), givenOrFresh(settings.portalPassword()));
        done.letRolesIn(access);
        return done;
    }

    String url() {
        return url;
    }

    String appPassword() {
        return appPassword;
    }

    String portalPassword() {
        return portalPassword;
    }

    private void letRolesIn(Access access) {
        try (Connection connection = access.asOwner().getConnection()) {
            connection.setAutoCommit(false);
            // two instances that start at once take turns
            execute(connection, "select pg_advisory_xact_lock(7308332045)");
            letIn(connection, "shuangsuiji_app", appPassword);
            letIn(connection, "shuangsuiji_portal", portalPassword);
            onThisDatabase(connection, "grant connect, temporary on database %I to shuangsuiji_app");
            onThisDatabase(connection, "grant connect on database %I to shuangsuiji_portal");
            // which everybody has by default: the public side could fill the disk with tables of its own
            onThisDatabase(connection, "revoke temporary on database %I from public");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The roles of the application cannot be let in: " + access, e);
        }
    }

    private static void letIn(Connection connection, String role, String password) throws SQLException {
        try (var statement = connection.prepareStatement("select format('alter role %I login password %L', ?, ?)")) {
            statement.setString(1, role);
            statement.setString(2, password);
            try (var rows = statement.executeQuery()) {
                rows.next();
                execute(connection, rows.getString(1));
            }
        }
    }

    private static void onThisDatabase(Connection connection, String command) throws SQLException {
        try (var statement = connection.prepareStatement("select format(?, current_database())")) {
            statement.setString(1, command);
            try (var rows = statement.executeQuery()) {
                rows.next();
                execute(connection, rows.getString(1));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String givenOrFresh(@Nullable String given) {
        if (given != null && !given.isBlank()) {
            return given;
        }
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
