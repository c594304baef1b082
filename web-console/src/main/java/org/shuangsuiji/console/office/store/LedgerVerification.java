package org.shuangsuiji.console.office.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.LedgerBook;
import org.shuangsuiji.console.office.LedgerRow;
import org.shuangsuiji.console.office.VerifyLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

/** Reads the ledger in one snapshot, row by row, and trusts nothing but the JDK's SHA-256. */
@Repository
public class LedgerVerification implements VerifyLedger {
    private static final int FETCH = 1000;

    private final DataSource source;

    public LedgerVerification(DataSource source) {
        this.source = source;
    }

    @Override
    public Report verify(LedgerBook.@Nullable Head known) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            boolean readOnly = connection.isReadOnly();
            int isolation = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return new Walk(known).over(connection);
            } finally {
                connection.rollback();
                connection.setReadOnly(readOnly);
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be read", e);
        }
    }

    private record Waiting(long all, @Nullable Overdue overdue) {}

    /** A set of numbers most of which lie close together; one far away costs no more than its neighbourhood. */
    private static final class Numbers {
        private static final int NEIGHBOURHOOD_BITS = 16;

        private final Map<Long, BitSet> neighbourhoods = new HashMap<>();

        /** Whether the number is new here. */
        boolean add(long number) {
            BitSet near = neighbourhoods.computeIfAbsent(number >> NEIGHBOURHOOD_BITS, far -> new BitSet());
            int place = (int) (number & ((1L << NEIGHBOURHOOD_BITS) - 1));
            boolean isNew = !near.get(place);
            near.set(place);
            return isNew;
        }
    }

    /** One pass along the chain; it stops at the first place that does not agree. */
    private static final class Walk {
        private final LedgerBook.@Nullable Head known;
        private final Numbers seen = new Numbers();
        private String hash = LedgerRow.BEGINNING;
        private long places;
        private @Nullable Fault fault;
        private long faultSeq;
        private long faultEntry;

        Walk(LedgerBook.@Nullable Head known) {
            this.known = known;
        }

        Report over(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement("""
                    select s.seq, s.entry_id, encode(s.hash, 'hex') as hash, e.id, e.at, e.actor, e.department_id, e.event, e.subject,
                           e.reason, e.facts, e.digest
                    from office.ledger_seal s
                    left join office.ledger_entry e on e.id = s.entry_id
                    order by s.seq
                    """)) {
                statement.setFetchSize(FETCH);
                try (var rows = statement.executeQuery()) {
                    while (fault == null && rows.next()) {
                        step(rows);
                    }
                }
            }
            if (fault == null && known != null && known.seq() > places) {
                bad(Fault.HEAD_UNKNOWN, known.seq(), 0);
            }
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Waiting waiting = waiting(jdbc);
            return new Report(
                    places, waiting.all(), hash, fault, faultSeq, faultEntry, lostHeads(jdbc), waiting.overdue());
        }

        /** The chain itself cannot tell that its end was cut off, nor that it was forged anew from some place on. */
        private static List<LostHead> lostHeads(JdbcClient jdbc) {
            return jdbc.sql("""
                            select h.day, h.seq, h.hash, encode(s.hash, 'hex') as found
                            from pub.ledger_head h
                            left join office.ledger_seal s on s.seq = h.seq
                            where encode(s.hash, 'hex') is distinct from h.hash
                            order by h.day
                            """)
                    .query((row, number) -> new LostHead(
                            row.getObject("day", LocalDate.class),
                            new LedgerBook.Head(row.getLong("seq"), row.getString("hash")),
                            row.getString("found")))
                    .list();
        }

        /** An entry from the future would never grow old; it is as suspect as an old one. */
        private static Waiting waiting(JdbcClient jdbc) {
            return jdbc.sql("""
                            select count(*) as all_waiting,
                                   count(*) filter (where abs(extract(epoch from now() - e.at)) > :most) as overdue,
                                   min(e.at) filter (where abs(extract(epoch from now() - e.at)) > :most) as oldest
                            from office.ledger_entry e
                            where not exists (select 1 from office.ledger_seal s where s.entry_id = e.id)
                            """)
                    .param("most", LINKED_WITHIN.toSeconds())
                    .query((row, number) -> {
                        OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                        return new Waiting(
                                row.getLong("all_waiting"),
                                oldest == null ? null : new Overdue(row.getLong("overdue"), oldest.toInstant()));
                    })
                    .single();
        }

        private void step(ResultSet row) throws SQLException {
            long seq = row.getLong("seq");
            long entryId = row.getLong("entry_id");
            if (seq != places + 1) {
                bad(Fault.GAP, places + 1, 0);
                return;
            }
            row.getLong("id");
            if (row.wasNull()) {
                bad(Fault.ENTRY_GONE, seq, entryId);
                return;
            }
            if (!seen.add(entryId)) {
                bad(Fault.SEALED_TWICE, seq, entryId);
                return;
            }
            LedgerRow entry = LedgerRows.read(row, 0);
            if (!entry.digest().equals(entry.computedDigest())) {
                bad(Fault.ENTRY_CHANGED, seq, entryId);
                return;
            }
            String next = LedgerRow.chain(hash, seq, entryId, entry.digest());
            if (!next.equals(row.getString("hash"))) {
                bad(Fault.CHAIN_BROKEN, seq, entryId);
                return;
            }
            if (known != null && known.seq() == seq && !known.hash().equals(next)) {
                bad(Fault.HEAD_UNKNOWN, seq, entryId);
                return;
            }
            hash = next;
            places = seq;
        }

        private void bad(Fault what, long seq, long entryId) {
            fault = what;
            faultSeq = seq;
            faultEntry = entryId;
        }
    }
}
