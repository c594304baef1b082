package org.shuangsuiji.risk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.FollowUps;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module on a database of its own; the doors that others open for it write down what came through. */
final class RiskOffice implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Actor LI = new Actor("li", "李", 1, new Scope("/1/", "15"));
    static final Actor WANG = new Actor("wang", "王", 1, new Scope("/1/", "15"));

    final OfficeDatabase database = OfficeDatabase.create();
    final ConfigurableApplicationContext context;
    final Doors doors;

    RiskOffice() {
        context = new SpringApplicationBuilder(Office.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(c -> c.getBeanFactory().registerSingleton("officeDatabase", database))
                .properties(
                        "spring.jpa.hibernate.ddl-auto=validate",
                        "spring.jpa.open-in-view=false",
                        "logging.level.root=warn")
                .run();
        doors = context.getBean(Doors.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void today(LocalDate day) {
        doors.now = day.atTime(10, 0).atZone(ZONE).toInstant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(doors.now, ZONE);
    }

    /** As on the first day. */
    void empty() {
        sql("""
                truncate risk.model, risk.model_version, risk.run, risk.assessment, ingest.record, ingest.touched,
                    ingest.enterprise_version, ingest.enterprise, office.department restart identity cascade
                """);
        doors.ledger.clear();
        doors.followUps.clear();
        doors.reads.clear();
        today(LocalDate.of(2026, 11, 22));
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    void sql(String sql, @Nullable Object... parameters) {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<List<String>> rows(String sql) {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String one(String sql) {
        return rows(sql).get(0).get(0);
    }

    /** Makes enterprises 1 to n: a plain register without records. */
    void enterprises(int number) {
        sql("""
                insert into ingest.enterprise (id, credit_code, code_class, registered, name, search_grams, region,
                    industry, section, subject_kind, status, established, capital_fen, address, legal_person, flags,
                    first_delivery_id, delivery_id, known_from, content_hash)
                overriding system value
                select n, '91150581' || lpad(n::text, 10, '0'), 'OK', true, '企业' || n, '{}', '15058100' || (1 + n %% 7),
                    case n %% 5 when 0 then '6210' when 1 then null else '5101' end, chr(65 + (n %% 20)::int),
                    case n %% 9 when 0 then 'INDIVIDUAL' else 'ENTERPRISE' end, 'ACTIVE',
                    date '2026-11-22' - (n * 37 %% 5000)::int, n * 1000000::bigint, '霍林郭勒市某街' || n || '号', '人' || n, 0, 1, 1,
                    timestamptz '2026-01-01', gen_random_uuid()
                from generate_series(1, ?) n
                """.replace("%%", "%"), number);
    }

    /** Two bodies beside each other: 1, whose people are {@link #LI} and {@link #WANG}, and 2. */
    void departments() {
        sql("""
                insert into office.department (id, path, code, name, short_name, level, function, region)
                overriding system value
                values (1, '/1/', '150581-AAA', '甲局', '甲', 'COUNTY', '市场监管', '150581'),
                       (2, '/2/', '150582-BBB', '乙局', '乙', 'COUNTY', '市场监管', '150582')
                """);
    }

    /** Does one thing and, before that is committed, begins another that has to wait for it; answers with the other. */
    <T> T whileOpen(Runnable one, Supplier<T> other) {
        var transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        CompletableFuture<T> second = Objects.requireNonNull(transaction.execute(status -> {
            one.run();
            CompletableFuture<T> begun = CompletableFuture.supplyAsync(other);
            while (one("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    .equals("0")) {
                if (begun.isDone()) {
                    throw new IllegalStateException("The other did not wait: " + begun);
                }
                Thread.onSpinWait();
            }
            return begun;
        }));
        try {
            return second.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    void set(long enterprise, String column, @Nullable Object value) {
        sql("update ingest.enterprise set %s = ? where id = ?".formatted(column), value, enterprise);
    }

    void record(long enterprise, RecordKind kind, LocalDate event, @Nullable LocalDate endsOn) {
        record(enterprise, kind, event, endsOn, null, null, null);
    }

    void record(
            long enterprise,
            RecordKind kind,
            LocalDate event,
            @Nullable LocalDate endsOn,
            @Nullable Integer severity,
            @Nullable Long yuan,
            @Nullable String category) {
        sql("""
                insert into ingest.record (enterprise_id, kind, event_day, ends_on, severity, amount_fen, category,
                    document_no, authority, flags, delivery_id, known_from, key_hash, content_hash)
                values (?, ?, ?, ?, ?, ?, ?, '〔2026〕1号', '某局', 0, 1, now(), gen_random_uuid(), gen_random_uuid())
                """, enterprise, kind.number(), event, endsOn, severity, yuan == null ? null : yuan * 100, category);
    }

    void touched(long delivery, long... enterprises) {
        for (long enterprise : enterprises) {
            sql("insert into ingest.touched (delivery_id, enterprise_id) values (?, ?)", delivery, enterprise);
        }
    }

    /** What came through the doors. */
    static final class Doors implements Ledger, FollowUps, GradeReads {
        final List<LedgerEntry> ledger = new ArrayList<>();
        final List<String> followUps = new ArrayList<>();
        final List<String> reads = new ArrayList<>();
        Instant now = LocalDate.of(2026, 11, 22).atTime(10, 0).atZone(ZONE).toInstant();

        @Override
        public void record(LedgerEntry entry) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("A ledger entry outside a transaction: " + entry);
            }
            ledger.add(entry);
        }

        @Override
        public void regradeTouched(long deliveryId, Actor actor) {
            followUps.add("touched " + deliveryId);
        }

        @Override
        public void loadDelivery(long deliveryId, Actor actor) {
            followUps.add("load " + deliveryId);
        }

        @Override
        public void checkDelivery(long deliveryId, Actor actor) {
            followUps.add("check " + deliveryId);
        }

        @Override
        public void regradeAll(long modelVersionId, Actor actor) {
            followUps.add("all " + modelVersionId);
        }

        @Override
        public void note(Actor reader, Purpose purpose, String what) {
            reads.add(reader.account() + " " + purpose + " " + what);
        }
    }

    @SpringBootApplication
    static class Office {

        @Bean
        DataSource dataSource(OfficeDatabase officeDatabase) {
            return officeDatabase.app();
        }

        @Bean
        Doors doors() {
            return new Doors();
        }

        @Bean
        Clock clock(Doors doors) {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZONE;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(doors.now, zone == null ? ZoneOffset.UTC : zone);
                }

                @Override
                public Instant instant() {
                    return doors.now;
                }
            };
        }
    }
}
