package org.shuangsuiji.console.office.store;

import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the system itself, which belong to no department, are seen from the root of a tree. */
final class AsSeenBy {
    /** Needs the department left-joined as d, and the parameters departments and root. */
    static final String VISIBLE = "(d.path like :departments or (d.id is null and :root))";

    private AsSeenBy() {}

    static boolean root(Scope scope, JdbcClient jdbc) {
        return scope.equals(Scope.WHOLE_OFFICE)
                || jdbc.sql("""
                                select exists (
                                    select 1 from office.department where parent_id is null and path = ?)
                                """)
                        .param(scope.departmentPath())
                        .query(Boolean.class)
                        .single();
    }
}
