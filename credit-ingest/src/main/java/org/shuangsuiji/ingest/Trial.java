package org.shuangsuiji.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Preview;

/**
 * What a check of a file found; nothing of it stands anywhere else.
 *
 * @param refused why the whole file cannot be loaded as it was read; absent where it can
 * @param sameFileAs the earlier delivery of the very same bytes, after which this one would not be read again
 * @param preview absent where the file cannot be cut into rows
 * @param examples a few rows that would be new or change something
 * @param faults the first rows that would be refused
 */
public record Trial(
        Instant at,
        @Nullable Refused refused,
        @Nullable Long sameFileAs,
        @Nullable Preview preview,
        Delivery.Counts counts,
        Map<Flag, Long> flags,
        List<Example> examples,
        List<Fault> faults) {

    /** Names the text {@code refusal.<code>}. */
    public record Refused(String code, List<String> args) {}

    /**
     * A row that would be new or change something.
     *
     * @param changes what would change; of a new row nothing, of a changed one perhaps only its marks
     */
    public record Example(
            boolean added,
            long line,
            String subject,
            @Nullable String name,
            List<Change> changes) {}

    /**
     * One thing that would change.
     *
     * @param field the column of the database, which has a text {@code check.field.<field>}
     */
    public record Change(
            String field, @Nullable String was, @Nullable String becomes) {}
}
