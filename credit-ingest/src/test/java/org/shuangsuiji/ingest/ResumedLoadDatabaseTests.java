package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;

/** A load that was killed goes on where its last chunk ended, and ends as if nobody had killed it. */
class ResumedLoadDatabaseTests {
    private static final int ROWS = 24_000;

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice(1 << 16);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whereverItWasKilledTheEndIsTheSame(long given) {
        long seed = given == 4 ? System.nanoTime() : given;
        System.out.println("cut points of seed " + seed);
        var random = new Random(seed);
        RecordKind kind = random.nextBoolean() ? RecordKind.REGISTRATION : RecordKind.PENALTY;
        String file = kind == RecordKind.REGISTRATION ? registrations(random) : penalties(random);
        Delivery whole = office.deliver(kind, file);
        List<String> expected = endOf(whole);
        office.clear();

        Delivery delivery = office.receive(kind, file);
        for (int kills = 1 + random.nextInt(4); kills > 0; kills--) {
            int looks = 1 + random.nextInt(ROWS / 2_000 - 1);
            boolean byDatabase = random.nextBoolean();
            assertThatThrownBy(() -> office.get(LoadDelivery.class)
                            .load(delivery.id(), killedAfter(looks, byDatabase), IngestOffice.COUNTY))
                    .isInstanceOf(RecoverableDataAccessException.class);
            refreshPool();
            assertThat(get(delivery).state()).isEqualTo(DeliveryState.RUNNING);
        }
        office.load(delivery.id());
        assertThat(get(delivery).counts()).as("seed %d", seed).isEqualTo(whole.counts());
        assertThat(endOf(get(delivery))).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void rowsBeforeTheCutAreNotStagedAgain() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, registrations(new Random(7)));
        kill(delivery, 9);
        Set<String> before = new HashSet<>(staged());
        assertThat(before).hasSizeGreaterThan(ROWS / 4);
        List<String> after = new ArrayList<>();
        office.get(LoadDelivery.class)
                .load(delivery.id(), at("stage.wait", () -> after.addAll(staged())), IngestOffice.COUNTY);
        assertThat(after).hasSizeGreaterThan(before.size()).containsAll(before);
        assertThat(get(delivery).counts().rows()).isEqualTo(ROWS);
        assertThat(office.count("select count(*) from ingest.delivery_fault"))
                .isEqualTo(get(delivery).counts().faults());
    }

    @Test
    void beginsAnewWhereOtherLoadsTookItsPlace() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, registrations(new Random(8)));
        kill(delivery, 9);
        assertThat(chunks(delivery)).isPositive();
        List<Staging.Stage> others = new ArrayList<>();
        for (int other = 0; other < 4; other++) {
            long id = office.receive(RecordKind.PENALTY, "x" + other).id();
            others.add(office.get(Staging.class)
                    .open(id, RecordKind.PENALTY, Staging.Purpose.LOAD, UUID.randomUUID(), Progress.SILENT));
        }
        others.forEach(Staging.Stage::close);
        assertThat(chunks(delivery)).isZero();
        endsAsIfNeverKilled(delivery);
    }

    @Test
    void loadsTakeThePlaceOfAKilledOneLast() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, registrations(new Random(9)));
        kill(delivery, 9);
        for (int other = 0; other < 6; other++) {
            office.deliver(RecordKind.PENALTY, penalties(new Random(other)));
        }
        assertThat(chunks(delivery)).isPositive();
        endsAsIfNeverKilled(delivery);
    }

    @Test
    void beginsAnewWhereItsRowsWouldBeReadInAnotherWay() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, registrations(new Random(10)));
        kill(delivery, 9);
        office.jdbcOwner()
                .sql("update ingest.staged_load set read_as = gen_random_uuid()")
                .update();
        endsAsIfNeverKilled(delivery);
    }

    @Test
    void beginsAnewAfterTheDatabaseItselfCrashed() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, registrations(new Random(11)));
        kill(delivery, 9);
        office.jdbcOwner()
                .sql("truncate ingest.staged_load, ingest.staged_registration, ingest.staged_record")
                .update();
        endsAsIfNeverKilled(delivery);
    }

    @Test
    void aCopyWhoseOwnLoadWasKilledHasTheFaultsOfTheFirstOnce() {
        String file = registrations(new Random(12));
        Delivery first = office.receive(RecordKind.REGISTRATION, file);
        Delivery copy = office.receive(RecordKind.REGISTRATION, file);
        office.jdbcOwner()
                .sql("update ingest.delivery set state = 'cancelled' where id = ?")
                .param(first.id())
                .update();
        kill(copy, 9);
        office.jdbcOwner()
                .sql("alter table ingest.delivery disable trigger user")
                .update();
        office.jdbcOwner()
                .sql("update ingest.delivery set state = 'done', rows_read = 3, added = 3 where id = ?")
                .param(first.id())
                .update();
        office.jdbcOwner()
                .sql("alter table ingest.delivery enable trigger user")
                .update();
        office.load(copy.id());
        assertThat(get(copy).sameFileAs()).isEqualTo(first.id());
        assertThat(office.count("select count(*) from ingest.delivery_fault where delivery_id = ?", copy.id()))
                .as("the first has none in this book")
                .isZero();
    }

    private static void endsAsIfNeverKilled(Delivery delivery) {
        office.load(delivery.id());
        Delivery.Counts counts = get(delivery).counts();
        assertThat(counts.rows()).isEqualTo(ROWS);
        assertThat(office.count("select count(*) from ingest.enterprise where registered"))
                .isEqualTo(counts.added());
        assertThat(office.count(
                        "select count(*) from ingest.delivery_fault where delivery_id = ? having count(*) = count(distinct line)",
                        delivery.id()))
                .isEqualTo(counts.faults());
    }

    private static void kill(Delivery delivery, int looks) {
        assertThatThrownBy(() -> office.get(LoadDelivery.class)
                        .load(delivery.id(), killedAfter(looks, false), IngestOffice.COUNTY))
                .isInstanceOf(RecoverableDataAccessException.class);
    }

    /** The program or the connection is gone after so many looks at the progress. */
    private static Progress killedAfter(int looks, boolean byDatabase) {
        var left = new AtomicInteger(looks);
        return new Progress() {
            @Override
            public void stage(String stage, long total) {}

            @Override
            public void done(long done) {
                if (left.decrementAndGet() != 0) {
                    return;
                }
                if (!byDatabase) {
                    throw new RecoverableDataAccessException("the machine is gone");
                }
                office.jdbcOwner().sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and usename = 'shuangsuiji_app'
                        """).query(row -> {});
            }

            @Override
            public void stopIfAsked() {}
        };
    }

    private static Progress at(String wanted, Runnable then) {
        return new Progress() {
            @Override
            public void stage(String stage, long total) {
                if (stage.equals(wanted)) {
                    then.run();
                }
            }

            @Override
            public void done(long done) {}

            @Override
            public void stopIfAsked() {}
        };
    }

    /** Every connection of the pool may be cut; it notices one at each use. */
    private static void refreshPool() {
        for (int line = 0; line < 20; line++) {
            try {
                office.get(Deliveries.class).list(Scope.WHOLE_OFFICE, null, null, null, null, 1);
            } catch (DataAccessResourceFailureException e) {
                continue;
            }
            return;
        }
    }

    /** Each staged row with the transaction that wrote it. */
    private static List<String> staged() {
        return office.jdbcOwner()
                .sql("select line || ' ' || xmin from ingest.staged_registration")
                .query(String.class)
                .list();
    }

    private static long chunks(Delivery delivery) {
        return office.count(
                "select coalesce(sum(chunk), 0) from ingest.staged_load where delivery_id = ?", delivery.id());
    }

    private static Delivery get(Delivery delivery) {
        return office.get(Deliveries.class).get(delivery.id(), Scope.WHOLE_OFFICE);
    }

    /** Everything that a load leaves behind, without numbers and moments. */
    private static List<String> endOf(Delivery delivery) {
        return office.jdbcOwner()
                .sql("""
                        select concat_ws(' ', credit_code, old_number, name, registered, flags, content_hash) from ingest.enterprise
                        union all
                        select concat_ws(' ', key_hash, content_hash, flags) from ingest.record where known_to is null
                        union all
                        select concat_ws(' ', line, column_name, value, code, args) from ingest.delivery_fault where delivery_id = :id
                        union all
                        select concat_ws(' ', flag, rows) from ingest.delivery_flag where delivery_id = :id
                        union all
                        select concat_ws(' ', code, args) from ingest.delivery_note where delivery_id = :id
                        order by 1
                        """)
                .param("id", delivery.id())
                .query(String.class)
                .list();
    }

    private static String registrations(Random random) {
        var file = new StringBuilder("企业名称,统一社会信用代码,成立日期,行政区划,住所,登记状态,某列\n");
        for (int i = 1; i <= ROWS; i++) {
            boolean bad = random.nextInt(50) == 0;
            file.append("企业第").append(i).append(random.nextInt(30) == 0 ? "\u200b号," : "号,");
            file.append(bad ? "不是代码" : random.nextInt(40) == 0 ? Codes.checkWrong(i) : Codes.right(i));
            file.append(",2016-03-31,150581,");
            file.append(random.nextInt(20) == 0 ? "\"珠斯花街\n二号\"" : "珠斯花街");
            file.append(random.nextInt(25) == 0 ? ",怪状态,x\n" : ",存续,x\n");
            if (random.nextInt(200) == 0) {
                file.append("\n,,,,,,\n");
            }
        }
        return file.toString();
    }

    private static String penalties(Random random) {
        var file = new StringBuilder("企业名称,统一社会信用代码,处罚决定书文号,处罚类别,处罚决定日期\n");
        for (int i = 1; i <= ROWS; i++) {
            file.append("企业第").append(i).append("号,").append(Codes.right(random.nextInt(3_000)));
            file.append(",罚").append(random.nextInt(ROWS)).append("号,警告,");
            file.append(random.nextInt(50) == 0 ? "某日\n" : "2026-05-01\n");
        }
        return file.toString();
    }
}
