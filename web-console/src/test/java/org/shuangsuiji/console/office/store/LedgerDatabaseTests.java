package org.shuangsuiji.console.office.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.office.LedgerBook;
import org.shuangsuiji.console.office.VerifyLedger;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerDatabaseTests {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-31T02:00:00.123456789Z"), ZoneId.of("Asia/Shanghai"));
    private static final Actor CLERK = new Actor("clerk", "王", 7, new Scope("/1/7/", "1505"));

    private OfficeDatabase database;
    private JdbcClient app;
    private JdbcClient owner;
    private TransactionTemplate transaction;
    private JdbcLedger ledger;
    private LedgerSealer sealer;

    @BeforeEach
    void open() {
        database = OfficeDatabase.create();
        var source = database.app();
        app = JdbcClient.create(source);
        owner = JdbcClient.create(database.owner());
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        ledger = new JdbcLedger(app, CLOCK);
        sealer = new LedgerSealer(app, new JdbcTemplate(source), transaction, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyWrittenEntryIsChainedAndVerifies() {
        write(5);
        var report = verified(null);
        assertThat(report.agrees()).isTrue();
        assertThat(report.sealed()).isEqualTo(5);
        assertThat(report.unsealed()).isZero();
        assertThat(ledger.head()).contains(new LedgerBook.Head(5, report.head()));
    }

    @Test
    void noEntryIsWrittenOutsideOfATransaction() {
        assertThatThrownBy(() -> ledger.record(LedgerEntry.of(LedgerEvent.SIGNED_IN, CLERK, "person", 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveAnEntry() {
        write(1);
        for (String sql : new String[] {
            "update office.ledger_entry set actor = 'nobody'",
            "delete from office.ledger_entry",
            "truncate office.ledger_entry cascade",
            "update office.ledger_seal set seq = 9",
            "delete from office.ledger_seal",
            "alter table office.ledger_entry disable trigger all",
            "insert into office.ledger_entry (id, at, actor, department_id, event, subject, facts, digest)"
                    + " overriding system value select id + 4000000000, at, actor, department_id, event, subject, facts,"
                    + " digest from office.ledger_entry"
        }) {
            assertThatThrownBy(() -> app.sql(sql).update()).as(sql).isInstanceOf(Exception.class);
        }
        assertThatThrownBy(() -> owner.sql("update office.ledger_entry set actor = 'nobody'")
                        .update())
                .hasStackTraceContaining("append-only");
        assertThat(verified(null).agrees()).isTrue();
    }

    @Test
    void anEntryOfALongTransactionIsChainedWhenItBecomesVisible() {
        write(2);
        transaction.executeWithoutResult(status -> {
            ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_MERGED, CLERK, "delivery", 1));
            var otherLedger = new JdbcLedger(JdbcClient.create(database.app()), CLOCK);
            assertThat(otherLedger.head().orElseThrow().seq()).isEqualTo(2);
            var owners = new LedgerSealer(
                    JdbcClient.create(database.owner()),
                    new JdbcTemplate(database.owner()),
                    new TransactionTemplate(new DataSourceTransactionManager(database.owner())),
                    CLOCK);
            owner.sql("""
                    insert into office.ledger_entry (at, actor, department_id, event, subject, reason, facts, digest)
                    select at, actor, department_id, event, subject, reason, facts, digest
                    from office.ledger_entry where id = 1
                    """).update();
            owners.sealAll();
            assertThat(owner.sql("select max(seq) from office.ledger_seal")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3);
        });
        sealer.sealAll();
        sealer.sealAll();
        var report = verified(null);
        assertThat(report.fault()).isNull();
        assertThat(report.sealed()).isEqualTo(4);
    }

    @Test
    void aChangedEntryIsNamed() {
        write(5);
        damage("update office.ledger_entry set facts = '{\"count\": \"7\"}' where id = 3");
        fault(VerifyLedger.Fault.ENTRY_CHANGED, 3);
    }

    @Test
    void anEntryPlantedFarAheadHidesNothing() {
        write(5);
        owner.sql("""
                        insert into office.ledger_entry (id, at, actor, department_id, event, subject, reason, facts, digest)
                        overriding system value
                        select id + 4000000000, at, actor, department_id, event, subject, reason, facts, digest
                        from office.ledger_entry where id = 1""").update();
        sealer.sealAll();
        assertThat(verified(null).sealed()).isEqualTo(6);
        damage("update office.ledger_entry set actor = 'nobody' where id > 4000000000");
        fault(VerifyLedger.Fault.ENTRY_CHANGED, 6);
    }

    @Test
    void aRemovedEntryIsNamed() {
        write(5);
        damage("delete from office.ledger_entry where id = 4");
        fault(VerifyLedger.Fault.ENTRY_GONE, 4);
    }

    @Test
    void aMissingPlaceIsNamed() {
        write(5);
        damage("delete from office.ledger_seal where seq = 2");
        fault(VerifyLedger.Fault.GAP, 2);
    }

    @Test
    void exchangedEntriesAreNamed() {
        write(5);
        damage("update office.ledger_seal set entry_id = -entry_id where seq in (2, 3)");
        damage("update office.ledger_seal set entry_id = case seq when 2 then 3 else 2 end where seq in (2, 3)");
        fault(VerifyLedger.Fault.CHAIN_BROKEN, 2);
    }

    @Test
    void aCutOffEndIsSeenByWhoKnowsTheHead() {
        write(5);
        var known = ledger.head().orElseThrow();
        damage("delete from office.ledger_seal where seq = 5");
        damage("delete from office.ledger_entry where id = 5");
        assertThat(verified(null).agrees()).isTrue(); // nobody can see it from the rest alone
        assertThat(verified(known).fault()).isEqualTo(VerifyLedger.Fault.HEAD_UNKNOWN);
    }

    @Test
    void anotherWholeChainIsSeenByWhoKnowsTheHead() {
        write(3);
        var known = ledger.head().orElseThrow();
        damage("delete from office.ledger_seal");
        damage("delete from office.ledger_entry where id = 1");
        sealer = new LedgerSealer(app, new JdbcTemplate(database.app()), transaction, CLOCK);
        sealer.sealAll();
        write(1);
        assertThat(verified(null).agrees()).isTrue();
        assertThat(verified(known).fault()).isEqualTo(VerifyLedger.Fault.HEAD_UNKNOWN);
    }

    @Test
    void aCutOffEndIsSeenByTheHeadThatWasPublished() {
        write(3);
        var kept = published("2026-03-30");
        write(2);
        var lost = published("2026-03-31");
        assertThat(verified(null).lostHeads()).isEmpty();
        assertThat(verified(null).agrees()).isTrue();
        damage("delete from office.ledger_seal where seq > " + kept.seq());
        damage("delete from office.ledger_entry where id > 3");
        var report = verified(null);
        assertThat(report.fault()).isNull();
        assertThat(report.lostHeads())
                .containsExactly(new VerifyLedger.LostHead(LocalDate.parse("2026-03-31"), lost, null));
        assertThat(report.agrees()).isFalse();
    }

    @Test
    void anEndLinkedAnewIsSeenByTheHeadThatWasPublishedUnlessNothingWasChanged() {
        write(5);
        var published = published("2026-03-31");
        damage("delete from office.ledger_seal where seq > 2");
        sealer.lookBack();
        assertThat(verified(null).agrees())
                .as("the same entries in the same order give the same chain")
                .isTrue();
        damage("delete from office.ledger_seal where seq > 2");
        damage("delete from office.ledger_entry where id = 4");
        sealer.lookBack();
        assertThat(verified(null).lostHeads())
                .containsExactly(new VerifyLedger.LostHead(LocalDate.parse("2026-03-31"), published, null));
        write(1);
        var report = verified(null);
        assertThat(report.fault()).isNull();
        assertThat(report.lostHeads())
                .containsExactly(new VerifyLedger.LostHead(LocalDate.parse("2026-03-31"), published, report.head()));
    }

    @Test
    void aSealerThatHasPassedEntriesTakesThemUpWhenItLooksBack() {
        write(5);
        for (int i = 0; i < 3; i++) {
            owner.sql("select pg_current_xact_id()::text").query(String.class).single();
            sealer.sealAll(); // it sees that every earlier transaction has ended
        }
        damage("delete from office.ledger_seal where seq > 2");
        sealer.sealAll();
        assertThat(verified(null).unsealed()).isEqualTo(3);
        sealer.lookBack();
        assertThat(verified(null).unsealed()).isZero();
        assertThat(verified(null).sealed()).isEqualTo(5);
    }

    @Test
    void entriesThatWaitLongerThanAMinuteAreAFault() {
        write(2);
        recordAt(-50);
        assertThat(verified(null).unsealed()).isEqualTo(1);
        assertThat(verified(null).agrees()).isTrue();
        Instant oldest = recordAt(-80);
        recordAt(-70);
        var report = verified(null);
        assertThat(report.agrees()).isFalse();
        assertThat(report.unsealed()).isEqualTo(3);
        assertThat(report.overdue()).isEqualTo(new VerifyLedger.Overdue(2, oldest));
        sealer.sealAll();
        assertThat(verified(null).agrees()).isTrue();
    }

    @Test
    void anEntryFromTheFutureWaitsTooLongAtOnce() {
        write(2);
        recordAt(30);
        assertThat(verified(null).agrees()).isTrue();
        recordAt(90);
        assertThat(verified(null).agrees()).isFalse();
    }

    @Test
    void theLastEntriesAreLinkedWhenTheConsoleStops() {
        record(1);
        sealer.sealLast();
        assertThat(verified(null).sealed()).isEqualTo(1);
    }

    @Test
    void twoSealersAtOnceMakeOneChain() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            record(i);
        }
        var second = new LedgerSealer(
                JdbcClient.create(database.app()),
                new JdbcTemplate(database.app()),
                new TransactionTemplate(new DataSourceTransactionManager(database.app())),
                CLOCK);
        var thread = new Thread(second::sealAll);
        thread.start();
        sealer.sealAll();
        thread.join();
        sealer.sealAll();
        assertThat(verified(null).sealed()).isEqualTo(500);
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            record(i);
        }
        sealer.sealAll();
    }

    private void record(int number) {
        transaction.executeWithoutResult(
                status -> ledger.record(LedgerEntry.of(LedgerEvent.DEMO_LOADED, CLERK, "demo", number)
                        .with("count", number)
                        .with("line", "two\nlines \\ 双随机")
                        .because("because")));
    }

    /** Written so many seconds from now, by the clock of the database. */
    private Instant recordAt(int seconds) {
        Instant at = owner.sql("select now() + make_interval(secs => :seconds)")
                .param("seconds", seconds)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var then = new JdbcLedger(app, Clock.fixed(at, ZoneOffset.UTC));
        transaction.executeWithoutResult(
                status -> then.record(LedgerEntry.of(LedgerEvent.DEMO_LOADED, CLERK, "demo", seconds)));
        return at;
    }

    private LedgerBook.Head published(String day) {
        LedgerBook.Head head = ledger.head().orElseThrow();
        owner.sql("insert into pub.ledger_head (day, seq, hash, published_at) values (:day, :seq, :hash, now())")
                .param("day", LocalDate.parse(day))
                .param("seq", head.seq())
                .param("hash", head.hash())
                .update();
        return head;
    }

    /** As somebody who owns the database and means ill. */
    private void damage(String sql) {
        for (String table : new String[] {"office.ledger_entry", "office.ledger_seal"}) {
            owner.sql("alter table " + table + " disable trigger user").update();
        }
        owner.sql("alter table office.ledger_seal drop constraint if exists ledger_seal_entry_id_fkey")
                .update();
        owner.sql("alter table office.ledger_seal drop constraint if exists ledger_seal_entry_id_key")
                .update();
        owner.sql(sql).update();
    }

    private void fault(VerifyLedger.Fault fault, long seq) {
        var report = verified(null);
        assertThat(report.fault()).isEqualTo(fault);
        assertThat(report.seq()).isEqualTo(seq);
        assertThat(report.sealed()).isEqualTo(seq - 1);
    }

    private VerifyLedger.Report verified(LedgerBook.@Nullable Head known) {
        return new LedgerVerification(database.app()).verify(known);
    }
}
