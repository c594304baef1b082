package org.shuangsuiji.console.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Scope;

/** Systems that speak to the API with a key of their own. */
public interface ApiClients {

    /** One client; its key is known to nobody but itself. */
    record Client(
            long id,
            String name,
            long departmentId,
            String departmentName,
            String departmentPath,
            String region,
            Set<String> scopes,
            Instant createdAt,
            @Nullable Instant revokedAt,
            boolean demo) {}

    /** The client with a key of this SHA-256, unless it was revoked, or is the demo's and this is no demo. */
    Optional<Client> byKeyHash(byte[] keyHash);

    Optional<Client> find(long id, Scope scope);

    List<Client> list(Scope scope);

    boolean nameTaken(String name);

    long add(String name, long departmentId, byte[] keyHash, Set<String> scopes, Instant at, boolean demo);

    /** Compare-and-set; false when it was revoked before. */
    boolean revoke(long id, Instant at);
}
