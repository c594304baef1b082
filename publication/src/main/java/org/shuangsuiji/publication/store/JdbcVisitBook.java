package org.shuangsuiji.publication.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.publication.EnteredResult;
import org.shuangsuiji.publication.VisitBook;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.notice.CategorySet;
import org.shuangsuiji.publication.notice.Finding;
import org.shuangsuiji.publication.notice.ResultForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVisitBook implements VisitBook {
    private final JdbcClient jdbc;

    JdbcVisitBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isOpened(long drawId) {
        return jdbc.sql("select exists (select from publication.visit where draw_id = :draw)")
                .param("draw", drawId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Integer> open(long drawId, Scope scope, Instant at) {
        boolean there = jdbc.sql("""
                        select exists (select from sampling.read_draw
                        where draw_id = :draw and state = 'DRAWN' and department_path like :departments)
                        """)
                .param("draw", drawId)
                .param("departments", scope.departmentsLike())
                .query(Boolean.class)
                .single();
        if (!there) {
            return Optional.empty();
        }
        int opened = jdbc.sql("""
                        insert into publication.visit (visit_id, campaign_id, draw_id, department_id, department_name,
                            campaign_number, campaign_name, basis, enterprise_id, credit_code, enterprise_name,
                            region, address, starts, ends, state, opened_at)
                        select v.visit_id, v.campaign_id, v.draw_id, v.department_id, d.name, c.number, c.name, i.basis,
                            v.enterprise_id, v.credit_code, v.enterprise_name, v.region, v.address, c.starts, c.ends,
                            'OPEN', :at
                        from sampling.read_visit v
                        join sampling.read_campaign c on c.campaign_id = v.campaign_id
                        join sampling.read_item i on i.item_id = c.item_id
                        join office.department d on d.id = v.department_id
                        where v.draw_id = :draw
                        """)
                .param("draw", drawId)
                .param("at", Columns.moment(at))
                .update();
        jdbc.sql("""
                        insert into publication.visit_inspector (visit_id, inspector_id, staff_no, name, role, seat)
                        select t.visit_id, t.inspector_id, t.staff_no, t.name, t.role, t.seat
                        from sampling.read_visit_inspector t
                        join publication.visit v on v.visit_id = t.visit_id
                        where v.draw_id = :draw
                        """).param("draw", drawId).update();
        jdbc.sql("""
                        insert into publication.visit_item (visit_id, seq, item_id, item_name, content)
                        select v.visit_id, 1, i.item_id, i.name, i.content
                        from publication.visit v
                        join sampling.read_campaign c on c.campaign_id = v.campaign_id
                        join sampling.read_item i on i.item_id = c.item_id
                        where v.draw_id = :draw
                        """).param("draw", drawId).update();
        return Optional.of(opened);
    }

    @Override
    public boolean move(long visitId, Set<VisitState> from, VisitState to) {
        return jdbc.sql("update publication.visit set state = :to where visit_id = :visit and state in (:from)")
                        .param("visit", visitId)
                        .param("from", from.stream().map(VisitState::name).toList())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    @Override
    public boolean register(long visitId, String account, Instant at) {
        return jdbc.sql("""
                        update publication.visit set state = 'REGISTERED', registered_at = :at, registered_by = :account
                        where visit_id = :visit and state = 'OPEN'
                        """)
                        .param("visit", visitId)
                        .param("account", account)
                        .param("at", Columns.moment(at))
                        .update()
                == 1;
    }

    @Override
    public OptionalLong inspectorOf(String account) {
        return jdbc.sql(
                        "select inspector_id from office.person where account = :account and active and inspector_id is not null")
                .param("account", account)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public int newestVersion(long visitId) {
        return jdbc.sql("select coalesce(max(version), 0) from publication.result where visit_id = :visit")
                .param("visit", visitId)
                .query(Integer.class)
                .single();
    }

    @Override
    public void addResult(
            long visitId,
            int version,
            CategorySet set,
            boolean submitted,
            ResultForm form,
            Actor by,
            long inspectorId,
            Instant at) {
        jdbc.sql("update publication.result set superseded_at = :at where visit_id = :visit and superseded_at is null")
                .param("visit", visitId)
                .param("at", Columns.moment(at))
                .update();
        long resultId = jdbc.sql("""
                        insert into publication.result (visit_id, version, set_code, submitted, inspected_on, methods,
                            entered_by, entered_by_name, inspector_id, second_inspector_id, entered_at)
                        values (:visit, :version, :set, :submitted, :inspectedOn, :methods,
                            :account, :name, :inspector, :second, :at)
                        returning result_id
                        """)
                .param("visit", visitId)
                .param("version", version)
                .param("set", set.code())
                .param("submitted", submitted)
                .param("inspectedOn", form.inspectedOn())
                .param(
                        "methods",
                        form.methods().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("account", by.account())
                .param("name", by.name())
                .param("inspector", inspectorId)
                .param("second", form.secondInspectorId())
                .param("at", Columns.moment(at))
                .query(Long.class)
                .single();
        for (Finding finding : form.findings()) {
            jdbc.sql("""
                            insert into publication.result_item (result_id, seq, categories, note)
                            values (:result, :seq, :categories, :note)
                            """)
                    .param("result", resultId)
                    .param("seq", finding.seq())
                    .param(
                            "categories",
                            set.pick(finding.categories()).stream()
                                    .map(category -> category.code())
                                    .toArray(String[]::new))
                    .param("note", finding.note())
                    .update();
        }
    }

    @Override
    public void addReview(EnteredResult result, boolean passed, String reason, Actor by, Instant at) {
        jdbc.sql("""
                        insert into publication.review (result_id, decision, reason, entered_by, reviewed_by,
                            reviewer_name, reviewed_at)
                        values (:result, :decision, :reason, :enteredBy, :account, :name, :at)
                        """)
                .param("result", result.resultId())
                .param("decision", passed ? "PASS" : "RETURN")
                .param("reason", reason)
                .param("enteredBy", result.enteredBy())
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Columns.moment(at))
                .update();
    }

    @Override
    public long addPublication(
            long visitId,
            long resultId,
            @Nullable Long corrects,
            LocalDate due,
            boolean provisional,
            LocalDate on,
            Instant at,
            Actor by) {
        return jdbc.sql("""
                        insert into publication.publication (visit_id, result_id, corrects, due, provisional,
                            published_on, published_at, published_by)
                        values (:visit, :result, :corrects, :due, :provisional, :on, :at, :account)
                        returning publication_id
                        """)
                .param("visit", visitId)
                .param("result", resultId)
                .param("corrects", corrects)
                .param("due", due)
                .param("provisional", provisional)
                .param("on", on)
                .param("at", Columns.moment(at))
                .param("account", by.account())
                .query(Long.class)
                .single();
    }

    @Override
    public void withdraw(long publicationId, String reason, Actor by, Instant at) {
        int withdrawn = jdbc.sql("""
                        update publication.publication
                        set withdrawn_at = :at, withdrawn_by = :account, withdrawn_reason = :reason
                        where publication_id = :publication and withdrawn_at is null
                        """)
                .param("publication", publicationId)
                .param("reason", reason)
                .param("account", by.account())
                .param("at", Columns.moment(at))
                .update();
        if (withdrawn != 1) {
            throw new IllegalStateException("Publication %d does not stand any more".formatted(publicationId));
        }
    }
}
