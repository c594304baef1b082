package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.shuangsuiji.ingest.duty.Lateness;
import org.shuangsuiji.model.RecordKind;

/** Where the figures of sources are kept. */
public interface FigureBook {

    /** Deliveries taken in since then that nobody tallied yet. */
    List<Long> untallied(Instant since);

    /** Tallies one delivery; does nothing when that was done. */
    void tally(long deliveryId, Instant now);

    /** When the values were last counted. */
    Optional<Instant> countedAt();

    /** When the last delivery was taken in. */
    Optional<Instant> lastDone();

    void countValues(Instant now);

    /** How many days' events the source told of, by kind, since then. */
    Map<RecordKind, List<Lateness.Learned>> learned(long sourceId, LocalDate since, ZoneId zone);

    /** The values in the area of the department that the source is, or that answers for it. */
    Map<RecordKind, KindFigures.Value> values(long sourceId);

    /** The last delivery of each kind that was taken in. */
    Map<RecordKind, KindFigures.Last> lasts(long sourceId);

    /** The days on which something of each kind was taken in. */
    Map<RecordKind, SortedSet<LocalDate>> days(long sourceId, ZoneId zone);

    /** What was sent of each kind in each month since then, the latest first. */
    Map<RecordKind, List<KindFigures.Month>> months(long sourceId, LocalDate since, ZoneId zone);
}
