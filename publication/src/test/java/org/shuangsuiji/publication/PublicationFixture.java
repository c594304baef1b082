package org.shuangsuiji.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.WorkingCalendar;
import org.shuangsuiji.publication.notice.Finding;
import org.shuangsuiji.publication.notice.Method;
import org.shuangsuiji.publication.notice.ResultForm;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A county and a city office with a campaign that was frozen and drawn, in a database of its own. */
class PublicationFixture implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 9, 21);
    static final String COMMITMENT = "c0".repeat(32);
    static final String SEED = "5e".repeat(32);
    static final String VISIT_ROOT = "b0".repeat(32);
    static final Actor REVIEWER = new Actor("reviewer", "审核员", 2, new Scope("/1/2/", "150581"));
    static final Actor OTHER_OFFICE = new Actor("stranger", "外单位", 3, new Scope("/1/3/", "150582"));
    static final Actor WANG = new Actor("wang", "王一", 2, new Scope("/1/2/", "150581"));
    static final Actor LI = new Actor("li", "李二", 2, new Scope("/1/2/", "150581"));
    static final Actor ZHAO = new Actor("zhao", "赵三", 2, new Scope("/1/2/", "150581"));

    final OfficeDatabase database = OfficeDatabase.create();
    final JdbcClient owner = JdbcClient.create(database.owner());
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @Configuration
    @EnableTransactionManagement
    @ComponentScan("org.shuangsuiji.publication")
    static class Wiring {
        @Bean
        JdbcTransactionManager transactionManager(DataSource app) {
            return new JdbcTransactionManager(app);
        }

        @Bean
        @Primary
        JdbcClient jdbc(DataSource app) {
            return JdbcClient.create(app);
        }

        @Bean
        @Qualifier("portal")
        JdbcClient portalJdbc(OfficeDatabase database) {
            return JdbcClient.create(database.portal());
        }

        @Bean
        Supplier<WorkingCalendar> calendar(JdbcClient jdbc) {
            return () -> new WorkingCalendar(days(jdbc, "OFF"), days(jdbc, "WORK"), Set.of(2024, 2025, 2026));
        }

        private static Set<LocalDate> days(JdbcClient jdbc, String kind) {
            return jdbc.sql("select day from office.calendar_day where kind = :kind")
                    .param("kind", kind)
                    .query(LocalDate.class)
                    .set();
        }

        @Bean
        Recorded recorded() {
            return new Recorded();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-09-21T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
        }
    }

    PublicationFixture() {
        DataSource app = database.app();
        context.registerBean(DataSource.class, () -> app);
        context.registerBean(OfficeDatabase.class, () -> database);
        context.register(Wiring.class);
        context.refresh();
        fillOffice();
        fillSampling();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Recorded recorded() {
        return get(Recorded.class);
    }

    private void fillOffice() {
        owner.sql("""
                insert into office.department (id, parent_id, path, code, name, short_name, level, function, region) values
                    (1, null, '/1/', '150500-SCJG', '通辽市市场监督管理局', '通市监', 'CITY', '市场监管', '150500'),
                    (2, 1, '/1/2/', '150581-SCJG', '霍林郭勒市市场监督管理局', '霍市监', 'COUNTY', '市场监管', '150581'),
                    (3, 1, '/1/3/', '150582-SCJG', '邻市市场监督管理局', '邻市监', 'COUNTY', '市场监管', '150582')
                """).update();
        owner.sql("""
                insert into office.person (account, name, department_id, inspector_id, created_at) values
                    ('wang', '王一', 2, 11, now()), ('li', '李二', 2, 12, now()), ('zhao', '赵三', 2, 13, now()),
                    ('reviewer', '审核员', 2, null, now()), ('stranger', '外单位', 3, null, now())
                """).update();
    }

    /** Three enterprises were drawn; wang and li visit the first two, li and zhao the third. */
    private void fillSampling() {
        for (int i = 1; i <= 3; i++) {
            owner.sql("""
                    insert into ingest.enterprise (id, credit_code, code_class, registered, name, search_grams, region,
                        subject_kind, status, address, flags, first_delivery_id, delivery_id, known_from, content_hash)
                    values (:id, :code, 'OK', true, :name, '{}', '150581', 'ENTERPRISE', 'ACTIVE', '珠斯花街道1号', 0, 1, 1,
                        now(), gen_random_uuid())
                    """)
                    .param("id", i)
                    .param("code", code(i))
                    .param("name", "霍林郭勒市第%d商贸有限公司".formatted(i))
                    .update();
        }
        owner.sql("""
                insert into sampling.item (id, code, revision, department_id, name, category, basis, subject_kinds,
                    methods, content, state, published_at, published_by)
                values (5, 'A01', 1, 2, '登记事项检查', 'GENERAL', '《企业信息公示暂行条例》第十四条', '{ENTERPRISE}',
                    '{ON_SITE}', '名称、住所、经营范围', 'PUBLISHED', now(), 'admin')
                """).update();
        for (int i = 1; i <= 3; i++) {
            owner.sql("""
                    insert into sampling.inspector (id, staff_no, name, department_id, certificate_no, valid_until,
                        scopes, regions, state)
                    values (:id, :staff, :name, 2, :staff, date '2027-12-31', '{}', '{150581}', 'ACTIVE')
                    """)
                    .param("id", 10 + i)
                    .param("staff", "H0" + i)
                    .param("name", List.of("王一", "李二", "赵三").get(i - 1))
                    .update();
        }
        owner.sql("""
                insert into sampling.campaign (id, number, name, department_id, item_id, starts, ends, statuses,
                    subject_kinds, ungraded_reason, digest, team, cap, reserve_ratio, take_floor, state, state_by,
                    state_at, created_by, created_at)
                values (3, '霍市监抽查〔2026〕1号', '2026年第一批登记事项抽查', 2, 5, date '2026-09-01', date '2026-09-30',
                    '{ACTIVE}', '{ENTERPRISE}', '试点', 'SHA_256', 2, 60, 0, 1, 'FROZEN', 'planner', now(), 'planner', now())
                """).update();
        owner.sql("""
                insert into sampling.draw (id, campaign_id, office_id, office_code, serial, chain, commitment, name, mode,
                    digest, rule_json, first_due, state, committed_by, committed_at)
                values (4, 3, 2, '150581-SCJG', 1, repeat('0', 64), :commitment, '150581-SCJG-1', 'SEALED', 'SHA_256',
                    convert_to('{"sources":[{"due":"2026-08-30T13:15:00Z","fallback":{"due":"2026-08-31T13:15:00Z","name":"后备"},"kind":"LOTTERY","name":"福彩双色球 2026100期"}]}', 'UTF8'),
                    timestamptz '2026-08-30T13:15:00Z', 'COMMITTED', 'planner', timestamptz '2026-08-28T02:00:00Z')
                """).param("commitment", COMMITMENT).update();
        owner.sql("""
                insert into sampling.draw_target (draw_id, frame_no, department_id, department, size, take, root)
                values (4, 1, 2, '150581-SCJG', 120, 3, :root)
                """).param("root", "a0".repeat(32)).update();
    }

    /** The rule says that strata are no grades, before it is announced. */
    void makeOpen() {
        owner.sql("""
                update sampling.draw set mode = 'OPEN',
                    rule_json = convert_to('{"mode":"open",' || substr(convert_from(rule_json, 'UTF8'), 2), 'UTF8')
                where id = 4
                """).update();
    }

    /** The draw is carried out, as the sampling module would. */
    void draw() {
        owner.sql("""
                insert into sampling.source_value (draw_id, place, spoken, value, evidence, entered_by, entered_at)
                values (4, 0, 'VALUE', '03 11 12', 'https://www.cwl.gov.cn/', 'planner', now())
                """).update();
        for (int i = 1; i <= 3; i++) {
            owner.sql("""
                    insert into sampling.visit (id, draw_id, campaign_id, place, unit, enterprise_id, name, region,
                        address, ticket)
                    values (:visit, 4, 3, :place, :code, :enterprise, :name, '150581', '珠斯花街道1号', :ticket)
                    """)
                    .param("visit", 100 + i)
                    .param("place", 4 - i)
                    .param("code", code(i))
                    .param("enterprise", i)
                    .param("name", "霍林郭勒市第%d商贸有限公司".formatted(i))
                    .param("ticket", "e%d".formatted(i).repeat(32))
                    .update();
            for (int seat = 1; seat <= 2; seat++) {
                owner.sql("""
                        insert into sampling.visit_inspector (visit_id, inspector_id, department_id, role, seat)
                        values (:visit, :inspector, 2, :role, :seat)
                        """)
                        .param("visit", 100 + i)
                        .param("inspector", (i == 3 ? 11 : 10) + seat)
                        .param("role", seat == 1 ? "LEAD" : "MEMBER")
                        .param("seat", seat)
                        .update();
            }
        }
        owner.sql("""
                update sampling.draw set state = 'DRAWN', seed = :seed, visit_root = :root, visits = 3,
                    result_digest = :digest, result_json = '{}', ended_by = 'planner',
                    ended_at = timestamptz '2026-08-30T13:16:00Z' where id = 4
                """)
                .param("seed", SEED)
                .param("root", VISIT_ROOT)
                .param("digest", "d0".repeat(32))
                .update();
    }

    /** The draw is abandoned, as the sampling module would. */
    void abandon(String reason) {
        owner.sql("""
                update sampling.draw set state = 'ABANDONED', end_reason = :reason, ended_by = 'planner',
                    ended_at = timestamptz '2026-08-29T02:00:00Z' where id = 4
                """).param("reason", reason).update();
    }

    /** Campaign 6 of the same item is frozen with draw 7 beside draw 4, as the sampling module would. */
    void closeFurtherList(String reason, int finished) {
        closeSecondList(null);
        owner.sql("insert into sampling.further_draw (draw_id, reason) values (7, :reason)")
                .param("reason", reason)
                .update();
        owner.sql("""
                insert into sampling.standing_list (draw_id, standing_draw_id, drawn, ended, visits, finished)
                select 7, 4, state = 'DRAWN', state = 'ABANDONED', 3, :finished from sampling.draw where id = 4
                """).param("finished", finished).update();
    }

    /** Campaign 6 is frozen with draw 7, which draws the ended draw 4 anew, as the sampling module would. */
    void closeRedraw(String reason) {
        closeSecondList(reason);
    }

    private void closeSecondList(@Nullable String redrawn) {
        owner.sql("""
                insert into sampling.campaign (id, number, name, department_id, item_id, starts, ends, statuses,
                    subject_kinds, ungraded_reason, digest, team, cap, reserve_ratio, take_floor, supersedes,
                    supersede_reason, state, state_by, state_at, created_by, created_at)
                select 6, '霍市监抽查〔2026〕2号', '2026年第二批登记事项抽查', department_id, item_id, starts, ends,
                    statuses, subject_kinds, ungraded_reason, digest, team, cap, reserve_ratio, take_floor,
                    case when :redrawn::text is not null then 4 end, :redrawn, 'FROZEN', state_by, state_at, created_by,
                    created_at
                from sampling.campaign where id = 3
                """).param("redrawn", redrawn).update();
        owner.sql("""
                insert into sampling.draw (id, campaign_id, office_id, office_code, serial, chain, commitment, name, mode,
                    digest, rule_json, first_due, state, committed_by, committed_at)
                select 7, 6, office_id, office_code, 2, commitment, repeat('c1', 32), '150581-SCJG-2', mode, digest,
                    convert_to((convert_from(rule_json, 'UTF8')::jsonb || jsonb_build_object('reason', :redrawn::text,
                        'supersedes', case when :redrawn::text is not null then name end))::text, 'UTF8'),
                    first_due, 'COMMITTED', committed_by, committed_at
                from sampling.draw where id = 4
                """).param("redrawn", redrawn).update();
        owner.sql("""
                insert into sampling.draw_target (draw_id, frame_no, department_id, department, size, take, root)
                select 7, frame_no, department_id, department, size, take, root from sampling.draw_target where draw_id = 4
                """).update();
    }

    /** Announced, drawn, published, and its visits opened, as the console does it. */
    void announceAndOpen() {
        get(PublishCampaign.class).atFreeze(3, REVIEWER);
        draw();
        get(PublishCampaign.class).atDraw(4, REVIEWER);
        get(OpenVisits.class).afterDraw(4, REVIEWER);
        recorded().forget();
    }

    static String code(int i) {
        return "91150581MA0N0000%dX".formatted(i);
    }

    static ResultForm clean(long second) {
        return new ResultForm(TODAY, Set.of(Method.ON_SITE), second, List.of(new Finding(1, List.of("1"), "")));
    }

    static ResultForm problem(long second, String note) {
        return new ResultForm(TODAY, Set.of(Method.ON_SITE), second, List.of(new Finding(1, List.of("5"), note)));
    }

    void submitted(long visitId, ResultForm form, Actor by) {
        get(EnterResult.class).submit(visitId, versionOf(visitId), form, by);
    }

    void passed(long visitId, ResultForm form, Actor by) {
        submitted(visitId, form, by);
        get(ReviewResult.class).pass(seen(visitId), REVIEWER);
    }

    ReviewResult.Seen seen(long visitId) {
        return new ReviewResult.Seen(visitId, versionOf(visitId));
    }

    int versionOf(long visitId) {
        return get(Visits.class).findInScope(visitId, REVIEWER).resultVersion();
    }

    VisitState stateOf(long visitId) {
        return get(Visits.class).findInScope(visitId, REVIEWER).state();
    }

    static OffsetDateTime utc(String moment) {
        return Instant.parse(moment).atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
