package org.shuangsuiji.ingest.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Gap;
import org.shuangsuiji.ingest.GapBook;
import org.shuangsuiji.ingest.GapLimit;
import org.shuangsuiji.ingest.GapLook;
import org.shuangsuiji.ingest.GapNote;
import org.shuangsuiji.ingest.GapRow;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gaps: one is edited as an entity, lists are read as rows. */
@Repository
class StoredGaps implements GapBook {
    private static final String ROWS = """
            select g.*, coalesce(s.name, p.name) as source_name, p.name as department_name, p.region
            from ingest.gap g
            join ingest.source s on s.id = g.source_id
            join office.department p on p.id = s.department_id
            """;

    private static final String LOOKS = SqlFile.read("gap-looks.sql");

    private final EntityManager entities;
    private final JdbcClient jdbc;

    StoredGaps(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> sources(LocalDate today) {
        return jdbc.sql("""
                        select source_id from ingest.duty where begins_on <= :today and (ends_on is null or ends_on >= :today)
                        union select source_id from ingest.gap where holds order by 1
                        """).param("today", today).query(Long.class).list();
    }

    @Override
    public Optional<Gap> find(long id, Scope scope) {
        return jdbc.sql(ROWS + "where g.id = :id and p.path like :departments")
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .query((row, number) -> row.getLong("id"))
                .optional()
                .map(known -> entities.find(Gap.class, known));
    }

    @Override
    public List<Gap> holding(long sourceId) {
        return entities.createQuery(
                        "select g from Gap g where g.sourceId = :source and g.holds order by g.id", Gap.class)
                .setParameter("source", sourceId)
                .getResultList();
    }

    @Override
    public void save(Gap gap) {
        try {
            if (!entities.contains(gap)) {
                entities.persist(gap);
            }
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.conflict("edited-meanwhile");
        }
    }

    @Override
    public void note(long gapId, GapNote note) {
        jdbc.sql("""
                        insert into ingest.gap_note (gap_id, step, said, until_day, delivery_id, noted_by, noted_at)
                        values (:gap, :step, :said, :until, :delivery, :by, :at)
                        """)
                .param("gap", gapId)
                .param("step", note.step().name())
                .param("said", note.said())
                .param("until", note.until())
                .param("delivery", note.deliveryId())
                .param("by", note.by())
                .param("at", note.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<GapNote> notes(long gapId) {
        return jdbc.sql("select * from ingest.gap_note where gap_id = :gap order by id")
                .param("gap", gapId)
                .query((row, number) -> new GapNote(
                        GapNote.Step.valueOf(row.getString("step")),
                        row.getString("said"),
                        row.getObject("until_day", LocalDate.class),
                        (Long) row.getObject("delivery_id"),
                        row.getString("noted_by"),
                        row.getTimestamp("noted_at").toInstant()))
                .list();
    }

    @Override
    public void looked(long sourceId, Instant now) {
        jdbc.sql("""
                        insert into ingest.gap_look (source_id, looked_at) values (:source, :now)
                        on conflict (source_id) do update set looked_at = excluded.looked_at
                        """)
                .param("source", sourceId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public GapLook look(Scope scope, LocalDate today, Instant midnight) {
        return jdbc.sql(LOOKS)
                .param("departments", scope.departmentsLike())
                .param("today", today)
                .param("midnight", midnight.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    @Nullable Timestamp since = row.getTimestamp("since");
                    return new GapLook(since == null ? null : since.toInstant(), row.getBoolean("to_come"));
                })
                .single();
    }

    @Override
    public List<GapRow> open(Scope scope) {
        return jdbc.sql(ROWS + "where g.state <> 'CLOSED' and p.path like :departments order by g.id")
                .param("departments", scope.departmentsLike())
                .query(StoredGaps::read)
                .list();
    }

    @Override
    public List<GapRow> closed(Scope scope, long before, int limit) {
        return jdbc.sql(ROWS + """
                        where g.state = 'CLOSED' and g.id < :before and p.path like :departments
                        order by g.id desc limit :limit
                        """)
                .param("before", before)
                .param("departments", scope.departmentsLike())
                .param("limit", limit)
                .query(StoredGaps::read)
                .list();
    }

    @Override
    public GapRow row(long id) {
        return jdbc.sql(ROWS + "where g.id = :id")
                .param("id", id)
                .query(StoredGaps::read)
                .single();
    }

    private static GapRow read(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp closed = row.getTimestamp("closed_at");
        return new GapRow(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getString("source_name"),
                row.getString("department_name"),
                new Region(row.getString("region")).prefix(),
                RecordKind.of(row.getInt("kind")),
                Gap.Cause.valueOf(row.getString("cause")),
                row.getLong("duty_id"),
                row.getTimestamp("opened_at").toInstant(),
                Gap.State.valueOf(row.getString("state")),
                row.getObject("promised_until", LocalDate.class),
                closed == null ? null : closed.toInstant());
    }

    @Override
    public Map<RecordKind, BigDecimal> limits(long sourceId, LocalDate day) {
        Map<RecordKind, BigDecimal> limits = new EnumMap<>(RecordKind.class);
        jdbc.sql("""
                        select distinct on (l.kind) l.kind, l.percent
                        from ingest.source s
                        join office.department p on p.id = s.department_id
                        join office.department d on p.path like d.path || '%'
                        join ingest.gap_limit l on l.department_id = d.id and l.holds_from <= :day
                        where s.id = :source order by l.kind, length(d.path) desc, l.holds_from desc
                        """).param("source", sourceId).param("day", day).query(row -> {
            limits.put(RecordKind.of(row.getInt("kind")), row.getBigDecimal("percent"));
        });
        return limits;
    }

    @Override
    public List<GapLimit> limits(Scope scope) {
        return jdbc.sql("""
                        select l.*, d.name as department_name
                        from ingest.gap_limit l join office.department d on d.id = l.department_id
                        where d.path like :departments or :path like d.path || '%'
                        order by l.kind, l.holds_from desc, l.id desc
                        """)
                .param("departments", scope.departmentsLike())
                .param("path", scope.departmentPath())
                .query((row, number) -> new GapLimit(
                        RecordKind.of(row.getInt("kind")),
                        row.getBigDecimal("percent"),
                        row.getObject("holds_from", LocalDate.class),
                        row.getString("department_name"),
                        row.getString("entered_by")))
                .list();
    }

    @Override
    public Optional<Long> limit(RecordKind kind, BigDecimal percent, LocalDate from, Actor actor, Instant now) {
        return jdbc.sql("""
                        insert into ingest.gap_limit (department_id, kind, percent, holds_from, entered_by, entered_at)
                        values (:department, :kind, :percent, :from, :by, :now)
                        on conflict do nothing returning id
                        """)
                .param("department", actor.departmentId())
                .param("kind", kind.number())
                .param("percent", percent)
                .param("from", from)
                .param("by", actor.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }
}
