package org.shuangsuiji.console.office;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Scope;

/** The ledger as people read it. */
public interface LedgerBook {

    /**
     * What to look for; absent parts do not restrict.
     *
     * @param before entries older than this id; for paging
     */
    record Question(
            @Nullable String event,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable Long before) {}

    /** The end of the chain. */
    record Head(long seq, String hash) {}

    /** Newest first, of the departments in the reader's scope. */
    List<LedgerRow> find(Question question, Scope scope, int limit);

    /** The last sealed place, absent as long as nothing is sealed. */
    Optional<Head> head();
}
