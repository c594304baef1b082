package org.shuangsuiji.ingest;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.shuangsuiji.ingest.reading.Unsaid;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;

/** Brings the rows of a stage into the tables, in the current transaction. */
public interface Merge {
    /** The fault of a row that says something else of an enterprise for which other bodies answer. */
    String OF_OTHERS = "enterprise-of-others";

    /** Faults of rows that may be welcome later: others answer for the enterprise, or told what the row would change. */
    Set<String> NOT_THE_SENDERS = Set.of(OF_OTHERS, "record-of-others", "record-told-by-other");

    /**
     * What the staged rows turned out to be.
     *
     * @param refused rows that the sender may not bring, by their marks; each stands among the faults
     * @param placed rows without a region that is known, whose enterprise has one all the same
     */
    record Outcome(long added, long changed, long same, long touched, Map<Long, Long> refused, long placed) {}

    /** Waits until no other merge runs; from then on the current transaction is the only one that merges. */
    void await(Progress progress);

    /** The same for a person who waits for an answer: says after a moment that another merge still runs. */
    boolean awaitBriefly();

    /**
     * Merges what is staged in a slot, after {@link #await}.
     *
     * @param scope of the sender
     * @param unsaid what the file has no column for; known records keep it
     * @param now when the office learns of it; its day is the one whose law governs
     */
    Outcome run(
            RecordKind kind,
            long deliveryId,
            int slot,
            Scope scope,
            Unsaid unsaid,
            ZonedDateTime now,
            Progress progress);
}
