package org.shuangsuiji.ingest.reading;

import java.util.List;

/** What became of one row. */
public sealed interface RowResult permits RowResult.Accepted, RowResult.Rejected {

    /**
     * The row was read, perhaps with marks.
     *
     * @param entries what it tells: one fact, or one for each category of which it counts how many there were
     * @param namesPersons whether a number of a person stood in it, which nobody read
     */
    record Accepted(List<Entry> entries, boolean namesPersons) implements RowResult {
        public Accepted {
            entries = List.copyOf(entries);
        }

        /** What it tells, or the first of it. */
        public Entry entry() {
            return entries.get(0);
        }
    }

    /** The row was refused. */
    record Rejected(Fault fault) implements RowResult {}
}
