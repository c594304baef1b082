package org.shuangsuiji.console.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.shuangsuiji.console.office.LedgerBook;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.publication.EnterResult;
import org.shuangsuiji.publication.OpenVisits;
import org.shuangsuiji.publication.PublishCampaign;
import org.shuangsuiji.publication.PublishItems;
import org.shuangsuiji.publication.PublishLedgerHead;
import org.shuangsuiji.publication.PublishResult;
import org.shuangsuiji.publication.ReviewResult;
import org.shuangsuiji.publication.notice.Finding;
import org.shuangsuiji.publication.notice.Method;
import org.shuangsuiji.publication.notice.ResultForm;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A county with items, two campaigns (one drawn, one only announced), eight visits in all states. The draw's rule,
 * sources and seed are those of an independent bundle, so that what the portal shows can be verified.
 */
public final class InspectedDistrict {
    public static final long COUNTY = 9002;
    public static final long NEIGHBOUR = 9003;
    public static final long DRAWN = 9103;
    public static final long ANNOUNCED = 9104;
    public static final long DRAW = 9203;
    public static final long COMMITTED_DRAW = 9204;
    public static final int VISITS = 8;

    public static final Scope SCOPE = new Scope("/9001/9002/", "150581");
    public static final Actor PLANNER = new Actor("t-planner", "计划员", COUNTY, SCOPE);
    public static final Actor REVIEWER = new Actor("t-reviewer", "审核员", COUNTY, SCOPE);
    public static final Actor WANG = new Actor("t-wang", "王一", COUNTY, SCOPE);
    public static final Actor LI = new Actor("t-li", "李二", COUNTY, SCOPE);

    private static final List<String> NAMES = List.of(
            "霍林郭勒市草原明珠商贸有限公司",
            "霍林郭勒市鸿运餐饮服务有限公司",
            "内蒙古矿山机械设备制造有限责任公司霍林郭勒分公司",
            "霍林郭勒市珠斯花街道便民超市",
            "霍林郭勒市青松建筑工程有限公司",
            "霍林郭勒市蒙牛奶业经销部",
            "霍林郭勒市远达物流有限公司",
            "霍林郭勒市晨光文具店");

    private final JdbcClient owner;
    private final BeanFactory beans;
    private final LocalDate today;

    public InspectedDistrict(JdbcClient owner, BeanFactory beans, LocalDate today) {
        this.owner = owner;
        this.beans = beans;
        this.today = today;
    }

    public static String code(int i) {
        return "91150581MA0N0%03d%d".formatted(i, i % 10).concat("X").substring(0, 18);
    }

    public static long visit(int i) {
        return 9300L + i;
    }

    /** Fills the database that all tests of the console share, the first time it is asked for. */
    public static synchronized void once(JdbcClient owner, BeanFactory beans, LocalDate today) {
        boolean there = owner.sql("select exists (select from office.department where id = :id)")
                .param("id", COUNTY)
                .query(Boolean.class)
                .single();
        if (!there) {
            new InspectedDistrict(owner, beans, today).fill();
        }
    }

    /** The county, for people who sign in. */
    public static Department county() {
        return new Department(
                COUNTY,
                "/9001/9002/",
                "150581-T",
                "霍林郭勒市市场监督管理局（演示）",
                Department.Level.COUNTY,
                "市场监管",
                new Region("150581"));
    }

    /** The city above it, whose people decide how everybody is graded. */
    public static Department city() {
        return new Department(
                9001, "/9001/", "150500-T", "通辽市市场监督管理局（测试）", Department.Level.CITY, "市场监管", new Region("150500"));
    }

    /** The county beside it, whose people see nothing of this one. */
    public static Department neighbour() {
        return new Department(
                NEIGHBOUR,
                "/9001/9003/",
                "150582-T",
                "邻市市场监督管理局",
                Department.Level.COUNTY,
                "市场监管",
                new Region("150582"));
    }

    /** Puts everything in place and brings the first visits through to publication. */
    public InspectedDistrict fill() {
        fillOffice();
        fillSampling();
        beans.getBean(PublishItems.class).ofDepartment(COUNTY, PLANNER);
        beans.getBean(PublishCampaign.class).atFreeze(DRAWN, PLANNER);
        beans.getBean(PublishCampaign.class).atFreeze(ANNOUNCED, PLANNER);
        draw();
        beans.getBean(PublishCampaign.class).atDraw(DRAW, PLANNER);
        beans.getBean(OpenVisits.class).afterDraw(DRAW, PLANNER);
        submit(1, "1", "", 2);
        submit(2, "5", "后厨未公示食品经营许可证，已责令当场改正", 9);
        submit(3, "1", "", 3);
        submit(4, "4", "按登记住所实地查无，电话停机", 30);
        submit(5, "1", "", 1);
        submit(6, "8", "进货台账不全，拟立案", 26);
        for (int i = 1; i <= 4; i++) {
            beans.getBean(ReviewResult.class).pass(new ReviewResult.Seen(visit(i), 1), REVIEWER);
        }
        beans.getBean(PublishResult.class).publishAll(List.of(visit(1), visit(2), visit(3)), REVIEWER);
        LedgerBook.Head head = sealed();
        beans.getBean(PublishLedgerHead.class).today(head.seq(), head.hash(), Actor.SYSTEM);
        return this;
    }

    /** The end of the chain as it is: whoever verifies the ledger looks every published head up. */
    private LedgerBook.Head sealed() {
        LedgerBook book = beans.getBean(LedgerBook.class);
        Optional<LedgerBook.Head> head = book.head();
        while (head.isEmpty()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            head = book.head();
        }
        return head.get();
    }

    /** Wang, with li beside him, hands in a result of an inspection that ended so many days ago. */
    public void submit(int i, String category, String note, int daysAgo) {
        var form = new ResultForm(
                today.minusDays(daysAgo),
                Set.of(Method.ON_SITE),
                9502L,
                List.of(new Finding(1, List.of(category), note)));
        beans.getBean(EnterResult.class).submit(visit(i), 0, form, WANG);
    }

    private void fillOffice() {
        owner.sql("""
                insert into office.department (id, parent_id, path, code, name, short_name, level, function, region) values
                    (9001, null, '/9001/', '150500-T', '通辽市市场监督管理局（测试）', '通市监', 'CITY', '市场监管', '150500'),
                    (9002, 9001, '/9001/9002/', '150581-T', '霍林郭勒市市场监督管理局（演示）', '霍市监', 'COUNTY', '市场监管', '150581'),
                    (9003, 9001, '/9001/9003/', '150582-T', '邻市市场监督管理局', '邻市监', 'COUNTY', '市场监管', '150582')
                """).update();
        owner.sql("""
                insert into office.person (account, name, department_id, inspector_id, created_at) values
                    ('t-wang', '王一', 9002, 9501, now()), ('t-li', '李二', 9002, 9502, now())
                """).update();
    }

    private void fillSampling() {
        for (int i = 1; i <= VISITS; i++) {
            owner.sql("""
                    insert into ingest.enterprise (id, credit_code, code_class, registered, name, search_grams, region,
                        subject_kind, status, address, flags, first_delivery_id, delivery_id, known_from, content_hash)
                    values (:id, :code, 'OK', true, :name, '{}', '150581', 'ENTERPRISE', 'ACTIVE',
                        '内蒙古自治区通辽市霍林郭勒市珠斯花街道振兴大街' || :id || '号', 0, 1, 1, now(), gen_random_uuid())
                    """)
                    .param("id", 9400 + i)
                    .param("code", code(i))
                    .param("name", NAMES.get(i - 1))
                    .update();
        }
        item(9601, "A01", "登记事项检查", "《企业信息公示暂行条例》第十四条", "{ENTERPRISE}", "名称、住所、经营范围\n法定代表人");
        item(9602, "A02", "公示信息检查", "《企业信息公示暂行条例》第十条", "{ENTERPRISE,INDIVIDUAL,COOPERATIVE}", "年度报告、即时信息");
        for (int i = 1; i <= 2; i++) {
            owner.sql("""
                    insert into sampling.inspector (id, staff_no, name, department_id, certificate_no, valid_until,
                        scopes, regions, state)
                    values (:id, :staff, :name, 9002, :staff, date '2030-12-31', '{}', '{150581}', 'ACTIVE')
                    """)
                    .param("id", 9500 + i)
                    .param("staff", "NM15058100" + i)
                    .param("name", List.of("王一", "李二").get(i - 1))
                    .update();
        }
        campaign(DRAWN, "霍市监抽查〔2026〕1号", "2026年第一批登记事项双随机抽查", 9601, today.minusDays(40), today.plusDays(20));
        campaign(ANNOUNCED, "霍市监抽查〔2026〕2号", "2026年第二批公示信息双随机抽查", 9602, today.plusDays(10), today.plusDays(60));
        owner.sql("insert into sampling.campaign_number (department_id, year, last) values (:id, 2026, 2)")
                .param("id", COUNTY)
                .update();
        String rule = vector("rule.json");
        commit(DRAW, DRAWN, 1, "0".repeat(64), rule);
        leaveOut(DRAW);
        commit(
                COMMITTED_DRAW,
                ANNOUNCED,
                2,
                Digests.sha256Hex(rule),
                rule.replaceFirst("\"ends\":\"[^\"]*\"", "\"ends\":\"2027-01-31\""));
    }

    private void item(long id, String code, String name, String basis, String subjects, String content) {
        owner.sql("""
                insert into sampling.item (id, code, revision, department_id, name, category, basis, subject_kinds,
                    methods, content, state, published_at, published_by)
                values (:id, :code, 1, 9002, :name, 'GENERAL', :basis, :subjects::text[], '{ON_SITE,WRITTEN}', :content,
                    'PUBLISHED', now(), 't-admin')
                """)
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .param("basis", basis)
                .param("subjects", subjects)
                .param("content", content)
                .update();
    }

    private void campaign(long id, String number, String name, long item, LocalDate starts, LocalDate ends) {
        owner.sql("""
                insert into sampling.campaign (id, number, name, department_id, item_id, starts, ends, statuses,
                    subject_kinds, ungraded_reason, digest, team, cap, reserve_ratio, take_floor, state, state_by,
                    state_at, created_by, created_at)
                values (:id, :number, :name, 9002, :item, :starts, :ends, '{ACTIVE}', '{ENTERPRISE}', '测试', 'SHA_256', 2,
                    60, 0, 1, 'FROZEN', 't-planner', now(), 't-planner', now())
                """)
                .param("id", id)
                .param("number", number)
                .param("name", name)
                .param("item", item)
                .param("starts", starts)
                .param("ends", ends)
                .update();
    }

    private void commit(long draw, long campaign, long serial, String chain, String rule) {
        owner.sql("""
                insert into sampling.draw (id, campaign_id, office_id, office_code, serial, chain, commitment, name, mode,
                    digest, rule_json, first_due, state, committed_by, committed_at)
                values (:draw, :campaign, 9002, '150581-T', :serial, :chain, :commitment, :name, 'SEALED', 'SHA_256',
                    convert_to(:rule, 'UTF8'), now(), 'COMMITTED', 't-planner', now() - interval '41 days')
                """)
                .param("draw", draw)
                .param("campaign", campaign)
                .param("serial", serial)
                .param("chain", chain)
                .param("commitment", Digests.sha256Hex(rule))
                .param("name", "150581-T-" + serial)
                .param("rule", rule)
                .update();
        owner.sql("""
                insert into sampling.draw_target (draw_id, frame_no, department_id, department, size, take, root)
                values (:draw, 1, 9002, '150581-T', 4312, 8, :root)
                """).param("draw", draw).param("root", "a0".repeat(32)).update();
    }

    /** A ninth enterprise, which had closed before the list was. */
    private void leaveOut(long draw) {
        owner.sql("""
                with closed as (
                    insert into ingest.enterprise (id, credit_code, code_class, registered, name, search_grams, region,
                        subject_kind, status, address, flags, first_delivery_id, delivery_id, known_from, content_hash)
                    values (9409, :code, 'OK', true, '霍林郭勒市旧时光照相馆', '{}', '150581', 'ENTERPRISE',
                        'DEREGISTERED', '内蒙古自治区通辽市霍林郭勒市珠斯花街道', 0, 1, 1, now(), gen_random_uuid())
                    returning id)
                insert into sampling.exclusion (draw_id, frame_no, enterprise_id, reason)
                select :draw, 1, id, 'STATUS' from closed
                """).param("code", code(9)).param("draw", draw).update();
    }

    private void draw() {
        List<String> values = List.of("6 6 2 2 3 4 5 2 1 6 6 2 3 1 6 4", "847514", "03 08 14 19 27 33 11", "0332158");
        for (int place = 0; place < values.size(); place++) {
            owner.sql("""
                    insert into sampling.source_value (draw_id, place, spoken, value, evidence, entered_by, entered_at)
                    values (:draw, :place, 'VALUE', :value, '发布机构官方网站当日公告', 't-planner', now())
                    """)
                    .param("draw", DRAW)
                    .param("place", place)
                    .param("value", values.get(place))
                    .update();
        }
        for (int i = 1; i <= VISITS; i++) {
            owner.sql("""
                    insert into sampling.visit (id, draw_id, campaign_id, place, unit, enterprise_id, name, region,
                        address, ticket)
                    select :visit, :draw, :campaign, :place, credit_code, id, name, region, address, :ticket
                    from ingest.enterprise where id = :enterprise
                    """)
                    .param("visit", visit(i))
                    .param("draw", DRAW)
                    .param("campaign", DRAWN)
                    .param("place", VISITS + 1 - i)
                    .param("enterprise", 9400 + i)
                    .param("ticket", Digests.sha256Hex("ticket" + i))
                    .update();
            for (int seat = 1; seat <= 2; seat++) {
                owner.sql("""
                        insert into sampling.visit_inspector (visit_id, inspector_id, department_id, role, seat)
                        values (:visit, :inspector, 9002, :role, :seat)
                        """)
                        .param("visit", visit(i))
                        .param("inspector", 9500 + seat)
                        .param("role", seat == 1 ? "LEAD" : "MEMBER")
                        .param("seat", seat)
                        .update();
            }
        }
        String result = vector("result.json");
        owner.sql("""
                update sampling.draw set state = 'DRAWN', seed = :seed, visit_root = :root, visits = :visits,
                    result_digest = :digest, result_json = convert_to(:result, 'UTF8'), ended_by = 't-planner',
                    ended_at = now() - interval '40 days' where id = :draw
                """)
                .param("draw", DRAW)
                .param("seed", field(result, "seed"))
                .param("root", field(result, "visitRoot"))
                .param("visits", VISITS)
                .param("digest", Digests.sha256Hex(result))
                .param("result", result)
                .update();
        owner.sql("update sampling.campaign set state = 'DRAWN' where id = :id")
                .param("id", DRAWN)
                .update();
    }

    private static String field(String json, String name) {
        int at = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(at, json.indexOf('"', at));
    }

    private static String vector(String file) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("verifier/vectors"))) {
            folder = folder.getParent();
        }
        try {
            return Files.readString(
                    folder.resolve("verifier/vectors/single-department").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
