package org.shuangsuiji.ingest;

import org.shuangsuiji.ingest.reading.ReadingChoice;

/**
 * What the sender of a file wants done with it.
 *
 * @param choice how it is to be read
 * @param checkFirst whether it is tried out and waits for a word before it is loaded
 */
public record Handling(ReadingChoice choice, boolean checkFirst) {
    /** Everything is found out, and it is loaded at once. */
    public static final Handling LOAD = new Handling(ReadingChoice.DETECT, false);
}
