package org.shuangsuiji.publication.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.publication.Categories;
import org.shuangsuiji.publication.EnteredResult;
import org.shuangsuiji.publication.Visit;
import org.shuangsuiji.publication.VisitLine;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.Visits;
import org.shuangsuiji.publication.notice.CategorySet;
import org.shuangsuiji.publication.notice.Finding;
import org.shuangsuiji.publication.notice.Method;
import org.shuangsuiji.publication.notice.OverallResult;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVisits implements Visits {
    private static final int MINE_MAX = 500;

    private static final String LINES = """
            select v.visit_id, v.campaign_number, v.campaign_name, v.department_name, v.enterprise_name, v.credit_code,
                   v.address, v.starts, v.ends, v.state, coalesce(r.version, 0) as version, r.inspected_on, r.set_code,
                   array(select distinct unnest(ri.categories) from publication.result_item ri
                         where ri.result_id = r.result_id) as categories,
                   r.entered_by, r.entered_by_name,
                   case when w.decision = 'RETURN' then w.reason end as returned_because,
                   (select max(p.published_on) from publication.publication p
                    where p.visit_id = v.visit_id) as published_on
            from publication.visit v
            join office.department d on d.id = v.department_id
            left join publication.result r on r.visit_id = v.visit_id and r.superseded_at is null
            left join lateral (
                select w.decision, w.reason from publication.result s
                left join publication.review w on w.result_id = s.result_id
                where s.visit_id = v.visit_id and s.submitted order by s.version desc limit 1
            ) w on v.state in ('RETURNED', 'DRAFT')
            """;

    private final JdbcClient jdbc;
    private final Categories categories;

    JdbcVisits(JdbcClient jdbc, Categories categories) {
        this.jdbc = jdbc;
        this.categories = categories;
    }

    @Override
    public List<VisitLine> mine(Actor actor) {
        return jdbc.sql(LINES + """
                        where v.state <> 'PUBLISHED' and v.visit_id in (
                            select t.visit_id from publication.visit_inspector t
                            join office.person me on me.inspector_id = t.inspector_id
                            where me.account = :account and me.active)
                        order by v.ends, v.credit_code, v.visit_id limit :max
                        """)
                .param("account", actor.account())
                .param("max", MINE_MAX)
                .query(lines())
                .list();
    }

    @Override
    public List<VisitLine> list(Scope scope, Set<VisitState> states, @Nullable Position after, int size) {
        return jdbc.sql(LINES + """
                        where d.path like :departments and v.state in (:states)
                          and (coalesce(r.inspected_on, 'infinity'), v.visit_id)
                              > (coalesce(:afterDay::date, case when :afterVisit < 0 then '-infinity'::date
                                 else 'infinity'::date end), :afterVisit)
                        order by coalesce(r.inspected_on, 'infinity'), v.visit_id limit :size
                        """)
                .param("departments", scope.departmentsLike())
                .param("states", states.stream().map(VisitState::name).toList())
                .param("afterDay", after == null ? null : after.inspectedOn())
                .param("afterVisit", after == null ? -1 : after.visitId())
                .param("size", size)
                .query(lines())
                .list();
    }

    @Override
    public Map<VisitState, Long> counts(Scope scope) {
        return countsWhere("true", 0, scope);
    }

    @Override
    public Map<VisitState, Long> countsOf(long campaignId, Scope scope) {
        return countsWhere("v.campaign_id = :campaign", campaignId, scope);
    }

    private Map<VisitState, Long> countsWhere(String condition, long campaignId, Scope scope) {
        Map<VisitState, Long> counts = new EnumMap<>(VisitState.class);
        jdbc.sql("""
                        select v.state, count(*) as visits from publication.visit v
                        join office.department d on d.id = v.department_id
                        where d.path like :departments and\s""" + condition + " group by v.state")
                .param("departments", scope.departmentsLike())
                .param("campaign", campaignId)
                .query(row -> {
                    counts.put(VisitState.valueOf(row.getString("state")), row.getLong("visits"));
                });
        return counts;
    }

    private RowMapper<VisitLine> lines() {
        Map<String, CategorySet> sets = new HashMap<>();
        return (row, i) -> new VisitLine(
                row.getLong("visit_id"),
                row.getString("campaign_number"),
                row.getString("campaign_name"),
                row.getString("department_name"),
                row.getString("enterprise_name"),
                row.getString("credit_code"),
                row.getString("address"),
                Columns.day(row, "starts"),
                Columns.day(row, "ends"),
                VisitState.valueOf(row.getString("state")),
                row.getInt("version"),
                Columns.dayOrNull(row, "inspected_on"),
                found(row, sets),
                row.getString("entered_by"),
                row.getString("entered_by_name"),
                row.getString("returned_because"),
                Columns.dayOrNull(row, "published_on"));
    }

    private @Nullable OverallResult found(ResultSet row, Map<String, CategorySet> sets) throws SQLException {
        String setCode = row.getString("set_code");
        if (setCode == null) {
            return null;
        }
        CategorySet set = sets.computeIfAbsent(setCode, categories::set);
        return OverallResult.of(List.of(new Finding(1, Columns.texts(row, "categories"), "")), set);
    }

    @Override
    public Optional<Visit> find(long visitId, Actor actor) {
        return jdbc.sql("""
                        select v.*, d.path as department_path from publication.visit v
                        join office.department d on d.id = v.department_id
                        where v.visit_id = :visit and (d.path like :departments or exists (
                            select from publication.visit_inspector t
                            join office.person me on me.inspector_id = t.inspector_id
                            where t.visit_id = v.visit_id and me.account = :account and me.active))
                        """)
                .param("visit", visitId)
                .param("departments", actor.scope().departmentsLike())
                .param("account", actor.account())
                .query((row, i) -> visit(row, visitId))
                .optional();
    }

    private Visit visit(ResultSet row, long visitId) throws SQLException {
        List<EnteredResult> history = history(visitId);
        return new Visit(
                visitId,
                row.getLong("campaign_id"),
                row.getLong("draw_id"),
                row.getLong("department_id"),
                row.getString("department_path"),
                row.getString("department_name"),
                row.getString("campaign_number"),
                row.getString("campaign_name"),
                row.getString("basis"),
                row.getLong("enterprise_id"),
                row.getString("credit_code"),
                row.getString("enterprise_name"),
                row.getString("address"),
                Columns.day(row, "starts"),
                Columns.day(row, "ends"),
                VisitState.valueOf(row.getString("state")),
                Columns.instantOrNull(row, "registered_at"),
                team(visitId),
                items(visitId),
                history.isEmpty() ? null : history.get(0),
                history,
                publication(visitId));
    }

    private List<Visit.Member> team(long visitId) {
        return jdbc.sql("""
                        select inspector_id, staff_no, name, role = 'LEAD' as lead
                        from publication.visit_inspector where visit_id = :visit order by seat, inspector_id
                        """)
                .param("visit", visitId)
                .query((row, i) -> new Visit.Member(
                        row.getLong("inspector_id"),
                        row.getString("staff_no"),
                        row.getString("name"),
                        row.getBoolean("lead")))
                .list();
    }

    private List<Visit.Item> items(long visitId) {
        return jdbc.sql("""
                        select seq, item_id, item_name, content from publication.visit_item
                        where visit_id = :visit order by seq
                        """)
                .param("visit", visitId)
                .query((row, i) -> new Visit.Item(
                        row.getInt("seq"),
                        row.getLong("item_id"),
                        row.getString("item_name"),
                        row.getString("content")))
                .list();
    }

    private List<EnteredResult> history(long visitId) {
        Map<Long, List<Finding>> findings = findings(visitId);
        return jdbc.sql("""
                        select r.*, w.decision, w.reason, w.reviewer_name, w.reviewed_at
                        from publication.result r left join publication.review w on w.result_id = r.result_id
                        where r.visit_id = :visit order by r.version desc
                        """)
                .param("visit", visitId)
                .query((row, i) -> new EnteredResult(
                        row.getLong("result_id"),
                        row.getInt("version"),
                        row.getString("set_code"),
                        row.getBoolean("submitted"),
                        Columns.day(row, "inspected_on"),
                        Columns.texts(row, "methods").stream()
                                .map(Method::valueOf)
                                .collect(Collectors.toSet()),
                        row.getString("entered_by"),
                        row.getString("entered_by_name"),
                        row.getLong("inspector_id"),
                        Columns.longOrNull(row, "second_inspector_id"),
                        Columns.instant(row, "entered_at"),
                        findings.getOrDefault(row.getLong("result_id"), List.of()),
                        review(row)))
                .list();
    }

    private static EnteredResult.@Nullable Review review(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return decision == null
                ? null
                : new EnteredResult.Review(
                        decision.equals("PASS"),
                        row.getString("reason"),
                        row.getString("reviewer_name"),
                        Columns.instant(row, "reviewed_at"));
    }

    private Map<Long, List<Finding>> findings(long visitId) {
        record Row(long resultId, Finding finding) {}
        return jdbc
                .sql("""
                        select ri.result_id, ri.seq, ri.categories, ri.note from publication.result_item ri
                        join publication.result r on r.result_id = ri.result_id
                        where r.visit_id = :visit order by ri.result_id, ri.seq
                        """)
                .param("visit", visitId)
                .query((row, i) -> new Row(
                        row.getLong("result_id"),
                        new Finding(row.getInt("seq"), Columns.texts(row, "categories"), row.getString("note"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::resultId, Collectors.mapping(Row::finding, Collectors.toList())));
    }

    private Visit.@Nullable Publication publication(long visitId) {
        return jdbc.sql("""
                        select p.publication_id, p.published_on, p.published_at,
                            coalesce(w.name, p.published_by) as published_by,
                            p.due, p.provisional, p.withdrawn_at, p.withdrawn_reason
                        from publication.publication p
                        left join office.person w on w.account = p.published_by
                        where p.visit_id = :visit order by p.publication_id desc limit 1
                        """)
                .param("visit", visitId)
                .query((row, i) -> new Visit.Publication(
                        row.getLong("publication_id"),
                        Columns.day(row, "published_on"),
                        Columns.instant(row, "published_at"),
                        row.getString("published_by"),
                        Columns.day(row, "due"),
                        row.getBoolean("provisional"),
                        Columns.instantOrNull(row, "withdrawn_at"),
                        row.getString("withdrawn_reason")))
                .optional()
                .orElse(null);
    }
}
