package org.shuangsuiji.risk.store;

import org.shuangsuiji.model.Scope;

/**
 * Which subjects a reader may see: those of the reader's region, and those of no known region that the reader's
 * departments brought.
 */
final class InScope {
    /** A condition on {@code ingest.read_enterprise e} with the parameters {@code regions} and {@code departments}. */
    static final String SQL = condition(":regions", ":departments");

    private InScope() {}

    /** The same for statements without parameters. */
    static String literal(Scope scope) {
        return condition(FeedSql.quoted(scope.regionsLike()), FeedSql.quoted(scope.departmentsLike()));
    }

    private static String condition(String regions, String departments) {
        return """
                (%1$s = '%%' or e.region like %1$s
                 or (e.region is null and e.enterprise_id in (
                     select u.enterprise_id from ingest.read_unplaced u where u.department_path like %2$s)))
                """.formatted(regions, departments);
    }
}
