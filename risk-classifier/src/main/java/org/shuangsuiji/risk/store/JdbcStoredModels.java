package org.shuangsuiji.risk.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.ActiveModel;
import org.shuangsuiji.risk.Model;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.ModelVersion;
import org.shuangsuiji.risk.StoredModels;
import org.shuangsuiji.risk.VersionState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Models as aggregates through JPA; who may see them, and lists, through SQL. */
@Repository
class JdbcStoredModels implements StoredModels {
    /** Whether the version in force of model m has not graded everybody yet, by the view that a freeze asks as well. */
    private static final String OWES = """
            exists (select from risk.read_model r
                    where r.model_id = m.id and r.active_version_id is not null and r.graded_on is null)
            """;

    /** Whether nobody whom model m grades is beside the reader: the model of all is not for one station to change. */
    private static final String CHANGEABLE = """
            (d.id is not null and d.path like :departments
             or d.id is null and not exists (
                    select from office.department o
                    where split_part(o.path, '/', 2) = split_part(:path, '/', 2)
                      and o.path not like :departments and :path not like o.path || '%'))
            """;

    private final JpaModels models;
    private final JpaModelVersions versions;
    private final JdbcClient jdbc;

    JdbcStoredModels(JpaModels models, JpaModelVersions versions, JdbcClient jdbc) {
        this.models = models;
        this.versions = versions;
        this.jdbc = jdbc;
    }

    @Override
    public Model keep(Model model) {
        return models.saveAndFlush(model);
    }

    @Override
    public ModelVersion keep(ModelVersion version) {
        return versions.saveAndFlush(version);
    }

    @Override
    public Optional<Model> byCode(String code) {
        return models.findByCode(code);
    }

    @Override
    public Optional<Model> model(long id) {
        return models.findById(id);
    }

    @Override
    public Optional<Model> modelToChange(long id) {
        return models.findLockedById(id);
    }

    @Override
    public boolean readable(long modelId, Scope scope) {
        String sql = """
                select exists (
                    select from risk.model m left join office.department d on d.id = m.department_id
                    where m.id = :id
                      and (d.id is null or d.path like :departments or :path like d.path || '%'))
                """;
        return allowed(sql, modelId, scope);
    }

    @Override
    public boolean changeable(long modelId, Scope scope) {
        String sql = """
                select exists (
                    select from risk.model m left join office.department d on d.id = m.department_id
                    where m.id = :id and %s)
                """.formatted(CHANGEABLE);
        return allowed(sql, modelId, scope);
    }

    private boolean allowed(String sql, long id, Scope scope) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .param("path", scope.departmentPath())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<ModelVersion> version(long id) {
        return versions.findById(id);
    }

    @Override
    public Optional<ModelVersion> versionToChange(long id) {
        return versions.findLockedById(id);
    }

    @Override
    public int nextNumber(long modelId) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from risk.model_version where model_id = :model")
                .param("model", modelId)
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean approvedWaits(long modelId) {
        return versions.existsByModelIdAndState(modelId, VersionState.APPROVED);
    }

    @Override
    public boolean anyDueOn(LocalDate day) {
        return versions.existsByStateAndEffectiveFromLessThanEqual(VersionState.APPROVED, day);
    }

    @Override
    public List<ModelVersion> dueOn(LocalDate day) {
        return versions.findByStateAndEffectiveFromLessThanEqualOrderById(VersionState.APPROVED, day);
    }

    @Override
    public List<ModelSheet> sheets(Scope scope) {
        String sql = """
                select m.id, m.code, v.name_zh, v.name_en, d.name as department_name, m.scheme_code,
                       m.active_version_id, v.number as active_number, v.effective_from as active_since,
                       (select count(*) from risk.model_version o
                        where o.model_id = m.id and o.state in ('DRAFT', 'SUBMITTED', 'APPROVED')) as open_versions,
                       %s as owes_regrade, %s as changeable
                from risk.model m
                left join risk.model_version v on v.id = m.active_version_id
                left join office.department d on d.id = m.department_id
                where d.id is null or d.path like :departments or :path like d.path || '%%'
                order by m.id
                """.formatted(OWES, CHANGEABLE);
        return jdbc.sql(sql)
                .param("departments", scope.departmentsLike())
                .param("path", scope.departmentPath())
                .query(ModelSheet.class)
                .list();
    }

    @Override
    public List<ModelVersion> versions(long modelId) {
        return versions.findByModelIdOrderByNumberDesc(modelId);
    }

    @Override
    public List<ActiveModel> active() {
        return active("true");
    }

    @Override
    public List<ActiveModel> owing() {
        return active(OWES);
    }

    private List<ActiveModel> active(String condition) {
        String sql = """
                select m.id as model_id, m.code, m.active_version_id as version_id
                from risk.model m where m.active_version_id is not null and %s
                order by m.id
                """.formatted(condition);
        return jdbc.sql(sql).query(ActiveModel.class).list();
    }
}
