package org.shuangsuiji.ingest;

import java.time.ZonedDateTime;
import java.util.List;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.ingest.reading.Unsaid;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Scope;

/** The merge of a stage, done in full and then undone. */
public interface Rehearsal {

    /** What the merge made of the rows, and examples of it. */
    record Found(Merge.Outcome outcome, List<Trial.Example> examples, List<Fault> faults) {}

    /** Merges what is staged and undoes it; like any merge it waits for others, and others wait for it. */
    Found run(Delivery delivery, int slot, Scope scope, Unsaid unsaid, ZonedDateTime now, Progress progress);
}
