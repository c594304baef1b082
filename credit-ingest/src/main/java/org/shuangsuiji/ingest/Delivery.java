package org.shuangsuiji.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;

/**
 * One received file and what became of it.
 *
 * @param departmentId the body that sent it; absent for the system
 * @param source whose records they are, as fixed at receipt; absent for the system
 * @param actor the account or API client that sent it
 * @param storedAs its name in the file store; absent when there is no file
 * @param encoding the encoding found; absent until it was read
 * @param sameFileAs an earlier merged delivery of the very same bytes
 * @param failureCode names the text {@code refusal.<code>} that says why it failed as a whole
 */
public record Delivery(
        long id,
        RecordKind kind,
        DeliveryState state,
        @Nullable Long departmentId,
        @Nullable String departmentName,
        @Nullable Sender source,
        String actor,
        String fileName,
        @Nullable String storedAs,
        String sha256,
        long bytes,
        @Nullable String encoding,
        @Nullable String delimiter,
        Counts counts,
        @Nullable Long sameFileAs,
        @Nullable String failureCode,
        List<String> failureArgs,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * The source that the delivery named.
     *
     * @param name its own, or that of the department that it is
     */
    public record Sender(long id, String word, String name) {}

    /**
     * What became of the rows: {@code rows = added + changed + same + faults}.
     *
     * @param flagged rows kept and marked, whatever else became of them
     */
    public record Counts(long rows, long added, long changed, long same, long flagged, long faults) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }

    /** Whether it was merged and every row that could be taken is stored already. */
    public boolean changedNothing() {
        return state == DeliveryState.DONE && counts.added() == 0 && counts.changed() == 0 && counts.same() > 0;
    }
}
