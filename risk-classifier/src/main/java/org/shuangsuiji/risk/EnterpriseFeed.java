package org.shuangsuiji.risk;

import java.util.function.Consumer;
import java.util.function.Function;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.shuangsuiji.risk.scoring.Features;

/** Where the facts about enterprises come from, some thousands at a time. */
public interface EnterpriseFeed {

    /**
     * Extracts every enterprise in the scope.
     *
     * @param work done with each part, by several threads at once
     * @param collect given what the work returned, by the calling thread, one after the other
     */
    <T> void all(ExtractionPlan plan, Scope scope, Function<Features, T> work, Consumer<T> collect, Progress progress);
}
