package org.shuangsuiji.risk;

import java.time.Instant;
import java.time.LocalDate;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.risk.model.ModelDefinition;

/** Grades in bulk and keeps what changed, in the present transaction. */
public interface Regrades {

    /** Whom a run looks at. */
    enum Reach {
        /** Everybody. */
        ALL,
        /** Those whom a delivery touched, and those related to them. */
        TOUCHED,
        /** Those whose next day has come. */
        DUE
    }

    /**
     * One run.
     *
     * @param cause what asked for it, as {@code kind:id}
     * @param deliveryId the delivery whose touched enterprises are meant; 0 for the other reaches
     */
    record Request(
            ActiveModel model,
            ModelDefinition definition,
            LocalDate day,
            Reach reach,
            String cause,
            long deliveryId,
            Actor actor,
            Instant at) {}

    /**
     * What came of it.
     *
     * @param runId 0 when there was nobody to look at, and so no run
     */
    record Outcome(long runId, long enterprises, long changed, GradeCounts counts, long notCovered, String digest) {}

    /**
     * Keeps other runs of this model waiting until the present transaction ends. Whoever asks which version is in force
     * asks after this, lest a late run write grades of a version that was replaced while it waited.
     */
    void lock(long modelId);

    /** Whether some grade by a model in force may change by lapse of time alone until this day. */
    boolean anyDue(LocalDate day);

    Outcome run(Request request, Progress progress);
}
