package org.shuangsuiji.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Scope;

/** Which identities are one subject, as far as a reader may see them: who sees one side alone learns that there is a link. */
public interface Links {

    /** Links in a state, those noted last first; who asks for those that wait sees the doubtful ones in force too. */
    List<Link> list(Link.State state, Scope scope, @Nullable Long before, int limit);

    /** How many wait for a person. */
    long waiting(Scope scope);

    /** One link; refuses one that is absent or outside the scope. */
    Link get(long id, Scope scope);

    /** Every link of a subject, whatever became of it, newest first. */
    List<Link> of(long enterpriseId, Scope scope);

    /** The links of a subject in the scope whose other side is outside it, newest first. */
    List<LinkBeyond> beyond(long enterpriseId, Scope scope);

    /** How many links in a state have one side in the scope and the other outside it. */
    long beyond(Link.State state, Scope scope);
}
