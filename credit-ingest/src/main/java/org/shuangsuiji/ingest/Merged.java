package org.shuangsuiji.ingest;

import java.util.EnumMap;
import java.util.Map;
import org.shuangsuiji.ingest.reading.Flag;

/** What became of the rows of a file: what was counted while they were read, and what the merge made of them. */
record Merged(Delivery.Counts counts, Map<Flag, Long> flags) {

    static Merged of(Tally tally, Merge.Outcome outcome) {
        Delivery.Counts read = tally.counts();
        Map<Long, Long> refused = outcome.refused();
        var counts = new Delivery.Counts(
                read.rows(),
                outcome.added(),
                outcome.changed(),
                outcome.same(),
                read.flagged() - marked(refused),
                read.faults()
                        + refused.values().stream().mapToLong(Long::longValue).sum());
        return new Merged(counts, kept(tally.flags(), outcome));
    }

    private static long marked(Map<Long, Long> refused) {
        return refused.entrySet().stream()
                .filter(rows -> rows.getKey() != 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Marks are counted of rows that were kept; that a region is missing is said of enterprises that have none now. */
    private static Map<Flag, Long> kept(Map<Flag, Long> flags, Merge.Outcome outcome) {
        Map<Flag, Long> kept = new EnumMap<>(Flag.class);
        kept.putAll(flags);
        outcome.refused().forEach((marks, rows) -> Flag.of(marks).forEach(flag -> kept.merge(flag, -rows, Long::sum)));
        kept.merge(Flag.REGION_NOT_KNOWN, -outcome.placed(), Long::sum);
        kept.put(Flag.REGION_KEPT, outcome.placed());
        kept.values().removeIf(rows -> rows == 0);
        return kept;
    }
}
