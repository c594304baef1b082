package org.shuangsuiji.ingest;

import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.ReadingChoice;

/**
 * What the sender of a file wants done with it.
 *
 * @param source the word of the source whose records they are; absent for the sender's own department
 * @param choice how it is to be read
 * @param checkFirst whether it is tried out and waits for a word before it is loaded
 */
public record Handling(@Nullable String source, ReadingChoice choice, boolean checkFirst) {
    /** Everything is found out, and it is loaded at once. */
    public static final Handling LOAD = new Handling(null, ReadingChoice.DETECT, false);

    /** The same in the name of a source. */
    public static Handling of(@Nullable String source) {
        return new Handling(source, ReadingChoice.DETECT, false);
    }
}
