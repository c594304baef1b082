package org.shuangsuiji.console.joining;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.ingest.DecideLinks;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.DeliveryState;
import org.shuangsuiji.ingest.LoadDelivery;
import org.shuangsuiji.ingest.ReceiveDelivery;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.FollowUps;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.WorkingCalendar;
import org.shuangsuiji.risk.ActiveModel;
import org.shuangsuiji.risk.ClassifyEnterprises;
import org.shuangsuiji.risk.Models;
import org.shuangsuiji.risk.Regrades;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files come in and whom they touch is graded again, to the depth of the relations in use: whatever the files say, grading
 * everybody finds nothing left to change.
 */
class ChangeFeedDatabaseTests {
    private static final int DELIVERIES = 1_000;
    private static final int FIRMS = 40;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor LI = new Actor("li", "李", 1, new Scope("/1/", "15"));
    /** Two indicators that follow told relations, one of them over two enterprises. */
    private static final String FOLLOWING = """
            [{"code": "R049901", "dimension": "RELATIONS", "name": {"zh": "关联", "en": "Linked"}, "basis": "《测试》第一条",
              "unit": {"zh": "户", "en": "enterprises"}, "direction": "WORSE_WHEN_MORE", "missingPoints": 0, "weight": 4,
              "measure": {"type": "related", "relation": "LINKED", "steps": 2,
                          "having": {"kinds": ["PENALTY", "ABNORMAL"], "severityAtLeast": 0, "categories": []}},
              "bins": [{"points": 0}, {"from": 1, "points": 40}, {"from": 2, "points": 70}, {"from": 4, "points": 90}]},
             {"code": "R049902", "dimension": "RELATIONS", "name": {"zh": "同人", "en": "Together"}, "basis": "《测试》第一条",
              "unit": {"zh": "户", "en": "enterprises"}, "direction": "FREE", "missingPoints": 10, "weight": 3,
              "measure": {"type": "related", "relation": "SAME_PERSON", "steps": 1},
              "bins": [{"points": 0}, {"from": 1, "points": 30}, {"from": 3, "points": 60}]}]
            """;

    @TempDir
    private static Path folder;

    private Instant now = Instant.parse("2026-11-22T02:00:00Z");

    @Test
    void afterEachDeliveryNothingIsLeftToGrade() throws IOException {
        long seed = new Random().nextLong();
        try (OfficeDatabase database = OfficeDatabase.create();
                var context = context(database)) {
            var owner = JdbcClient.create(database.owner());
            owner.sql("""
                            insert into office.department (id, path, code, name, short_name, level, function, region)
                            overriding system value
                            values (1, '/1/', '150500-LXB', '市联席办', '市联席办', 'CITY', '市场监管', '150500')
                            """).update();
            ActiveModel model = install(context.getBean(Models.class), owner);
            var classify = context.getBean(ClassifyEnterprises.class);
            var district = new RandomDistrict(new Random(seed));
            long regraded = 0;
            for (int delivery = 1; delivery <= DELIVERIES; delivery++) {
                now = now.plusSeconds(60);
                if (district.random.nextInt(20) == 0) {
                    now = now.plusSeconds(86_400L * (1 + district.random.nextInt(40)));
                    classify.dueByTime(today(), Progress.SILENT, LI);
                }
                long id = district.random.nextInt(25) == 0 ? withdrawnLink(context, owner) : 0;
                if (id == 0) {
                    id = delivered(context, district.kind(), district);
                }
                for (Regrades.Outcome outcome : classify.touched(id, today(), Progress.SILENT, LI)) {
                    regraded += outcome.changed();
                }
                var everybody = classify.all(model.versionId(), today(), Progress.SILENT, LI);
                assertThat(everybody.changed())
                        .as("seed %d, delivery %d: %s", seed, delivery, district.last)
                        .isZero();
            }
            assertThat(regraded).as("seed %d: the files said something", seed).isGreaterThan(DELIVERIES / 4);
            assertThat(owner.sql("select count(*) from ingest.link where state = 'WITHDRAWN'")
                            .query(Long.class)
                            .single())
                    .as("seed %d: links came and went", seed)
                    .isPositive();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    private static ActiveModel install(Models models, JdbcClient owner) {
        models.installGeneral(LI);
        var json = JsonMapper.builder().build();
        String text = owner.sql("select definition::text from risk.model_version")
                .query(String.class)
                .single();
        ObjectNode definition = (ObjectNode) json.readTree(text);
        definition.withArray("indicators").addAll(json.readTree(FOLLOWING).values());
        String changed = json.writeValueAsString(definition);
        owner.sql("alter table risk.model_version disable trigger user").update();
        owner.sql("update risk.model_version set definition = cast(:text as jsonb), digest = :digest")
                .param("text", changed)
                .param("digest", Digests.sha256(changed.getBytes(StandardCharsets.UTF_8)))
                .update();
        owner.sql("alter table risk.model_version enable trigger user").update();
        return models.active().get(0);
    }

    private static long delivered(AnnotationConfigApplicationContext context, RecordKind kind, RandomDistrict district)
            throws IOException {
        byte[] file = district.file(kind).getBytes(StandardCharsets.UTF_8);
        long id = context.getBean(ReceiveDelivery.class)
                .receive(
                        kind,
                        "f.csv",
                        new ByteArrayInputStream(file),
                        UUID.randomUUID().toString(),
                        LI)
                .id();
        context.getBean(LoadDelivery.class).load(id, Progress.SILENT, LI);
        assertThat(context.getBean(Deliveries.class).get(id, LI.scope()).state())
                .isEqualTo(DeliveryState.DONE);
        return id;
    }

    /** The delivery of a link that somebody withdrew; 0 where none is in force. */
    private static long withdrawnLink(AnnotationConfigApplicationContext context, JdbcClient owner) {
        var link = owner.sql("select id from ingest.link where state = 'IN_FORCE' order by random() limit 1")
                .query(Long.class)
                .optional();
        if (link.isEmpty()) {
            return 0;
        }
        context.getBean(DecideLinks.class).withdraw(link.get(), "登记错误，予以撤销", LI);
        return owner.sql("select max(id) from ingest.delivery")
                .query(Long.class)
                .single();
    }

    private AnnotationConfigApplicationContext context(OfficeDatabase database) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> {
            var pool = new HikariDataSource();
            pool.setDataSource(database.app());
            pool.setMaximumPoolSize(4);
            return pool;
        });
        context.registerBean(Clock.class, () -> new Clock() {
            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
        Map<String, Object> settings = context.getEnvironment().getSystemProperties();
        settings.put("shuangsuiji.deliveries", folder.resolve("deliveries").toString());
        settings.put("shuangsuiji.person-key", folder.resolve("person.key").toString());
        context.register(Wiring.class);
        context.refresh();
        return context;
    }

    @Configuration
    @EnableTransactionManagement
    @EnableJpaRepositories({"org.shuangsuiji.ingest", "org.shuangsuiji.risk"})
    @ComponentScan({"org.shuangsuiji.ingest", "org.shuangsuiji.risk"})
    static class Wiring {
        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
            var factory = new LocalContainerEntityManagerFactoryBean();
            factory.setDataSource(dataSource);
            factory.setPackagesToScan("org.shuangsuiji.ingest", "org.shuangsuiji.risk");
            factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            factory.getJpaPropertyMap()
                    .put(
                            "hibernate.physical_naming_strategy",
                            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
            return factory;
        }

        @Bean
        PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
            return new JpaTransactionManager(factory);
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
        Supplier<WorkingCalendar> calendar() {
            return () -> new WorkingCalendar(Set.of(), Set.of(), Set.of(2026));
        }

        @Bean
        Doors doors() {
            return new Doors();
        }
    }

    /** What the modules ask of others is done by the test itself. */
    static final class Doors implements Ledger, FollowUps, GradeReads {
        @Override
        public void record(LedgerEntry entry) {}

        @Override
        public void regradeTouched(long deliveryId, Actor actor) {}

        @Override
        public void loadDelivery(long deliveryId, Actor actor) {}

        @Override
        public void checkDelivery(long deliveryId, Actor actor) {}

        @Override
        public void regradeAll(long modelVersionId, Actor actor) {}

        @Override
        public void note(Actor reader, Purpose purpose, String what) {}
    }

    /** Files about a few dozen firms that share addresses, people, numbers and names. */
    private static final class RandomDistrict {
        private static final List<RecordKind> KINDS = List.of(
                RecordKind.REGISTRATION,
                RecordKind.REGISTRATION,
                RecordKind.PENALTY,
                RecordKind.PENALTY,
                RecordKind.PERMIT,
                RecordKind.ABNORMAL,
                RecordKind.DISHONESTY,
                RecordKind.RELATION,
                RecordKind.RELATION,
                RecordKind.RELATION,
                RecordKind.DEFAULTER);
        private static final List<String> STATES = List.of("存续", "存续", "存续", "存续", "注销", "吊销", "歇业");
        private static final List<String> TIES = List.of("股东", "分支机构", "对外投资", "主要人员", "实际控制人");

        private final Random random;
        private String last = "";

        RandomDistrict(Random random) {
            this.random = random;
        }

        RecordKind kind() {
            return KINDS.get(random.nextInt(KINDS.size()));
        }

        String file(RecordKind kind) {
            var rows = new ArrayList<String>();
            rows.add(header(kind));
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                rows.add(row(kind));
            }
            last = kind + " " + String.join("\n", rows);
            // no two files are the same bytes, or the second would not be read
            return String.join("\n", rows) + "\n" + ",".repeat(rows.get(0).split(",", -1).length - 1) + "\n"
                    + "\n".repeat(random.nextInt(200));
        }

        private static String header(RecordKind kind) {
            return switch (kind) {
                case REGISTRATION -> "统一社会信用代码,企业名称,注册号,曾用名,登记状态,行政区划,住所,法定代表人,成立日期";
                case PENALTY -> "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,处罚决定日期,处罚机关,罚款金额(元),信用修复日期";
                case PERMIT -> "统一社会信用代码,企业名称,行政许可决定文书号,许可决定日期,有效期至,许可机关";
                case ABNORMAL, DISHONESTY -> "统一社会信用代码,企业名称,列入日期,列入原因,移出日期";
                case RELATION -> "统一社会信用代码,企业名称,关系类型,关联方统一社会信用代码,关联方名称,关联方证件号码,起始日期,终止日期";
                case DEFAULTER -> "统一社会信用代码,企业名称,案号,发布时间,退出日期,执行法院";
                default -> throw new IllegalArgumentException(kind.word());
            };
        }

        private String row(RecordKind kind) {
            int firm = random.nextInt(FIRMS);
            String subject = random.nextInt(6) == 0 ? number(firm) : code(firm);
            return switch (kind) {
                case REGISTRATION ->
                    "%s,%s,%s,%s,%s,150581,%s,%s,2016-03-31"
                            .formatted(
                                    code(firm),
                                    name(firm),
                                    random.nextInt(3) == 0 ? number(firm) : "",
                                    random.nextInt(8) == 0 ? name(random.nextInt(FIRMS)) : "",
                                    STATES.get(random.nextInt(STATES.size())),
                                    "霍林郭勒市某街" + random.nextInt(6) + "号",
                                    "法人" + random.nextInt(8));
                case PENALTY ->
                    "%s,%s,霍罚〔2026〕%d号,%s,%s,霍市监局,%d,%s"
                            .formatted(
                                    subject,
                                    name(firm),
                                    random.nextInt(60),
                                    random.nextBoolean() ? "罚款" : "警告",
                                    day(),
                                    100 + random.nextInt(9) * 20_000,
                                    random.nextInt(5) == 0 ? "2026-11-20" : "");
                case PERMIT ->
                    "%s,%s,霍许〔2026〕%d号,%s,%s,霍市监局".formatted(subject, name(firm), random.nextInt(60), day(), end());
                case ABNORMAL -> "%s,%s,%s,通过登记的住所或经营场所无法联系,%s".formatted(subject, name(firm), day(), end());
                case DISHONESTY -> "%s,%s,%s,违法,%s".formatted(subject, name(firm), day(), end());
                case RELATION -> tie(firm);
                case DEFAULTER ->
                    "%s,%s,(2026)内0581执%d号,%s,%s,霍市法院"
                            .formatted(
                                    random.nextBoolean() ? "" : subject, name(firm), random.nextInt(40), day(), end());
                default -> throw new IllegalArgumentException(kind.word());
            };
        }

        private String tie(int firm) {
            int other = random.nextInt(FIRMS);
            int how = random.nextInt(4);
            return "%s,%s,%s,%s,%s,%s,%s,%s"
                    .formatted(
                            random.nextInt(6) == 0 ? number(firm) : code(firm),
                            name(firm),
                            TIES.get(random.nextInt(TIES.size())),
                            how == 0 ? code(other) : "",
                            how <= 1 ? name(other) : "",
                            how >= 2 ? "99999919800101%04d".formatted(random.nextInt(12)) : "",
                            random.nextInt(3) == 0 ? "" : day(),
                            random.nextInt(4) == 0 ? end() : "");
        }

        private String day() {
            return LocalDate.of(2026, 12, 31).minusDays(random.nextInt(1_200)).toString();
        }

        private String end() {
            return random.nextInt(3) > 0
                    ? ""
                    : LocalDate.of(2026, 10, 1).plusDays(random.nextInt(900)).toString();
        }

        private static String name(int firm) {
            return "霍林郭勒第" + (firm - firm % 2) + "商贸有限公司" + (firm % 10 == 3 ? "" : firm);
        }

        private static String code(int firm) {
            String body = "91150581MA%06d0".formatted(firm);
            return body + CreditCode.checkCharacter(body + "0");
        }

        private static String number(int firm) {
            return "150581%09d".formatted(firm);
        }
    }
}
