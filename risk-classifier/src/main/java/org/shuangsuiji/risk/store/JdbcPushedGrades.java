package org.shuangsuiji.risk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.PushedDifference;
import org.shuangsuiji.risk.PushedGrade;
import org.shuangsuiji.risk.PushedGradeBook;
import org.shuangsuiji.risk.PushedLabel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPushedGrades implements PushedGradeBook {
    /**
     * The latest grade that each source gives whom under each scheme, of those that hold on a day. What one source sends
     * never stands in the place of another's.
     */
    private static final String NOW = """
            with pushed as (
                select distinct on (g.enterprise_id, g.scheme, g.sender_id) g.*
                from ingest.read_pushed_grade g
                where g.event_day <= :day and (g.ends_on is null or g.ends_on > :day)
                  and (g.withdrawn_on is null or g.withdrawn_on > :day)
                order by g.enterprise_id, g.scheme, g.sender_id, g.event_day desc, g.record_id desc)
            """;

    /**
     * What a label stands for on a day, as the reader's office or the nearest above it decided. One beside or below says
     * nothing to it.
     */
    private static final String MEANING = """
            left join lateral (
                select l.*, d.name as decided_in
                from risk.pushed_label l join office.department d on d.id = l.department_id
                where l.scheme = p.scheme and l.label = p.label and l.since <= %s and starts_with(:path, d.path)
                order by length(d.path) desc, l.since desc, l.id desc
                limit 1) m on true
            """;

    private static final String MEANS_TODAY = MEANING.formatted(":day");
    private static final String MEANT_THEN = MEANING.formatted("p.event_day");

    private final JdbcClient jdbc;

    JdbcPushedGrades(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PushedLabel> labels(LocalDate day, Scope scope) {
        return in(scope, day, NOW + """
                        , seen as (
                            select coalesce(p.sender, p.source) as source, p.scheme, p.label, count(*) as grades
                            from pushed p
                            join ingest.read_enterprise e on e.enterprise_id = p.enterprise_id
                            where %s
                            group by coalesce(p.sender, p.source), p.scheme, p.label)
                        select p.*, m.rank, m.since, m.decided_in, m.decided_by, m.decided_at, m.reason
                        from seen p
                        """ + MEANS_TODAY + """
                        order by p.source, p.scheme, m.rank, p.label""")
                .query((row, i) -> new PushedLabel(
                        row.getString("source"),
                        row.getString("scheme"),
                        row.getString("label"),
                        row.getLong("grades"),
                        meaning(row)))
                .list();
    }

    @Override
    public List<PushedGrade> of(long enterpriseId, LocalDate day, Scope scope) {
        return in(scope, day, NOW + """
                        select p.*, m.rank from pushed p
                        join ingest.read_enterprise e on e.enterprise_id = p.enterprise_id
                        """ + MEANT_THEN + """
                        where p.enterprise_id = :enterprise and %s
                        order by p.scheme, p.sender_id""")
                .param("enterprise", enterpriseId)
                .query((row, i) -> new PushedGrade(
                        row.getString("sender"),
                        row.getString("authority"),
                        row.getString("scheme"),
                        row.getString("label"),
                        row.getString("score"),
                        row.getObject("event_day", LocalDate.class),
                        rank(row, "rank")))
                .list();
    }

    @Override
    public List<PushedDifference> differences(
            long modelId, @Nullable String scheme, int stepsMin, LocalDate day, long after, int limit, Scope scope) {
        return in(scope, day, NOW + """
                        select p.record_id, p.enterprise_id, e.name, e.credit_code, p.sender, p.authority, p.scheme,
                               p.label, p.event_day, m.rank as theirs, a.rank as ours
                        from pushed p
                        join risk.read_grade a on a.enterprise_id = p.enterprise_id and a.model_id = :model
                        join ingest.read_enterprise e on e.enterprise_id = p.enterprise_id
                        """ + MEANT_THEN + """
                        where abs(m.rank - a.rank) >= :steps and (:scheme::text is null or p.scheme = :scheme)
                          and p.record_id > :after and %s
                        order by p.record_id
                        limit :limit""")
                .param("model", modelId)
                .param("steps", stepsMin)
                .param("scheme", scheme)
                .param("after", after)
                .param("limit", limit)
                .query((row, i) -> new PushedDifference(
                        row.getLong("record_id"),
                        row.getLong("enterprise_id"),
                        row.getString("name"),
                        row.getString("credit_code"),
                        row.getString("sender"),
                        row.getString("authority"),
                        row.getString("scheme"),
                        row.getString("label"),
                        row.getObject("event_day", LocalDate.class),
                        Rank.of(row.getInt("theirs")),
                        Rank.of(row.getInt("ours"))))
                .list();
    }

    @Override
    public boolean isKnown(String scheme, String label, Scope scope) {
        return jdbc.sql("""
                        select exists (
                            select from ingest.read_pushed_grade p
                            join ingest.read_enterprise e on e.enterprise_id = p.enterprise_id
                            where p.scheme = :scheme and p.label = :label and %s)""".formatted(InScope.SQL))
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .param("scheme", scheme)
                .param("label", label)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long keep(Meaning meaning, long departmentId, String decidedBy, Instant at) {
        Rank rank = meaning.rank();
        return jdbc.sql("""
                        insert into risk.pushed_label (
                            scheme, label, rank, since, reason, department_id, decided_by, decided_at)
                        values (:scheme, :label, :rank, :since, :reason, :department, :by, :at)
                        returning id""")
                .param("scheme", meaning.scheme())
                .param("label", meaning.label())
                .param("rank", rank == null ? null : rank.number())
                .param("since", meaning.since())
                .param("reason", meaning.reason())
                .param("department", departmentId)
                .param("by", decidedBy)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec in(Scope scope, LocalDate day, String sql) {
        return jdbc.sql(sql.formatted(InScope.SQL))
                .param("day", day)
                .param("path", scope.departmentPath())
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike());
    }

    private static PushedLabel.@Nullable Meaning meaning(ResultSet row) throws SQLException {
        LocalDate since = row.getObject("since", LocalDate.class);
        return since == null
                ? null
                : new PushedLabel.Meaning(
                        rank(row, "rank"),
                        since,
                        row.getString("decided_in"),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"));
    }

    private static @Nullable Rank rank(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : Rank.of(number);
    }
}
