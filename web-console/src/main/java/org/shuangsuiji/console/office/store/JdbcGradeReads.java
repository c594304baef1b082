package org.shuangsuiji.console.office.store;

import java.time.Clock;
import java.time.ZoneOffset;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes a read in the reader's transaction, or beside it when that one only reads. */
@Repository
class JdbcGradeReads implements GradeReads {
    private final JdbcClient jdbc;
    private final TransactionTemplate join;
    private final TransactionTemplate beside;
    private final Clock clock;

    JdbcGradeReads(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.join = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(transactions);
        this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void note(Actor reader, Purpose purpose, String what) {
        var transaction = TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? beside : join;
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into office.grade_read (at, reader, purpose, what)
                        values (:at, :reader, :purpose, :what)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reader", reader.account())
                .param("purpose", purpose.name())
                .param("what", what)
                .update());
    }
}
