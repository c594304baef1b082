package org.shuangsuiji.sampling;

import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Scope;

/** Where the item list is kept. */
public interface ItemList {

    /**
     * A revision that this scope may change: its body is in the subtree, or that of the revision in force, which another
     * body is to get.
     */
    Optional<Item> own(long id, Scope scope);

    /** A revision that this scope may change, or use: of a body above it. */
    Optional<Item> visible(long id, Scope scope);

    /** The published revision of a code, which nobody else changes until this transaction ends. */
    Optional<Item> published(String code);

    /** The published revision of the entry of which this is a revision, as far as this scope may use it. */
    Optional<Item> inForce(long id, Scope scope);

    boolean knows(String code);

    /** Lets nobody else begin a revision of this code until this transaction ends. */
    void lock(String code);

    /** The number of the last revision of a code, whatever became of it. */
    int lastRevision(String code);

    /** Whether a draft of this code waits to be published. */
    boolean hasDraft(String code);

    /** Stores a new or changed revision; refuses when somebody else changed it meanwhile. */
    void save(Item item);

    List<ItemRow> rows(Scope scope);

    /** All revisions of the item's code, the latest first. */
    List<ItemRow> revisions(long id, Scope scope);
}
