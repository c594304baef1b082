package org.shuangsuiji.ingest.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Agreement;
import org.shuangsuiji.ingest.Source;
import org.shuangsuiji.ingest.SourceRegister;
import org.shuangsuiji.ingest.SourceRow;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sources are edited one at a time and live as entities; lists and agreements are read as rows. */
@Repository
class StoredSources implements SourceRegister {
    private static final String OWN = """
            from ingest.source s join office.department p on p.id = s.department_id
            where p.path like :departments""";

    private final EntityManager entities;
    private final JdbcClient jdbc;

    StoredSources(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Source> find(long id, Scope scope) {
        return entity(jdbc.sql("select s.id " + OWN + " and s.id = :id")
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .query(Long.class)
                .optional());
    }

    @Override
    public Optional<Source> find(String word, Scope scope) {
        return entity(jdbc.sql("select s.id " + OWN + " and s.word = :word")
                .param("word", word)
                .param("departments", scope.departmentsLike())
                .query(Long.class)
                .optional());
    }

    private Optional<Source> entity(Optional<Long> id) {
        return id.map(known -> entities.find(Source.class, known));
    }

    @Override
    public Source ofDepartment(long departmentId) {
        jdbc.sql("""
                        insert into ingest.source (word, standing, department_id, trust)
                        values ('department-' || :department, 'DEPARTMENT', :department, 'OFFICIAL')
                        on conflict (department_id) where standing = 'DEPARTMENT' do nothing
                        """).param("department", departmentId).update();
        return entity(jdbc.sql(
                                "select id from ingest.source where department_id = :department and standing = 'DEPARTMENT'")
                        .param("department", departmentId)
                        .query(Long.class)
                        .optional())
                .orElseThrow();
    }

    @Override
    public boolean reaches(long departmentId, Scope scope) {
        return jdbc.sql("""
                        select exists (select from office.department
                                       where id = :id and active and path like :departments)""")
                .param("id", departmentId)
                .param("departments", scope.departmentsLike())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean wordTaken(String word) {
        return jdbc.sql("select exists (select from ingest.source where word = :word)")
                .param("word", word)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean nameTaken(String name, long but) {
        return jdbc.sql("select exists (select from ingest.source where name = :name and id <> :but)")
                .param("name", name)
                .param("but", but)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void save(Source source) {
        try {
            if (!entities.contains(source)) {
                entities.persist(source);
            }
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.conflict("edited-meanwhile");
        }
    }

    @Override
    public boolean hasAgreement(long sourceId, String number) {
        return jdbc.sql("select exists (select from ingest.agreement where source_id = :source and number = :number)")
                .param("source", sourceId)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long add(long sourceId, Agreement agreement) {
        return jdbc.sql("""
                        insert into ingest.agreement (source_id, number, signed_on, begins_on, ends_on, paper, entered_by,
                            entered_at)
                        values (:source, :number, :signedOn, :beginsOn, :endsOn, :paper, :by, :at)
                        returning id
                        """)
                .param("source", sourceId)
                .param("number", agreement.number())
                .param("signedOn", agreement.signedOn())
                .param("beginsOn", agreement.beginsOn())
                .param("endsOn", agreement.endsOn())
                .param("paper", agreement.paper())
                .param("by", agreement.enteredBy())
                .param("at", agreement.enteredAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public List<Agreement> agreements(long sourceId) {
        return jdbc.sql("""
                        select a.*, e.ended_on, e.reason, e.ended_by, e.entered_at as end_entered_at
                        from ingest.agreement a left join ingest.agreement_end e on e.agreement_id = a.id
                        where a.source_id = :source order by a.ends_on desc, a.id desc""")
                .param("source", sourceId)
                .query((row, number) -> new Agreement(
                        row.getString("number"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("begins_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("paper"),
                        row.getString("entered_by"),
                        row.getTimestamp("entered_at").toInstant(),
                        end(row)))
                .list();
    }

    private static Agreement.@Nullable End end(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("ended_on", LocalDate.class);
        return day == null
                ? null
                : new Agreement.End(
                        day,
                        row.getString("reason"),
                        row.getString("ended_by"),
                        row.getTimestamp("end_entered_at").toInstant());
    }

    @Override
    public boolean end(long sourceId, String number, Agreement.End end) {
        return jdbc.sql("""
                        insert into ingest.agreement_end (agreement_id, ended_on, reason, ended_by, entered_at)
                        select id, :day, :reason, :by, :at from ingest.agreement
                        where source_id = :source and number = :number
                        on conflict do nothing
                        """)
                        .param("day", end.day())
                        .param("reason", end.reason())
                        .param("by", end.enteredBy())
                        .param("at", end.enteredAt().atOffset(ZoneOffset.UTC))
                        .param("source", sourceId)
                        .param("number", number)
                        .update()
                == 1;
    }

    @Override
    public List<SourceRow> rows(Scope scope, LocalDate today) {
        return jdbc.sql(SqlFile.read("source-rows.sql"))
                .param("departments", scope.departmentsLike())
                .param("today", today)
                .param("id", null)
                .query(StoredSources::read)
                .list();
    }

    @Override
    public SourceRow row(long id, LocalDate today) {
        return jdbc.sql(SqlFile.read("source-rows.sql"))
                .param("departments", Scope.WHOLE_OFFICE.departmentsLike())
                .param("today", today)
                .param("id", id)
                .query(StoredSources::read)
                .single();
    }

    @Override
    public List<SourceRow> silentDepartments(Scope scope) {
        return jdbc.sql("""
                        select null::bigint as id, 'department-' || p.id as word, p.name, 'DEPARTMENT' as standing,
                            p.id as department_id, p.name as department_name, 'OFFICIAL' as trust,
                            null::date as closed_on, null as closed_because, null::date as bound_until,
                            null::timestamptz as last_received_at
                        from office.department p
                        where p.active and p.path like :departments
                          and not exists (select from ingest.source s where s.word = 'department-' || p.id)
                        order by p.path
                        """)
                .param("departments", scope.departmentsLike())
                .query(StoredSources::read)
                .list();
    }

    private static SourceRow read(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp last = row.getTimestamp("last_received_at");
        return new SourceRow(
                (Long) row.getObject("id"),
                row.getString("word"),
                row.getString("name"),
                Source.Standing.valueOf(row.getString("standing")),
                row.getLong("department_id"),
                row.getString("department_name"),
                Source.Trust.valueOf(row.getString("trust")),
                row.getObject("closed_on", LocalDate.class),
                row.getString("closed_because"),
                row.getObject("bound_until", LocalDate.class),
                last == null ? null : last.toInstant());
    }
}
