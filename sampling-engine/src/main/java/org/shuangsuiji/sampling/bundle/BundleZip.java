package org.shuangsuiji.sampling.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that knows no time: the same files give the same bytes, whenever they are packed. */
public final class BundleZip {
    /** The earliest moment a zip can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    /** Packs into a stream, which is left open. */
    public BundleZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    public void add(String name, byte[] bytes) throws IOException {
        add(new BundlePart(name, out -> out.write(bytes)));
    }

    public void add(BundlePart part) throws IOException {
        ZipEntry entry = new ZipEntry(part.name());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        part.content().writeTo(zip);
        zip.closeEntry();
    }

    /** Ends the zip; nothing can be added any more. */
    public void finish() throws IOException {
        zip.finish();
    }
}
