package org.shuangsuiji.ingest.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Duty;
import org.shuangsuiji.ingest.DutyRow;
import org.shuangsuiji.ingest.DutyTable;
import org.shuangsuiji.ingest.duty.Rhythm;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of duties: a line is edited as an entity, lists are read as rows. */
@Repository
class StoredDuties implements DutyTable {
    private static final String ROWS = """
            select t.*, coalesce(s.name, p.name) as source_name, p.name as department_name
            from ingest.duty t
            join ingest.source s on s.id = t.source_id
            join office.department p on p.id = s.department_id
            """;

    private final EntityManager entities;
    private final JdbcClient jdbc;

    StoredDuties(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Duty> find(long id, Scope scope) {
        return jdbc.sql(ROWS + "where t.id = :id and p.path like :departments")
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .query((row, number) -> row.getLong("id"))
                .optional()
                .map(known -> entities.find(Duty.class, known));
    }

    @Override
    public boolean lock(long sourceId, Scope scope) {
        return jdbc.sql("""
                        select s.id from ingest.source s join office.department p on p.id = s.department_id
                        where s.id = :id and p.path like :departments for update of s
                        """)
                .param("id", sourceId)
                .param("departments", scope.departmentsLike())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    @Override
    public Optional<Long> from(long sourceId, RecordKind kind, LocalDate day) {
        return jdbc.sql("""
                        select id from ingest.duty
                        where source_id = :source and kind = :kind and (ends_on is null or ends_on >= greatest(:day, begins_on))
                        order by begins_on limit 1
                        """)
                .param("source", sourceId)
                .param("kind", kind.number())
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    @Override
    public void save(Duty duty) {
        try {
            if (!entities.contains(duty)) {
                entities.persist(duty);
            }
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.conflict("edited-meanwhile");
        }
    }

    @Override
    public List<DutyRow> standing(Scope scope, @Nullable Long sourceId, LocalDate today) {
        return jdbc.sql(ROWS + """
                        where p.path like :departments and (:source::bigint is null or t.source_id = :source)
                          and (t.ends_on is null or t.ends_on >= greatest(:today, t.begins_on))
                        order by p.path, s.standing, s.name, t.kind, t.begins_on
                        """)
                .param("departments", scope.departmentsLike())
                .param("source", sourceId)
                .param("today", today)
                .query(StoredDuties::read)
                .list();
    }

    @Override
    public List<DutyRow> history(long sourceId, RecordKind kind) {
        return jdbc.sql(ROWS + "where t.source_id = :source and t.kind = :kind order by t.id desc")
                .param("source", sourceId)
                .param("kind", kind.number())
                .query(StoredDuties::read)
                .list();
    }

    @Override
    public List<DutyRow> ever(long sourceId) {
        return jdbc.sql(ROWS + "where t.source_id = :source order by t.id")
                .param("source", sourceId)
                .query(StoredDuties::read)
                .list();
    }

    static DutyRow read(ResultSet row, int number) throws SQLException {
        return new DutyRow(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getString("source_name"),
                row.getString("department_name"),
                RecordKind.of(row.getInt("kind")),
                row.getString("basis"),
                Rhythm.of(row.getString("rhythm"), row.getInt("days")),
                row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("ended_because"),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant());
    }
}
