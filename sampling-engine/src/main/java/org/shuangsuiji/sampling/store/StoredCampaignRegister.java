package org.shuangsuiji.sampling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.Who;
import org.shuangsuiji.sampling.Campaign;
import org.shuangsuiji.sampling.CampaignRegister;
import org.shuangsuiji.sampling.CampaignRow;
import org.shuangsuiji.sampling.GradeModel;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.Redraw;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredCampaignRegister implements CampaignRegister {
    private static final String MODELS = """
            select m.model_id, m.name, m.name_en, m.scheme_code, m.active_version_id, m.active_number, m.graded_on,
                   m.last_run_id
            from risk.read_model m
            left join office.department d on d.id = m.department_id
            where m.active_version_id is not null
              and (m.department_id is null or :path like d.path || '%' or d.path like :path || '%')""";

    private final Aggregates aggregates;
    private final JdbcClient jdbc;

    StoredCampaignRegister(Aggregates aggregates, JdbcClient jdbc) {
        this.aggregates = aggregates;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Campaign> find(long id, Scope scope) {
        return aggregates.of(
                Campaign.class,
                jdbc.sql("""
                        select c.id from sampling.campaign c join office.department d on d.id = c.department_id
                        where c.id = :id and d.path like :departments""")
                        .param("id", id)
                        .param("departments", scope.departmentsLike())
                        .query(Long.class)
                        .optional());
    }

    @Override
    public void save(Campaign campaign) {
        aggregates.save(campaign);
    }

    @Override
    public List<CampaignRow> rows(Scope scope, long below, int count) {
        return jdbc.sql("""
                        select r.*, c.grade_model_id is not null as graded from sampling.read_campaign r
                        join sampling.campaign c on c.id = r.campaign_id
                        where r.department_path like :departments and r.campaign_id < :below
                        order by r.campaign_id desc limit :count""")
                .param("departments", scope.departmentsLike())
                .param("below", below)
                .param("count", count)
                .query(StoredCampaignRegister::row)
                .list();
    }

    @Override
    public boolean move(long id, Campaign.State from, Campaign.State to, Actor actor, Instant at) {
        return jdbc.sql("""
                        update sampling.campaign
                        set state = :to, state_by = :by, state_at = :at, lock_version = lock_version + 1
                        where id = :id and state = :from""")
                        .param("to", to.name())
                        .param("by", actor.account())
                        .param("at", Instants.param(at))
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    @Override
    public Refusal notFrozen(long id) {
        return jdbc.sql("""
                        select c.number, c.state, coalesce(p.name, c.state_by) as name, c.state_at
                        from sampling.campaign c left join office.person p on p.account = c.state_by
                        where c.id = :id""")
                .param("id", id)
                .query((row, number) -> {
                    Campaign.State state = Campaign.State.valueOf(row.getString("state"));
                    return state == Campaign.State.PLANNED
                            ? Refusal.conflict("freeze-edited", row.getString("number"))
                            : Refusal.conflict(
                                    "campaign-not-planned",
                                    row.getString("number"),
                                    state,
                                    new Who(row.getString("name")),
                                    Instants.of(row, "state_at"));
                })
                .single();
    }

    @Override
    public boolean freeze(long id, int lockVersion, GradeModel.@Nullable AsOf grades, Actor actor, Instant at) {
        return jdbc.sql("""
                        update sampling.campaign
                        set state = 'FROZEN', state_by = :by, state_at = :at, lock_version = lock_version + 1,
                            grade_version_id = :version, grade_as_of = :day
                        where id = :id and state = 'PLANNED' and lock_version = :seen""")
                        .param("seen", lockVersion)
                        .param("by", actor.account())
                        .param("at", Instants.param(at))
                        .param("version", grades == null ? null : grades.versionId(), Types.BIGINT)
                        .param("day", grades == null ? null : grades.day(), Types.DATE)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public Optional<GradeModel> model(long modelId, Department department) {
        return jdbc.sql(MODELS + " and m.model_id = :model")
                .param("path", department.path())
                .param("model", modelId)
                .query(StoredCampaignRegister::model)
                .optional();
    }

    @Override
    public boolean gradesDue(long modelId, LocalDate day) {
        return jdbc.sql("select exists (select from risk.read_grade where model_id = :model and next_change <= :day)")
                .param("model", modelId)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<GradeModel> models(Department department) {
        return jdbc.sql(MODELS + " order by m.model_id")
                .param("path", department.path())
                .query(StoredCampaignRegister::model)
                .list();
    }

    @Override
    public @Nullable Long endedDraw(long campaignId) {
        return jdbc.sql("""
                        select id from sampling.draw
                        where campaign_id = :campaign and state in ('ABANDONED', 'FAILED') order by id desc limit 1""")
                .param("campaign", campaignId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    @Override
    public Optional<String> successor(long drawId) {
        jdbc.sql("select id from sampling.draw where id = :draw for update")
                .param("draw", drawId)
                .query(Long.class)
                .single();
        return jdbc.sql("select number from sampling.campaign where supersedes = :draw and state <> 'CANCELLED'")
                .param("draw", drawId)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<Redraw.Side> drawnAnewBy(long campaignId) {
        return jdbc.sql("""
                        select c.id, c.number, c.name, w.id as draw_id
                        from sampling.campaign redraw
                        join sampling.draw w on w.id = redraw.supersedes
                        join sampling.campaign c on c.id = w.campaign_id
                        where redraw.id = :campaign""")
                .param("campaign", campaignId)
                .query(StoredCampaignRegister::side)
                .optional();
    }

    @Override
    public Optional<Redraw.Side> drawingAnew(long campaignId) {
        return jdbc.sql("""
                        select c.id, c.number, c.name,
                               (select max(id) from sampling.draw where campaign_id = c.id) as draw_id
                        from sampling.draw w
                        join sampling.campaign c on c.supersedes = w.id and c.state <> 'CANCELLED'
                        where w.campaign_id = :campaign order by c.id desc limit 1""")
                .param("campaign", campaignId)
                .query(StoredCampaignRegister::side)
                .optional();
    }

    private static Redraw.Side side(ResultSet row, int number) throws SQLException {
        return new Redraw.Side(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                row.getObject("draw_id", Long.class));
    }

    private static CampaignRow row(ResultSet row, int number) throws SQLException {
        return new CampaignRow(
                row.getLong("campaign_id"),
                row.getString("number"),
                row.getString("name"),
                row.getLong("department_id"),
                row.getString("department_name"),
                row.getString("item_name"),
                Item.Category.valueOf(row.getString("item_category")),
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getBoolean("graded"),
                Campaign.State.valueOf(row.getString("state")),
                Instants.of(row, "state_at"),
                row.getObject("draw_id", Long.class),
                row.getObject("frame_size", Long.class),
                row.getObject("take", Long.class),
                row.getObject("visits", Integer.class));
    }

    private static GradeModel model(ResultSet row, int number) throws SQLException {
        return new GradeModel(
                row.getLong("model_id"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("scheme_code"),
                row.getLong("active_version_id"),
                row.getInt("active_number"),
                row.getObject("graded_on", LocalDate.class),
                row.getObject("last_run_id", Long.class));
    }
}
