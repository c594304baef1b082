package org.shuangsuiji.console.office.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shuangsuiji.console.office.ApiClients;
import org.shuangsuiji.console.office.DemoDoor;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiClients implements ApiClients {
    private static final String SELECT = """
            select c.*, d.name as department, d.path, d.region
            from office.api_client c join office.department d on d.id = c.department_id
            """;

    private final JdbcClient jdbc;
    private final DemoDoor demo;

    JdbcApiClients(JdbcClient jdbc, DemoDoor demo) {
        this.jdbc = jdbc;
        this.demo = demo;
    }

    @Override
    public Optional<Client> byKeyHash(byte[] keyHash) {
        return jdbc.sql(SELECT + "where c.key_hash = :hash and c.revoked_at is null and (:demo or not c.demo)")
                .param("hash", keyHash)
                .param("demo", demo.isOpen())
                .query(JdbcApiClients::read)
                .optional();
    }

    @Override
    public Optional<Client> find(long id, Scope scope) {
        return jdbc.sql(SELECT + "where c.id = :id and d.path like :departments")
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .query(JdbcApiClients::read)
                .optional();
    }

    @Override
    public List<Client> list(Scope scope) {
        return jdbc.sql(SELECT + "where d.path like :departments order by c.revoked_at nulls first, c.name")
                .param("departments", scope.departmentsLike())
                .query(JdbcApiClients::read)
                .list();
    }

    @Override
    public boolean nameTaken(String name) {
        return jdbc.sql("select exists (select 1 from office.api_client where name = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long add(String name, long departmentId, byte[] keyHash, Set<String> scopes, Instant at, boolean demo) {
        return jdbc.sql("""
                        insert into office.api_client (name, department_id, key_hash, scopes, created_at, demo)
                        values (:name, :department, :hash, string_to_array(:scopes, ','), :at, :demo)
                        returning id
                        """)
                .param("name", name)
                .param("department", departmentId)
                .param("hash", keyHash)
                .param("scopes", String.join(",", new TreeSet<>(scopes)))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("demo", demo)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean revoke(long id, Instant at) {
        return jdbc.sql("update office.api_client set revoked_at = :at where id = :id and revoked_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Client read(ResultSet row, int number) throws SQLException {
        var revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new Client(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("department_id"),
                row.getString("department"),
                row.getString("path"),
                row.getString("region"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant(),
                row.getBoolean("demo"));
    }
}
