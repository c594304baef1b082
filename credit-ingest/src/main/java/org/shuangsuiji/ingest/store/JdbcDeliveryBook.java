package org.shuangsuiji.ingest.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.DeliveryBook;
import org.shuangsuiji.ingest.DeliveryState;
import org.shuangsuiji.ingest.FileStore;
import org.shuangsuiji.ingest.Merge;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every change of state is one update that names the states it may follow on. */
@Repository
class JdbcDeliveryBook implements DeliveryBook {
    private final JdbcClient jdbc;

    JdbcDeliveryBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Long> enter(
            RecordKind kind,
            @Nullable Long sourceId,
            String fileName,
            FileStore.Kept file,
            String idempotencyKey,
            boolean checkFirst,
            Actor actor,
            Instant now) {
        return jdbc.sql("""
                        insert into ingest.delivery (kind, state, department_id, source_id, actor, idempotency_key, file_name,
                            stored_as, sha256, bytes, received_at)
                        values (:kind, :state, nullif(:department, 0), :source, :actor, :key, :fileName, :storedAs,
                            :sha256, :bytes, :now)
                        on conflict (actor, idempotency_key) do nothing
                        returning id
                        """)
                .param("kind", kind.number())
                .param("state", (checkFirst ? DeliveryState.CHECKING : DeliveryState.RECEIVED).word())
                .param("department", actor.departmentId())
                .param("source", sourceId)
                .param("actor", actor.account())
                .param("key", idempotencyKey)
                .param("fileName", fileName)
                .param("storedAs", file.name())
                .param("sha256", HexFormat.of().parseHex(file.sha256()))
                .param("bytes", file.bytes())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    @Override
    public Optional<Delivery> byKey(String actor, String idempotencyKey) {
        return jdbc.sql(DeliveryRow.SELECT + "where d.actor = :actor and d.idempotency_key = :key")
                .param("actor", actor)
                .param("key", idempotencyKey)
                .query(DeliveryRow::read)
                .optional();
    }

    @Override
    public Delivery byId(long id) {
        return jdbc.sql(DeliveryRow.SELECT + "where d.id = :id")
                .param("id", id)
                .query(DeliveryRow::read)
                .single();
    }

    @Override
    public Optional<Boolean> checkedFirst(long id) {
        return jdbc.sql("""
                        select case
                            when state in ('checking', 'checked') or c.delivery_id is not null then true
                            when state in ('received', 'running') or started_at is not null then false
                        end
                        from ingest.delivery d
                        left join ingest.delivery_check c on c.delivery_id = d.id
                        where d.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Boolean.class)))
                .single();
    }

    @Override
    public long ahead(long id) {
        return jdbc.sql("""
                        select count(*) from ingest.delivery mine
                        join ingest.delivery earlier on earlier.kind = mine.kind and earlier.turn < mine.turn
                            and earlier.state in ('received', 'running')
                        where mine.id = :id""").param("id", id).query(Long.class).single();
    }

    @Override
    @Transactional
    public Optional<Long> repeats(long id, Instant now) {
        return former(id).map(former -> repeat(id, former, now));
    }

    @Override
    public Optional<Long> sameAsEarlier(long id) {
        return former(id);
    }

    @Override
    public boolean checked(long id) {
        return becomes(id, "checking", "checked");
    }

    @Override
    public boolean recheck(long id) {
        return becomes(id, "checked", "checking");
    }

    private boolean becomes(long id, String from, String to) {
        return jdbc.sql("update ingest.delivery set state = :to where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    @Override
    public boolean release(long id) {
        return jdbc.sql("""
                        update ingest.delivery set state = 'received', turn = nextval('ingest.delivery_turn')
                        where id = :id and state = 'checked'
                        """).param("id", id).update() == 1;
    }

    @Override
    public boolean discarded(long id, Instant now) {
        return jdbc.sql(
                                "update ingest.delivery set state = 'cancelled', finished_at = :now where id = :id and state = 'checked'")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public List<Long> discardOverdue(Instant checkedBefore, Instant now, Note why) {
        return jdbc.sql(SqlFile.read("check-overdue.sql"))
                .param("before", checkedBefore.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("code", why.code())
                .param("args", why.args().toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    private Optional<Long> former(long id) {
        return jdbc.sql(SqlFile.read("delivery-repeats.sql"))
                .param("id", id)
                .param("refused", Merge.NOT_THE_SENDERS.toArray(String[]::new))
                .query(Long.class)
                .optional();
    }

    private long repeat(long id, long former, Instant now) {
        forget("delivery_note", id);
        forget("delivery_fault", id); // of a load that was killed before the first one was taken in
        long first = jdbc.sql("""
                        update ingest.delivery d
                        set state = 'done', same_file_as = coalesce(f.same_file_as, f.id), encoding = f.encoding,
                            delimiter = f.delimiter, rows_read = f.rows_read, added = 0, changed = 0,
                            same = f.added + f.changed + f.same, flagged = f.flagged, faults = f.faults, finished_at = :now
                        from ingest.delivery f
                        where d.id = :id and d.state = 'running' and f.id = :former
                        returning d.same_file_as
                        """)
                .param("id", id)
                .param("former", former)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        copy("delivery_note", "place, code, args", first, id);
        copy("delivery_flag", "flag, rows", first, id);
        copy("delivery_fault", "line, column_name, value, code, args", first, id);
        return first;
    }

    private void forget(String table, long id) {
        jdbc.sql("delete from ingest.%s where delivery_id = :id".formatted(table))
                .param("id", id)
                .update();
    }

    private void copy(String table, String columns, long from, long to) {
        jdbc.sql(
                        "insert into ingest.%1$s (delivery_id, %2$s) select :to, %2$s from ingest.%1$s where delivery_id = :from"
                                .formatted(table, columns))
                .param("from", from)
                .param("to", to)
                .update();
    }

    @Override
    public boolean begin(long id, Instant now) {
        return jdbc.sql("""
                        update ingest.delivery set state = 'running', started_at = :now
                        where id = :id and state in ('received', 'running')
                        """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void done(long id, Delivery.Counts counts, Map<Flag, Long> flags, Instant now) {
        int updated = jdbc.sql("""
                        update ingest.delivery
                        set state = 'done', rows_read = :rows, added = :added, changed = :changed, same = :same,
                            flagged = :flagged, faults = :faults, finished_at = :now
                        where id = :id and state = 'running'
                        """)
                .param("id", id)
                .param("rows", counts.rows())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("same", counts.same())
                .param("flagged", counts.flagged())
                .param("faults", counts.faults())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (updated != 1) {
            throw new IllegalStateException("Delivery %d is not running, so it cannot be done".formatted(id));
        }
        flags.forEach((flag, rows) -> jdbc.sql(
                        "insert into ingest.delivery_flag (delivery_id, flag, rows) values (:id, :flag, :rows)")
                .param("id", id)
                .param("flag", flag.name())
                .param("rows", rows)
                .update());
    }

    @Override
    public boolean failed(long id, String code, List<String> args, Instant now) {
        return end(id, "failed", code, args, now);
    }

    @Override
    public boolean cancelled(long id, Instant now) {
        return end(id, "cancelled", null, List.of(), now);
    }

    @Override
    @Transactional
    public void describe(long id, String encoding, String delimiter, List<Note> notes) {
        jdbc.sql("update ingest.delivery set encoding = :encoding, delimiter = :delimiter where id = :id")
                .param("id", id)
                .param("encoding", encoding)
                .param("delimiter", delimiter)
                .update();
        jdbc.sql("delete from ingest.delivery_note where delivery_id = :id")
                .param("id", id)
                .update();
        for (int place = 0; place < notes.size(); place++) {
            Note note = notes.get(place);
            jdbc.sql("""
                            insert into ingest.delivery_note (delivery_id, place, code, args)
                            values (:id, :place, :code, :args::text[])
                            """)
                    .param("id", id)
                    .param("place", place + 1)
                    .param("code", note.code())
                    .param("args", note.args().toArray(String[]::new))
                    .update();
        }
    }

    private boolean end(long id, String state, @Nullable String code, List<String> args, Instant now) {
        return jdbc.sql("""
                        update ingest.delivery
                        set state = :state, failure_code = :code, failure_args = :args::text[], finished_at = :now
                        where id = :id and state in ('checking', 'checked', 'received', 'running')
                        """)
                        .param("id", id)
                        .param("state", state)
                        .param("code", code)
                        .param("args", args.toArray(String[]::new))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
