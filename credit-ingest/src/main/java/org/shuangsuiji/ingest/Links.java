package org.shuangsuiji.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Scope;

/** Which identities are one subject, as far as a reader may see them: a reader sees a link who sees both its sides. */
public interface Links {

    /** Links in a state, those noted last first; who asks for those that wait sees the doubtful ones in force too. */
    List<Link> list(Link.State state, Scope scope, @Nullable Long before, int limit);

    /** How many wait for a person. */
    long waiting(Scope scope);

    /** One link; refuses one that is absent or outside the scope. */
    Link get(long id, Scope scope);

    /** Every link of a subject, whatever became of it, newest first. */
    List<Link> of(long enterpriseId, Scope scope);
}
