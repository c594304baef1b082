package org.shuangsuiji.console.office.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.office.Pace;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Region;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Progress and outcome are written beside the work's own transactions, so that people see them at once. */
@Repository
class JdbcJobs implements Jobs {
    private static final String SELECT = """
            select j.*, d.path, d.region, coalesce(p.name, j.requested_by) as requested_by_name
            from office.job j
            left join office.department d on d.id = j.department_id
            left join office.person p on p.account = j.requested_by
            """;

    private final JdbcClient jdbc;

    JdbcJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Job> find(long id, Scope scope) {
        return jdbc.sql(SELECT + "where j.id = :id and " + AsSeenBy.VISIBLE)
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .param("root", AsSeenBy.root(scope, jdbc))
                .query(JdbcJobs::read)
                .optional();
    }

    @Override
    public Job get(long id) {
        return jdbc.sql(SELECT + "where j.id = :id")
                .param("id", id)
                .query(JdbcJobs::read)
                .single();
    }

    @Override
    public List<Job> list(Job.@Nullable State state, @Nullable Long before, Scope scope, int limit) {
        return jdbc.sql(SELECT + """
                        where %s
                          and (:state::text is null or j.state = :state)
                          and (:before::bigint is null or j.id < :before)
                        order by j.id desc
                        limit :limit
                        """.formatted(AsSeenBy.VISIBLE))
                .param("departments", scope.departmentsLike())
                .param("root", AsSeenBy.root(scope, jdbc))
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", limit)
                .query(JdbcJobs::read)
                .list();
    }

    @Override
    public Optional<Job> latestAbout(String subject) {
        return jdbc.sql(SELECT + "where j.subject = :subject order by j.id desc limit 1")
                .param("subject", subject)
                .query(JdbcJobs::read)
                .optional();
    }

    @Override
    public Optional<Job> current(String kind, String subject) {
        return jdbc.sql(SELECT + """
                        where j.kind = :kind and j.subject = :subject
                        order by j.state in ('WAITING', 'RUNNING') desc, j.id desc
                        limit 1
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .query(JdbcJobs::read)
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> addUnlessOpen(String kind, String subject, Actor actor, Instant at) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('office.job ' || :kind || ' ' || :subject, 0))::text")
                .param("kind", kind)
                .param("subject", subject)
                .query(String.class)
                .optional();
        boolean open = current(kind, subject).filter(job -> !job.state().over()).isPresent();
        return open ? Optional.empty() : Optional.of(add(kind, subject, actor, at));
    }

    @Override
    public long add(String kind, String subject, Actor actor, Instant at) {
        return jdbc.sql("""
                        insert into office.job (kind, subject, department_id, requested_by, state, created_at, touched_at)
                        values (:kind, :subject, :department, :account, 'WAITING', :at, :at)
                        returning id
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("department", actor.departmentId())
                .param("account", actor.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean askToStop(long id) {
        return jdbc.sql("""
                        update office.job set cancel = true
                        where id = :id and state in ('WAITING', 'RUNNING') and not cancel
                        """).param("id", id).update() == 1;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean stopAsked(long id) {
        return jdbc.sql("select cancel from office.job where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void start(long id, Instant at) {
        jdbc.sql("""
                        update office.job
                        set state = 'RUNNING', started_at = coalesce(started_at, :at), touched_at = :at
                        where id = :id and state in ('WAITING', 'RUNNING')
                        """).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void progress(long id, String stage, long done, long total, @Nullable Pace pace, Instant at) {
        jdbc.sql("""
                        update office.job set stage = :stage, done = :done, total = :total, touched_at = :at,
                            rows_done = :rows, rows_per_second = :perSecond, seconds_left = :secondsLeft
                        where id = :id and state = 'RUNNING'
                        """)
                .param("id", id)
                .param("stage", stage)
                .param("done", done)
                .param("total", total)
                .param("rows", pace == null ? null : pace.rows())
                .param("perSecond", pace == null ? null : pace.perSecond())
                .param("secondsLeft", pace == null ? null : pace.secondsLeft())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void finish(
            long id, Job.State state, @Nullable String messageCode, List<String> messageArguments, Instant at) {
        jdbc.sql("""
                        update office.job
                        set state = :state, message_code = :code, message_args = :arguments, touched_at = :at,
                            finished_at = :at
                        where id = :id and state in ('WAITING', 'RUNNING')
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("code", messageCode)
                .param("arguments", messageArguments.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Job read(ResultSet row, int number) throws SQLException {
        var arguments = row.getArray("message_args");
        String path = row.getString("path");
        String region = row.getString("region");
        Scope scope =
                path == null || region == null ? Scope.WHOLE_OFFICE : new Scope(path, new Region(region).prefix());
        return new Job(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                new Actor(
                        row.getString("requested_by"),
                        row.getString("requested_by_name"),
                        row.getLong("department_id"),
                        scope),
                Job.State.valueOf(row.getString("state")),
                row.getString("stage"),
                row.getLong("done"),
                row.getLong("total"),
                pace(row),
                row.getString("message_code"),
                arguments == null ? List.of() : List.of((String[]) arguments.getArray()),
                row.getBoolean("cancel"),
                instant(row, "created_at"),
                instantOrNull(row, "started_at"),
                instant(row, "touched_at"),
                instantOrNull(row, "finished_at"));
    }

    private static @Nullable Pace pace(ResultSet row) throws SQLException {
        Long rows = row.getObject("rows_done", Long.class);
        return rows == null
                ? null
                : new Pace(
                        rows, row.getObject("rows_per_second", Long.class), row.getObject("seconds_left", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
