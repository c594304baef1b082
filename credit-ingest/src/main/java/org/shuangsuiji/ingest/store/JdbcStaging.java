package org.shuangsuiji.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Staging;
import org.shuangsuiji.ingest.Tally;
import org.shuangsuiji.ingest.reading.CreditRecord;
import org.shuangsuiji.ingest.reading.Entry;
import org.shuangsuiji.ingest.reading.Registration;
import org.shuangsuiji.ingest.reading.RowResult;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Repository;

/**
 * Four unlogged slots, each held by a session lock of the database, so that a load that was killed gives its slot back
 * by itself. One thread reads the file while another sends the chunk before.
 */
@Repository
class JdbcStaging implements Staging {
    static final int SLOTS = 4;

    private static final int SLOTS_OF_CHECKS = SLOTS / 2;
    /** The first half of our advisory locks: slots, and deliveries being loaded. */
    private static final int SLOT_LOCK = 0x696e_6701;

    private static final int DELIVERY_LOCK = 0x696e_6702;
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final DataSource dataSource;
    private final int chunkBytes;

    JdbcStaging(DataSource dataSource, @Value("${shuangsuiji.stage-chunk-bytes:4194304}") int chunkBytes) {
        this.dataSource = dataSource;
        this.chunkBytes = chunkBytes;
    }

    @Override
    public Stage open(long deliveryId, RecordKind kind, Purpose purpose, UUID readAs, Progress progress) {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(true);
            if (!tryLock(connection, DELIVERY_LOCK, (int) deliveryId)) {
                throw Refusal.conflict(RUNNING, deliveryId);
            }
            StagedLoad left = StagedLoad.find(connection, deliveryId, readAs);
            int slot = left != null && mayTake(left.slot(), purpose) && tryLock(connection, SLOT_LOCK, left.slot())
                    ? left.slot()
                    : takeSlot(connection, purpose, progress);
            StagedLoad load =
                    StagedLoad.find(connection, deliveryId, readAs); // another may have had the slot meanwhile
            if (load == null || load.slot() != slot) {
                load = StagedLoad.begin(connection, slot, deliveryId, readAs);
            }
            return new ChunkedStage(connection, load, kind, chunkBytes);
        } catch (SQLException e) {
            throw close(connection, failure("open a stage", e));
        } catch (RuntimeException e) {
            throw close(connection, e);
        }
    }

    private static int takeSlot(Connection connection, Purpose purpose, Progress progress) throws SQLException {
        while (true) {
            for (int slot : StagedLoad.slots(connection)) {
                if (mayTake(slot, purpose) && tryLock(connection, SLOT_LOCK, slot)) {
                    return slot;
                }
            }
            progress.stopIfAsked();
            if (purpose == Purpose.CHECK) {
                throw new Progress.Later("All places for checks are taken");
            }
            LockSupport.parkNanos(WAIT_NANOS);
        }
    }

    private static boolean mayTake(int slot, Purpose purpose) {
        return purpose == Purpose.LOAD || slot <= SLOTS_OF_CHECKS;
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
        private static final int CHUNK_MARGIN = 1 << 17;
        private static final int CHUNKS = 3;

        private final Connection connection;
        private final StagedLoad load;
        private final boolean registrations;
        private final int chunkBytes;
        private final Tally tally;
        private final ExecutorService sender;
        private final Deque<Chunk> free = new ArrayDeque<>();
        private final Deque<Future<Chunk>> sending = new ArrayDeque<>();
        private Chunk filling;
        private int sent;

        private record Chunk(BinaryRows entries, BinaryRows faults) {
            static Chunk empty(int bytes) {
                return new Chunk(new BinaryRows(bytes + CHUNK_MARGIN), new BinaryRows(1 << 12));
            }

            int rows() {
                return entries.rows() + faults.rows();
            }
        }

        ChunkedStage(Connection connection, StagedLoad load, RecordKind kind, int chunkBytes) {
            this.connection = connection;
            this.load = load;
            this.registrations = kind == RecordKind.REGISTRATION;
            this.chunkBytes = chunkBytes;
            this.tally = new Tally(load.count());
            this.sent = load.chunk();
            this.sender = Executors.newSingleThreadExecutor(task -> new Thread(task, "stage-" + load.deliveryId()));
            for (int i = 1; i < CHUNKS; i++) {
                free.add(Chunk.empty(chunkBytes));
            }
            this.filling = Chunk.empty(chunkBytes);
        }

        @Override
        public void add(RowResult row) {
            tally.add(row);
            if (row instanceof RowResult.Rejected rejected) {
                RowWriter.write(rejected.fault(), load.deliveryId(), filling.faults);
            } else if (row instanceof RowResult.Accepted accepted) {
                for (int part = 0; part < accepted.entries().size(); part++) {
                    write(accepted.entries().get(part), part);
                }
            }
            if (filling.entries.length() + filling.faults.length() >= chunkBytes) {
                send();
            }
        }

        @Override
        public Tally tally() {
            return tally;
        }

        private void write(Entry entry, int part) {
            if (entry instanceof Registration registration) {
                RowWriter.write(registration, load.slot(), filling.entries);
            } else if (entry instanceof CreditRecord creditRecord) {
                RowWriter.write(creditRecord, part, load.slot(), filling.entries);
            }
        }

        @Override
        public void flush() {
            if (filling.rows() > 0) {
                send();
            }
            while (!sending.isEmpty()) {
                free.add(await(sending.remove()));
            }
        }

        @Override
        public int slot() {
            return load.slot();
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

        private void send() {
            Chunk full = filling;
            Tally.Count upTo = tally.count();
            int chunks = ++sent;
            sending.add(sender.submit(() -> copy(full, chunks, upTo)));
            Chunk next = free.poll();
            filling = next != null ? next : await(sending.remove());
        }

        /** The rows of a chunk and how far the slot goes with them are there together, or neither. */
        private Chunk copy(Chunk chunk, int chunks, Tally.Count upTo) throws SQLException {
            connection.setAutoCommit(false);
            try {
                if (registrations) {
                    CopyTo.copy(
                            connection,
                            "ingest.staged_registration_" + load.slot(),
                            RowWriter.REGISTRATION_COLUMNS,
                            chunk.entries);
                } else {
                    CopyTo.copy(
                            connection, "ingest.staged_record_" + load.slot(), RowWriter.RECORD_COLUMNS, chunk.entries);
                }
                CopyTo.copy(connection, "ingest.delivery_fault", RowWriter.FAULT_COLUMNS, chunk.faults);
                load.reaches(connection, chunks, upTo);
                connection.commit();
            } catch (SQLException e) {
                throw StagedLoad.undone(connection, e);
            }
            connection.setAutoCommit(true);
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
