package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A county office on real PostgreSQL with two departments, items, inspectors and a small register, for one test class.
 *
 * <p>The use cases run as the application's own role, which may not change what a draw rests on; the register of
 * enterprises and their grades, which other modules own, is written by the owner of the database.
 */
final class SamplingOffice implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    static final LocalDate STARTS = LocalDate.of(2026, 12, 1);
    static final LocalDate ENDS = LocalDate.of(2026, 12, 31);

    /** Why this office closes a further list beside those of the same item that still stand. */
    static final String FURTHER = "本批检查的对象与前一份名单不同";

    final OfficeDatabase database = OfficeDatabase.create();
    private final ConfigurableApplicationContext context;
    private final JdbcClient owner;
    private int inspectors;

    final long county;
    /** The delivery that first named every made enterprise. */
    static final long BROUGHT_BY_MARKET = 1;

    static final long BROUGHT_BY_HOUSING = 2;

    final long market;
    final long station;
    final long housing;
    final Actor planner;
    final Actor colleague;
    final Actor stranger;
    final Actor auditor;
    final Actor chief;
    final long model;

    SamplingOffice() {
        owner = JdbcClient.create(database.owner());
        county = department(null, "150581", "霍林郭勒市人民政府", "COUNTY");
        market = department(county, "150581-SCJG", "霍林郭勒市市场监督管理局", "COUNTY");
        station = department(market, "150581-SCJG-01", "珠斯花市场监督管理所", "STATION");
        housing = department(county, "150581-ZJ", "霍林郭勒市住房和城乡建设局", "COUNTY");
        planner = actor("planner", market);
        colleague = actor("colleague", market);
        stranger = actor("stranger", housing);
        auditor = actor("auditor", county);
        chief = actor("chief", county);
        model = model();
        delivery(BROUGHT_BY_MARKET, market);
        delivery(BROUGHT_BY_HOUSING, housing);
        context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=shuangsuiji_app",
                        "spring.datasource.password=app-of-the-tests",
                        "spring.datasource.hikari.maximum-pool-size=20",
                        "spring.datasource.hikari.connection-timeout=120000",
                        "spring.jpa.open-in-view=false",
                        "spring.jpa.hibernate.ddl-auto=none",
                        "spring.flyway.enabled=false",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn")
                .run();
    }

    /** The engine without the console: its doors lead to lists that tests read. */
    @Configuration
    @EnableAutoConfiguration
    @ComponentScan("org.shuangsuiji.sampling")
    static class Wiring {

        @Bean
        MovableClock clock() {
            return new MovableClock(MONDAY);
        }

        @Bean
        Book book() {
            return new Book();
        }
    }

    /** Remembers what was told to the ledger and to the book of grade reads. */
    static final class Book implements Ledger, GradeReads {
        final List<LedgerEntry> entries = Collections.synchronizedList(new ArrayList<>());
        final List<String> gradeReads = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void record(LedgerEntry entry) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("A ledger entry without its command's transaction: " + entry);
            }
            entries.add(entry);
        }

        @Override
        public void note(Actor reader, Purpose purpose, String what) {
            gradeReads.add(purpose + " " + what);
        }

        List<LedgerEvent> events(String subject) {
            return entries.stream()
                    .filter(entry -> entry.subject().equals(subject))
                    .map(LedgerEntry::event)
                    .toList();
        }
    }

    <T> T the(Class<T> useCase) {
        return context.getBean(useCase);
    }

    Book book() {
        return the(Book.class);
    }

    JdbcClient owner() {
        return owner;
    }

    void at(Instant moment) {
        ((MovableClock) the(Clock.class)).set(moment);
    }

    private long department(Long parent, String code, String name, String level) {
        long id = owner.sql("""
                        insert into office.department (parent_id, path, code, name, short_name, level, function, region)
                        values (:parent, :code, :code, :name, :shortName, :level, '市场监管', '150581') returning id""".replace(":code, :code", "'/' || :code || '/', :code"))
                .param("parent", parent)
                .param("code", code)
                .param("name", name)
                .param("shortName", code.equals("150581-SCJG") ? "霍市监" : code)
                .param("level", level)
                .query(Long.class)
                .single();
        String above = parent == null
                ? "/"
                : owner.sql("select path from office.department where id = :id")
                        .param("id", parent)
                        .query(String.class)
                        .single();
        owner.sql("update office.department set path = :path where id = :id")
                .param("path", above + id + "/")
                .param("id", id)
                .update();
        return id;
    }

    private Actor actor(String account, long department) {
        String path = owner.sql("select path from office.department where id = :id")
                .param("id", department)
                .query(String.class)
                .single();
        return new Actor(account, account, department, new Scope(path, "150581"));
    }

    /** Gives somebody who acts here an account with a name. */
    void named(Actor actor, String name) {
        owner.sql("""
                        insert into office.person (account, name, department_id, created_at)
                        values (:account, :name, :department, now())""")
                .param("account", actor.account())
                .param("name", name)
                .param("department", actor.departmentId())
                .update();
    }

    /** A file that a department sent, as far as this module reads of it. */
    private void delivery(long id, long department) {
        owner.sql("""
                        insert into ingest.delivery (id, kind, state, department_id, actor, idempotency_key, file_name,
                            sha256, bytes, received_at)
                        values (:id, 1, 'done', :department, 'credit', :id::text, 'made.csv', sha256(''), 0, now())""").param("id", id).param("department", department).update();
    }

    private long model() {
        long id = owner.sql("""
                        insert into risk.model (code, scheme_code, created_at)
                        values ('general', 'national', now()) returning id""").query(Long.class).single();
        long version = owner.sql("""
                        insert into risk.model_version (model_id, number, state, name_zh, name_en, definition, digest,
                            drafted_by, drafted_at, reason, submitted_at, approved_by, approved_at, effective_from)
                        values (:model, 1, 'ACTIVE', '通用型', 'General', '{}', sha256(''),
                            'a', now(), 'first', now(), 'b', now(), '2026-01-01') returning id""").param("model", id).query(Long.class).single();
        owner.sql("update risk.model set active_version_id = :version where id = :id")
                .param("version", version)
                .param("id", id)
                .update();
        graded(id, version, "2026-11-22");
        return id;
    }

    /** The version has graded everybody on this day. */
    void graded(long modelId, long version, String day) {
        owner.sql("""
                        insert into risk.run (model_id, version_id, day, reach, actor, started_at, finished_at,
                            enterprises, changed, graded, not_gradable, not_covered, digest)
                        values (:model, :version, cast(:day as date), 'ALL', 'credit', now(), now(), 0, 0,
                            '{0,0,0,0}', 0, 0, decode(repeat('00', 16), 'hex'))""")
                .param("model", modelId)
                .param("version", version)
                .param("day", day)
                .update();
    }

    /** A second version comes into force, and has graded nobody yet; says its id. */
    long activateSecondVersion() {
        owner.sql("update risk.model_version set state = 'RETIRED', retired_at = now() where model_id = :model")
                .param("model", model)
                .update();
        long version = owner.sql("""
                        insert into risk.model_version (model_id, number, state, name_zh, name_en, definition, digest,
                            drafted_by, drafted_at, reason, submitted_at, approved_by, approved_at, effective_from)
                        values (:model, 2, 'ACTIVE', '通用型', 'General', '{}', sha256('2'),
                            'a', now(), 'second', now(), 'b', now(), '2026-11-23') returning id""").param("model", model).query(Long.class).single();
        owner.sql("update risk.model set active_version_id = :version where id = :id")
                .param("version", version)
                .param("id", model)
                .update();
        return version;
    }

    /** So many active enterprises of a rank (0: not graded), named by rank and number. */
    void enterprises(int rank, int count) {
        owner.sql("""
                        with made as (
                            insert into ingest.enterprise (credit_code, code_class, registered, name, search_grams,
                                region, section, subject_kind, status, address, flags, first_delivery_id,
                                delivery_id, known_from, content_hash)
                            select '91150581MA' || :rank || lpad(n::text, 7, '0'), 'OK', true,
                                   '企业' || :rank || '-' || n, '{}',
                                   case when n % 3 = 0 then '150581001' else '150581' end,
                                   case when n % 2 = 0 then 'F' else 'C' end, 'ENTERPRISE', 'ACTIVE', '某街' || n || '号',
                                   0, 1, 1, now(), gen_random_uuid()
                            from generate_series(1, :count) n returning id)
                        insert into risk.assessment (model_id, enterprise_id, run_id, version_id, state, rank, score,
                            bins, input_digest, as_of, assessed_at)
                        select :model, id, 1, (select active_version_id from risk.model where id = :model), 'GRADED',
                               :rank, 0, '', decode(repeat('00', 16), 'hex'), '2026-11-01', now()
                        from made where :rank > 0""")
                .param("rank", rank)
                .param("count", count)
                .param("model", model)
                .update();
    }

    /** The id of the enterprise that {@link #enterprises} made. */
    long enterprise(int rank, int number) {
        return owner.sql("select id from ingest.enterprise where name = :name")
                .param("name", "企业" + rank + "-" + number)
                .query(Long.class)
                .single();
    }

    void setEnterprise(long id, String assignment) {
        owner.sql("update ingest.enterprise set %s where id = :id".formatted(assignment))
                .param("id", id)
                .update();
    }

    /** A published item of the market department that asks for these scopes of a lead. */
    long item(String... scopes) {
        String code = "ITEM-" + System.nanoTime();
        return named(code, "登记事项检查 " + code, scopes);
    }

    /** A published item of this code and name. */
    long named(String code, String name, String... scopes) {
        Items items = the(Items.class);
        long id = items.create(
                new ItemTerms(
                        code,
                        market,
                        name,
                        Item.Category.GENERAL,
                        "《企业信息公示暂行条例》第十四条",
                        Set.of(SubjectKind.ENTERPRISE, SubjectKind.INDIVIDUAL),
                        Set.of(Item.Method.ON_SITE),
                        "",
                        List.of(scopes)),
                planner);
        items.publish(id, planner);
        return id;
    }

    /** The next revision of a published item, published; it is for these subjects. */
    long revised(long item, Set<SubjectKind> kinds) {
        Items items = the(Items.class);
        Item former = items.get(item, planner.scope());
        ItemTerms terms = former.terms();
        long id = items.change(
                item,
                former.lockVersion(),
                new ItemTerms(
                        terms.code(),
                        terms.departmentId(),
                        terms.name(),
                        terms.category(),
                        terms.basis(),
                        kinds,
                        terms.methods(),
                        terms.content(),
                        terms.scopes()),
                planner);
        items.publish(id, planner);
        return id;
    }

    /** An ended campaign planned anew just as it was. */
    long again(long campaign, String reason) {
        Campaigns campaigns = the(Campaigns.class);
        long anew = campaigns.again(campaign, reason, planner);
        CampaignTerms terms = campaigns.get(campaign, planner.scope()).terms();
        campaigns.change(anew, campaigns.get(anew, planner.scope()).lockVersion(), terms, planner);
        return anew;
    }

    /** So many inspectors of a department with these scopes; says the id of the last. */
    long inspectors(long department, int count, String... scopes) {
        return inspectors(department, "*", count, scopes);
    }

    /** Of the market department, who may lead in this region alone. */
    void inspectorsFor(String region, int count) {
        inspectors(market, region, count, "登记");
    }

    private long inspectors(long department, String region, int count, String... scopes) {
        long id = 0;
        for (int i = 0; i < count; i++) {
            int number = ++inspectors;
            id = the(Inspectors.class)
                    .create(
                            new InspectorTerms(
                                    "SJ%04d".formatted(number),
                                    "执法员" + number,
                                    department,
                                    "15050%05d".formatted(number),
                                    LocalDate.of(2028, 6, 30),
                                    List.of(scopes),
                                    List.of(region),
                                    true),
                            auditor);
        }
        return id;
    }

    /** Dice on Tuesday morning, a lottery that evening and an index on Wednesday. */
    static List<CampaignSource> sources(Instant first) {
        return List.of(
                new CampaignSource("现场骰子", SourceKind.DICE, first, List.of(1, 1, 1, 1), null, null),
                new CampaignSource(
                        "福彩双色球第2026135期",
                        SourceKind.LOTTERY,
                        first.plusSeconds(3600),
                        List.of(2, 2, 2, 2, 2, 2, 2),
                        "福彩双色球第2026136期",
                        first.plusSeconds(3600 * 48)),
                new CampaignSource(
                        "上证综指2026-11-25收盘×100",
                        SourceKind.INDEX,
                        first.plusSeconds(7200),
                        List.of(7),
                        "上证综指2026-11-26收盘×100",
                        first.plusSeconds(3600 * 48)));
    }

    static List<CampaignRate> rates(int one, int two, int three, int four) {
        return List.of(
                new CampaignRate((short) 1, one, null, null),
                new CampaignRate((short) 2, two, null, null),
                new CampaignRate((short) 3, three, null, null),
                new CampaignRate((short) 4, four, null, null));
    }

    /** A sealed campaign of the market department over all its region, at 1, 3, 10 and 30 percent. */
    CampaignTerms terms(long item) {
        return new CampaignTerms(
                "2026年度登记事项抽查",
                market,
                item,
                STARTS,
                ENDS,
                List.of(),
                List.of(),
                Set.of(SubjectStatus.ACTIVE),
                Set.of(SubjectKind.ENTERPRISE),
                model,
                null,
                rates(100, 300, 1000, 3000),
                Digest.SHA_256,
                2,
                60,
                1000,
                1,
                sources(MONDAY.plusSeconds(3600 * 25)));
    }

    /** Freezes the only list of its item, as it stands. */
    FreezeFrame.Frozen freeze(long campaign, Actor actor) {
        return freeze(campaign, null, actor);
    }

    /** Freezes a list as it stands, with the reason for a further one. */
    FreezeFrame.Frozen freeze(long campaign, String furtherReason, Actor actor) {
        return the(FreezeFrame.class).freeze(campaign, null, furtherReason, actor);
    }

    /** An open draw, whose campaign takes one in ten whatever their grade, from freeze to result. */
    RunDraw.Drawn drawnOpen() {
        CampaignTerms terms = Terms.of(terms(item("登记")))
                .ungraded(new CampaignRate(CampaignRate.ALL, 1000, null, null))
                .build();
        long campaign = the(Campaigns.class).create(terms, planner);
        freeze(campaign, planner);
        enterAll(campaign);
        return the(RunDraw.class).run(campaign, planner);
    }

    /** Moves on to each source's due, and somebody else than the planner enters its value. */
    void enterAll(long campaign) {
        EnterSourceValue enter = the(EnterSourceValue.class);
        for (SourceSheet source : the(Draws.class)
                .sources(
                        the(Draws.class)
                                .ofCampaign(campaign, planner.scope())
                                .orElseThrow()
                                .id(),
                        planner.scope())) {
            at(source.due());
            String value = value(source.format());
            enter.enter(campaign, source.place(), value, value, "官方网页截图存档", colleague);
        }
    }

    static String value(List<Long> format) {
        return String.join(
                " ", format.stream().map(width -> "1".repeat(width.intValue())).toList());
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
