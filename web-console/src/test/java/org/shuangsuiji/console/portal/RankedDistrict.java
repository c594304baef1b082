package org.shuangsuiji.console.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.Shuangsuiji;
import org.shuangsuiji.console.joining.DrawCampaign;
import org.shuangsuiji.console.joining.EndDraw;
import org.shuangsuiji.console.joining.EnterSource;
import org.shuangsuiji.console.joining.FreezeCampaign;
import org.shuangsuiji.console.joining.PublishItem;
import org.shuangsuiji.console.joining.PublishMatterList;
import org.shuangsuiji.console.office.CreateDepartment;
import org.shuangsuiji.console.office.Departments.NewDepartment;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.ingest.MatterTerms;
import org.shuangsuiji.ingest.Matters;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.publication.EnterResult;
import org.shuangsuiji.publication.PublishResult;
import org.shuangsuiji.publication.RegisterVisit;
import org.shuangsuiji.publication.ReviewResult;
import org.shuangsuiji.publication.Visit;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.Visits;
import org.shuangsuiji.publication.WithdrawResult;
import org.shuangsuiji.publication.notice.Finding;
import org.shuangsuiji.publication.notice.Method;
import org.shuangsuiji.publication.notice.ResultForm;
import org.shuangsuiji.risk.ClassifyEnterprises;
import org.shuangsuiji.risk.Models;
import org.shuangsuiji.sampling.CampaignRate;
import org.shuangsuiji.sampling.CampaignSource;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.Draws;
import org.shuangsuiji.sampling.InspectorTerms;
import org.shuangsuiji.sampling.Inspectors;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.ItemTerms;
import org.shuangsuiji.sampling.Items;
import org.shuangsuiji.sampling.SourceSheet;
import org.shuangsuiji.sampling.SubjectKind;
import org.shuangsuiji.sampling.SubjectStatus;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * The whole application with a database of its own, in which a county went from its first item to the day after the
 * last visit. Register and ranks are written into the database; everything after them is done by the product, at
 * moments that are the same in every such county, and what was found depends on the credit code alone.
 *
 * <p>In the campaign {@link #WHOLE} every rank is drawn whole: who is drawn is the same however the ranks were dealt,
 * and whatever the seed says.
 */
final class RankedDistrict implements AutoCloseable {
    /** Sealed, drawn whole, visited, published, released. */
    static final String WHOLE = "2025年登记事项双随机抽查";

    /** Sealed, drawn at a ratio for each rank; the visits go on. */
    static final String IN_PART = "2025年公示信息双随机抽查";

    /** Open, drawn whole, visited, published, released. */
    static final String WITHOUT_GRADES = "2025年广告双随机抽查";

    private static final String ABANDONED = "2025年价格双随机抽查";

    /** The number of an enterprise whose rank is the lowest in the first deal and another in the second. */
    static final int DEALT_ANEW = 9;

    /** In the past of every machine, so that a job scheduled for a moment of the story is due at once. */
    private static final Instant MONDAY = Instant.parse("2025-09-01T01:00:00Z");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int INSPECTORS = 6;
    private static final int ALL = 500;
    private static final List<String> TRADES = List.of("商贸", "餐饮", "物流", "建材", "药房", "文具", "粮油");

    private final List<Integer> ranks;
    private final OfficeDatabase database = OfficeDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final OfficeClock clock = new OfficeClock();
    private final ConfigurableApplicationContext context;
    private final Map<String, Runnable> timed = new HashMap<>();

    private Actor planner = Actor.SYSTEM;
    private Actor reviewer = Actor.SYSTEM;

    /**
     * @param ranks the rank of each enterprise of the register in turn; 0 where it has none
     */
    RankedDistrict(List<Integer> ranks) {
        this.ranks = List.copyOf(ranks);
        context = new SpringApplicationBuilder(Shuangsuiji.class)
                .initializers(it -> ((GenericApplicationContext) it)
                        .registerBean("officeClock", OfficeClock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--shuangsuiji.database.app-password=app-of-the-tests",
                        "--shuangsuiji.database.portal-password=portal-of-the-tests",
                        "--shuangsuiji.demo=false",
                        "--logging.level.root=warn");
        takeOverTimedTasks();
    }

    /** The office's clock, put to any moment by the story. */
    static final class OfficeClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Legal days are days in Asia/Shanghai");
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    JdbcClient owner() {
        return owner;
    }

    OfficeDatabase database() {
        return database;
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    Scope scope() {
        return planner.scope();
    }

    /** How many enterprises the register has. */
    int size() {
        return ranks.size();
    }

    static String code(int number) {
        return "91150581MA0R%06d".formatted(number);
    }

    static String name(int number) {
        return "霍林郭勒市第%d%s有限公司".formatted(number, TRADES.get(number % TRADES.size()));
    }

    long campaign(String name) {
        return owner.sql("select max(id) from sampling.campaign where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    long draw(String campaign) {
        return owner.sql("select max(id) from sampling.draw where campaign_id = :campaign")
                .param("campaign", campaign(campaign))
                .query(Long.class)
                .single();
    }

    /** Brings the county from its first item to the day after the last visit. */
    void live() {
        workIsDone(); // the grader's, which the product begins at its start: later it would grade over what was dealt
        Department county = bodies();
        planner = new Actor("planner", "计划员", county.id(), county.scope());
        reviewer = new Actor("reviewer", "审核员", county.id(), county.scope());
        register();
        long model = grade();
        inspectors(county);
        matters();
        long first = item("A01", "登记事项检查");
        long second = item("A02", "公示信息检查");

        long whole = plan(terms(WHOLE, first, "2025-09-30", model, same(10_000), Digest.SHA_256, "2025-09-02"));
        long inPart = plan(
                terms(IN_PART, second, "2025-12-31", model, rates(100, 1_000, 3_000, 5_000), Digest.SM3, "2025-09-03"));
        long open = plan(terms(
                WITHOUT_GRADES,
                second,
                "2025-09-30",
                null,
                List.of(new CampaignRate(CampaignRate.ALL, 10_000, null, null)),
                Digest.SHA_256,
                "2025-09-04"));
        CampaignTerms terms = terms(
                ABANDONED, first, "2025-12-31", model, rates(200, 500, 1_500, 4_000), Digest.SHA_256, "2025-12-01");
        long abandoned = plan(terms);
        at("2025-09-01T14:00");
        the(EndDraw.class).abandon(abandoned, "原名单漏列一户", planner);
        long anew = the(Campaigns.class).again(abandoned, "原名单漏列一户", planner);
        int lock = the(Campaigns.class).get(anew, planner.scope()).lockVersion();
        the(Campaigns.class).change(anew, lock, terms, planner);
        freeze(anew);
        endOfDay();

        draw(whole);
        draw(inPart);
        draw(open);
        at("2025-09-19T17:00");
        List<Visit> visits = visits(whole);
        visits.forEach(this::inspect);
        inspectSome(open);
        review(whole);
        review(open);
        at("2025-09-22T09:00");
        publish(whole, number -> number % 2 == 0 && number % 13 != 0);
        publish(open, number -> true);
        endOfDay();
        at("2025-09-23T09:00");
        publish(whole, number -> number % 2 == 1 && number % 13 != 0);
        correct(visits.get(6));
        withdraw(visits.get(7));
        endOfDay();
        at("2025-10-09T09:00");
        endOfDay();
    }

    private void at(String moment) {
        clock.now.set(LocalDateTime.parse(moment).atZone(clock.getZone()).toInstant());
    }

    private Department bodies() {
        var create = the(CreateDepartment.class);
        Department city = create.create(
                new NewDepartment(0, "150500-SCJG", "通辽市市场监督管理局", "通市监", Department.Level.CITY, "市场监管", "150500"),
                Actor.SYSTEM);
        return create.create(
                new NewDepartment(
                        city.id(), "150581-SCJG", "霍林郭勒市市场监督管理局", "霍市监", Department.Level.COUNTY, "市场监管", "150581"),
                Actor.SYSTEM);
    }

    private void matters() {
        Matters matters = the(Matters.class);
        var terms = new MatterTerms(
                "SCJG-01",
                "行政处罚",
                Set.of(RecordKind.PENALTY),
                "文书号、决定日期",
                "《中华人民共和国行政处罚法》第四十八条",
                "每件 7 个工作日内",
                MatterTerms.Share.UNCONDITIONAL,
                true);
        matters.handIn(matters.begin(terms, false, planner), 0, planner);
        the(PublishMatterList.class)
                .publish(LocalDate.now(clock), Matters.seen(matters.handedIn(planner.scope())), planner);
    }

    private void register() {
        owner.sql("""
                        insert into ingest.enterprise (credit_code, code_class, registered, name, search_grams, region,
                            section, industry, established, capital_fen, legal_person, subject_kind, status, address,
                            flags, first_delivery_id, delivery_id, known_from, content_hash)
                        select code, 'OK', true, name, '{}', case when n % 3 = 0 then '150581001' else '150581' end,
                               'F', '5112', date '2010-01-01', 500000000, '人' || n, 'ENTERPRISE', 'ACTIVE',
                               '振兴大街' || n || '号', 0, 1, 1, timestamptz '2025-01-01', gen_random_uuid()
                        from unnest(:codes::text[], :names::text[]) with ordinality as r (code, name, n) order by n""")
                .param("codes", numbers().mapToObj(RankedDistrict::code).toArray(String[]::new))
                .param("names", numbers().mapToObj(RankedDistrict::name).toArray(String[]::new))
                .update();
    }

    /** Lets the grader look at everybody, and puts the ranks that were dealt into the place of its own. */
    private long grade() {
        long model = the(Models.class).installGeneral(Actor.SYSTEM);
        long version = owner.sql("select active_version_id from risk.model where id = :model")
                .param("model", model)
                .query(Long.class)
                .single();
        var run = the(ClassifyEnterprises.class).all(version, LocalDate.now(clock), Progress.SILENT, Actor.SYSTEM);
        assertThat(run.enterprises()).isEqualTo(size());
        owner.sql("delete from risk.assessment").update();
        owner.sql("""
                        insert into risk.assessment (model_id, enterprise_id, run_id, version_id, state, rank, score,
                            bins, input_digest, as_of, assessed_at)
                        select :model, e.id, :run, :version, 'GRADED', rank, 0, '', decode(repeat('00', 16), 'hex'),
                               date '2025-09-01', timestamptz '2025-09-01'
                        from unnest(:codes::text[], :ranks::smallint[]) as g (code, rank)
                        join ingest.enterprise e on e.credit_code = g.code where rank > 0""")
                .param("model", model)
                .param("run", run.runId())
                .param("version", version)
                .param("codes", numbers().mapToObj(RankedDistrict::code).toArray(String[]::new))
                .param("ranks", ranks.toArray(Integer[]::new))
                .update();
        return model;
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(1, ranks.size());
    }

    private void inspectors(Department county) {
        for (int i = 1; i <= INSPECTORS; i++) {
            long id = the(Inspectors.class)
                    .create(
                            new InspectorTerms(
                                    "SJ00" + i,
                                    "执法员" + i,
                                    county.id(),
                                    "15058100" + i,
                                    LocalDate.of(2028, 6, 30),
                                    List.of(),
                                    List.of("*"),
                                    true),
                            planner);
            owner.sql("""
                            insert into office.person (account, name, department_id, inspector_id, created_at)
                            values (:account, :name, :department, :inspector, now())""")
                    .param("account", account("SJ00" + i))
                    .param("name", "执法员" + i)
                    .param("department", county.id())
                    .param("inspector", id)
                    .update();
        }
    }

    private static String account(String staffNo) {
        return staffNo.toLowerCase(Locale.ROOT);
    }

    private long item(String code, String name) {
        long id = the(Items.class)
                .create(
                        new ItemTerms(
                                code,
                                planner.departmentId(),
                                name,
                                Item.Category.GENERAL,
                                "《企业信息公示暂行条例》第十四条",
                                Set.of(SubjectKind.ENTERPRISE),
                                Set.of(Item.Method.ON_SITE),
                                "名称、住所、经营范围",
                                List.of()),
                        planner);
        the(PublishItem.class).publish(id, planner);
        return id;
    }

    private static List<CampaignRate> same(int ratio) {
        return rates(ratio, ratio, ratio, ratio);
    }

    private static List<CampaignRate> rates(int one, int two, int three, int four) {
        return List.of(
                new CampaignRate((short) 1, one, null, null),
                new CampaignRate((short) 2, two, null, null),
                new CampaignRate((short) 3, three, null, null),
                new CampaignRate((short) 4, four, null, null));
    }

    private CampaignTerms terms(
            String name,
            long item,
            String ends,
            @Nullable Long model,
            List<CampaignRate> rates,
            Digest digest,
            String drawnOn) {
        Instant dice = Instant.parse(drawnOn + "T02:00:00Z");
        Instant fallback = dice.plus(Duration.ofDays(2));
        return new CampaignTerms(
                name,
                planner.departmentId(),
                item,
                LocalDate.of(2025, 9, 8),
                LocalDate.parse(ends),
                List.of(),
                List.of(),
                Set.of(SubjectStatus.ACTIVE),
                Set.of(SubjectKind.ENTERPRISE),
                model,
                model == null ? "本事项不涉及信用分类" : null,
                rates,
                digest,
                2,
                60,
                1_000,
                1,
                List.of(
                        new CampaignSource("现场骰子 " + drawnOn, SourceKind.DICE, dice, List.of(1, 1, 1, 1), null, null),
                        new CampaignSource(
                                "福彩双色球 " + drawnOn,
                                SourceKind.LOTTERY,
                                dice.plusSeconds(3600),
                                List.of(2, 2, 2, 2, 2, 2, 2),
                                "福彩双色球 " + drawnOn + " 下一期",
                                fallback),
                        new CampaignSource(
                                "上证综指收盘×100 " + drawnOn,
                                SourceKind.INDEX,
                                dice.plusSeconds(7200),
                                List.of(7),
                                "上证综指次日收盘×100 " + drawnOn,
                                fallback)));
    }

    private long plan(CampaignTerms terms) {
        long campaign = the(Campaigns.class).create(terms, planner);
        freeze(campaign);
        return campaign;
    }

    private void freeze(long campaign) {
        the(FreezeCampaign.class).freeze(campaign, null, "各批名单分别检查不同的内容", planner);
    }

    /** Waits for each source until it is due, enters its value, and draws. */
    private void draw(long campaign) {
        Draws draws = the(Draws.class);
        long draw = draws.ofCampaign(campaign, scope()).orElseThrow().id();
        for (SourceSheet source : draws.sources(draw, scope())) {
            clock.now.set(source.due());
            String value = String.join(
                    " ",
                    source.format().stream()
                            .map(width -> "1".repeat(width.intValue()))
                            .toList());
            the(EnterSource.class).value(campaign, source.place(), value, value, "发布机构官方网站当日公告", reviewer);
        }
        the(DrawCampaign.class).draw(campaign, planner);
    }

    /** The visits of a campaign as they stand now, by credit code. */
    private List<Visit> visits(long campaign) {
        Visits visits = the(Visits.class);
        return visits.list(scope(), EnumSet.allOf(VisitState.class), null, ALL).stream()
                .map(line -> visits.findInScope(line.visitId(), planner))
                .filter(visit -> visit.campaignId() == campaign)
                .sorted(Comparator.comparing(Visit::creditCode))
                .toList();
    }

    private static int number(Visit visit) {
        return Integer.parseInt(visit.creditCode().substring(12));
    }

    /** The team stands at the door and hands in what it found; one enterprise in 22 was not visited yet. */
    private void inspect(Visit visit) {
        if (number(visit) % 22 == 0) {
            return;
        }
        enter(visit, finding(number(visit)));
    }

    private void inspectSome(long campaign) {
        visits(campaign).stream()
                .filter(visit -> number(visit) % 10 == 3)
                .forEach(visit -> enter(visit, new Finding(1, List.of("1"), "")));
    }

    private static Finding finding(int number) {
        if (number % 11 == 0) {
            return new Finding(1, List.of("4"), "按登记住所实地查无，电话停机");
        }
        return number % 5 == 0
                ? new Finding(1, List.of("2", "5"), "许可证未在醒目位置公示，已责令当场改正")
                : new Finding(1, List.of("1"), "");
    }

    private void enter(Visit visit, Finding finding) {
        Visit.Member lead =
                visit.team().stream().filter(Visit.Member::lead).findFirst().orElseThrow();
        Visit.Member second = visit.team().stream()
                .filter(member -> !member.lead())
                .findFirst()
                .orElseThrow();
        Actor actor = new Actor(account(lead.staffNo()), lead.name(), planner.departmentId(), scope());
        if (visit.state() == VisitState.OPEN) {
            the(RegisterVisit.class).register(visit.visitId(), actor);
        }
        the(EnterResult.class)
                .submit(
                        visit.visitId(),
                        visit.resultVersion(),
                        new ResultForm(
                                LocalDate.of(2025, 9, 8).plusDays(number(visit) % 9),
                                Set.of(Method.ON_SITE),
                                second.inspectorId(),
                                List.of(finding)),
                        actor);
    }

    /** The reviewer passes what was handed in, sends one result in 17 back, and has not looked at one in 19. */
    private void review(long campaign) {
        for (Visit visit : visits(campaign)) {
            var seen = new ReviewResult.Seen(visit.visitId(), visit.resultVersion());
            if (visit.state() != VisitState.SUBMITTED || number(visit) % 19 == 0) {
                continue;
            }
            if (number(visit) % 17 == 0) {
                the(ReviewResult.class).sendBack(seen, "请补充现场检查的具体情况", reviewer);
            } else {
                the(ReviewResult.class).pass(seen, reviewer);
            }
        }
    }

    private void publish(long campaign, IntPredicate numbers) {
        List<Long> passed = new ArrayList<>();
        for (Visit visit : visits(campaign)) {
            if (visit.state() == VisitState.PASSED && numbers.test(number(visit))) {
                passed.add(visit.visitId());
            }
        }
        the(PublishResult.class).publishAll(passed, reviewer);
    }

    private void withdraw(Visit visit) {
        the(WithdrawResult.class).withdraw(visit.visitId(), "检查日期录入有误", reviewer);
    }

    private void correct(Visit visit) {
        withdraw(visit);
        enter(now(visit), new Finding(1, List.of("5"), "复查后更正"));
        the(ReviewResult.class)
                .pass(new ReviewResult.Seen(visit.visitId(), now(visit).resultVersion()), reviewer);
        the(PublishResult.class).publish(visit.visitId(), reviewer);
    }

    private Visit now(Visit visit) {
        return the(Visits.class).findInScope(visit.visitId(), planner);
    }

    /** The product's own timed tasks happen when the story says so, not when this machine is slow. */
    private void takeOverTimedTasks() {
        for (ScheduledTaskHolder holder :
                context.getBeansOfType(ScheduledTaskHolder.class).values()) {
            for (ScheduledTask task : holder.getScheduledTasks()) {
                task.cancel(false);
                timed.put(
                        task.toString().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1"),
                        task.getTask().getRunnable());
            }
        }
    }

    /** All work that the day caused is done, the ledger is sealed, and what becomes public by the calendar is public. */
    private void endOfDay() {
        workIsDone();
        for (String task : List.of("LedgerSealer.sealAll", "DailyPublicity.ledgerHead", "DailyPublicity.drawnUnits")) {
            assertThat(timed).containsKey(task);
            timed.get(task).run();
        }
    }

    private void workIsDone() {
        Jobs jobs = the(Jobs.class);
        await().atMost(PATIENCE).until(() -> none(jobs, Job.State.WAITING) && none(jobs, Job.State.RUNNING));
        assertThat(jobs.list(Job.State.FAILED, null, Scope.WHOLE_OFFICE, ALL)).isEmpty();
    }

    private static boolean none(Jobs jobs, Job.State state) {
        return jobs.list(state, null, Scope.WHOLE_OFFICE, 1).isEmpty();
    }
}
