package org.shuangsuiji.sampling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.Inspector;
import org.shuangsuiji.sampling.InspectorDirectory;
import org.shuangsuiji.sampling.InspectorRow;
import org.shuangsuiji.sampling.Recusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredInspectorDirectory implements InspectorDirectory {
    private final Aggregates aggregates;
    private final JdbcClient jdbc;

    StoredInspectorDirectory(Aggregates aggregates, JdbcClient jdbc) {
        this.aggregates = aggregates;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Inspector> find(long id, Scope scope) {
        return aggregates.of(
                Inspector.class,
                jdbc.sql("""
                        select inspector_id from sampling.read_inspector
                        where inspector_id = :id and department_path like :departments""")
                        .param("id", id)
                        .param("departments", scope.departmentsLike())
                        .query(Long.class)
                        .optional());
    }

    @Override
    public boolean knowsStaffNo(String staffNo) {
        return jdbc.sql("select exists (select from sampling.inspector where staff_no = :staffNo)")
                .param("staffNo", staffNo)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean certificateTaken(String certificateNo, long exceptId) {
        return jdbc.sql("""
                        select exists (select from sampling.inspector
                                       where certificate_no = :certificateNo and id <> :exceptId)""")
                .param("certificateNo", certificateNo)
                .param("exceptId", exceptId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void save(Inspector inspector) {
        aggregates.save(inspector);
    }

    @Override
    public List<InspectorRow> rows(Scope scope) {
        return jdbc.sql("""
                        select i.*, (select count(*) from sampling.recusal r
                                     where r.inspector_id = i.inspector_id and r.withdrawn_at is null) as recusals
                        from sampling.read_inspector i
                        where i.department_path like :departments order by i.staff_no""")
                .param("departments", scope.departmentsLike())
                .query(StoredInspectorDirectory::row)
                .list();
    }

    @Override
    public List<Recusal> recusals(long inspectorId) {
        return jdbc.sql("""
                        select r.*, e.name as enterprise_name from sampling.recusal r
                        left join ingest.read_identity e on e.credit_code = r.credit_code
                        where r.inspector_id = :inspector
                        order by r.withdrawn_at is not null, r.declared_at desc, r.id""")
                .param("inspector", inspectorId)
                .query(StoredInspectorDirectory::recusal)
                .list();
    }

    @Override
    public boolean isRegistered(CreditCode enterprise) {
        return jdbc.sql("""
                        select exists (select from ingest.read_identity
                                       where credit_code = :code and registered)""")
                .param("code", enterprise.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Long> addRecusal(
            long inspectorId, CreditCode enterprise, Recusal.Ground ground, String note, Actor actor, Instant at) {
        return jdbc.sql("""
                        insert into sampling.recusal
                            (inspector_id, credit_code, ground, note, declared_at, declared_by)
                        values (:inspector, :code, :ground, :note, :at, :by)
                        on conflict (inspector_id, credit_code) where withdrawn_at is null do nothing
                        returning id""")
                .param("inspector", inspectorId)
                .param("code", enterprise.value())
                .param("ground", ground.name())
                .param("note", note)
                .param("at", Instants.param(at))
                .param("by", actor.account())
                .query(Long.class)
                .optional();
    }

    @Override
    public boolean withdrawRecusal(long inspectorId, long recusalId, Actor actor, Instant at) {
        return jdbc.sql("""
                        update sampling.recusal set withdrawn_at = :at, withdrawn_by = :by
                        where id = :id and inspector_id = :inspector and withdrawn_at is null""")
                        .param("at", Instants.param(at))
                        .param("by", actor.account())
                        .param("id", recusalId)
                        .param("inspector", inspectorId)
                        .update()
                == 1;
    }

    @Override
    public List<org.shuangsuiji.sampling.draw.Inspector> eligible(Department department, LocalDate day) {
        return jdbc.sql("""
                        select i.staff_no, i.scopes, i.regions, i.valid_until,
                               array(select r.credit_code from sampling.recusal r
                                     where r.inspector_id = i.inspector_id and r.withdrawn_at is null) as recusals
                        from sampling.read_inspector i
                        where i.department_path like :departments and i.state = 'ACTIVE' and i.valid_until >= :day
                        order by i.staff_no collate "C"
                        """)
                .param("departments", department.path() + "%")
                .param("day", day)
                .query((row, number) -> org.shuangsuiji.sampling.draw.Inspector.of(
                        row.getString("staff_no"),
                        department.code(),
                        TextArrays.texts(row, "scopes"),
                        TextArrays.texts(row, "regions").stream()
                                .map(Region::prefixOf)
                                .toList(),
                        row.getObject("valid_until", LocalDate.class),
                        TextArrays.texts(row, "recusals")))
                .list();
    }

    private static InspectorRow row(ResultSet row, int number) throws SQLException {
        return new InspectorRow(
                row.getLong("inspector_id"),
                row.getString("staff_no"),
                row.getString("name"),
                row.getLong("department_id"),
                row.getString("department_name"),
                row.getString("certificate_no"),
                row.getObject("valid_until", LocalDate.class),
                TextArrays.texts(row, "scopes"),
                TextArrays.texts(row, "regions"),
                Inspector.State.valueOf(row.getString("state")),
                row.getInt("recusals"));
    }

    private static Recusal recusal(ResultSet row, int number) throws SQLException {
        return new Recusal(
                row.getLong("id"),
                row.getLong("inspector_id"),
                row.getString("credit_code"),
                row.getString("enterprise_name"),
                Recusal.Ground.valueOf(row.getString("ground")),
                row.getString("note"),
                Instants.of(row, "declared_at"),
                row.getString("declared_by"),
                Instants.nullable(row, "withdrawn_at"));
    }
}
