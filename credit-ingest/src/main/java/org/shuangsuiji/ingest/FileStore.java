package org.shuangsuiji.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where received files are kept, whole or not at all. */
public interface FileStore {

    /**
     * A file that is safe on disk.
     *
     * @param sha256 32 bytes
     */
    record Kept(String name, String sha256, long bytes) {}

    /**
     * Writes all of a stream to disk and makes it durable before it returns; on any failure nothing remains.
     *
     * @throws IOException when the sender breaks off or the disk fails
     */
    Kept keep(InputStream body) throws IOException;

    Path path(String name);

    /** Forgets a file that nothing refers to. */
    void discard(String name);
}
