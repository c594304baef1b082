package org.shuangsuiji.ingest.file;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads a text line by line; of a line that is too long only the beginning is held. */
final class LineReader implements AutoCloseable {
    private static final int BUFFER = 1 << 15;

    private final Reader reader;
    private final int lengthMax;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private long line;
    private boolean tooLong;

    LineReader(Reader reader, int lengthMax) {
        this.reader = reader;
        this.lengthMax = lengthMax;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        var text = new StringBuilder();
        tooLong = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            int room = lengthMax - text.length();
            tooLong |= at - from > room;
            text.append(buffer, from, Math.min(at - from, room));
            if (at < end) {
                at++;
                break;
            }
        }
        if (!any) {
            return null;
        }
        line++;
        return text.toString().strip();
    }

    /** The number of the line read last, from 1. */
    long line() {
        return line;
    }

    /** Whether the line read last was longer than may be. */
    boolean isTooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer));
        return end > 0;
    }
}
