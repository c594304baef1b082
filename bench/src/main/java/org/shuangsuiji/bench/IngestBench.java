package org.shuangsuiji.bench;

import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shuangsuiji.console.demo.district.District;
import org.shuangsuiji.ingest.LoadDelivery;
import org.shuangsuiji.ingest.ReceiveDelivery;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A first load and a delta: files as departments send them, checked, de-duplicated, with provenance and rejects.
 *
 * <p>The peers get only the easy half: rows that we have already read, checked and de-duplicated, for tables with the
 * same columns, checks and indexes.
 */
final class IngestBench {
    private static final int SAMPLE = 100_000;
    private static final int CHUNK = 5_000;
    /** Copying millions of rows takes minutes, and is done once, as our load is. */
    private static final int COPIED_OFTEN_MAX = 500_000;

    private final Office office;
    private final Report report;
    private final Path folder;

    IngestBench(Office office, Report report) {
        this.office = office;
        this.report = report;
        this.folder = office.folder();
    }

    /** Leaves the loaded district in place, for the measurements that follow. */
    void run(District district) throws Exception {
        int enterprises = district.enterprises();
        long rows = write(district);
        double ours = load("first");
        long records = office.number("select count(*) from ingest.record");
        report.note("%,d enterprises: %,d rows, of which %,d records kept".formatted(enterprises, rows, records));

        makePeerTables();
        Path subjects = folder.resolve("enterprise.copy");
        Path kept = folder.resolve("record.copy");
        var copy = new Copy(office.owner());
        copy.out("select * from ingest.enterprise", subjects);
        copy.out("select * from ingest.record", kept);
        Times copied = Times.of(copies(enterprises), this::emptyPeerTables, () -> {
            copy.in("peer.enterprise", subjects);
            copy.in("peer.record", kept);
        });
        report.row("ingest, first load", enterprises, ours, "`COPY` of the finished rows", copied.medianSeconds(), 1);

        double saved = saveAll() * records / SAMPLE;
        report.row(
                "ingest, first load, records only in the peer",
                enterprises,
                ours,
                "JPA `saveAll`, batched, from %,d records".formatted(SAMPLE),
                saved,
                1);

        delta(district, copy);
        Files.delete(subjects);
        Files.delete(kept);
    }

    /** For measurements of what comes after. */
    void onlyLoad(District district) throws Exception {
        write(district);
        load("first");
    }

    /**
     * A tenth of everything comes again, changed, or is new. The peer gets as many rows for either table, under keys
     * that meet nothing: it need not look what is known already, close a former version or keep one.
     */
    private void delta(District district, Copy copy) throws Exception {
        long registrations = write(district, RecordKind.REGISTRATION, true);
        long others = 0;
        for (RecordKind kind : District.KINDS) {
            others += kind == RecordKind.REGISTRATION ? 0 : write(district, kind, true);
        }
        long before = office.number("select coalesce(max(id), 0) from ingest.delivery");
        double ours = load("delta");
        Path subjects = folder.resolve("enterprise-delta.copy");
        Path records = folder.resolve("record-delta.copy");
        office.execute("""
                create table peer.subject_delta as
                select * from ingest.enterprise where credit_code is not null and name is not null
                order by delivery_id > %d desc, hashint8(id) limit %d""".formatted(before, registrations), """
                update peer.subject_delta
                set id = nextval('peer.delta_id'), credit_code = 'Z' || substr(credit_code, 2), old_number = null""");
        copy.out("select * from peer.subject_delta", subjects);
        copy.out("""
                select nextval('peer.delta_id'), enterprise_id, kind, event_day, ends_on, repaired_on, withdrawn_on,
                       severity, amount_fen, confiscated_fen, category, document_no, authority, summary, flags,
                       delivery_id, known_from, known_to, gen_random_uuid(), content_hash, stated_end,
                       licence_no, authority_code, quantity, details, related_id, person_key, subject_id,
                       fact_hash
                from ingest.record where known_to is null
                order by delivery_id > %d desc, enterprise_id %% 10, id limit %d
                """.formatted(before, others), records);
        Times copied = Times.of(
                copies(district.enterprises()),
                () -> office.execute(
                        "delete from peer.record where id > 1000000000000",
                        "delete from peer.enterprise where id > 1000000000000",
                        "vacuum peer.record",
                        "vacuum peer.enterprise",
                        "checkpoint"),
                () -> {
                    copy.in("peer.enterprise", subjects);
                    copy.in("peer.record", records);
                });
        report.note("%,d enterprises: %,d registrations and %,d records in the delta"
                .formatted(district.enterprises(), registrations, others));
        report.row(
                "ingest, delta of a tenth",
                district.enterprises(),
                ours,
                "`COPY` of as many rows, none known",
                copied.medianSeconds(),
                1);
        Files.delete(subjects);
        Files.delete(records);
    }

    private long write(District district) throws IOException {
        long rows = 0;
        for (RecordKind kind : District.KINDS) {
            rows += write(district, kind, false);
        }
        return rows;
    }

    private long write(District district, RecordKind kind, boolean delta) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(kind)))) {
            return (delta ? district.writeDelta(kind, out) : district.write(kind, out)).rows();
        }
    }

    private static int copies(int enterprises) {
        return enterprises > COPIED_OFTEN_MAX ? 1 : 3;
    }

    private Path file(RecordKind kind) {
        return folder.resolve(kind.word() + ".csv");
    }

    /**
     * Receives and loads the files, as pages and jobs do, several at a time: first who there is, and while that is merged,
     * what is told of them.
     */
    private double load(String round) throws Exception {
        String key = "bench-" + round + "-" + UUID.randomUUID();
        Map<RecordKind, StageClock> clocks = Collections.synchronizedMap(new EnumMap<>(RecordKind.class));
        Times times = Times.of(1, () -> office.execute("checkpoint"), () -> {
            ExecutorService jobs = Executors.newFixedThreadPool(office.jobsAtOnce());
            try {
                var loads = new ExecutorCompletionService<Void>(jobs);
                Runnable others = () -> District.KINDS.stream()
                        .filter(kind -> kind != RecordKind.REGISTRATION)
                        .forEach(kind -> loads.submit(() -> loadOne(kind, key, clocks, () -> {})));
                loads.submit(() -> loadOne(RecordKind.REGISTRATION, key, clocks, others));
                for (int ended = 0; ended < District.KINDS.size(); ended++) {
                    loads.take().get();
                }
            } finally {
                jobs.shutdownNow();
            }
        });
        forgetFiles();
        tell(round, key, clocks);
        return times.medianSeconds();
    }

    private Void loadOne(RecordKind kind, String key, Map<RecordKind, StageClock> clocks, Runnable whenMerging)
            throws Exception {
        var clock = new StageClock(whenMerging);
        clocks.put(kind, clock);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file(kind)), 1 << 16)) {
            long delivery = office.bean(ReceiveDelivery.class)
                    .receive(kind, kind.word() + ".csv", in, key + kind.word(), Actor.SYSTEM)
                    .id();
            office.bean(LoadDelivery.class).load(delivery, clock, Actor.SYSTEM);
        }
        Files.delete(file(kind));
        clock.stop();
        return null;
    }

    /** Where the time goes; the stages of one file follow each other, those of several overlap but for the merges. */
    private void tell(String round, String key, Map<RecordKind, StageClock> clocks) throws SQLException {
        for (Map.Entry<RecordKind, StageClock> each : clocks.entrySet()) {
            long rows = office.number("select rows_read from ingest.delivery where idempotency_key = '" + key
                    + each.getKey().word() + "'");
            report.note("%s, %s, %,d rows: %s"
                    .formatted(
                            round,
                            each.getKey().word(),
                            rows,
                            Stream.of(StageClock.At.values())
                                    .map(at -> String.format(
                                            Locale.ROOT,
                                            "%s %.2f s",
                                            at.name().toLowerCase(Locale.ROOT),
                                            each.getValue().seconds(at)))
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** The received files, which an office keeps, would only fill the disk here. */
    private void forgetFiles() throws IOException {
        try (var files = Files.list(folder.resolve("data").resolve("deliveries"))) {
            for (Path received : files.toList()) {
                Files.delete(received);
            }
        }
    }

    private void makePeerTables() throws SQLException {
        office.execute(
                "drop schema if exists peer cascade",
                "create schema peer",
                "create table peer.enterprise (like ingest.enterprise including all)",
                "create table peer.record (like ingest.record including all)",
                "create sequence peer.delta_id start 1000000000001",
                "create sequence peer.saved_record_id increment 1000",
                "create table peer.saved_record (like ingest.record including all)",
                "alter table peer.saved_record alter id drop identity",
                "grant usage on schema peer to shuangsuiji_app",
                "grant all on all tables in schema peer to shuangsuiji_app",
                "grant all on all sequences in schema peer to shuangsuiji_app");
    }

    private void emptyPeerTables() throws SQLException {
        office.execute("truncate peer.enterprise, peer.record", "checkpoint");
    }

    /** Seconds for the sample: a transaction and a cleared session for each five thousand, batches of a thousand. */
    private double saveAll() throws Exception {
        List<SavedRecord.Row> sample = sample();
        var transactions = new TransactionTemplate(office.bean(PlatformTransactionManager.class));
        var factory = office.bean(EntityManagerFactory.class);
        Times times = Times.of(3, () -> office.execute("truncate peer.saved_record", "checkpoint"), () -> {
            for (int from = 0; from < sample.size(); from += CHUNK) {
                List<SavedRecord.Row> chunk = sample.subList(from, Math.min(sample.size(), from + CHUNK));
                transactions.executeWithoutResult(status -> save(factory, chunk));
            }
        });
        return times.medianSeconds() * SAMPLE / sample.size();
    }

    private static void save(EntityManagerFactory factory, List<SavedRecord.Row> rows) {
        var entities = org.springframework.orm.jpa.EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
        if (entities == null) {
            throw new IllegalStateException("No session is bound to the transaction");
        }
        entities.unwrap(org.hibernate.Session.class).setJdbcBatchSize(1_000);
        new SimpleJpaRepository<SavedRecord, Long>(SavedRecord.class, entities)
                .saveAll(rows.stream().map(SavedRecord::new).toList());
        entities.flush();
        entities.clear();
    }

    private List<SavedRecord.Row> sample() throws SQLException {
        List<SavedRecord.Row> rows = new ArrayList<>();
        try (Connection connection = office.owner().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select * from ingest.record where known_to is null order by key_hash limit " + SAMPLE)) {
            while (row.next()) {
                rows.add(new SavedRecord.Row(
                        row.getLong("enterprise_id"),
                        row.getShort("kind"),
                        row.getObject("event_day", java.time.LocalDate.class),
                        row.getObject("ends_on", java.time.LocalDate.class),
                        row.getObject("severity", Short.class),
                        row.getObject("amount_fen", Long.class),
                        row.getString("category"),
                        row.getString("document_no"),
                        row.getString("authority"),
                        row.getString("summary"),
                        row.getLong("flags"),
                        row.getLong("delivery_id"),
                        row.getObject("known_from", java.time.OffsetDateTime.class)
                                .toInstant(),
                        row.getObject("key_hash", UUID.class),
                        row.getObject("content_hash", UUID.class)));
            }
        }
        return rows;
    }
}
