package org.shuangsuiji.ingest.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.InspectionBook;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A published result is a delivery of one row, done at once. */
@Repository
class JdbcInspectionBook implements InspectionBook {
    private final JdbcClient jdbc;
    private final FilelessDelivery deliveries;

    JdbcInspectionBook(JdbcClient jdbc, FilelessDelivery deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    @Override
    public @Nullable Long keep(Version version, Actor actor, Instant now) {
        boolean stands = jdbc.sql("""
                        select count(*) > 0 from ingest.record
                        where key_hash = :key and known_to is null and content_hash = :content and withdrawn_on is null
                        """)
                .param("key", version.key())
                .param("content", version.content())
                .query(Boolean.class)
                .single();
        if (stands) {
            return null;
        }
        int closed = close(version.key(), now);
        long delivery = delivery(version.content(), closed > 0, actor, now);
        insert(version, delivery, now);
        touch(delivery, version.result().enterpriseId());
        return delivery;
    }

    @Override
    public @Nullable Long withdraw(long enterpriseId, UUID key, LocalDate day, Actor actor, Instant now) {
        var current = jdbc.sql("""
                        select id from ingest.record
                        where key_hash = :key and coalesce(subject_id, enterprise_id) = :enterprise and known_to is null
                          and withdrawn_on is null
                        for update
                        """)
                .param("key", key)
                .param("enterprise", enterpriseId)
                .query(Long.class)
                .optional();
        if (current.isEmpty()) {
            return null;
        }
        close(key, now);
        long delivery = delivery(key, true, actor, now);
        jdbc.sql("""
                        insert into ingest.record (enterprise_id, subject_id, kind, event_day, ends_on, repaired_on, withdrawn_on,
                            severity, amount_fen, confiscated_fen, category, document_no, authority, summary, flags, delivery_id,
                            known_from, key_hash, content_hash)
                        select enterprise_id, subject_id, kind, event_day, ends_on, repaired_on, :day, severity,
                            amount_fen, confiscated_fen, category, document_no, authority, summary, flags, :delivery,
                            :now, key_hash, content_hash
                        from ingest.record where id = :id
                        """)
                .param("day", day)
                .param("delivery", delivery)
                .param("now", at(now))
                .param("id", current.get())
                .update();
        touch(delivery, enterpriseId);
        return delivery;
    }

    private int close(UUID key, Instant now) {
        return jdbc.sql(
                        "update ingest.record set known_to = greatest(:now, known_from) where key_hash = :key and known_to is null")
                .param("now", at(now))
                .param("key", key)
                .update();
    }

    private long delivery(UUID content, boolean changes, Actor actor, Instant now) {
        byte[] digest = ByteBuffer.allocate(32)
                .putLong(content.getMostSignificantBits())
                .putLong(content.getLeastSignificantBits())
                .array();
        return deliveries.enter(RecordKind.INSPECTION, "result", digest, changes, actor, now);
    }

    private void insert(Version version, long delivery, Instant now) {
        var result = version.result();
        jdbc.sql("""
                        insert into ingest.record (enterprise_id, subject_id, kind, event_day, severity, category,
                            document_no, authority, summary, flags, delivery_id, known_from, key_hash, content_hash)
                        select coalesce(e.same_as, e.id), case when e.same_as is not null then e.id end, :kind, :day,
                            :severity, :category, :document, :authority, :summary, 0, :delivery, :now, :key, :content
                        from ingest.enterprise e where e.id = :enterprise
                        """)
                .param("enterprise", result.enterpriseId())
                .param("kind", RecordKind.INSPECTION.number())
                .param("day", result.inspectedOn())
                .param("severity", result.problem() ? 2 : null)
                .param("category", String.join(",", result.categories()))
                .param("document", result.resultKey())
                .param("authority", result.authority())
                .param("summary", result.itemName() + "：" + result.summary())
                .param("delivery", delivery)
                .param("now", at(now))
                .param("key", version.key())
                .param("content", version.content())
                .update();
    }

    private void touch(long delivery, long enterpriseId) {
        jdbc.sql("""
                        insert into ingest.touched (delivery_id, enterprise_id)
                        select :delivery, coalesce(e.same_as, e.id) from ingest.enterprise e where e.id = :enterprise
                        """)
                .param("delivery", delivery)
                .param("enterprise", enterpriseId)
                .update();
    }

    private static OffsetDateTime at(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }
}
