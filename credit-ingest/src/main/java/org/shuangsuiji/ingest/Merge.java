package org.shuangsuiji.ingest;

import java.time.Instant;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;

/** Brings the rows of a stage into the tables, in the current transaction. */
public interface Merge {

    /** What the staged rows turned out to be. */
    record Outcome(long added, long changed, long same, long touched) {}

    Outcome run(RecordKind kind, long deliveryId, int slot, Instant now, Progress progress);
}
