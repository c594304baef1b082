package org.shuangsuiji.risk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.ActiveModel;
import org.shuangsuiji.risk.SwayBook;
import org.shuangsuiji.risk.SwayCounts;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.scoring.Sway;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Reads stored grades as they come by {@code COPY}, and keeps no more than a line for each region. */
@Repository
class JdbcSways implements SwayBook {
    private static final String LATEST =
            "(select max(r.id) from risk.run r where r.model_id = m.id and r.version_id = m.active_version_id)";
    private static final List<RecordKind> KINDS = List.of(RecordKind.values());
    private static final int STEP = 10_000;

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    JdbcSways(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    @Override
    public List<ActiveModel> owing() {
        return jdbc.sql("""
                        select m.id as model_id, m.code, m.active_version_id as version_id
                        from risk.model m left join risk.sway_count c on c.model_id = m.id
                        where %1$s is not null and c.run_id is distinct from %1$s order by m.id
                        """.formatted(LATEST)).query(ActiveModel.class).list();
    }

    @Override
    public void count(ActiveModel model, ModelDefinition definition, Instant now, Progress progress) {
        // first the run, then its grades: a run in between leaves the numbers owing
        Long run = jdbc.sql("select max(id) from risk.run where model_id = :model and version_id = :version")
                .param("model", model.modelId())
                .param("version", model.versionId())
                .query(Long.class)
                .single();
        Map<String, Sums> regions = sums(model, definition, progress);
        jdbc.sql("delete from risk.sway where model_id = :model")
                .param("model", model.modelId())
                .update();
        jdbc.sql("""
                        insert into risk.sway_count (model_id, run_id, counted_at) values (:model, :run, :now)
                        on conflict (model_id) do update set run_id = excluded.run_id, counted_at = excluded.counted_at
                        """)
                .param("model", model.modelId())
                .param("run", run)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        regions.forEach((region, sums) -> keep(model.modelId(), region, sums));
    }

    private void keep(long modelId, String region, Sums sums) {
        for (int i = 0; i < KINDS.size(); i++) {
            jdbc.sql("""
                            insert into risk.sway (model_id, kind, region, enterprises, movable)
                            values (:model, :kind, :region, :enterprises, :movable)
                            """)
                    .param("model", modelId)
                    .param("kind", KINDS.get(i).number())
                    .param("region", region)
                    .param("enterprises", sums.enterprises)
                    .param("movable", sums.movable[i])
                    .update();
        }
    }

    private Map<String, Sums> sums(ActiveModel model, ModelDefinition definition, Progress progress) {
        List<Sway> sways = KINDS.stream().map(kind -> Sway.of(definition, kind)).toList();
        String sql = """
                copy (
                    select coalesce(e.region, ''), coalesce(a.rank, 0)::int2, a.score, a.bins, e.registered::int::int2
                    from risk.assessment a join ingest.read_enterprise e on e.enterprise_id = a.enterprise_id
                    where a.model_id = %d and a.version_id = %d and a.superseded_at is null and a.state <> 'NOT_COVERED'
                ) to stdout (format binary)
                """.formatted(model.modelId(), model.versionId());
        Map<String, Sums> regions = new TreeMap<>();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        progress.stage("stage.count", 0);
        try (CopyRows rows = new CopyRows(connection, sql)) {
            for (long read = 1; rows.next(); read++) {
                Sums sums = regions.computeIfAbsent(rows.text(), region -> new Sums());
                int rank = rows.shortOr((short) 0);
                int score = rows.intOr(0);
                byte[] bins = rows.bytes();
                sums.add(sways, rank, score, bins, rows.shortOr((short) 0) == 1);
                if (read % STEP == 0) {
                    progress.done(read);
                    progress.stopIfAsked();
                }
            }
            return regions;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The grades of a model could not be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Of one region. */
    private static final class Sums {
        private long enterprises;
        private final long[] movable = new long[KINDS.size()];

        void add(List<Sway> sways, int rank, int score, byte[] bins, boolean registered) {
            enterprises++;
            for (int kind = 0; kind < movable.length; kind++) {
                if (sways.get(kind).couldMove(rank, score, bins, registered)) {
                    movable[kind]++;
                }
            }
        }
    }

    @Override
    public SwayCounts of(long modelId, Collection<String> areas) {
        Map<String, Map<RecordKind, SwayCounts.Count>> byArea = new HashMap<>();
        for (String area : areas) {
            Map<RecordKind, SwayCounts.Count> byKind = new EnumMap<>(RecordKind.class);
            jdbc.sql("""
                            select kind, sum(enterprises) as enterprises, sum(movable) as movable
                            from risk.sway where model_id = :model and region like :area group by kind
                            """).param("model", modelId).param("area", area + "%").query(row -> {
                byKind.put(
                        RecordKind.of(row.getInt("kind")),
                        new SwayCounts.Count(row.getLong("enterprises"), row.getLong("movable")));
            });
            byArea.put(area, byKind);
        }
        Instant at = jdbc.sql("select counted_at from risk.sway_count where model_id = :model")
                .param("model", modelId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
        return new SwayCounts(at, byArea);
    }
}
