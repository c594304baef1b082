package org.shuangsuiji.console.office.store;

import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the system itself belong to whoever sees the whole tree. */
final class AsSeenBy {
    private AsSeenBy() {}

    /** For {@code path like}; {@code /%} for readers at the root of the tree, who see everything. */
    static String departments(Scope scope, JdbcClient jdbc) {
        boolean root = jdbc.sql("select exists (select 1 from office.department where parent_id is null and path = ?)")
                .param(scope.departmentPath())
                .query(Boolean.class)
                .single();
        return root ? "/%" : scope.departmentsLike();
    }
}
