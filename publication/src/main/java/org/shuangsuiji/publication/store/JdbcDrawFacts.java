package org.shuangsuiji.publication.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.publication.DrawFacts;
import org.shuangsuiji.publication.notice.PublicCampaign;
import org.shuangsuiji.publication.notice.PublicDraw;
import org.shuangsuiji.publication.notice.PublicItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrawFacts implements DrawFacts {
    private final JdbcClient jdbc;

    JdbcDrawFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PublicCampaign> campaign(long campaignId, Scope scope) {
        return jdbc.sql("""
                        select campaign_id, number, name, department_name, item_name, targeted, starts, ends,
                               coalesce(frame_size, 0) as frame_size
                        from sampling.read_campaign
                        where campaign_id = :campaign and department_path like :departments
                        """)
                .param("campaign", campaignId)
                .param("departments", scope.departmentsLike())
                .query((row, i) -> new PublicCampaign(
                        row.getLong("campaign_id"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("department_name"),
                        row.getString("item_name"),
                        row.getBoolean("targeted"),
                        Columns.day(row, "starts"),
                        Columns.day(row, "ends"),
                        row.getInt("frame_size")))
                .optional();
    }

    @Override
    public Optional<PublicDraw> committed(long campaignId, Scope scope) {
        return jdbc.sql("""
                        select draw_id, campaign_id, office_name, serial, mode, digest, rule_json, commitment,
                               committed_at
                        from sampling.read_draw
                        where campaign_id = :campaign and department_path like :departments and state = 'COMMITTED'
                        order by draw_id desc limit 1
                        """)
                .param("campaign", campaignId)
                .param("departments", scope.departmentsLike())
                .query((row, i) -> new PublicDraw(
                        row.getLong("draw_id"),
                        row.getLong("campaign_id"),
                        row.getString("office_name"),
                        row.getLong("serial"),
                        row.getString("mode"),
                        row.getString("digest"),
                        new String(row.getBytes("rule_json"), StandardCharsets.UTF_8),
                        row.getString("commitment"),
                        Columns.instant(row, "committed_at")))
                .optional();
    }

    @Override
    public Optional<PublicDraw.Redraw> redraw(long drawId, Scope scope) {
        return jdbc.sql("""
                        select r.supersedes, r.reason from sampling.read_redraw r
                        join sampling.read_draw d on d.draw_id = r.draw_id
                        where r.draw_id = :draw and d.department_path like :departments
                        """)
                .param("draw", drawId)
                .param("departments", scope.departmentsLike())
                .query((row, i) -> new PublicDraw.Redraw(row.getLong("supersedes"), row.getString("reason")))
                .optional();
    }

    @Override
    public Optional<PublicDraw.Further> further(long drawId, Scope scope) {
        Map<String, List<PublicDraw.Standing>> byReason = new LinkedHashMap<>();
        jdbc.sql("""
                        select f.reason, f.standing_draw_id, f.drawn, f.ended, f.visits, f.finished
                        from sampling.read_further_draw f
                        join sampling.read_draw d on d.draw_id = f.draw_id
                        where f.draw_id = :draw and d.department_path like :departments
                        order by f.standing_draw_id
                        """)
                .param("draw", drawId)
                .param("departments", scope.departmentsLike())
                .query(row -> {
                    byReason.computeIfAbsent(row.getString("reason"), reason -> new ArrayList<>())
                            .add(new PublicDraw.Standing(
                                    row.getLong("standing_draw_id"),
                                    row.getBoolean("drawn"),
                                    row.getBoolean("ended"),
                                    row.getInt("visits"),
                                    row.getInt("finished")));
                });
        return byReason.entrySet().stream()
                .map(entry -> new PublicDraw.Further(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    @Override
    public Optional<PublicDraw.Outcome> outcome(long drawId, Scope scope) {
        return jdbc.sql("""
                        select seed, visits, visit_root, result_digest, drawn_at from sampling.read_draw
                        where draw_id = :draw and department_path like :departments and state = 'DRAWN'
                        """)
                .param("draw", drawId)
                .param("departments", scope.departmentsLike())
                .query((row, i) -> new PublicDraw.Outcome(
                        row.getString("seed"),
                        row.getInt("visits"),
                        row.getString("visit_root"),
                        row.getString("result_digest"),
                        Columns.instant(row, "drawn_at")))
                .optional();
    }

    @Override
    public List<PublicDraw.Statement> statements(long drawId, Scope scope) {
        return jdbc.sql("""
                        select t.place + 1 as ordinal, t.number, t.replaces, t.says, t.evidence, t.stated_at
                        from sampling.read_statement t
                        join sampling.read_draw d on d.draw_id = t.draw_id
                        where t.draw_id = :draw and d.department_path like :departments
                        order by ordinal, number
                        """)
                .param("draw", drawId)
                .param("departments", scope.departmentsLike())
                .query((row, i) -> new PublicDraw.Statement(
                        row.getInt("ordinal"),
                        row.getInt("number"),
                        row.getObject("replaces", Integer.class),
                        row.getString("says"),
                        row.getString("evidence"),
                        Columns.instant(row, "stated_at")))
                .list();
    }

    @Override
    public List<PublicDraw.Source> sources(long drawId, Scope scope) {
        return jdbc.sql("""
                        select v.place + 1 as ordinal, v.revision, v.reason, v.spoken,
                               v.value, v.evidence, s.source ->> 'kind' as kind,
                               case when v.spoken = 'FALLBACK' then s.source -> 'fallback' ->> 'name'
                                    else s.source ->> 'name' end as name,
                               (case when v.spoken = 'FALLBACK' then s.source -> 'fallback' ->> 'due'
                                     else s.source ->> 'due' end)::timestamptz as due
                        from sampling.read_source v
                        join sampling.read_draw d on d.draw_id = v.draw_id
                        join lateral jsonb_array_elements(convert_from(d.rule_json, 'UTF8')::jsonb -> 'sources')
                             with ordinality as s (source, n) on s.n = v.place + 1
                        where v.draw_id = :draw and d.department_path like :departments
                        order by v.place, v.revision
                        """)
                .param("draw", drawId)
                .param("departments", scope.departmentsLike())
                .query((row, i) -> new PublicDraw.Source(
                        row.getInt("ordinal"),
                        row.getInt("revision"),
                        row.getString("name"),
                        row.getString("kind"),
                        Columns.instant(row, "due"),
                        row.getString("spoken"),
                        row.getString("value"),
                        row.getString("evidence"),
                        row.getString("reason")))
                .list();
    }

    @Override
    public boolean inScope(long drawId, Scope scope) {
        return jdbc.sql("""
                        select exists (select from sampling.read_draw
                        where draw_id = :draw and department_path like :departments)
                        """)
                .param("draw", drawId)
                .param("departments", scope.departmentsLike())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean departmentInScope(long departmentId, Scope scope) {
        return jdbc.sql("select exists (select from office.department where id = :id and path like :departments)")
                .param("id", departmentId)
                .param("departments", scope.departmentsLike())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<PublicItem> items(long departmentId) {
        return jdbc.sql("""
                        select item_id, code, name, category, department_id, department_name, basis, subject_kinds,
                               methods, content
                        from sampling.read_item
                        where department_id = :department and state = 'PUBLISHED' order by code
                        """)
                .param("department", departmentId)
                .query((row, i) -> new PublicItem(
                        row.getLong("item_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("category"),
                        row.getLong("department_id"),
                        row.getString("department_name"),
                        row.getString("basis"),
                        Columns.texts(row, "subject_kinds"),
                        Columns.texts(row, "methods"),
                        row.getString("content")))
                .list();
    }
}
