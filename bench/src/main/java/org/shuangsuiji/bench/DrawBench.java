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
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shuangsuiji.console.joining.DrawCampaign;
import org.shuangsuiji.console.joining.FreezeCampaign;
import org.shuangsuiji.console.office.CreateDepartment;
import org.shuangsuiji.console.office.Departments.NewDepartment;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.sampling.CampaignRate;
import org.shuangsuiji.sampling.CampaignSource;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.EnterSourceValue;
import org.shuangsuiji.sampling.InspectorTerms;
import org.shuangsuiji.sampling.Inspectors;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.ItemTerms;
import org.shuangsuiji.sampling.Items;
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
 * A draw over the whole district, three of a hundred, by five hundred inspectors of whom a hundred fit each visit.
 *
 * <p>The peer is what systems of this kind do: {@code ORDER BY random() LIMIT n} for each stratum of the same frame. It
 * commits to nothing, can be repeated by nobody, and sends nobody anywhere.
 */
final class DrawBench {
    private static final int INSPECTORS = 500;
    private static final int GROUPS = 5;
    private static final int RATIO = 300;
    private static final int TEAM = 2;
    private static final int RUNS = 5;

    private final Office office;
    private final Report report;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DrawBench(Office office, Report report, Clock clock) {
        this.office = office;
        this.report = report;
        this.clock = clock;
    }

    /**
     * Draws over what is loaded.
     *
     * @param modelId the model whose grades make the strata
     */
    void run(int enterprises, long modelId) throws Exception {
        Actor planner = settle();
        long itemId = item(planner, enterprises);
        whole(enterprises, modelId, itemId, planner, Digest.SHA_256);
        whole(enterprises, modelId, itemId, planner, Digest.SM3);
        drawAlone(enterprises);
    }

    private void whole(int enterprises, long modelId, long itemId, Actor planner, Digest digest) throws Exception {
        LocalDate today = LocalDate.now(clock);
        Instant first = clock.instant().plus(Duration.ofSeconds(30)).truncatedTo(ChronoUnit.SECONDS);
        String round = enterprises + " " + digest;
        long campaignId = office.bean(Campaigns.class)
                .create(
                        new CampaignTerms(
                                "bench " + round,
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
                                        "bench beacon " + round,
                                        SourceKind.BEACON,
                                        first,
                                        List.of(64),
                                        "bench other beacon " + round,
                                        first.plus(Duration.ofHours(1))))),
                        planner);
        Times freeze = Times.of(1, () -> office.execute("checkpoint"), () -> office.bean(FreezeCampaign.class)
                .freeze(campaignId, planner));
        while (clock.instant().isBefore(first)) {
            Thread.sleep(200);
        }
        byte[] beacon = new byte[32];
        random.nextBytes(beacon);
        String value = HexFormat.of().formatHex(beacon);
        office.bean(EnterSourceValue.class).enter(campaignId, 0, value, value, "made for the bench", planner);
        Times draw = Times.of(1, () -> office.execute("checkpoint"), () -> office.bean(DrawCampaign.class)
                .draw(campaignId, planner));
        Times peer = orderByRandom(campaignId);
        long visits = office.number("select visits from sampling.draw where campaign_id = " + campaignId);
        long unfilled =
                office.number("select count(*) from sampling.unfilled_seat u join sampling.visit v on v.id = u.visit_id"
                        + " where v.campaign_id = " + campaignId);
        report.row(
                "draw, " + digest + ": freeze + commit + draw + teams, all stored",
                enterprises,
                freeze.medianSeconds() + draw.medianSeconds(),
                "`ORDER BY random() LIMIT n` per stratum alone",
                peer.medianSeconds(),
                1);
        report.note(
                "%,d enterprises, %s: freeze and commit %.2f s, draw and teams %.2f s; %,d visits, %d unfilled seats"
                        .formatted(
                                enterprises, digest, freeze.medianSeconds(), draw.medianSeconds(), visits, unfilled));
    }

    private static List<CampaignRate> rates() {
        List<CampaignRate> rates = new ArrayList<>();
        for (short rank = 1; rank <= 4; rank++) {
            rates.add(new CampaignRate(rank, RATIO, null, null));
        }
        return rates;
    }

    /** The same numbers of the same strata of the same frame, kept in a table. */
    private Times orderByRandom(long campaignId) throws Exception {
        String frame = "(select id from sampling.draw where campaign_id = %d)".formatted(campaignId);
        var union = new StringBuilder();
        for (Map.Entry<String, Integer> stratum : takes(campaignId).entrySet()) {
            union.append(union.isEmpty() ? "" : " union all ")
                    .append("(select unit from sampling.frame_unit where draw_id = ")
                    .append(frame)
                    .append(" and stratum = '")
                    .append(stratum.getKey())
                    .append("' order by random() limit ")
                    .append(stratum.getValue())
                    .append(")");
        }
        office.execute("create schema if not exists peer", "vacuum analyze sampling.frame_unit");
        return Times.of(
                RUNS,
                () -> office.execute("drop table if exists peer.pick"),
                () -> office.execute("create table peer.pick as " + union));
    }

    private Map<String, Integer> takes(long campaignId) throws SQLException {
        Map<String, Integer> takes = new TreeMap<>();
        try (Connection connection = office.owner().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select s.stratum, s.take from sampling.draw_stratum s join sampling.draw d on d.id = s.draw_id"
                                + " where d.campaign_id = " + campaignId)) {
            while (rows.next()) {
                takes.put(rows.getString("stratum"), rows.getInt("take"));
            }
        }
        return takes;
    }

    /** The draw by itself, frame in memory, nobody to send: what the peer does, and a proof of it. */
    private void drawAlone(int enterprises) throws Exception {
        long drawId = office.number("select max(id) from sampling.draw");
        Frame.Builder frame = Frame.builder();
        Map<String, int[]> strata = new TreeMap<>();
        try (Connection connection = office.owner().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                ResultSet rows = statement.executeQuery(
                        "select unit, stratum, region from sampling.frame_unit where draw_id = %d order by unit"
                                .formatted(drawId));
                while (rows.next()) {
                    String stratum = rows.getString("stratum");
                    frame.add(rows.getString("unit"), stratum, rows.getString("region"));
                    strata.computeIfAbsent(stratum, it -> new int[1])[0]++;
                }
            }
        }
        CommittedDraw committed = committed(frame.build(), strata);
        long campaignId = office.number("select campaign_id from sampling.draw where id = " + drawId);
        Times peer = orderByRandom(campaignId);
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
        byte[] beacon = new byte[32];
        random.nextBytes(beacon);
        return SourceValues.of(SourceValue.spoken(HexFormat.of().formatHex(beacon)));
    }

    /** A body over all counties and its inspectors, each for a fifth of the counties. */
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
        List<List<String>> counties = countiesByGroup();
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
                                    counties.get(i % GROUPS),
                                    true),
                            planner);
        }
        return planner;
    }

    /** Streets rather than counties, so that a district of one county has five groups, too. */
    private List<List<String>> countiesByGroup() throws SQLException {
        List<List<String>> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            groups.add(new ArrayList<>());
        }
        try (Connection connection = office.owner().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select distinct region from ingest.enterprise where region is not null order by region")) {
            for (int i = 0; rows.next(); i++) {
                groups.get(i % GROUPS).add(rows.getString(1));
            }
        }
        groups.forEach(Collections::sort);
        return groups;
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
