package org.shuangsuiji.ingest;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a gap.
 *
 * @param said in the words of who did it; absent for what the system did
 * @param until the day that the source named
 * @param deliveryId what came
 */
public record GapNote(
        Step step,
        @Nullable String said,
        @Nullable LocalDate until,
        @Nullable Long deliveryId,
        String by,
        Instant at) {

    /** What was done. */
    public enum Step {
        OPENED,
        ASKED,
        PROMISED,
        NOTED,
        CLOSED,
        /** What was missing came. */
        ARRIVED,
        /** Nothing came, and yet it is no gap any more: the duty or the limit changed. */
        LAPSED
    }
}
