package org.shuangsuiji.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;

/** Where the table of duties is kept. A reader sees the duties of the sources for which the subtree answers. */
public interface DutyTable {

    Optional<Duty> find(long id, Scope scope);

    /** Lets nobody else change what this source owes until this transaction ends; false when it is out of scope. */
    boolean lock(long sourceId, Scope scope);

    /** The line of this source and kind that holds on this day or on a later one. */
    Optional<Long> from(long sourceId, RecordKind kind, LocalDate day);

    /** Stores a new or changed line; refuses when somebody else changed it meanwhile. */
    void save(Duty duty);

    /** Lines that hold on this day or will. */
    List<DutyRow> standing(Scope scope, @Nullable Long sourceId, LocalDate today);

    /** All lines that a source ever had, in the order of their entry. */
    List<DutyRow> ever(long sourceId);

    /** All lines of a source and a kind, the latest first. */
    List<DutyRow> history(long sourceId, RecordKind kind);
}
