package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;

/** A delivery that is sent twice, killed, cancelled, broken off or refused: whole or not at all. */
class DeliveryLifeDatabaseTests {
    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

    @ParameterizedTest
    @CsvSource({
        "王某11010519491231002X处罚.csv, 王某110105********处罚.csv",
        "13812345678.csv, 138****5678.csv",
        "处罚\uFFFD.csv, 处罚\\xEF\\xBF\\xBD.csv",
        "霍市监局双公示20260901.csv, 霍市监局双公示20260901.csv",
        "91150581MA0N0RCG94.csv, 91150581MA0N0RCG94.csv"
    })
    void keepsNoNumberOfAPersonInTheNameOfAFile(String sent, String kept) throws IOException {
        Delivery delivery = office.get(ReceiveDelivery.class)
                .receive(
                        RecordKind.REGISTRATION,
                        sent,
                        new ByteArrayInputStream(registrations(1, 3)),
                        "key-0001",
                        IngestOffice.COUNTY);
        assertThat(delivery.fileName()).isEqualTo(kept);
        assertThat(office.row("select file_name from ingest.delivery")).containsEntry("file_name", kept);
    }

    @Test
    void keepsTheBytesOfDamagedTextAndNotTheSignForIt() {
        office.deliver(
                RecordKind.REGISTRATION,
                "企业名称,统一社会信用代码,成立日期,坏\uFFFD列\n甲\uFFFD公司,91150581MA0N0RCG94,2016-03-31,1\n乙,91150581MA0N0RCG94,20\uFFFD6,1\n");
        assertThat(office.row("select value from ingest.delivery_fault where line = 2"))
                .containsEntry("value", "甲\\xEF\\xBF\\xBD公司");
        assertThat(office.row("select value from ingest.delivery_fault where line = 3"))
                .containsEntry("value", "20\\xEF\\xBF\\xBD6");
        assertThat(office.count("""
                        select (select count(*) from ingest.delivery_fault f where f::text like '%\uFFFD%')
                            + (select count(*) from ingest.delivery_note n where n::text like '%\uFFFD%')""")).isZero();
    }

    @Test
    void answersTheSameKeyWithTheFirstDelivery() throws IOException {
        byte[] file = registrations(1, 3);
        Delivery first = office.receive(RecordKind.REGISTRATION, file, "key-0001", IngestOffice.COUNTY);
        Delivery second = office.receive(RecordKind.REGISTRATION, file, "key-0001", IngestOffice.COUNTY);
        Delivery other = office.receive(RecordKind.REGISTRATION, file, "key-0001", IngestOffice.CITY);

        assertThat(second).isEqualTo(first);
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(office.doors().toLoad).containsExactly(first.id(), other.id());
        assertThat(filesKept()).isEqualTo(2);
    }

    @Test
    void refusesAKeyThatComesBackWithAnotherFileOrKind() throws IOException {
        office.receive(RecordKind.REGISTRATION, registrations(1, 3), "key-0001", IngestOffice.COUNTY);
        assertThatThrownBy(() ->
                        office.receive(RecordKind.REGISTRATION, registrations(1, 4), "key-0001", IngestOffice.COUNTY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("delivery-key-reused"));
        assertThatThrownBy(
                        () -> office.receive(RecordKind.PENALTY, registrations(1, 3), "key-0001", IngestOffice.COUNTY))
                .isInstanceOf(Refusal.class);
        assertThat(filesKept()).isEqualTo(1);
    }

    @Test
    void theSameFileSentAtOnceByManyIsTakenInOnce() throws Exception {
        byte[] file = registrations(1, 3);
        var pool = Executors.newFixedThreadPool(8);
        var start = new CountDownLatch(1);
        List<Future<Long>> answers = Stream.generate(() -> pool.submit(() -> {
                    start.await();
                    return office.receive(RecordKind.REGISTRATION, file, "key-0001", IngestOffice.COUNTY)
                            .id();
                }))
                .limit(8)
                .toList();
        start.countDown();
        for (Future<Long> answer : answers) {
            assertThat(answer.get()).isEqualTo(answers.get(0).get());
        }
        pool.shutdown();
        assertThat(filesKept()).isEqualTo(1);
        assertThat(office.doors().toLoad).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 99})
    void keepsNothingOfAFileWhoseSenderBreaksOff(int percent) throws IOException {
        byte[] file = registrations(1, 500);
        InputStream cut = new SequenceInputStream(
                new ByteArrayInputStream(file, 0, file.length * percent / 100), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        return read();
                    }
                });
        assertThatThrownBy(() -> office.get(ReceiveDelivery.class)
                        .receive(RecordKind.REGISTRATION, "file.csv", cut, "key-0001", IngestOffice.COUNTY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("delivery-interrupted"));
        assertThat(filesKept()).isZero();
        assertThat(office.count("select count(*) from ingest.delivery")).isZero();
    }

    @Test
    void startsAgainFromTheFileAfterItWasKilledWhileReading() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, text(registrations(1, 9_000)) + "坏,1,,,\n");
        var killed = new Progress() {
            @Override
            public void stage(String stage, long total) {}

            @Override
            public void done(long done) {
                throw new RecoverableDataAccessException("the machine is gone");
            }

            @Override
            public void stopIfAsked() {}
        };
        assertThatThrownBy(() -> office.get(LoadDelivery.class).load(delivery.id(), killed, IngestOffice.COUNTY))
                .isInstanceOf(RecoverableDataAccessException.class);
        assertThat(state(delivery)).isEqualTo(DeliveryState.RUNNING);
        assertThat(office.count("select count(*) from ingest.enterprise")).isZero();

        office.load(delivery.id());
        Delivery done = get(delivery);
        assertThat(done.counts()).isEqualTo(new Delivery.Counts(9_001, 9_000, 0, 0, 0, 1));
        assertThat(office.count("select count(*) from ingest.delivery_fault")).isEqualTo(1);
        assertThat(office.count("select count(*) from ingest.enterprise")).isEqualTo(9_000);
    }

    @Test
    void triesAgainWhenTheDatabaseDropsTheConnectionInTheMiddle() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, text(registrations(1, 30_000)));
        var cutting = new Progress() {
            private boolean cut;

            @Override
            public void stage(String stage, long total) {}

            @Override
            public void done(long done) {
                if (!cut) {
                    cut = true;
                    office.jdbcOwner().sql("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = current_database() and usename = 'shuangsuiji_app'
                            """).query(row -> {});
                }
            }

            @Override
            public void stopIfAsked() {}
        };
        assertThatThrownBy(() -> office.get(LoadDelivery.class).load(delivery.id(), cutting, IngestOffice.COUNTY))
                .isInstanceOf(RecoverableDataAccessException.class);
        untilThePoolHasDroppedItsCutLines(() -> state(delivery));
        assertThat(state(delivery)).isEqualTo(DeliveryState.RUNNING);
        office.load(delivery.id());
        assertThat(get(delivery).counts().added()).isEqualTo(30_000);
    }

    /** Every connection of the pool was cut; it notices one at each use, so the first few reads may still fail. */
    private static void untilThePoolHasDroppedItsCutLines(Runnable read) {
        for (int line = 0; line < 20; line++) {
            try {
                read.run();
                return;
            } catch (DataAccessResourceFailureException e) {
                // this line was cut too; the pool has dropped it now
            }
        }
        throw new AssertionError("The pool still hands out cut connections after 20 reads");
    }

    @Test
    void leavesAnEndedDeliveryAloneWhenItsJobRunsAgain() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, text(registrations(1, 3)));
        office.load(delivery.id());
        Delivery done = get(delivery);
        office.load(delivery.id());
        assertThat(get(delivery)).isEqualTo(done);
        assertThat(office.doors().toRegrade).containsExactly(delivery.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage.read", "stage.merge"})
    void stopsOnRequestWithoutLeavingARow(String at) {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, text(registrations(1, 9_000)));
        var stopping = new Progress() {
            private String stage = "";

            @Override
            public void stage(String newStage, long total) {
                stage = newStage;
            }

            @Override
            public void done(long done) {}

            @Override
            public void stopIfAsked() {
                if (stage.equals(at)) {
                    throw new Cancelled();
                }
            }
        };
        assertThatThrownBy(() -> office.get(LoadDelivery.class).load(delivery.id(), stopping, IngestOffice.COUNTY))
                .isInstanceOf(Progress.Cancelled.class);
        assertThat(state(delivery)).isEqualTo(DeliveryState.CANCELLED);
        assertThat(office.count("select count(*) from ingest.enterprise")).isZero();
        assertThat(office.doors().toRegrade).isEmpty();
        assertThat(office.doors().entries.get(1).event()).isEqualTo(LedgerEvent.DELIVERY_CANCELLED);
    }

    @Test
    void isCancelledBeforeItsLoadBeganAndStaysSo() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, text(registrations(1, 3)));
        office.get(LoadDelivery.class).cancel(delivery.id(), IngestOffice.COUNTY);
        assertThat(state(delivery)).isEqualTo(DeliveryState.CANCELLED);
        office.load(delivery.id());
        assertThat(state(delivery)).isEqualTo(DeliveryState.CANCELLED);
        assertThat(office.count("select count(*) from ingest.enterprise")).isZero();

        Delivery done = office.deliver(RecordKind.REGISTRATION, text(registrations(1, 3)));
        office.get(LoadDelivery.class).cancel(done.id(), IngestOffice.COUNTY);
        assertThat(state(done)).as("too late").isEqualTo(DeliveryState.DONE);
    }

    @Test
    void refusesAWholeFileByItsReasonAndKeepsNothingOfIt() {
        Delivery delivery = office.deliver(RecordKind.PENALTY, text(registrations(1, 3)));
        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(delivery.failureCode()).isEqualTo("file-column-missing");
        assertThat(delivery.failureArgs()).first().isEqualTo("行政处罚决定书文号");
        assertThat(office.count("select count(*) from ingest.enterprise")).isZero();
        assertThat(office.doors().entries.get(1).event()).isEqualTo(LedgerEvent.DELIVERY_FAILED);
    }

    @Test
    void keepsNothingOfAFileThatBreaksInItsMiddle() {
        Delivery delivery = office.deliver(RecordKind.REGISTRATION, text(registrations(1, 5_000)) + "\"open,1,2\n");
        assertThat(delivery.failureCode()).isEqualTo("file-quote-open");
        assertThat(delivery.failureArgs()).containsExactly("5002");
        assertThat(office.count("select count(*) from ingest.enterprise")).isZero();
    }

    @Test
    void takesTwoFilesAboutTheSameSubjectsAtOnceOneAfterTheOther() throws Exception {
        Delivery one = office.receive(RecordKind.REGISTRATION, text(registrations(1, 4_000)));
        Delivery two = office.receive(RecordKind.REGISTRATION, text(registrations(2_001, 4_000)));
        Delivery three = office.receive(RecordKind.PENALTY, text(penalties(1, 6_000)));
        var pool = Executors.newFixedThreadPool(3);
        List<Future<?>> loads = Stream.of(one, two, three)
                .<Future<?>>map(delivery -> pool.submit(() -> office.load(delivery.id())))
                .toList();
        for (Future<?> load : loads) {
            load.get(1, TimeUnit.MINUTES);
        }
        pool.shutdown();
        assertThat(office.count("select count(*) from ingest.enterprise")).isEqualTo(6_000);
        assertThat(office.count("select count(*) from ingest.enterprise where registered"))
                .isEqualTo(6_000);
        assertThat(office.count("select count(*) from ingest.record")).isEqualTo(6_000);
        assertThat(get(one).counts().added() + get(two).counts().added()).isEqualTo(6_000);
        assertThat(get(one).counts().same() + get(two).counts().same()).isEqualTo(2_000);
    }

    private static final String LISTED = "企业名称,统一社会信用代码,列入日期,列入原因,列入决定机关,移出日期\n";

    private static byte[] listing(String removed) {
        return (LISTED + "某公司,%s,2026-05-04,未按期公示年度报告,霍林郭勒市市场监督管理局,%s\n".formatted(Codes.right(1), removed))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> standing() {
        return office.jdbcOwner()
                .sql(
                        "select coalesce(repaired_on::text, 'open') from ingest.record where known_to is null and kind = :kind")
                .param("kind", RecordKind.ABNORMAL.number())
                .query(String.class)
                .list();
    }

    @Test
    void aFileIsNotLoadedBeforeThoseOfItsKindThatWereReceivedBefore() throws Exception {
        Delivery listed = office.receive(RecordKind.ABNORMAL, listing(""), "key-1", IngestOffice.COUNTY);
        Delivery removed = office.receive(RecordKind.ABNORMAL, listing("2026-06-01"), "key-2", IngestOffice.COUNTY);
        Delivery other = office.receive(RecordKind.PENALTY, text(penalties(1, 3)));
        var pool = Executors.newFixedThreadPool(2);
        Future<?> ahead = pool.submit(() -> loadInItsTurn(removed));
        office.load(other.id());
        assertThat(state(other)).as("of another kind").isEqualTo(DeliveryState.DONE);
        assertThat(state(removed)).isEqualTo(DeliveryState.RECEIVED);
        office.load(listed.id());
        ahead.get(1, TimeUnit.MINUTES);
        pool.shutdown();
        assertThat(standing()).containsExactly("2026-06-01");
        assertThat(office.count("select count(*) from ingest.record where known_from = known_to"))
                .as("versions that nobody ever saw")
                .isZero();
    }

    @Test
    void aFileThatWaitsTooLongGivesItsPlaceAwayAndCanBeStopped() {
        Delivery listed = office.receive(RecordKind.ABNORMAL, listing(""), "key-1", IngestOffice.COUNTY);
        Delivery removed = office.receive(RecordKind.ABNORMAL, listing("2026-06-01"), "key-2", IngestOffice.COUNTY);
        assertThatThrownBy(() -> office.load(removed.id())).isInstanceOf(Progress.Later.class);
        assertThat(state(removed)).isEqualTo(DeliveryState.RECEIVED);
        office.get(LoadDelivery.class).cancel(listed.id(), IngestOffice.COUNTY);
        office.load(removed.id());
        assertThat(standing()).as("nobody waits for what was stopped").containsExactly("2026-06-01");
    }

    @Test
    void onlyTheNextOneWaitsInItsPlace() {
        office.receive(RecordKind.ABNORMAL, listing(""), "key-1", IngestOffice.COUNTY);
        office.receive(RecordKind.ABNORMAL, listing("2026-06-01"), "key-2", IngestOffice.COUNTY);
        Delivery third = office.receive(RecordKind.ABNORMAL, listing("2026-06-02"), "key-3", IngestOffice.COUNTY);
        List<String> looks = new ArrayList<>();
        var looking = new Progress() {
            @Override
            public void stage(String stage, long total) {}

            @Override
            public void done(long done) {}

            @Override
            public void stopIfAsked() {
                looks.add("look");
            }
        };
        assertThatThrownBy(() -> office.get(LoadDelivery.class).load(third.id(), looking, IngestOffice.COUNTY))
                .isInstanceOf(Progress.Later.class);
        assertThat(looks).as("its place is given away at once").hasSize(1);
    }

    @Test
    void nobodyWaitsForAFileWhoseLoadBrokeDown() {
        Delivery broken = office.receive(RecordKind.ABNORMAL, listing(""), "key-1", IngestOffice.COUNTY);
        Delivery next = office.receive(RecordKind.ABNORMAL, listing("2026-06-01"), "key-2", IngestOffice.COUNTY);
        office.get(LoadDelivery.class).giveUp(broken.id(), IngestOffice.COUNTY);
        assertThat(get(broken).failureCode()).isEqualTo("delivery-broke");
        office.load(next.id());
        office.get(LoadDelivery.class).giveUp(next.id(), IngestOffice.COUNTY);
        assertThat(state(next)).as("it has ended").isEqualTo(DeliveryState.DONE);
    }

    @Test
    void theVerySameFileAgainUndoesNothingThatCameBetween() {
        Delivery first = office.deliver(RecordKind.ABNORMAL, listing(""), IngestOffice.COUNTY);
        office.deliver(RecordKind.ABNORMAL, listing("2026-06-01"), IngestOffice.COUNTY);
        office.doors().toRegrade.clear();
        Delivery again = office.deliver(RecordKind.ABNORMAL, listing(""), IngestOffice.COUNTY);
        assertThat(again.sameFileAs()).isEqualTo(first.id());
        assertThat(again.counts()).isEqualTo(new Delivery.Counts(1, 0, 0, 1, 0, 0));
        assertThat(standing()).containsExactly("2026-06-01");
        assertThat(office.doors().toRegrade).isEmpty();
        assertThat(office.deliver(RecordKind.ABNORMAL, listing(""), IngestOffice.COUNTY)
                        .sameFileAs())
                .as("the one that was loaded")
                .isEqualTo(first.id());

        Delivery ofAbove = office.deliver(RecordKind.ABNORMAL, listing(""), IngestOffice.CITY);
        assertThat(ofAbove.sameFileAs()).as("what another body says").isNull();
        assertThat(ofAbove.counts().changed()).isEqualTo(1);
    }

    @Test
    void theVerySameFileAgainHasTheSameFaultsAndMarks() {
        byte[] file = (text(registrations(1, 3)) + "坏,1,,,\n" + "无名," + Codes.checkWrong(7) + ",,,\n")
                .getBytes(StandardCharsets.UTF_8);
        Delivery first = office.deliver(RecordKind.REGISTRATION, file, IngestOffice.COUNTY);
        Delivery again = office.deliver(RecordKind.REGISTRATION, file, IngestOffice.COUNTY);
        assertThat(first.counts().faults()).isEqualTo(1);
        assertThat(first.counts().flagged()).isPositive();
        assertThat(again.counts())
                .isEqualTo(new Delivery.Counts(
                        first.counts().rows(), 0, 0, 4, first.counts().flagged(), 1));
        for (String table : List.of("delivery_fault", "delivery_flag", "delivery_note")) {
            assertThat(office.count("select count(*) from ingest." + table + " where delivery_id = ?", again.id()))
                    .as(table)
                    .isEqualTo(office.count(
                            "select count(*) from ingest." + table + " where delivery_id = ?", first.id()));
        }
    }

    private static final String REGISTERED = "企业名称,统一社会信用代码,行政区划,登记状态,成立日期\n";

    private static Delivery registered(String region, String status, Actor actor) {
        String row = "甲公司,%s,%s,%s,2020-01-01\n".formatted(Codes.right(1), region, status);
        return office.deliver(RecordKind.REGISTRATION, (REGISTERED + row).getBytes(StandardCharsets.UTF_8), actor);
    }

    private static String register() {
        return office.jdbcOwner()
                .sql("select region || ' ' || status from ingest.enterprise")
                .query(String.class)
                .single();
    }

    @Test
    void nobodyMovesAnEnterpriseOfOthersIntoTheirOwnRegion() {
        registered("150581", "存续", IngestOffice.COUNTY);
        Delivery grab = registered("130102", "存续", IngestOffice.ELSEWHERE);
        assertThat(grab.counts()).isEqualTo(new Delivery.Counts(1, 0, 0, 0, 0, 1));
        assertThat(office.get(DeliveryFaults.class).first(grab.id(), 1, IngestOffice.ELSEWHERE.scope()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(Merge.OF_OTHERS);
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.args()).containsExactly("150581");
                });
        assertThat(registered("150581", "注销", IngestOffice.ELSEWHERE).counts().faults())
                .isEqualTo(1);
        assertThat(registered("", "", IngestOffice.ELSEWHERE).counts().same())
                .as("who says nothing else")
                .isEqualTo(1);
        assertThat(register()).isEqualTo("150581 ACTIVE");
        assertThat(office.doors().toRegrade).hasSize(1);

        assertThat(registered("150502", "存续", IngestOffice.CITY).counts().changed())
                .as("a body above both")
                .isEqualTo(1);
        assertThat(registered("150581", "存续", IngestOffice.COUNTY).counts().faults())
                .as("what the body above moved away, though it is the very file of before")
                .isZero();
        assertThat(registered("150581", "注销", IngestOffice.COUNTY).counts().faults())
                .as("and another file about it")
                .isEqualTo(1);
    }

    @Test
    void whoBroughtAnEnterpriseOfElsewhereMayPutItRight() {
        registered("130102", "存续", IngestOffice.COUNTY);
        assertThat(registered("130102", "注销", IngestOffice.COUNTY).counts().changed())
                .isEqualTo(1);
        assertThat(registered("130102", "存续", IngestOffice.ELSEWHERE).counts().changed())
                .as("where it is")
                .isEqualTo(1);
        assertThat(registered("130102", "吊销，未注销", IngestOffice.COUNTY).counts().faults())
                .as("now the other body answers for it")
                .isEqualTo(1);
    }

    @Test
    void ofSeveralRowsAboutAnEnterpriseOfOthersEachIsAFaultAndNoneMarked() {
        registered("150581", "存续", IngestOffice.COUNTY);
        String rows = REGISTERED
                + "甲公司,%1$s,130102,没有这种状态,2020-01-01\n甲公司,%1$s,130102,又一种状态,2020-01-01\n乙公司,%2$s,130102,存续,2020-01-01\n"
                        .formatted(Codes.right(1), Codes.right(2));
        Delivery mixed =
                office.deliver(RecordKind.REGISTRATION, rows.getBytes(StandardCharsets.UTF_8), IngestOffice.ELSEWHERE);
        assertThat(mixed.counts()).isEqualTo(new Delivery.Counts(3, 1, 0, 0, 0, 2));
        assertThat(office.count("select count(*) from ingest.delivery_flag where delivery_id = ?", mixed.id()))
                .isZero();
    }

    @Test
    void loadsAsManyFilesAsComeAtOnceEachInItsTurn() throws Exception {
        var pool = Executors.newFixedThreadPool(7);
        List<Future<?>> loads = Stream.iterate(0, i -> i + 1)
                .limit(7)
                .map(i -> office.receive(RecordKind.REGISTRATION, text(registrations(1 + i * 100, 100))))
                .<Future<?>>map(delivery -> pool.submit(() -> loadInItsTurn(delivery)))
                .toList();
        for (Future<?> load : loads) {
            load.get(1, TimeUnit.MINUTES);
        }
        pool.shutdown();
        assertThat(office.count("select count(*) from ingest.enterprise")).isEqualTo(700);
    }

    /** As the scheduler does: what is not its turn yet is tried again. */
    private static void loadInItsTurn(Delivery delivery) {
        while (true) {
            try {
                office.load(delivery.id());
                return;
            } catch (Progress.Later e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    @Test
    void loadsADeliveryOnceThoughTwoRunsBegan() {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, text(registrations(1, 3)));
        var overtaken = new Progress() {
            @Override
            public void stage(String stage, long total) {
                if (stage.equals("stage.read")) {
                    office.load(delivery.id()); // the other run does all of it between our first look and our start
                }
            }

            @Override
            public void done(long done) {}

            @Override
            public void stopIfAsked() {}
        };
        office.get(LoadDelivery.class).load(delivery.id(), overtaken, IngestOffice.COUNTY);
        assertThat(get(delivery).counts().added()).isEqualTo(3);
        assertThat(office.doors().toRegrade).containsExactly(delivery.id());
    }

    @Test
    void refusesToLoadOneDeliveryTwiceAtOnce() throws InterruptedException, ExecutionException {
        Delivery delivery = office.receive(RecordKind.REGISTRATION, text(registrations(1, 3)));
        UUID readAs = UUID.randomUUID();
        try (Staging.Stage held = office.get(Staging.class)
                .open(delivery.id(), RecordKind.REGISTRATION, Staging.Purpose.LOAD, readAs, Progress.SILENT)) {
            assertThat(held.slot()).isPositive();
            assertThatThrownBy(() -> office.get(Staging.class)
                            .open(
                                    delivery.id(),
                                    RecordKind.REGISTRATION,
                                    Staging.Purpose.LOAD,
                                    readAs,
                                    Progress.SILENT))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("delivery-running"));
        }
    }

    @Test
    void showsADeliveryToItsOwnBodyAndThoseAboveAndToNobodyElse() {
        Delivery delivery = office.deliver(RecordKind.REGISTRATION, text(registrations(1, 3)));
        Deliveries deliveries = office.get(Deliveries.class);
        assertThat(deliveries.get(delivery.id(), IngestOffice.COUNTY.scope())).isEqualTo(delivery);
        assertThat(deliveries.list(IngestOffice.CITY.scope(), null, null, null, null, 10))
                .containsExactly(delivery);
        assertThat(deliveries.list(IngestOffice.ELSEWHERE.scope(), null, null, null, null, 10))
                .isEmpty();
        assertThatThrownBy(() -> deliveries.get(delivery.id(), IngestOffice.ELSEWHERE.scope()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT));
        assertThatThrownBy(
                        () -> office.get(DeliveryFaults.class).first(delivery.id(), 1, IngestOffice.ELSEWHERE.scope()))
                .isInstanceOf(Refusal.class);
    }

    private Delivery get(Delivery delivery) {
        return office.get(Deliveries.class).get(delivery.id(), Scope.WHOLE_OFFICE);
    }

    private DeliveryState state(Delivery delivery) {
        return get(delivery).state();
    }

    private long filesKept() throws IOException {
        try (Stream<Path> files = Files.list(office.folder())) {
            return files.count();
        }
    }

    private static byte[] registrations(int from, int count) {
        var file = new StringBuilder("企业名称,统一社会信用代码,成立日期,行政区划,住所\n");
        for (int i = from; i < from + count; i++) {
            file.append("企业第").append(i).append("号,").append(Codes.right(i)).append(",2016-03-31,150581,珠斯花街\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] penalties(int from, int count) {
        var file = new StringBuilder("企业名称,统一社会信用代码,处罚决定书文号,处罚类别,处罚决定日期\n");
        for (int i = from; i < from + count; i++) {
            file.append("企业第")
                    .append(i)
                    .append("号,")
                    .append(Codes.right(i))
                    .append(",罚")
                    .append(i)
                    .append("号,警告,2026-05-01\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
