package org.shuangsuiji.console.office.store;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.shuangsuiji.console.office.LedgerRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains committed entries, twice a second. One sealer works at a time, whatever number of consoles runs.
 *
 * <p>The order of the chain is the order of sealing: an entry of a long merge becomes visible late and is chained when
 * it does. Entries below the floor need no look twice a second: every transaction that could still bring one has ended.
 * Once a minute they are looked at all the same, so that no entry stays outside of the chain whose link was removed. The
 * links made then are other ones than before, which the published heads tell ({@link LedgerVerification}).
 */
@Component
class LedgerSealer {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerSealer.class);
    private static final int BATCH = 2000;
    private static final long LOCK = 7308332046L;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private long floor;
    private Mark mark = new Mark(0, Long.MAX_VALUE);

    /** All entries up to the id are settled once every transaction before the number has ended. */
    private record Mark(long entryId, long transaction) {}

    private record Entry(long id, String digest) {}

    private record Head(long seq, String hash) {}

    LedgerSealer(JdbcClient jdbc, JdbcTemplate template, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void sealAll() {
        sealAll(false);
    }

    /** Chains what waits below the floor too. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void lookBack() {
        sealAll(true);
    }

    /** What was written last does not wait until the console runs again. */
    @PreDestroy
    void sealLast() {
        sealAll(false);
    }

    private void sealAll(boolean fromBeginning) {
        try {
            while (seal(fromBeginning) == BATCH) {
                LOG.debug("The sealer goes on: more entries wait");
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The ledger could not be sealed now; it is tried again: {}", e.getMessage());
        }
    }

    /** Chains what waits, at most one batch, and says how many. */
    private synchronized int seal(boolean fromBeginning) {
        Integer sealed = transaction.execute(status -> {
            boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single();
            return mine ? chain(waiting(fromBeginning ? 0 : floor)) : 0;
        });
        if (sealed == null || sealed == 0) {
            raiseFloor();
            return 0;
        }
        return sealed;
    }

    private List<Entry> waiting(long after) {
        return jdbc.sql("""
                        select e.id, encode(e.digest, 'hex') from office.ledger_entry e
                        where e.id > :after
                          and not exists (select 1 from office.ledger_seal s where s.entry_id = e.id)
                        order by e.id limit :batch
                        """)
                .param("after", after)
                .param("batch", BATCH)
                .query((row, number) -> new Entry(row.getLong(1), row.getString(2)))
                .list();
    }

    private int chain(List<Entry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        if (entries.get(0).id() <= floor) {
            LOG.warn(
                    "The ledger has {} or more entries without a link that should have one, from entry {} on; they are "
                            + "linked anew. Run the verification of the ledger: links may have been removed.",
                    entries.stream().filter(entry -> entry.id() <= floor).count(),
                    entries.get(0).id());
        }
        Head head = jdbc.sql("select seq, encode(hash, 'hex') from office.ledger_seal order by seq desc limit 1")
                .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
                .optional()
                .orElseGet(() -> new Head(0, LedgerRow.BEGINNING));
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        List<Object[]> rows = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            long seq = head.seq() + 1;
            head = new Head(seq, LedgerRow.chain(head.hash(), seq, entry.id(), entry.digest()));
            rows.add(new Object[] {head.seq(), entry.id(), HexFormat.of().parseHex(head.hash()), at});
        }
        template.batchUpdate(
                "insert into office.ledger_seal (seq, entry_id, hash, sealed_at) values (?, ?, ?, ?)", rows);
        return entries.size();
    }

    private void raiseFloor() {
        long oldest = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        if (oldest > mark.transaction()) {
            floor = mark.entryId();
            mark = new Mark(0, Long.MAX_VALUE);
        }
        if (mark.transaction() == Long.MAX_VALUE) {
            mark = jdbc.sql("""
                            select coalesce(max(id), 0), pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                            from office.ledger_entry
                            """)
                    .query((row, number) -> new Mark(row.getLong(1), row.getLong(2)))
                    .single();
        }
    }
}
