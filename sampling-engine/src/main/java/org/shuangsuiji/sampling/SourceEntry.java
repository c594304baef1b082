package org.shuangsuiji.sampling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.draw.SourceValue;

/**
 * What a source came to say, as somebody entered it.
 *
 * @param place place among the rule's sources, from 0
 * @param revision the highest counts; 1 was entered first
 * @param value null exactly when nothing was said
 * @param reason why it replaces the revision before; null for the first
 * @param account who entered it, to be told from a second person
 * @param enteredBy the same person's name
 */
public record SourceEntry(
        int place,
        int revision,
        Spoken spoken,
        @Nullable String value,
        String evidence,
        @Nullable String reason,
        String account,
        String enteredBy,
        Instant enteredAt) {

    static final int FIRST = 1;

    /** More corrections than this are no corrections any more. */
    static final int LAST = 99;

    /** Who spoke. */
    public enum Spoken {
        VALUE,
        FALLBACK,
        NONE
    }

    public SourceEntry {
        if ((value == null) != (spoken == Spoken.NONE)) {
            throw new IllegalArgumentException("A silent source has no value, any other has one");
        }
        if ((revision == FIRST) != (reason == null)) {
            throw new IllegalArgumentException("A correction has a reason, a first entry has none");
        }
    }

    SourceValue forSeed() {
        if (value == null) {
            return SourceValue.silent();
        }
        return spoken == Spoken.VALUE ? SourceValue.spoken(value) : SourceValue.byFallback(value);
    }
}
