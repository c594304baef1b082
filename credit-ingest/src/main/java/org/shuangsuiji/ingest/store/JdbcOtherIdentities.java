package org.shuangsuiji.ingest.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuangsuiji.ingest.Link;
import org.shuangsuiji.ingest.OtherIdentities;
import org.shuangsuiji.ingest.OtherIdentity;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOtherIdentities implements OtherIdentities {
    private static final String OF_CODES = SqlFile.read("identities-of-codes.sql")
            .replace("from_in_scope", JdbcEnterprises.inScope("f"))
            .replace("to_in_scope", JdbcEnterprises.inScope("t"));

    private final JdbcClient jdbc;

    JdbcOtherIdentities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<OtherIdentity>> of(Collection<String> codes, Scope scope) {
        Map<String, List<OtherIdentity>> others = new HashMap<>();
        if (codes.isEmpty()) {
            return others;
        }
        jdbc.sql(OF_CODES)
                .param("codes", codes.toArray(String[]::new))
                .param("regions", scope.regionsLike())
                .param("departments", scope.departmentsLike())
                .query(row -> {
                    boolean one = row.getBoolean("sees_asked");
                    boolean two = row.getBoolean("sees_other");
                    if (one || two) {
                        Link.Side other =
                                new Link.Side(row.getLong("id"), row.getString("code"), row.getString("name"));
                        others.computeIfAbsent(row.getString("asked"), asked -> new ArrayList<>())
                                .add(new OtherIdentity(
                                        row.getTimestamp("since").toInstant(),
                                        row.getBoolean("is_subject"),
                                        one && two ? other : null));
                    }
                });
        return others;
    }
}
