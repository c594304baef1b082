package org.shuangsuiji.ingest.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Link;
import org.shuangsuiji.ingest.LinkBeyond;
import org.shuangsuiji.ingest.LinkBook;
import org.shuangsuiji.ingest.Links;
import org.shuangsuiji.ingest.reading.SearchGrams;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links between identities, and what becomes of them. */
@Repository
class JdbcLinks implements Links, LinkBook {
    private static final String SELECT = """
            select l.*, coalesce(f.credit_code, f.old_number) as from_code, coalesce(f.name, f.credit_code, f.old_number) as from_name,
                coalesce(t.credit_code, t.old_number) as to_code, coalesce(t.name, t.credit_code, t.old_number) as to_name,
                u.since as doubted_at, u.delivery_id as doubted_by, u.says, p.name as doubted_by_name
            from ingest.link l
            left join ingest.link_doubt u on u.link_id = l.id
            left join ingest.delivery d on d.id = u.delivery_id
            left join office.department p on p.id = d.department_id
            join ingest.enterprise f on f.id = l.from_id
            join ingest.enterprise t on t.id = l.to_id
            where %s and %s
            """.formatted(JdbcEnterprises.inScope("f"), JdbcEnterprises.inScope("t"));

    private static final String BEYOND = """
            from ingest.link l
            join ingest.enterprise f on f.id = l.from_id
            join ingest.enterprise t on t.id = l.to_id
            where coalesce(%s, false) <> coalesce(%s, false)
            """.formatted(JdbcEnterprises.inScope("f"), JdbcEnterprises.inScope("t"));

    private static final String WAITS = "(l.state = 'PROPOSED' or u.link_id is not null)";

    private static final String THOSE = """
             and (:state::text is null or l.state = :state or (:state = 'PROPOSED' and u.link_id is not null))
            and (:words = '' or strpos(upper(concat_ws(' ', f.name_key, ingest.name_key(f.name), f.credit_code, f.old_number,
                t.name_key, ingest.name_key(t.name), t.credit_code, t.old_number)), :words) > 0)
            and (:before::bigint is null or l.id < :before)
            order by l.id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final IdentityMoves identities;
    private final JdbcMerge merge;
    private final FilelessDelivery deliveries;

    JdbcLinks(JdbcClient jdbc, IdentityMoves identities, JdbcMerge merge, FilelessDelivery deliveries) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.merge = merge;
        this.deliveries = deliveries;
    }

    @Override
    public List<Link> list(Link.@Nullable State state, String words, Scope scope, @Nullable Long before, int limit) {
        String wanted = SearchGrams.fold(words);
        if (wanted.isEmpty() && !words.isBlank()) {
            return List.of(); // signs alone are part of no name
        }
        return inScope(SELECT + THOSE, scope)
                .param("state", state == null ? null : state.name())
                .param("words", wanted)
                .param("before", before)
                .param("limit", limit)
                .query(JdbcLinks::read)
                .list();
    }

    @Override
    public long waiting(Scope scope) {
        return inScope("select count(*) from (" + SELECT + " and " + WAITS + ") p", scope)
                .query(Long.class)
                .single();
    }

    @Override
    public Link get(long id, Scope scope) {
        return inScope(SELECT + " and l.id = :id", scope)
                .param("id", id)
                .query(JdbcLinks::read)
                .optional()
                .orElseThrow(() -> Refusal.absent("link", id));
    }

    @Override
    public List<Link> of(long enterpriseId, Scope scope) {
        return inScope(SELECT + " and (l.from_id = :id or l.to_id = :id) order by l.id desc", scope)
                .param("id", enterpriseId)
                .query(JdbcLinks::read)
                .list();
    }

    @Override
    public List<LinkBeyond> beyond(long enterpriseId, Scope scope) {
        return inScope(
                        "select l.state, l.reason, l.from_id = :id as leaves " + BEYOND
                                + " and (l.from_id = :id and coalesce(" + JdbcEnterprises.inScope("f")
                                + ", false) or l.to_id = :id and coalesce(" + JdbcEnterprises.inScope("t")
                                + ", false)) order by l.id desc",
                        scope)
                .param("id", enterpriseId)
                .query((row, number) -> new LinkBeyond(
                        Link.State.valueOf(row.getString("state")),
                        Link.Reason.valueOf(row.getString("reason")),
                        row.getBoolean("leaves")))
                .list();
    }

    @Override
    public long beyond(Link.@Nullable State state, Scope scope) {
        return inScope("select count(*) " + BEYOND + " and (:state::text is null or l.state = :state)", scope)
                .param("state", state == null ? null : state.name())
                .query(Long.class)
                .single();
    }

    @Override
    public long delivery(String about, Actor actor, Instant now) {
        byte[] digest = Digests.sha256(about.getBytes(StandardCharsets.UTF_8));
        return deliveries.enter(RecordKind.REGISTRATION, about, digest, true, actor, now);
    }

    @Override
    public boolean mergeRests() {
        return merge.awaitBriefly();
    }

    @Override
    public Optional<Long> note(long fromId, long toId, String evidence, long deliveryId, Actor actor, Instant now) {
        return jdbc.sql("""
                        insert into ingest.link (from_id, to_id, reason, evidence, state, delivery_id, noted_at, noted_by)
                        values (:from, :to, 'BY_HAND', :evidence, 'PROPOSED', :delivery, :now, :by)
                        on conflict do nothing
                        returning id
                        """)
                .param("from", fromId)
                .param("to", toId)
                .param("evidence", evidence)
                .param("delivery", deliveryId)
                .param("now", at(now))
                .param("by", actor.account())
                .query(Long.class)
                .optional();
    }

    @Override
    public boolean taken(long fromId) {
        return jdbc.sql("select exists (select from ingest.link where from_id = :from and state = 'IN_FORCE')")
                .param("from", fromId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean accept(Link link, String reason, long deliveryId, Actor actor, Instant now) {
        return decide(link, Link.State.PROPOSED, Link.State.IN_FORCE, reason, actor, now)
                && moved(link.from().enterpriseId(), deliveryId, now);
    }

    @Override
    public boolean refuse(Link link, String reason, Actor actor, Instant now) {
        return decide(link, Link.State.PROPOSED, Link.State.REFUSED, reason, actor, now);
    }

    @Override
    public boolean uphold(Link link, String reason, Actor actor, Instant now) {
        return jdbc.sql("""
                        update ingest.link
                        set upheld_at = :now, decided_by = :by, decided_at = :now, decision = :reason, version = version + 1
                        where id = :id and state = 'IN_FORCE' and version = :version
                        """)
                        .param("now", at(now))
                        .param("by", actor.account())
                        .param("reason", reason)
                        .param("id", link.id())
                        .param("version", link.version())
                        .update()
                == 1;
    }

    @Override
    public boolean withdraw(Link link, String reason, long deliveryId, Actor actor, Instant now) {
        if (!decide(link, Link.State.IN_FORCE, Link.State.WITHDRAWN, reason, actor, now)) {
            return false;
        }
        moved(link.from().enterpriseId(), deliveryId, now);
        identities.part(at(Objects.requireNonNull(link.since())), at(now));
        return true;
    }

    private boolean decide(Link link, Link.State from, Link.State to, String reason, Actor actor, Instant now) {
        return jdbc.sql("""
                        update ingest.link
                        set state = :to, since = case when :to = 'IN_FORCE' then cast(:now as timestamptz) else since end,
                            ended_at = case when :to = 'WITHDRAWN' then cast(:now as timestamptz) end,
                            decided_by = :by, decided_at = :now, decision = :reason, version = version + 1
                        where id = :id and state = :from and version = :version
                        """)
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("now", at(now))
                        .param("by", actor.account())
                        .param("reason", reason)
                        .param("id", link.id())
                        .param("version", link.version())
                        .update()
                == 1;
    }

    private boolean moved(long identityId, long deliveryId, Instant now) {
        jdbc.sql("create temp table about (subject_id bigint) on commit drop").update();
        jdbc.sql("insert into about values (:id)").param("id", identityId).update();
        identities.follow(deliveryId, at(now));
        return true;
    }

    private JdbcClient.StatementSpec inScope(String sql, Scope scope) {
        return jdbc.sql(sql).param("regions", scope.regionsLike()).param("departments", scope.departmentsLike());
    }

    private static OffsetDateTime at(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }

    private static Link read(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("id"),
                new Link.Side(row.getLong("from_id"), row.getString("from_code"), row.getString("from_name")),
                new Link.Side(row.getLong("to_id"), row.getString("to_code"), row.getString("to_name")),
                Link.Reason.valueOf(row.getString("reason")),
                row.getString("evidence"),
                Link.State.valueOf(row.getString("state")),
                row.getLong("delivery_id"),
                row.getTimestamp("noted_at").toInstant(),
                row.getString("noted_by"),
                instant(row.getTimestamp("since")),
                row.getString("decided_by"),
                instant(row.getTimestamp("decided_at")),
                row.getString("decision"),
                instant(row.getTimestamp("ended_at")),
                row.getLong("version"),
                doubt(row));
    }

    private static Link.@Nullable Doubt doubt(ResultSet row) throws SQLException {
        Instant since = instant(row.getTimestamp("doubted_at"));
        return since == null
                ? null
                : new Link.Doubt(
                        since, row.getLong("doubted_by"), row.getString("doubted_by_name"), row.getString("says"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
