package org.shuangsuiji.ingest.reading;

/** What became of one row. */
public sealed interface RowResult permits RowResult.Accepted, RowResult.Rejected {

    /** The row was read, perhaps with marks. */
    record Accepted(Entry entry) implements RowResult {}

    /** The row was refused. */
    record Rejected(Fault fault) implements RowResult {}
}
