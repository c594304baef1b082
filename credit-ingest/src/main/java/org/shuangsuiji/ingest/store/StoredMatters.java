package org.shuangsuiji.ingest.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shuangsuiji.ingest.Matter;
import org.shuangsuiji.ingest.MatterBook;
import org.shuangsuiji.ingest.MatterChange;
import org.shuangsuiji.ingest.MatterDraft;
import org.shuangsuiji.ingest.MatterDraftRow;
import org.shuangsuiji.ingest.MatterList;
import org.shuangsuiji.ingest.MatterTerms;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of matters: a draft is edited as an entity, what is published is only ever inserted. */
@Repository
class StoredMatters implements MatterBook {
    private static final String DRAFTS = """
            select t.*, p.name as department_name
            from ingest.matter_draft t join office.department p on p.id = t.department_id
            where p.path like :departments
            """;
    private static final String LISTS = """
            select l.*, d.name as department_name
            from ingest.matter_list l join office.department d on d.id = l.department_id
            where (d.path like :departments or :path like d.path || '%')
            """;
    private static final String CHANGES = """
            select m.*, p.name as department_name, l.number, l.effective_on, r.document_no, r.reported_on
            from ingest.matter m
            join ingest.matter_list l on l.id = m.list_id
            join office.department p on p.id = m.department_id
            left join ingest.matter_report r on r.matter_id = m.id
            where m.change <> 'KEPT' and p.path like :departments
            """;

    private static final String STANDING = SqlFile.read("matters-standing.sql");

    private final EntityManager entities;
    private final JdbcClient jdbc;

    StoredMatters(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<MatterDraft> draft(long id, Scope scope) {
        return jdbc.sql(DRAFTS + "and t.id = :id")
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .query((row, number) -> row.getLong("id"))
                .optional()
                .map(known -> entities.find(MatterDraft.class, known));
    }

    @Override
    public void save(MatterDraft draft) {
        try {
            if (!entities.contains(draft)) {
                entities.persist(draft);
            }
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.conflict("edited-meanwhile");
        }
    }

    @Override
    public boolean draftOpen(long departmentId, String code) {
        return jdbc.sql("""
                        select exists (select from ingest.matter_draft where department_id = :department and code = :code
                                       and state in ('DRAFT', 'HANDED_IN', 'RETURNED'))
                        """)
                .param("department", departmentId)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<MatterDraftRow> drafts(Scope scope) {
        return jdbc.sql(DRAFTS + "and t.state in ('DRAFT', 'HANDED_IN', 'RETURNED') order by t.code, t.id")
                .param("departments", scope.departmentsLike())
                .query((row, number) -> new MatterDraftRow(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getLong("department_id"),
                        row.getString("department_name"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getBoolean("removal"),
                        MatterDraft.State.valueOf(row.getString("state"))))
                .list();
    }

    @Override
    public List<MatterDraft> handedIn(Scope scope) {
        return drafts(scope).stream()
                .filter(row -> row.state() == MatterDraft.State.HANDED_IN)
                .map(row -> entities.find(MatterDraft.class, row.id()))
                .toList();
    }

    @Override
    public void lock(long departmentId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ingest.matter_list', :department))::text")
                .param("department", departmentId)
                .query(String.class)
                .optional();
    }

    @Override
    public List<MatterList> lists(Scope scope) {
        return jdbc.sql(LISTS + "order by l.id desc")
                .param("departments", scope.departmentsLike())
                .param("path", scope.departmentPath())
                .query(StoredMatters::list)
                .list();
    }

    @Override
    public Optional<MatterList> list(long id, Scope scope) {
        return jdbc.sql(LISTS + "and l.id = :id")
                .param("departments", scope.departmentsLike())
                .param("path", scope.departmentPath())
                .param("id", id)
                .query(StoredMatters::list)
                .optional();
    }

    @Override
    public Optional<MatterList> latest(long departmentId) {
        return jdbc.sql("""
                        select l.*, d.name as department_name
                        from ingest.matter_list l join office.department d on d.id = l.department_id
                        where l.department_id = :department order by l.number desc limit 1
                        """)
                .param("department", departmentId)
                .query(StoredMatters::list)
                .optional();
    }

    private static MatterList list(ResultSet row, int number) throws SQLException {
        return new MatterList(
                row.getLong("id"),
                row.getLong("department_id"),
                row.getString("department_name"),
                row.getInt("number"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("published_by"),
                row.getTimestamp("published_at").toInstant());
    }

    @Override
    public List<Matter> matters(long listId) {
        return jdbc.sql("""
                        select m.*, p.name as department_name
                        from ingest.matter m join office.department p on p.id = m.department_id
                        where m.list_id = :list order by m.code
                        """).param("list", listId).query(StoredMatters::matter).list();
    }

    @Override
    public List<Matter> standing(Scope scope) {
        return jdbc.sql(STANDING)
                .param("path", scope.departmentPath())
                .query(StoredMatters::matter)
                .list();
    }

    private static Matter matter(ResultSet row, int number) throws SQLException {
        return new Matter(
                row.getLong("id"),
                Matter.Change.valueOf(row.getString("change")),
                row.getLong("department_id"),
                row.getString("department_name"),
                terms(row));
    }

    private static MatterTerms terms(ResultSet row) throws SQLException {
        return new MatterTerms(
                row.getString("code"),
                row.getString("name"),
                Arrays.stream(row.getString("kinds").split(",", -1))
                        .map(RecordKind::valueOf)
                        .collect(Collectors.toSet()),
                row.getString("fields"),
                row.getString("basis"),
                row.getString("frequency"),
                MatterTerms.Share.valueOf(row.getString("share")),
                row.getBoolean("open"));
    }

    @Override
    public long publish(long departmentId, int number, LocalDate effectiveOn, String by, Instant at) {
        return jdbc.sql("""
                        insert into ingest.matter_list (department_id, number, effective_on, published_by, published_at)
                        values (:department, :number, :effective, :by, :at) returning id
                        """)
                .param("department", departmentId)
                .param("number", number)
                .param("effective", effectiveOn)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public void add(long listId, Matter.Change change, long departmentId, MatterTerms terms) {
        jdbc.sql("""
                        insert into ingest.matter (list_id, change, department_id, code, name, kinds, fields, basis, frequency,
                            share, open)
                        values (:list, :change, :department, :code, :name, :kinds, :fields, :basis, :frequency, :share, :open)
                        """)
                .param("list", listId)
                .param("change", change.name())
                .param("department", departmentId)
                .param("code", terms.code())
                .param("name", terms.name())
                .param("kinds", terms.kinds().stream().map(RecordKind::name).collect(Collectors.joining(",")))
                .param("fields", terms.fields())
                .param("basis", terms.basis())
                .param("frequency", terms.frequency())
                .param("share", terms.share().name())
                .param("open", terms.open())
                .update();
    }

    @Override
    public List<MatterChange> unreported(Scope scope, LocalDate today) {
        return jdbc.sql(CHANGES
                        + "and r.matter_id is null and l.effective_on <= :today order by l.effective_on, m.code")
                .param("departments", scope.departmentsLike())
                .param("today", today)
                .query(StoredMatters::change)
                .list();
    }

    @Override
    public List<MatterChange> reported(Scope scope, int limit) {
        return jdbc.sql(CHANGES + "and r.matter_id is not null order by r.entered_at desc limit :limit")
                .param("departments", scope.departmentsLike())
                .param("limit", limit)
                .query(StoredMatters::change)
                .list();
    }

    private static MatterChange change(ResultSet row, int number) throws SQLException {
        return new MatterChange(
                row.getLong("id"),
                Matter.Change.valueOf(row.getString("change")),
                row.getString("code"),
                row.getString("name"),
                row.getString("department_name"),
                row.getInt("number"),
                row.getObject("effective_on", LocalDate.class),
                null,
                row.getString("document_no"),
                row.getObject("reported_on", LocalDate.class));
    }

    @Override
    public boolean report(long matterId, String documentNo, LocalDate day, Actor actor, Instant at) {
        return jdbc.sql("""
                        insert into ingest.matter_report (matter_id, document_no, reported_on, entered_by, entered_at)
                        values (:matter, :document, :day, :by, :at) on conflict do nothing
                        """)
                        .param("matter", matterId)
                        .param("document", documentNo)
                        .param("day", day)
                        .param("by", actor.account())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
