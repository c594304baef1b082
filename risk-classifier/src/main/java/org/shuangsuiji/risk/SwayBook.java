package org.shuangsuiji.risk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.model.ModelDefinition;

/** Where it is kept of how many enterprises each kind of record could move the rank. */
public interface SwayBook {

    /** Models whose version in force has graded since they were counted. */
    List<ActiveModel> owing();

    /** Counts anew from the stored grades of the version in force, one after the other. */
    void count(ActiveModel model, ModelDefinition definition, Instant now, Progress progress);

    /**
     * Sums of areas.
     *
     * @param areas the digits with which regions begin; empty for everywhere
     */
    SwayCounts of(long modelId, Collection<String> areas);
}
