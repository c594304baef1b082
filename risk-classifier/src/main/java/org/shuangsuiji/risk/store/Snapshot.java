package org.shuangsuiji.risk.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One state of the database, seen by several connections at once while another one holds it. */
final class Snapshot {
    private final String name;

    private Snapshot(String name) {
        this.name = name;
    }

    /** Work on a connection that sees the snapshot. */
    @FunctionalInterface
    interface Reading<T> {
        T apply(Connection connection) throws SQLException;
    }

    /** Begins a transaction on this connection; the snapshot lasts until it ends. */
    static Snapshot hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            try (var rows = statement.executeQuery("select pg_export_snapshot()")) {
                rows.next();
                return new Snapshot(rows.getString(1));
            }
        }
    }

    <T> T read(DataSource dataSource, Reading<T> reading) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
                statement.execute("set transaction snapshot '" + name + "'");
                // the ranges already use all processors
                statement.execute("set local max_parallel_workers_per_gather = 0");
                statement.execute("set local jit = off");
                return reading.apply(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
