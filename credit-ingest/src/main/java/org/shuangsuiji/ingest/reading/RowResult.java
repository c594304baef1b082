package org.shuangsuiji.ingest.reading;

/** What became of one row. */
public sealed interface RowResult permits RowResult.Accepted, RowResult.Rejected {

    /**
     * The row was read, perhaps with marks.
     *
     * @param namesPersons whether a number of a person stood in it, which nobody read
     */
    record Accepted(Entry entry, boolean namesPersons) implements RowResult {}

    /** The row was refused. */
    record Rejected(Fault fault) implements RowResult {}
}
