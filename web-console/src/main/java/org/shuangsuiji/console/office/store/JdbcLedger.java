package org.shuangsuiji.console.office.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.console.office.LedgerBook;
import org.shuangsuiji.console.office.LedgerRow;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes entries in the caller's transaction and reads them back. */
@Repository
class JdbcLedger implements Ledger, LedgerBook {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void record(LedgerEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A ledger entry belongs into the transaction of its command; %s %s has none"
                    .formatted(entry.event(), entry.subject()));
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS); // as fine as the column
        String text = LedgerRow.canonicalText(
                at,
                entry.actor().account(),
                entry.actor().departmentId(),
                entry.event().name(),
                entry.subject(),
                entry.reason(),
                entry.facts());
        jdbc.sql("""
                        insert into office.ledger_entry (at, actor, department_id, event, subject, reason, facts, digest)
                        values (:at, :actor, :department, :event, :subject, :reason, :facts::jsonb, :digest)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor().account())
                .param("department", entry.actor().departmentId())
                .param("event", entry.event().name())
                .param("subject", entry.subject())
                .param("reason", entry.reason())
                .param("facts", LedgerRows.json(entry.facts()))
                .param("digest", Digests.sha256(text.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    @Override
    public List<LedgerRow> find(Question question, Scope scope, int limit) {
        return jdbc.sql("""
                        select e.*, s.seq
                        from office.ledger_entry e
                        left join office.ledger_seal s on s.entry_id = e.id
                        left join office.department d on d.id = e.department_id
                        where %s
                          and (:event::text is null or e.event = :event)
                          and (:actor::text is null or e.actor = :actor)
                          and (:subject::text is null or e.subject = :subject)
                          and (:before::bigint is null or e.id < :before)
                        order by e.id desc
                        limit :limit
                        """.formatted(AsSeenBy.VISIBLE))
                .param("departments", scope.departmentsLike())
                .param("root", AsSeenBy.root(scope, jdbc))
                .param("event", question.event())
                .param("actor", question.actor())
                .param("subject", question.subject())
                .param("before", question.before())
                .param("limit", limit)
                .query(LedgerRows::read)
                .list();
    }

    @Override
    public Optional<Head> head() {
        return jdbc.sql("select seq, encode(hash, 'hex') from office.ledger_seal order by seq desc limit 1")
                .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
                .optional();
    }
}
