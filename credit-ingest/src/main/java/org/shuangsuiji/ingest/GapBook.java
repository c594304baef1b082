package org.shuangsuiji.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;

/** Where gaps are kept, and from which share on there is one. */
public interface GapBook {

    /** The sources that owe something on this day, or whose gaps are still open. */
    List<Long> sources(LocalDate today);

    Optional<Gap> find(long id, Scope scope);

    /** What still holds of this source, closed by a person or not. */
    List<Gap> holding(long sourceId);

    /** Stores a new or changed gap; refuses when somebody else changed it meanwhile. */
    void save(Gap gap);

    void note(long gapId, GapNote note);

    /** In the order in which they were written. */
    List<GapNote> notes(long gapId);

    /** Notes that gaps of this source were looked for. */
    void looked(long sourceId, Instant now);

    /** As of when the gaps of a scope are known; what was not looked at since midnight waits. */
    GapLook look(Scope scope, LocalDate today, Instant midnight);

    List<GapRow> open(Scope scope);

    /** The latest first. */
    List<GapRow> closed(Scope scope, long before, int limit);

    GapRow row(long id);

    /** The limits that hold for a source on this day: of its nearest department, and of those the latest. */
    Map<RecordKind, BigDecimal> limits(long sourceId, LocalDate day);

    /** All that were ever set in these departments and above, the latest first. */
    List<GapLimit> limits(Scope scope);

    /** Sets a limit and says its id; empty when there is one from that day. */
    Optional<Long> limit(RecordKind kind, BigDecimal percent, LocalDate from, Actor actor, Instant now);
}
