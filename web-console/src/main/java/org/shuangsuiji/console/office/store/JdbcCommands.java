package org.shuangsuiji.console.office.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.shuangsuiji.console.office.Commands;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The unique row is the turnstile: a second sender waits at it until the first has committed or failed. */
@Repository
class JdbcCommands implements Commands {
    private static final int KEY_MIN = 8;
    private static final int KEY_MAX = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCommands(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Former(String requestDigest, String answer) {}

    @Override
    @Transactional
    public String once(Actor actor, String key, byte[] requestDigest, Supplier<String> command) {
        if (key.length() < KEY_MIN || key.length() > KEY_MAX) {
            throw Refusal.invalid("idempotency-key", KEY_MIN, KEY_MAX, key.length());
        }
        int fresh = jdbc.sql("""
                        insert into office.command (actor, key, request_digest, answer, at)
                        values (:actor, :key, :digest, '', :at)
                        on conflict (actor, key) do nothing
                        """)
                .param("actor", actor.account())
                .param("key", key)
                .param("digest", requestDigest)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (fresh == 0) {
            return firstAnswer(actor, key, requestDigest);
        }
        String answer = command.get();
        jdbc.sql("update office.command set answer = :answer where actor = :actor and key = :key")
                .param("answer", answer)
                .param("actor", actor.account())
                .param("key", key)
                .update();
        return answer;
    }

    private String firstAnswer(Actor actor, String key, byte[] requestDigest) {
        Former former = jdbc.sql("""
                        select encode(request_digest, 'hex'), answer from office.command
                        where actor = :actor and key = :key
                        """)
                .param("actor", actor.account())
                .param("key", key)
                .query((row, number) -> new Former(row.getString(1), row.getString(2)))
                .single();
        if (!former.requestDigest().equals(HexFormat.of().formatHex(requestDigest))) {
            throw Refusal.conflict(KEY_REUSED, key);
        }
        return former.answer();
    }
}
