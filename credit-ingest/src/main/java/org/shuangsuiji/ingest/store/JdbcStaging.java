package org.shuangsuiji.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Staging;
import org.shuangsuiji.ingest.reading.CreditRecord;
import org.shuangsuiji.ingest.reading.Entry;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.ingest.reading.Registration;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Repository;

/**
 * Four unlogged slots, each held by a session lock of the database, so that a load that was killed gives its slot back
 * by itself. One thread reads the file while another sends the chunk before.
 */
@Repository
class JdbcStaging implements Staging {
    private static final int SLOTS = 4;
    /** The first half of our advisory locks: slots, and deliveries being loaded. */
    private static final int SLOT_LOCK = 0x696e_6701;

    private static final int DELIVERY_LOCK = 0x696e_6702;
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final DataSource dataSource;

    JdbcStaging(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Stage open(long deliveryId, RecordKind kind, Progress progress) {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(true);
            if (!tryLock(connection, DELIVERY_LOCK, (int) deliveryId)) {
                throw Refusal.conflict(RUNNING, deliveryId);
            }
            int slot = takeSlot(connection, progress);
            var stage = new ChunkedStage(connection, deliveryId, kind, slot);
            stage.empty();
            return stage;
        } catch (SQLException e) {
            throw close(connection, failure("open a stage", e));
        } catch (RuntimeException e) {
            throw close(connection, e);
        }
    }

    private static int takeSlot(Connection connection, Progress progress) throws SQLException {
        while (true) {
            for (int slot = 1; slot <= SLOTS; slot++) {
                if (tryLock(connection, SLOT_LOCK, slot)) {
                    return slot;
                }
            }
            progress.stopIfAsked();
            LockSupport.parkNanos(WAIT_NANOS);
        }
    }

    private static boolean tryLock(Connection connection, int first, int second) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, first);
            statement.setInt(2, second);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static RuntimeException close(@Nullable Connection connection, RuntimeException failure) {
        if (connection != null) {
            try {
                unlock(connection);
                connection.close();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    private static void unlock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    private static RuntimeException failure(String task, SQLException e) {
        var translated = new SQLStateSQLExceptionTranslator().translate(task, null, e);
        return translated != null ? translated : new RecoverableDataAccessException(task, e);
    }

    /** What one load sends: a chunk is filled while the one before is on its way. */
    private static final class ChunkedStage implements Stage {
        private static final int CHUNK_BYTES = 4 << 20;
        private static final int CHUNK_MARGIN = 1 << 17;
        private static final int CHUNKS = 3;

        private final Connection connection;
        private final long deliveryId;
        private final boolean registrations;
        private final int slot;
        private final ExecutorService sender;
        private final Deque<Chunk> free = new ArrayDeque<>();
        private final Deque<Future<Chunk>> sending = new ArrayDeque<>();
        private Chunk filling;

        private record Chunk(BinaryRows entries, BinaryRows faults) {
            static Chunk empty() {
                return new Chunk(new BinaryRows(CHUNK_BYTES + CHUNK_MARGIN), new BinaryRows(1 << 12));
            }

            boolean full() {
                return entries.length() + faults.length() >= CHUNK_BYTES;
            }
        }

        ChunkedStage(Connection connection, long deliveryId, RecordKind kind, int slot) {
            this.connection = connection;
            this.deliveryId = deliveryId;
            this.registrations = kind == RecordKind.REGISTRATION;
            this.slot = slot;
            this.sender = Executors.newSingleThreadExecutor(task -> new Thread(task, "stage-" + deliveryId));
            for (int i = 1; i < CHUNKS; i++) {
                free.add(Chunk.empty());
            }
            this.filling = Chunk.empty();
        }

        void empty() throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "truncate ingest.staged_registration_%1$d, ingest.staged_record_%1$d".formatted(slot));
            }
            try (var statement =
                    connection.prepareStatement("delete from ingest.delivery_fault where delivery_id = ?")) {
                statement.setLong(1, deliveryId);
                statement.executeUpdate();
            }
        }

        @Override
        public void add(Entry entry) {
            if (entry instanceof Registration registration) {
                RowWriter.write(registration, slot, filling.entries);
            } else if (entry instanceof CreditRecord creditRecord) {
                RowWriter.write(creditRecord, slot, filling.entries);
            }
            sendWhenFull();
        }

        @Override
        public void add(Fault fault) {
            RowWriter.write(fault, deliveryId, filling.faults);
            sendWhenFull();
        }

        @Override
        public void flush() {
            send();
            while (!sending.isEmpty()) {
                free.add(await(sending.remove()));
            }
        }

        @Override
        public int slot() {
            return slot;
        }

        @Override
        public void close() {
            sender.shutdownNow();
            try {
                if (!sender.awaitTermination(1, TimeUnit.MINUTES)) {
                    connection.abort(Runnable::run);
                    return;
                }
                if (!connection.isClosed()) {
                    unlock(connection);
                }
                connection.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (SQLException e) {
                throw failure("give a stage back", e);
            }
        }

        private void sendWhenFull() {
            if (filling.full()) {
                send();
            }
        }

        private void send() {
            Chunk full = filling;
            sending.add(sender.submit(() -> copy(full)));
            Chunk next = free.poll();
            filling = next != null ? next : await(sending.remove());
        }

        private Chunk copy(Chunk chunk) throws SQLException {
            if (registrations) {
                CopyTo.copy(
                        connection,
                        "ingest.staged_registration_" + slot,
                        RowWriter.REGISTRATION_COLUMNS,
                        chunk.entries);
            } else {
                CopyTo.copy(connection, "ingest.staged_record_" + slot, RowWriter.RECORD_COLUMNS, chunk.entries);
            }
            CopyTo.copy(connection, "ingest.delivery_fault", RowWriter.FAULT_COLUMNS, chunk.faults);
            return chunk;
        }

        private static Chunk await(Future<Chunk> chunk) {
            try {
                return chunk.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Progress.Cancelled();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SQLException sql) {
                    throw failure("copy a chunk", sql);
                }
                throw new IllegalStateException("A chunk could not be sent", e.getCause());
            }
        }
    }
}
