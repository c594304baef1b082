package org.shuangsuiji.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Scope;

/** Which identities are one subject, as far as a reader may see them: who sees one side alone learns that there is a link. */
public interface Links {

    /**
     * Links, those noted last first.
     *
     * @param state those in it, and with those that wait the doubtful ones in force; null for all
     * @param words part of the name, code or number of one side; blank for all
     * @param before only those noted before this one, for the next page
     */
    List<Link> list(Link.@Nullable State state, String words, Scope scope, @Nullable Long before, int limit);

    /** How many wait for a person. */
    long waiting(Scope scope);

    /** One link; refuses one that is absent or outside the scope. */
    Link get(long id, Scope scope);

    /** Every link of a subject, whatever became of it, newest first. */
    List<Link> of(long enterpriseId, Scope scope);

    /** The links of a subject in the scope whose other side is outside it, newest first. */
    List<LinkBeyond> beyond(long enterpriseId, Scope scope);

    /** How many links, in a state or in any, have one side in the scope and the other outside it. */
    long beyond(Link.@Nullable State state, Scope scope);
}
