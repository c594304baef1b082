package org.shuangsuiji.bench;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shuangsuiji.console.office.CreateDepartment;
import org.shuangsuiji.console.office.Departments.NewDepartment;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.publication.OpenVisits;
import org.shuangsuiji.publication.PublishCampaign;
import org.shuangsuiji.sampling.CampaignRate;
import org.shuangsuiji.sampling.CampaignSource;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.EnterSourceValue;
import org.shuangsuiji.sampling.FreezeFrame;
import org.shuangsuiji.sampling.InspectorTerms;
import org.shuangsuiji.sampling.Inspectors;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.ItemTerms;
import org.shuangsuiji.sampling.Items;
import org.shuangsuiji.sampling.RunDraw;
import org.shuangsuiji.sampling.SubjectKind;
import org.shuangsuiji.sampling.SubjectStatus;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.draw.Commitment;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.DepartmentPlan;
import org.shuangsuiji.sampling.draw.Fallback;
import org.shuangsuiji.sampling.draw.Frame;
import org.shuangsuiji.sampling.draw.Inspector;
import org.shuangsuiji.sampling.draw.Master;
import org.shuangsuiji.sampling.draw.Mode;
import org.shuangsuiji.sampling.draw.Roster;
import org.shuangsuiji.sampling.draw.RuleDraft;
import org.shuangsuiji.sampling.draw.Source;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.shuangsuiji.sampling.draw.SourceValue;
import org.shuangsuiji.sampling.draw.SourceValues;
import org.shuangsuiji.sampling.draw.Stratum;

/**
 * A draw over the whole district, three of a hundred, by five hundred inspectors of whom at most a hundred fit any one
 * visit.
 *
 * <p>The peer is what systems of this kind do: {@code ORDER BY random() LIMIT n} for each stratum of the same frame. It
 * commits to nothing, can be repeated by nobody, and sends nobody anywhere.
 */
final class DrawBench {
    /** Each round closes a further list of the same item beside those of the rounds before. */
    private static final String AGAIN = "测算用时的又一轮抽取";

    private static final int INSPECTORS = 500;
    private static final int FITTING_MAX = 100;
    private static final int GROUPS = INSPECTORS / FITTING_MAX;
    private static final int RATIO = 300;
    private static final int TEAM = 2;
    private static final int RUNS = 5;
    private static final int WHOLE_RUNS = 3;
    private static final int NOTICE_PER_SECOND = 20_000;

    private final Office office;
    private final Report report;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private int rounds;

    /** How long before its source is due a campaign is frozen: ample for the first, then what the last one took. */
    private Duration notice = Duration.ZERO;

    DrawBench(Office office, Report report, Clock clock) {
        this.office = office;
        this.report = report;
        this.clock = clock;
    }

    /** What one campaign took: to its commitment, to its teams, and for what the office and the public get to see. */
    private record Round(long drawId, Duration freeze, Duration draw, Duration publicity) {
        Duration drawn() {
            return freeze.plus(draw);
        }

        Duration published() {
            return drawn().plus(publicity);
        }
    }

    /**
     * Draws over what is loaded.
     *
     * @param modelId the model whose grades make the strata
     */
    void run(int enterprises, long modelId) throws Exception {
        Actor planner = settle();
        long itemId = item(planner, enterprises);
        office.execute("vacuum analyze ingest.enterprise", "vacuum analyze risk.assessment");
        notice = Duration.ofSeconds(15 + enterprises / NOTICE_PER_SECOND);
        Round first = round(modelId, itemId, planner, Digest.SHA_256);
        keepFrame(first.drawId());
        Times peer = orderByRandom(first.drawId());
        whole(enterprises, modelId, itemId, planner, Digest.SHA_256, peer);
        round(modelId, itemId, planner, Digest.SM3);
        whole(enterprises, modelId, itemId, planner, Digest.SM3, peer);
        drawAlone(enterprises, first.drawId());
    }

    private void whole(int enterprises, long modelId, long itemId, Actor planner, Digest digest, Times peer)
            throws Exception {
        List<Round> runs = new ArrayList<>();
        for (int i = 0; i < WHOLE_RUNS; i++) {
            runs.add(round(modelId, itemId, planner, digest));
        }
        report.row(
                "draw, " + digest.label() + ": freeze + commit + draw + teams, all stored",
                enterprises,
                new Times(runs.stream().map(Round::drawn).toList()),
                "`ORDER BY random() LIMIT n` per stratum alone",
                peer);
        report.row(
                "the same, and visits opened for the teams, commitment and seed announced",
                enterprises,
                new Times(runs.stream().map(Round::published).toList()),
                "`ORDER BY random() LIMIT n` per stratum alone",
                peer);
        long drawId = runs.get(0).drawId();
        report.note(String.format(
                Locale.ROOT,
                "%,d enterprises, %s: freeze and commit %.2f s, draw and teams %.2f s; frame %,d, %,d visits, %,d unfilled"
                        + " seats, at most %d of %d inspectors fit a visit",
                enterprises,
                digest.label(),
                new Times(runs.stream().map(Round::freeze).toList()).medianSeconds(),
                new Times(runs.stream().map(Round::draw).toList()).medianSeconds(),
                office.number("select sum(size) from sampling.draw_target where draw_id = " + drawId),
                office.number("select visits from sampling.draw where id = " + drawId),
                office.number("select coalesce(sum(u.missing), 0) from sampling.unfilled_seat u"
                        + " join sampling.visit v on v.id = u.visit_id where v.draw_id = " + drawId),
                fittingMost(),
                INSPECTORS));
    }

    /** One campaign: planned, frozen, its source awaited and entered, drawn. */
    private Round round(long modelId, long itemId, Actor planner, Digest digest) throws Exception {
        String name = "bench %d %s".formatted(++rounds, digest.label());
        Instant due = clock.instant().plus(notice).truncatedTo(ChronoUnit.SECONDS);
        long campaignId =
                office.bean(Campaigns.class).create(terms(name, modelId, itemId, planner, digest, due), planner);
        office.execute("checkpoint");
        Duration freeze = time(() -> office.bean(FreezeFrame.class).freeze(campaignId, null, AGAIN, planner));
        Duration announcement = time(() -> office.bean(PublishCampaign.class).atFreeze(campaignId, planner));
        notice = freeze.multipliedBy(2).plusSeconds(5);
        while (clock.instant().isBefore(due)) {
            Thread.sleep(200);
        }
        String value = beacon();
        Actor another = new Actor("bench-reviewer", "bench", planner.departmentId(), planner.scope());
        office.bean(EnterSourceValue.class).enter(campaignId, 0, value, value, "made for the bench", another);
        office.execute("checkpoint");
        Duration draw = time(() -> office.bean(RunDraw.class).run(campaignId, planner));
        long drawId = office.number("select id from sampling.draw where campaign_id = " + campaignId);
        Duration opening = time(() -> {
            office.bean(OpenVisits.class).afterDraw(drawId, planner);
            office.bean(PublishCampaign.class).atDraw(drawId, planner);
        });
        return new Round(drawId, freeze, draw, announcement.plus(opening));
    }

    private static Duration time(Times.Work work) throws Exception {
        return Times.of(1, () -> {}, work).runs().get(0);
    }

    private CampaignTerms terms(String name, long modelId, long itemId, Actor planner, Digest digest, Instant due) {
        LocalDate today = LocalDate.now(clock);
        return new CampaignTerms(
                name,
                planner.departmentId(),
                itemId,
                today,
                today.plusMonths(2),
                List.of(),
                List.of(),
                Set.of(SubjectStatus.ACTIVE),
                Set.of(SubjectKind.values()),
                modelId,
                null,
                rates(),
                digest,
                TEAM,
                1_000,
                1_000,
                1,
                List.of(new CampaignSource(
                        "beacon of " + name,
                        SourceKind.BEACON,
                        due,
                        List.of(64),
                        "other beacon of " + name,
                        due.plus(Duration.ofHours(1)))));
    }

    private static List<CampaignRate> rates() {
        List<CampaignRate> rates = new ArrayList<>();
        for (short rank = 1; rank <= 4; rank++) {
            rates.add(new CampaignRate(rank, RATIO, null, null));
        }
        return rates;
    }

    /** The frame as a plain table, as the peer would have it. */
    private void keepFrame(long drawId) throws SQLException {
        office.execute(
                "create schema if not exists peer",
                "drop table if exists peer.frame",
                "create table peer.frame as select unit, stratum from sampling.frame_unit where draw_id = " + drawId,
                "vacuum analyze peer.frame");
    }

    /** The same numbers of the same strata of the same frame, kept in a table. */
    private Times orderByRandom(long drawId) throws Exception {
        var union = new StringBuilder();
        for (Map.Entry<String, Integer> stratum : takes(drawId).entrySet()) {
            union.append(union.isEmpty() ? "" : " union all ")
                    .append("(select unit from peer.frame where stratum = '")
                    .append(stratum.getKey())
                    .append("' order by random() limit ")
                    .append(stratum.getValue())
                    .append(")");
        }
        return Times.of(
                RUNS,
                () -> office.execute("drop table if exists peer.pick"),
                () -> office.execute("create table peer.pick as " + union));
    }

    private Map<String, Integer> takes(long drawId) throws SQLException {
        Map<String, Integer> takes = new TreeMap<>();
        try (Connection connection = office.owner().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select stratum, take from sampling.draw_stratum where draw_id = " + drawId)) {
            while (rows.next()) {
                takes.put(rows.getString("stratum"), rows.getInt("take"));
            }
        }
        return takes;
    }

    /** The draw by itself, frame in memory, nobody to send: what the peer does, and a proof of it. */
    private void drawAlone(int enterprises, long drawId) throws Exception {
        Frame.Builder frame = Frame.builder();
        Map<String, int[]> strata = new TreeMap<>();
        try (Connection connection = office.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                ResultSet rows = statement.executeQuery(
                        "select unit, stratum, region from sampling.frame_unit where draw_id = " + drawId);
                while (rows.next()) {
                    String stratum = rows.getString("stratum");
                    frame.add(rows.getString("unit"), stratum, rows.getString("region"));
                    strata.computeIfAbsent(stratum, it -> new int[1])[0]++;
                }
            }
        }
        CommittedDraw committed = committed(frame.build(), strata);
        Times peer = orderByRandom(drawId);
        Times ours = Times.of(RUNS, () -> {}, () -> committed.draw(values()));
        report.row("draw itself, SHA-256", enterprises, ours, "`ORDER BY random() LIMIT n` per stratum", peer);
    }

    private CommittedDraw committed(Frame frame, Map<String, int[]> strata) {
        LocalDate today = LocalDate.now(clock);
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        RuleDraft draft = new RuleDraft(
                Digest.SHA_256,
                Mode.SEALED,
                "BENCH",
                1,
                Commitment.NONE,
                "bench",
                null,
                false,
                Roster.PERSON,
                TEAM,
                today.plusMonths(2),
                List.of(new Source(
                        "bench beacon",
                        SourceKind.BEACON,
                        due,
                        List.of(64L),
                        new Fallback("bench other beacon", due.plusSeconds(60)))));
        List<Stratum> table = new ArrayList<>();
        strata.forEach((id, size) -> {
            int take = (size[0] * RATIO + 9_999) / 10_000;
            table.add(new Stratum(id, size[0], take, take / 10));
        });
        Inspector nobody = Inspector.of("B1", "BENCH", List.of(), List.of(), today.plusYears(1), List.of());
        byte[] master = new byte[32];
        random.nextBytes(master);
        return CommittedDraw.commit(
                draft,
                List.of(new DepartmentPlan("BENCH", List.of(), 1, frame, table)),
                org.shuangsuiji.sampling.draw.Inspectors.of(List.of(nobody)),
                Master.of(master));
    }

    private SourceValues values() {
        return SourceValues.of(SourceValue.spoken(beacon()));
    }

    private String beacon() {
        byte[] beacon = new byte[32];
        random.nextBytes(beacon);
        return HexFormat.of().formatHex(beacon);
    }

    /** A body over all counties and its inspectors, each group for a part of the regions. */
    private Actor settle() throws SQLException {
        String code = "150000-BENCH";
        Department department = office
                .bean(org.shuangsuiji.console.office.Departments.class)
                .list(org.shuangsuiji.model.Scope.WHOLE_OFFICE)
                .stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null);
        if (department != null) {
            return actor(department);
        }
        Department made = office.bean(CreateDepartment.class)
                .create(
                        new NewDepartment(0, code, "bench", "bench", Department.Level.PROVINCE, "bench", "150000"),
                        Actor.SYSTEM);
        Actor planner = actor(made);
        List<List<String>> regions = regionsByGroup();
        for (int i = 0; i < INSPECTORS; i++) {
            office.bean(Inspectors.class)
                    .create(
                            new InspectorTerms(
                                    "B%04d".formatted(i),
                                    "bench " + i,
                                    made.id(),
                                    "BENCH%04d".formatted(i),
                                    LocalDate.now(clock).plusYears(3),
                                    List.of(),
                                    regions.get(i % GROUPS),
                                    true),
                            planner);
        }
        long fitting = fittingMost();
        if (fitting > FITTING_MAX) {
            throw new IllegalStateException(
                    "%d inspectors fit one visit, where at most %d should".formatted(fitting, FITTING_MAX));
        }
        return planner;
    }

    /** Regions dealt out to the groups; a region goes with the one it lies in, whose inspectors fit it too. */
    private List<List<String>> regionsByGroup() throws SQLException {
        List<List<String>> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            groups.add(new ArrayList<>());
        }
        try (Connection connection = office.owner().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select distinct region collate "C" as region from ingest.enterprise
                        where region is not null order by 1""")) {
            int group = GROUPS - 1;
            String outer = "-";
            while (rows.next()) {
                String region = rows.getString("region");
                if (!region.startsWith(outer)) {
                    outer = region;
                    group = (group + 1) % GROUPS;
                    groups.get(group).add(region);
                }
            }
        }
        return groups;
    }

    /** To how many of the bench's inspectors the region of an enterprise is open, at most. */
    private long fittingMost() throws SQLException {
        return office.number("""
                select max(fitting) from (
                    select (select count(*) from sampling.inspector i
                            where i.staff_no like 'B%' and exists (
                                select from unnest(i.regions) as prefix where r.region like prefix || '%')) as fitting
                    from (select distinct region from ingest.enterprise where region is not null) r
                ) f""");
    }

    private static Actor actor(Department department) {
        return new Actor("bench", "bench", department.id(), department.scope());
    }

    private long item(Actor planner, int enterprises) {
        Items items = office.bean(Items.class);
        long id = items.create(
                new ItemTerms(
                        "BENCH-" + enterprises,
                        planner.departmentId(),
                        "bench",
                        Item.Category.GENERAL,
                        "bench",
                        Set.of(SubjectKind.values()),
                        Set.of(Item.Method.ON_SITE),
                        "",
                        List.of()),
                planner);
        items.publish(id, planner);
        return id;
    }
}
