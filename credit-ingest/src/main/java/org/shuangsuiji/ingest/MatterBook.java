package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Scope;

/** Where the list of matters and its drafts are kept. */
public interface MatterBook {

    Optional<MatterDraft> draft(long id, Scope scope);

    /** Stores a new or changed draft; refuses when somebody else changed it meanwhile. */
    void save(MatterDraft draft);

    boolean draftOpen(long departmentId, String code);

    /** Drafts that are neither published nor dropped, of the departments of the scope. */
    List<MatterDraftRow> drafts(Scope scope);

    /** Whatever has been handed in, of the departments of the scope. */
    List<MatterDraft> handedIn(Scope scope);

    /** Keeps others from publishing for this department until the present transaction ends. */
    void lock(long departmentId);

    /** The versions of a department that a reader's department belongs to, or has below it; the latest first. */
    List<MatterList> lists(Scope scope);

    Optional<MatterList> list(long id, Scope scope);

    /** The latest version of exactly this department. */
    Optional<MatterList> latest(long departmentId);

    /** In the order of their codes, those that leave the list among them. */
    List<Matter> matters(long listId);

    /**
     * What stands in the latest list of each office that a department belongs to, in the order of codes; the nearest office
     * first.
     */
    List<Matter> standing(Scope scope);

    long publish(long departmentId, int number, LocalDate effectiveOn, String by, Instant at);

    void add(long listId, Matter.Change change, long departmentId, MatterTerms terms);

    /** Changes in force on this day that nobody reported yet, of the departments of the scope. */
    List<MatterChange> unreported(Scope scope, LocalDate today);

    /** The last reported ones. */
    List<MatterChange> reported(Scope scope, int limit);

    /** Enters a report; false when there is one. */
    boolean report(long matterId, String documentNo, LocalDate day, Actor actor, Instant at);
}
