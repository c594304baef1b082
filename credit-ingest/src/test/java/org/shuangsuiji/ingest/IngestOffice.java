package org.shuangsuiji.ingest;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.FollowUps;
import org.shuangsuiji.model.InspectionRecords;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.WorkingCalendar;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** The module at work on a database of its own, as the role that the console has. */
public final class IngestOffice implements AutoCloseable, BeforeEachCallback, AfterAllCallback {
    /** A body of the city, whose region is 1505. */
    public static final Actor CITY = new Actor("li", "李", 1, new Scope("/1/", "1505"));
    /** A body of one county in it. */
    public static final Actor COUNTY = new Actor("wang", "王", 2, new Scope("/1/2/", "150581"));
    /** A body of another city. */
    public static final Actor ELSEWHERE = new Actor("zhao", "赵", 3, new Scope("/3/", "1301"));

    private final OfficeDatabase database = OfficeDatabase.create();
    private final Path data;
    private final Path folder;
    private final AnnotationConfigApplicationContext context;
    private final Set<String> sent = new HashSet<>();

    /** What the module asked of others. */
    public static final class Doors implements Ledger, FollowUps {
        final List<LedgerEntry> entries = Collections.synchronizedList(new ArrayList<>());
        final List<Long> toLoad = Collections.synchronizedList(new ArrayList<>());
        final List<Long> toCheck = Collections.synchronizedList(new ArrayList<>());
        final List<Long> toRegrade = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void record(LedgerEntry entry) {
            entries.add(entry);
        }

        @Override
        public void regradeTouched(long deliveryId, Actor actor) {
            toRegrade.add(deliveryId);
        }

        @Override
        public void loadDelivery(long deliveryId, Actor actor) {
            toLoad.add(deliveryId);
        }

        @Override
        public void checkDelivery(long deliveryId, Actor actor) {
            toCheck.add(deliveryId);
        }

        @Override
        public void regradeAll(long modelVersionId, Actor actor) {
            throw new IllegalStateException("ingest never asks for a full regrade");
        }
    }

    @Configuration
    @EnableTransactionManagement
    @ComponentScan("org.shuangsuiji.ingest")
    static class Wiring {
        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
            var factory = new LocalContainerEntityManagerFactoryBean();
            factory.setDataSource(dataSource);
            factory.setPackagesToScan("org.shuangsuiji.ingest");
            factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            factory.getJpaPropertyMap()
                    .put("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName());
            return factory;
        }

        @Bean
        PlatformTransactionManager transactionManager(EntityManagerFactory entities, DataSource dataSource) {
            var transactions = new JpaTransactionManager(entities);
            transactions.setDataSource(dataSource);
            return transactions;
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        Clock clock() {
            Instant start = Instant.parse("2026-11-22T02:00:00Z");
            InstantSource ticking = InstantSource.tick(InstantSource.system(), Duration.ofMillis(1));
            Duration back = Duration.between(start, ticking.instant());
            return Clock.offset(ticking.withZone(ZoneId.of("Asia/Shanghai")), back.negated());
        }

        /** October 2026 as announced; of no other year is the notice known here. */
        @Bean
        Supplier<WorkingCalendar> calendar() {
            var off = Stream.of("01", "02", "05", "06", "07")
                    .map(day -> LocalDate.parse("2026-10-" + day))
                    .collect(Collectors.toSet());
            return () -> new WorkingCalendar(off, Set.of(LocalDate.of(2026, 10, 10)), Set.of(2026));
        }

        @Bean
        Doors doors() {
            return new Doors();
        }
    }

    public IngestOffice() {
        this(4 << 20);
    }

    /** @param chunkBytes how much is staged at a time */
    public IngestOffice(int chunkBytes) {
        data = temporaryFolder();
        folder = data.resolve("deliveries");
        jdbcOwner().sql("""
                insert into office.department (id, parent_id, path, code, name, short_name, level, function, region)
                overriding system value values
                    (1, null, '/1/', '150500-LXB', '市联席办', '市联席办', 'CITY', '市场监管', '150500'),
                    (2, 1, '/1/2/', '150581-SCJG', '霍市监局', '霍市监', 'COUNTY', '市场监管', '150581'),
                    (3, null, '/3/', '130100-SCJG', '石市监局', '石市监', 'CITY', '市场监管', '130100')
                """).update();
        var pool = new HikariDataSource();
        pool.setDataSource(database.app());
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(1);
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> pool);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "shuangsuiji.deliveries",
                                folder.toString(),
                                "shuangsuiji.person-key",
                                data.resolve("person.key").toString(),
                                "shuangsuiji.stage-chunk-bytes",
                                chunkBytes)));
        context.register(Wiring.class);
        context.refresh();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public Doors doors() {
        return get(Doors.class);
    }

    /** Reads as the owner of the database, past every right. */
    public JdbcClient jdbcOwner() {
        return JdbcClient.create(database.owner());
    }

    public Path folder() {
        return folder;
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(get(PlatformTransactionManager.class));
    }

    public InspectionRecords inspections() {
        return get(InspectionRecords.class);
    }

    public Delivery receive(RecordKind kind, String text) {
        return receive(
                kind, text.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString(), COUNTY);
    }

    public Delivery receive(RecordKind kind, byte[] bytes, String key, Actor actor) {
        return receive(kind, bytes, key, Handling.LOAD, actor);
    }

    public Delivery receive(RecordKind kind, byte[] bytes, Handling handling) {
        return receive(kind, bytes, UUID.randomUUID().toString(), handling, COUNTY);
    }

    public Delivery receive(RecordKind kind, byte[] bytes, String key, Handling handling, Actor actor) {
        return get(ReceiveDelivery.class)
                .receive(kind, "file.csv", new ByteArrayInputStream(bytes), key, handling, actor);
    }

    /**
     * Receives a file and loads it to its end, whatever that is. What was sent before gets an empty line at its end: the
     * very same bytes would not be read again.
     */
    public Delivery deliver(RecordKind kind, String text) {
        return deliver(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    public Delivery deliver(RecordKind kind, byte[] bytes) {
        byte[] unlike = bytes;
        while (!sent.add(kind + " " + HexFormat.of().formatHex(Digests.sha256(unlike)))) {
            unlike = Arrays.copyOf(unlike, unlike.length + 1);
            unlike[unlike.length - 1] = '\n';
        }
        return deliver(kind, unlike, COUNTY);
    }

    /** The same in the name of somebody else, or of bytes that were sent before. */
    public Delivery deliver(RecordKind kind, byte[] bytes, Actor actor) {
        Delivery delivery = receive(kind, bytes, UUID.randomUUID().toString(), actor);
        try {
            get(LoadDelivery.class).load(delivery.id(), Progress.SILENT, actor);
        } catch (Refusal refusal) {
            // the delivery says so
        }
        return get(Deliveries.class).get(delivery.id(), Scope.WHOLE_OFFICE);
    }

    public Delivery deliver(RecordKind kind, Path file) {
        try {
            return deliver(kind, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void load(long id) {
        get(LoadDelivery.class).load(id, Progress.SILENT, COUNTY);
    }

    public long count(String sql, Object... params) {
        return jdbcOwner().sql(sql).params(params).query(Long.class).single();
    }

    public Map<String, Object> row(String sql, Object... params) {
        return jdbcOwner().sql(sql).params(params).query().singleRow();
    }

    /** Empties the module's tables and folder for the next test. */
    public void clear() {
        jdbcOwner().sql("""
                truncate ingest.delivery, ingest.delivery_note, ingest.delivery_flag, ingest.delivery_fault,
                    ingest.enterprise, ingest.enterprise_version, ingest.touched, ingest.record, ingest.record_alias,
                    ingest.identifier, ingest.former_name, ingest.link, ingest.record_source cascade
                """).update();
        sent.clear();
        doors().entries.clear();
        doors().toLoad.clear();
        doors().toCheck.clear();
        doors().toRegrade.clear();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ((HikariDataSource) context.getBean(DataSource.class)).close();
        context.close();
        database.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the office of a test class, registered with it, it is empty before each test. */
    @Override
    public void beforeEach(ExtensionContext context) {
        clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private static Path temporaryFolder() {
        try {
            Path data = Files.createTempDirectory("ingest-office");
            Files.createDirectory(data.resolve("deliveries"));
            return data;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
