package org.shuangsuiji.risk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.GradeCounts;
import org.shuangsuiji.risk.Regrades;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.shuangsuiji.risk.scoring.Features;
import org.shuangsuiji.risk.scoring.Relations;
import org.shuangsuiji.risk.scoring.Scoring;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/**
 * Grades by {@code COPY} out, writes what changed by {@code COPY} in, on the connection of the present transaction.
 *
 * <p>A small reach is worked out on that connection alone. A large one is read by several connections from one
 * snapshot while the present one writes; the result is the same, because each row depends on its facts alone.
 */
@Repository
class JdbcRegrades implements Regrades {
    /** From this many enterprises on, reading everybody by ranges is quicker than looking each one up. */
    private static final int LARGE_REACH = 50_000;

    private static final String REACH = "select r.enterprise_id from pg_temp.regrade_reach r";

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final CopyFeed feed;

    JdbcRegrades(JdbcClient jdbc, DataSource dataSource, CopyFeed feed) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.feed = feed;
    }

    @Override
    public void lock(long modelId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('risk.regrade', :model))::text")
                .param("model", modelId)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean anyDue(LocalDate day) {
        return jdbc.sql("""
                        select exists (
                            select from risk.model m
                            join risk.assessment a on a.model_id = m.id
                            where m.active_version_id is not null and a.superseded_at is null and a.next_change <= :day)
                        """).param("day", day).query(Boolean.class).single();
    }

    @Override
    public Outcome run(Request request, Progress progress) {
        ExtractionPlan plan = ExtractionPlan.of(request.day(), request.definition());
        if (request.reach() != Reach.ALL && reach(request, plan) == 0) {
            return new Outcome(0, 0, 0, GradeCounts.of(0, 0, 0, 0, 0), 0, "");
        }
        long runId = jdbc.sql("select nextval(pg_get_serial_sequence('risk.run', 'id'))")
                .query(Long.class)
                .single();
        var scoring = new Scoring(plan, request.definition());
        var total = new RunTotal();
        boolean everybody = request.reach() == Reach.ALL || reached() >= LARGE_REACH;
        if (everybody) {
            feed.run(
                    plan,
                    Scope.WHOLE_OFFICE,
                    (connection, features, range) -> RangeChanges.between(
                            request,
                            runId,
                            scoring,
                            features,
                            CurrentGrades.read(
                                    connection, request.model().modelId(), range.on("a.enterprise_id"), features)),
                    changes -> write(changes, request, total),
                    progress);
        } else {
            progress.stage("stage.grade", 1);
            write(small(request, runId, plan, scoring), request, total);
            progress.done(1);
        }
        String digest =
                HexFormat.of().toHexDigits(total.digestHigh()) + HexFormat.of().toHexDigits(total.digestLow());
        record(request, runId, total, digest);
        return new Outcome(runId, total.enterprises(), total.changed(), total.counts(), total.notCovered(), digest);
    }

    /** Puts the ids that the run looks at into a table of this transaction and says how many they are. */
    private long reach(Request request, ExtractionPlan plan) {
        jdbc.sql("drop table if exists pg_temp.regrade_reach").update();
        jdbc.sql("create temporary table regrade_reach (enterprise_id bigint primary key) on commit drop")
                .update();
        if (request.reach() == Reach.DUE) {
            jdbc.sql("""
                            insert into pg_temp.regrade_reach
                            select enterprise_id from risk.assessment
                            where model_id = :model and superseded_at is null and next_change <= :day
                            """)
                    .param("model", request.model().modelId())
                    .param("day", request.day())
                    .update();
        } else {
            jdbc.sql("""
                            insert into pg_temp.regrade_reach
                            select distinct enterprise_id from ingest.read_touched where delivery_id = :delivery
                            """).param("delivery", request.deliveryId()).update();
            long touched = reached();
            if (touched > 0 && touched < LARGE_REACH && !plan.relations().isEmpty()) {
                reachRelated();
                reachTold("pg_temp.regrade_reach", plan.steps());
            }
        }
        jdbc.sql("analyze pg_temp.regrade_reach").update();
        return reached();
    }

    /** Whoever a told relation leads to from those that the run looks at; itself not looked at, but what it did counts. */
    private void around(ExtractionPlan plan) {
        jdbc.sql("drop table if exists pg_temp.regrade_near").update();
        jdbc.sql("create temporary table regrade_near (enterprise_id bigint primary key) on commit drop")
                .update();
        if (plan.steps() > 0) {
            jdbc.sql("insert into pg_temp.regrade_near " + REACH).update();
            reachTold("pg_temp.regrade_near", plan.steps());
            jdbc.sql("analyze pg_temp.regrade_near").update();
        }
    }

    /** The same along told relations, as far as any indicator follows them. */
    private void reachTold(String table, int steps) {
        for (int step = 0; step < steps; step++) {
            jdbc.sql("insert into %1$s %2$s on conflict do nothing".formatted(table, FeedSql.oneStepFrom(table)))
                    .update();
        }
    }

    /**
     * What an enterprise does moves those who share its address or name, and those who did before it moved away: all
     * versions of its registration count.
     */
    private void reachRelated() {
        jdbc.sql("analyze pg_temp.regrade_reach").update();
        jdbc.sql("insert into pg_temp.regrade_reach %s on conflict do nothing"
                        .formatted(FeedSql.relatedTo(
                                "ingest.read_enterprise_version v where v.enterprise_id in (" + REACH + ")")))
                .update();
    }

    private long reached() {
        return jdbc.sql("select count(*) from pg_temp.regrade_reach")
                .query(Long.class)
                .single();
    }

    private RangeChanges small(Request request, long runId, ExtractionPlan plan, Scoring scoring) {
        around(plan);
        return onThisConnection(connection -> {
            var extract = new Extract(plan);
            Relations relations = new Relations(plan);
            String inReach = "e.enterprise_id in (" + REACH + ")";
            if (!plan.relations().isEmpty()) {
                String related = "e.enterprise_id in (%s)"
                        .formatted(
                                FeedSql.relatedTo("ingest.read_enterprise v where v.enterprise_id in (" + REACH + ")")
                                        + " union select enterprise_id from pg_temp.regrade_near");
                extract.living(connection, related, relations);
                extract.relatedRecords(connection, related, relations);
                extract.edges(
                        connection, "v.enterprise_id in (select enterprise_id from pg_temp.regrade_near)", relations);
            }
            relations.close();
            Features features = extract.features(
                    connection, inReach, "r.enterprise_id in (" + REACH + ")", Math.toIntExact(reached()), relations);
            CurrentGrades current = CurrentGrades.read(
                    connection, request.model().modelId(), "a.enterprise_id in (" + REACH + ")", features);
            return RangeChanges.between(request, runId, scoring, features, current);
        });
    }

    private void write(RangeChanges changes, Request request, RunTotal total) {
        onThisConnection(connection -> {
            changes.write(connection, request.model().modelId(), request.at());
            return changes;
        });
        total.add(changes);
    }

    private <T> T onThisConnection(Snapshot.Reading<T> work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.apply(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Grades could not be read or written", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void record(Request request, long runId, RunTotal total, String digest) {
        String sql = """
                insert into risk.run (id, model_id, version_id, day, reach, cause, actor, started_at, finished_at,
                    enterprises, changed, graded, not_gradable, not_covered, digest)
                overriding system value
                values (:id, :model, :version, :day, :reach, :cause, :actor, :started, clock_timestamp(),
                    :enterprises, :changed, :graded, :notGradable, :notCovered, :digest)
                """;
        jdbc.sql(sql)
                .param("id", runId)
                .param("model", request.model().modelId())
                .param("version", request.model().versionId())
                .param("day", request.day())
                .param("reach", request.reach().name())
                .param("cause", request.cause())
                .param("actor", request.actor().account())
                .param("started", java.time.OffsetDateTime.ofInstant(request.at(), java.time.ZoneOffset.UTC))
                .param("enterprises", total.enterprises())
                .param("changed", total.changed())
                .param("graded", total.counts().byRank().toArray(Long[]::new))
                .param("notGradable", total.counts().notYetGradable())
                .param("notCovered", total.notCovered())
                .param("digest", HexFormat.of().parseHex(digest))
                .update();
    }
}
