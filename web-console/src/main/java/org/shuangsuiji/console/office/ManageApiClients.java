package org.shuangsuiji.console.office;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives keys to systems and takes them back. */
@Service
public class ManageApiClients {
    /** What a client can be allowed to do; each has a text ({@code api-scope.<word>}). */
    public static final List<String> SCOPES = List.of("delivery:write", "delivery:read", "grade:read", "draw:read");

    private static final int KEY_BYTES = 32;
    private static final int GIVEN_KEY_LENGTH_MIN = 24;

    /** A fresh client and its key, which is shown once and kept nowhere. */
    public record Made(long id, String key) {}

    private final ApiClients clients;
    private final Departments departments;
    private final Ledger ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ManageApiClients(ApiClients clients, Departments departments, Ledger ledger, Clock clock) {
        this.clients = clients;
        this.departments = departments;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public Made create(String name, long departmentId, Set<String> scopes, Actor actor) {
        byte[] bits = new byte[KEY_BYTES];
        random.nextBytes(bits);
        String key = "ssj_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new Made(keep(name, departmentId, scopes, key, false, actor), key);
    }

    /** The client of the demo district, whose key may be given at the start. */
    @Transactional
    public long createWithKey(String name, long departmentId, Set<String> scopes, String key, Actor actor) {
        if (key.length() < GIVEN_KEY_LENGTH_MIN) {
            throw Refusal.invalid("api-key-length", GIVEN_KEY_LENGTH_MIN);
        }
        return keep(name, departmentId, scopes, key, true, actor);
    }

    private long keep(String name, long departmentId, Set<String> scopes, String key, boolean demo, Actor actor) {
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw Refusal.invalid("api-scopes", SCOPES);
        }
        departments.require(departmentId, actor.scope());
        if (clients.nameTaken(name)) {
            throw Refusal.conflict("api-client-taken", name);
        }
        long id = clients.add(name, departmentId, hash(key), scopes, clock.instant(), demo);
        ledger.record(LedgerEntry.of(LedgerEvent.API_CLIENT_CREATED, actor, "api-client", id)
                .with("name", name)
                .with("department", departmentId)
                .with("scopes", new TreeSet<>(scopes))
                .row(row(name, departmentId, scopes, key)));
        return id;
    }

    @Transactional
    public void revoke(long id, @Nullable String reason, Actor actor) {
        var client = clients.find(id, actor.scope()).orElseThrow(() -> Refusal.absent("api-client", id));
        if (!clients.revoke(id, clock.instant())) {
            throw Refusal.conflict("api-client-revoked", client.name());
        }
        ledger.record(LedgerEntry.of(LedgerEvent.API_CLIENT_REVOKED, actor, "api-client", id)
                .because(reason));
    }

    /** What the ledger binds of a client: another key in its place would show. */
    public static RowContent row(String name, long departmentId, Set<String> scopes, String key) {
        return RowContent.empty()
                .told("name", name)
                .told("department", departmentId)
                .told("scopes", scopes)
                .bound("keyHash", HexFormat.of().formatHex(hash(key)));
    }

    /** What is kept of a key: it has 256 random bits, so that a fast hash is enough. */
    public static byte[] hash(String key) {
        return Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
    }
}
