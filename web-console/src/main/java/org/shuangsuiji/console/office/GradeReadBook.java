package org.shuangsuiji.console.office;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Scope;

/** Who looked at which grade (等级查阅记录), as an auditor reads it. */
public interface GradeReadBook {

    /**
     * One look.
     *
     * @param reader account, or {@code api:} and the name of a system
     * @param name of the person or system; the account where neither is known any more
     * @param what as {@link GradeReads#note} was told
     */
    record Look(long id, Instant at, String reader, String name, GradeReads.Purpose purpose, String what) {}

    /**
     * What to look for; absent parts do not restrict.
     *
     * @param before looks older than this id; for paging
     */
    record Question(
            @Nullable String reader,
            @Nullable String what,
            @Nullable Long before) {}

    /** Newest first, by readers of the departments in the auditor's scope. */
    List<Look> find(Question question, Scope scope, int limit);
}
