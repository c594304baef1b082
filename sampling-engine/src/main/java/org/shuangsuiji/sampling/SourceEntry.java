package org.shuangsuiji.sampling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.draw.SourceValue;

/**
 * What a source came to say, as somebody entered it.
 *
 * @param place place among the rule's sources, from 0
 * @param value null exactly when nothing was said
 */
public record SourceEntry(
        int place, Spoken spoken, @Nullable String value, String evidence, String enteredBy, Instant enteredAt) {

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
    }

    SourceValue forSeed() {
        if (value == null) {
            return SourceValue.silent();
        }
        return spoken == Spoken.VALUE ? SourceValue.spoken(value) : SourceValue.byFallback(value);
    }
}
