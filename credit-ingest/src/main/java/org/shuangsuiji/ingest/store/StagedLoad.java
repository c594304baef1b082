package org.shuangsuiji.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Tally;

/**
 * Whose rows a slot holds, and how far they go.
 *
 * @param chunk chunks that stand there
 */
record StagedLoad(int slot, long deliveryId, int chunk, Tally.Count count) {

    /** What stands of this delivery, read in this way; null when nothing does. */
    static @Nullable StagedLoad find(Connection connection, long deliveryId, UUID readAs) throws SQLException {
        String sql = """
                select slot, chunk, last_line, rows_read, flagged, faults, marks from ingest.staged_load
                where delivery_id = ? and read_as = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, deliveryId);
            statement.setObject(2, readAs);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? read(row, deliveryId) : null;
            }
        }
    }

    /** The slots in the order in which they are best taken: last those from which a killed load could go on. */
    static List<Integer> slots(Connection connection) throws SQLException {
        String sql = """
                select s.slot from generate_series(1, ?) as s (slot)
                left join ingest.staged_load l on l.slot = s.slot
                left join ingest.delivery d on d.id = l.delivery_id
                order by coalesce(d.state in ('received', 'running', 'checked'), false), s.slot
                """;
        List<Integer> slots = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, JdbcStaging.SLOTS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    slots.add(row.getInt("slot"));
                }
            }
        }
        return slots;
    }

    /** Empties a slot for a delivery and forgets what stood of it elsewhere, all of it or nothing. */
    static StagedLoad begin(Connection connection, int slot, long deliveryId, UUID readAs) throws SQLException {
        connection.setAutoCommit(false);
        try (var empty = connection.createStatement();
                var forget = connection.prepareStatement("""
                        delete from ingest.staged_load where slot in (
                            select slot from ingest.staged_load where slot = ? or delivery_id = ? order by slot for update)
                        """);
                var faults = connection.prepareStatement("delete from ingest.delivery_fault where delivery_id = ?");
                var begin = connection.prepareStatement("""
                        insert into ingest.staged_load (slot, delivery_id, read_as, chunk, last_line, rows_read, flagged, faults, marks)
                        values (?, ?, ?, 0, 0, 0, 0, 0, '{}')
                        """)) {
            empty.execute("truncate ingest.staged_registration_%1$d, ingest.staged_record_%1$d".formatted(slot));
            forget.setInt(1, slot);
            forget.setLong(2, deliveryId);
            forget.executeUpdate();
            faults.setLong(1, deliveryId);
            faults.executeUpdate();
            begin.setInt(1, slot);
            begin.setLong(2, deliveryId);
            begin.setObject(3, readAs);
            begin.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw undone(connection, e);
        }
        connection.setAutoCommit(true);
        return new StagedLoad(slot, deliveryId, 0, Tally.Count.NONE);
    }

    /** Undoes what the transaction did and leaves it to whoever gives the connection back. */
    static SQLException undone(Connection connection, SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /**
     * Notes in the transaction of a chunk how far the slot goes with it. A chunk behind one that was lost is refused: the
     * rows between them would be missing.
     */
    void reaches(Connection connection, int chunks, Tally.Count now) throws SQLException {
        String sql = """
                update ingest.staged_load
                set chunk = ?, last_line = ?, rows_read = ?, flagged = ?, faults = ?, marks = ?
                where slot = ? and delivery_id = ? and chunk = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, chunks);
            statement.setLong(2, now.lastLine());
            statement.setLong(3, now.rows());
            statement.setLong(4, now.flagged());
            statement.setLong(5, now.faults());
            statement.setArray(6, connection.createArrayOf("bigint", now.marks().toArray()));
            statement.setInt(7, slot);
            statement.setLong(8, deliveryId);
            statement.setInt(9, chunks - 1);
            if (statement.executeUpdate() != 1) {
                throw new SQLException(
                        "Slot %d does not end with chunk %d of delivery %d".formatted(slot, chunks - 1, deliveryId));
            }
        }
    }

    private static StagedLoad read(ResultSet row, long deliveryId) throws SQLException {
        return new StagedLoad(
                row.getInt("slot"),
                deliveryId,
                row.getInt("chunk"),
                new Tally.Count(
                        row.getLong("last_line"),
                        row.getLong("rows_read"),
                        row.getLong("flagged"),
                        row.getLong("faults"),
                        List.of((Long[]) row.getArray("marks").getArray())));
    }
}
