package org.shuangsuiji.sampling.bundle;

import java.io.IOException;
import java.io.OutputStream;

/** One file of a bundle, which writes itself: a frame may have a million rows. */
public record BundlePart(String name, Content content) {

    /** Writes the bytes of a file; the stream is left open. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
