package org.shuangsuiji.risk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.Assessment;
import org.shuangsuiji.risk.Assessments;
import org.shuangsuiji.risk.Distribution;
import org.shuangsuiji.risk.GradeCounts;
import org.shuangsuiji.risk.GradeFilter;
import org.shuangsuiji.risk.GradeRow;
import org.shuangsuiji.risk.scoring.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAssessments implements Assessments {
    /** Conditions on the enterprise {@code e}: the reader's region, and what the reader asked for. */
    private static final String WANTED = InScope.SQL + """
            and (:region::text is null or e.region like :region)
            and (:section::text is null or e.section = :section)
            and (:subject::text is null or e.subject_kind = :subject)
            """;

    private final JdbcClient jdbc;

    JdbcAssessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Assessment> current(long enterpriseId, Scope scope) {
        String sql = """
                select a.*, v.number
                from risk.assessment a
                join risk.model_version v on v.id = a.version_id
                join ingest.read_enterprise e on e.enterprise_id = a.enterprise_id
                where a.enterprise_id = :enterprise and a.superseded_at is null and a.model_id in (select id from risk.model)
                  and %s
                order by a.model_id
                """.formatted(InScope.SQL);
        return jdbc.sql(sql)
                .param("enterprise", enterpriseId)
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query((row, i) -> assessment(row))
                .list();
    }

    @Override
    public List<Assessment> history(long enterpriseId, long modelId, int limit) {
        String sql = """
                select a.*, v.number
                from risk.assessment a
                join risk.model_version v on v.id = a.version_id
                where a.model_id = :model and a.enterprise_id = :enterprise
                order by a.run_id desc
                limit :limit
                """;
        return jdbc.sql(sql)
                .param("model", modelId)
                .param("enterprise", enterpriseId)
                .param("limit", limit)
                .query((row, i) -> assessment(row))
                .list();
    }

    private static Assessment assessment(ResultSet row) throws SQLException {
        return new Assessment(
                row.getLong("model_id"),
                row.getLong("version_id"),
                row.getInt("number"),
                Standing.valueOf(row.getString("state")),
                rank(row),
                row.getInt("score"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("next_change", LocalDate.class),
                row.getObject("assessed_at", OffsetDateTime.class).toInstant(),
                instant(row, "superseded_at"));
    }

    private static @Nullable Rank rank(ResultSet row) throws SQLException {
        int number = row.getInt("rank");
        return row.wasNull() ? null : Rank.of(number);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private record Count(@Nullable String region, @Nullable String section, int number, long enterprises) {}

    @Override
    public Distribution distribution(long modelId, GradeFilter filter, Scope scope) {
        String prefix = filter.regionPrefix() == null ? scope.regionPrefix() : filter.regionPrefix();
        String sql = """
                select left(e.region, :digits) as region, e.section, coalesce(a.rank, 0) as number,
                       count(*) as enterprises
                from risk.assessment a
                join ingest.read_enterprise e on e.enterprise_id = a.enterprise_id
                where a.model_id = :model and a.superseded_at is null and a.state <> 'NOT_COVERED' and %s
                group by 1, 2, 3
                """.formatted(WANTED);
        List<Count> counts = wanted(jdbc.sql(sql), filter, scope)
                .param("model", modelId)
                .param("digits", digitsBelow(prefix))
                .query(Count.class)
                .list();
        Map<String, long[]> regions = new HashMap<>();
        Map<String, long[]> sections = new HashMap<>();
        long[] all = new long[5];
        for (Count count : counts) {
            all[count.number()] += count.enterprises();
            String region = count.region() == null ? "" : count.region();
            String section = count.section() == null ? "" : count.section();
            regions.computeIfAbsent(region, key -> new long[5])[count.number()] += count.enterprises();
            sections.computeIfAbsent(section, key -> new long[5])[count.number()] += count.enterprises();
        }
        return new Distribution(counts(all), groups(regions), groups(sections), lastRun(modelId));
    }

    /** One level below what was asked for: provinces, cities, counties, streets, villages. */
    private static int digitsBelow(String prefix) {
        int digits = prefix.length();
        if (digits < 6) {
            return digits + 2 - digits % 2;
        }
        return digits < 9 ? 9 : 12;
    }

    private static List<Distribution.Group> groups(Map<String, long[]> byKey) {
        List<Distribution.Group> groups = new ArrayList<>();
        byKey.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> groups.add(new Distribution.Group(
                        entry.getKey().isEmpty() ? null : entry.getKey(), counts(entry.getValue()))));
        return groups;
    }

    private static GradeCounts counts(long[] byNumber) {
        return GradeCounts.of(byNumber[1], byNumber[2], byNumber[3], byNumber[4], byNumber[0]);
    }

    private @Nullable Instant lastRun(long modelId) {
        return jdbc.sql("select started_at from risk.run where model_id = :model order by id desc limit 1")
                .param("model", modelId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    @Override
    public List<GradeRow> list(
            long modelId, @Nullable Rank rank, GradeFilter filter, long afterEnterpriseId, int limit, Scope scope) {
        String sql = """
                select a.enterprise_id, e.name, e.credit_code, e.region, e.section, a.state, a.rank, a.score, a.as_of,
                       a.next_change
                from risk.assessment a
                join ingest.read_enterprise e on e.enterprise_id = a.enterprise_id
                where a.model_id = :model and a.superseded_at is null and %s and a.enterprise_id > :after and %s
                order by a.enterprise_id
                limit :limit
                """.formatted(rank == null ? "a.state = 'NOT_YET_GRADABLE'" : "a.rank = " + rank.number(), WANTED);
        return wanted(jdbc.sql(sql), filter, scope)
                .param("model", modelId)
                .param("after", afterEnterpriseId)
                .param("limit", limit)
                .query((row, i) -> new GradeRow(
                        row.getLong("enterprise_id"),
                        row.getString("name"),
                        row.getString("credit_code"),
                        row.getString("region"),
                        row.getString("section"),
                        Standing.valueOf(row.getString("state")),
                        rank(row),
                        row.getInt("score"),
                        row.getObject("as_of", LocalDate.class),
                        row.getObject("next_change", LocalDate.class)))
                .list();
    }

    private static JdbcClient.StatementSpec wanted(JdbcClient.StatementSpec query, GradeFilter filter, Scope scope) {
        return query.param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .param("region", filter.regionPrefix() == null ? null : filter.regionPrefix() + "%")
                .param("section", filter.section())
                .param("subject", filter.subjectKind());
    }
}
