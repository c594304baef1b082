package org.shuangsuiji.ingest.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many bytes of a file were read since it was last opened, for whoever says how far its reading is. */
public final class ByteCount {
    private long count;

    /** Opens the file, and counts from its beginning. */
    public InputStream open(Path file) throws IOException {
        count = 0;
        return new Counted(Files.newInputStream(file));
    }

    public long read() {
        return count;
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
