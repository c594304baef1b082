package org.shuangsuiji.ingest.store;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.DecideDelivery;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.DeliveryFaults;
import org.shuangsuiji.ingest.DeliveryState;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deliveries and their faults as a reader may see them: those that a department of the reader's subtree sent, or answers
 * for.
 */
@Repository
class JdbcDeliveries implements Deliveries, DeliveryFaults {
    /** What the system itself received belongs to no body and is seen from the root. */
    private static final String IN_SCOPE = " (coalesce(p.path, '/') like :departments or a.path like :departments) ";

    private static final String RECORDS_IT_BROUGHT =
            "join ingest.record r on r.enterprise_id = e.id and r.delivery_id = t.delivery_id ";

    private static final int FETCH = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    JdbcDeliveries(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    public Optional<Delivery> find(long id, Scope scope) {
        return jdbc.sql(DeliveryRow.SELECT + "where d.id = :id and" + IN_SCOPE)
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .query(DeliveryRow::read)
                .optional();
    }

    @Override
    public List<Delivery> list(
            Scope scope,
            @Nullable RecordKind kind,
            @Nullable DeliveryState state,
            @Nullable Long source,
            @Nullable Long before,
            int limit) {
        return jdbc.sql(DeliveryRow.SELECT + "where" + IN_SCOPE + """
                        and d.stored_as is not null
                        and (:kind::smallint is null or d.kind = :kind)
                        and (:state::text is null or d.state = :state)
                        and (:source::bigint is null or d.source_id = :source)
                        and (:before::bigint is null or d.id < :before)
                        order by d.id desc limit :limit
                        """)
                .param("departments", scope.departmentsLike())
                .param("kind", kind == null ? null : kind.number())
                .param("state", state == null ? null : state.word())
                .param("source", source)
                .param("before", before)
                .param("limit", limit)
                .query(DeliveryRow::read)
                .list();
    }

    @Override
    public List<Note> notes(long id, Scope scope) {
        long visible = get(id, scope).id();
        return jdbc.sql("select code, args from ingest.delivery_note where delivery_id = :id order by place")
                .param("id", visible)
                .query((row, number) -> new Note(row.getString("code"), DeliveryRow.texts(row.getArray("args"))))
                .list();
    }

    @Override
    public Set<Long> overdue(Collection<Long> ids) {
        return Set.copyOf(
                jdbc.sql("select delivery_id from ingest.delivery_note where code = :code and delivery_id = any(:ids)")
                        .param("code", DecideDelivery.OVERDUE)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    @Override
    public Map<Flag, Long> flags(long id, Scope scope) {
        long visible = get(id, scope).id();
        Map<Flag, Long> flags = new EnumMap<>(Flag.class);
        jdbc.sql("select flag, rows from ingest.delivery_flag where delivery_id = :id")
                .param("id", visible)
                .query(row -> {
                    flags.put(Flag.valueOf(row.getString("flag")), row.getLong("rows"));
                });
        return flags;
    }

    @Override
    public long rowsOutside(long id, Scope scope) {
        Delivery visible = get(id, scope);
        boolean subjects = visible.kind() == RecordKind.REGISTRATION;
        return jdbc.sql("select count(*) from ingest.touched t join ingest.enterprise e on e.id = t.enterprise_id "
                        + (subjects ? "" : RECORDS_IT_BROUGHT)
                        + "where t.delivery_id = :id and (" + JdbcEnterprises.IN_SCOPE + ") is not true")
                .param("id", visible.id())
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Fault> first(long deliveryId, int limit, Scope scope) {
        long visible = get(deliveryId, scope).id();
        return jdbc.sql("""
                        select line, column_name, value, code, args from ingest.delivery_fault
                        where delivery_id = :id order by line limit :limit
                        """)
                .param("id", visible)
                .param("limit", limit)
                .query((row, number) -> fault(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public void forEach(long deliveryId, Scope scope, Consumer<Fault> consumer) {
        long visible = get(deliveryId, scope).id();
        var streaming = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        streaming.setFetchSize(FETCH);
        streaming.query(
                """
                select line, column_name, value, code, args from ingest.delivery_fault
                where delivery_id = ? order by line
                """,
                row -> {
                    consumer.accept(fault(row));
                },
                visible);
    }

    static Fault fault(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Fault(
                row.getLong("line"),
                row.getString("column_name"),
                row.getString("value"),
                row.getString("code"),
                DeliveryRow.texts(row.getArray("args")));
    }
}
