package org.shuangsuiji.ingest.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the office itself decides or publishes comes as a delivery too: one row without a file, done at once. */
@Component
class FilelessDelivery {
    private final JdbcClient jdbc;

    FilelessDelivery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Enters one.
     *
     * @param about the beginning of its key, which says what it is about
     * @param digest of what it says
     * @param changes whether its row changes what was known, or is new
     */
    long enter(RecordKind kind, String about, byte[] digest, boolean changes, Actor actor, Instant now) {
        return jdbc.sql("""
                        insert into ingest.delivery (kind, state, department_id, actor, idempotency_key, file_name, sha256,
                            bytes, rows_read, added, changed, received_at, started_at, finished_at)
                        values (:kind, 'done', nullif(:department, 0), :actor, :key, '-', :sha256, 0, 1, :added, :changed,
                            :now, :now, :now)
                        returning id
                        """)
                .param("kind", kind.number())
                .param("department", actor.departmentId())
                .param("actor", actor.account())
                .param("key", about + ":" + UUID.randomUUID())
                .param("sha256", digest)
                .param("added", changes ? 0 : 1)
                .param("changed", changes ? 1 : 0)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
