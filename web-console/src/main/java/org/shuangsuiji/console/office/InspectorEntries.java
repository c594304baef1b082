package org.shuangsuiji.console.office;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Scope;

/** The inspector directory (执法检查人员名录库) as accounts see it: who is in it, and whose account an entry is. */
public interface InspectorEntries {

    /**
     * An entry of the directory.
     *
     * @param personId the account that is this inspector
     * @param account its name; absent also when the account is outside the reader's scope
     */
    record Entry(
            long id,
            String staffNo,
            String name,
            String departmentName,
            String departmentPath,
            boolean active,
            @Nullable Long personId,
            @Nullable String account) {}

    /** An entry of a department in scope. */
    Optional<Entry> find(long id, Scope scope);

    /** Those of the departments in scope who may be sent, by staff number. */
    List<Entry> active(Scope scope);
}
