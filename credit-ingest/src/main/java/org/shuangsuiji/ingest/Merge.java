package org.shuangsuiji.ingest;

import java.time.ZonedDateTime;
import java.util.Set;
import org.shuangsuiji.ingest.reading.RecordFact;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;

/** Brings the rows of a stage into the tables, in the current transaction. */
public interface Merge {

    /** What the staged rows turned out to be. */
    record Outcome(long added, long changed, long same, long touched) {}

    /**
     * Merges what is staged in a slot.
     *
     * @param unsaid what the file has no column for; known records keep it
     * @param now when the office learns of it; its day is the one whose law governs
     */
    Outcome run(
            RecordKind kind, long deliveryId, int slot, Set<RecordFact> unsaid, ZonedDateTime now, Progress progress);
}
