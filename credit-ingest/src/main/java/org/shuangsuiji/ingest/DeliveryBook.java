package org.shuangsuiji.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;

/** Writes what happens to deliveries; each step only from the state it follows on. */
public interface DeliveryBook {

    /**
     * Enters a received file, to be checked or loaded; empty when this sender used the key before.
     *
     * @param sourceId whose records they are; absent for the system itself
     */
    Optional<Long> enter(
            RecordKind kind,
            @Nullable Long sourceId,
            String fileName,
            FileStore.Kept file,
            String idempotencyKey,
            boolean checkFirst,
            Actor actor,
            Instant now);

    /** What this sender sent with this key. */
    Optional<Delivery> byKey(String actor, String idempotencyKey);

    Delivery byId(long id);

    /** Whether it was sent to be tried out first; empty where it ended before either that or its load began. */
    Optional<Boolean> checkedFirst(long id);

    /**
     * How many files of the same kind whose turn comes before still wait for their load or are being loaded. One that is
     * checked, or waits for a word after that, has no turn yet and keeps nobody waiting.
     */
    long ahead(long id);

    /**
     * Running becomes done where the same body sent the very same bytes before and they were taken in, with the counts,
     * marks, notes and faults of then; empty where it did not.
     *
     * @return the delivery of then
     */
    Optional<Long> repeats(long id, Instant now);

    /** The delivery that {@link #repeats} would find, were this one to be loaded now. */
    Optional<Long> sameAsEarlier(long id);

    /** Checking becomes checked; false when it has ended already. */
    boolean checked(long id);

    /** Checked becomes checking; false when it is not checked. */
    boolean recheck(long id);

    /** Checked becomes received, and takes its turn; false when it is not checked. */
    boolean release(long id);

    /** Checked becomes cancelled; false when it is not checked. */
    boolean discarded(long id, Instant now);

    /** Those checked before this moment become cancelled, with a note that says why. */
    List<Long> discardOverdue(Instant checkedBefore, Instant now, Note why);

    /** Received or running becomes running; false when it has ended already. */
    boolean begin(long id, Instant now);

    /** Running becomes done. */
    void done(long id, Delivery.Counts counts, Map<Flag, Long> flags, Instant now);

    /** What has not ended becomes failed; false when it has ended already. */
    boolean failed(long id, String code, List<String> args, Instant now);

    /** What has not ended becomes cancelled; false when it has ended already. */
    boolean cancelled(long id, Instant now);

    /** Notes how the file was read. */
    void describe(long id, String encoding, String delimiter, List<Note> notes);
}
