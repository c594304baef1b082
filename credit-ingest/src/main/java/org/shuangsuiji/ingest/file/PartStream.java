package org.shuangsuiji.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;

/** Reads one part of an archive, and holds it to the length and the check sum that the directory declared. */
final class PartStream extends FilterInputStream {
    private final ZipScan.Part part;
    private final CRC32 crc = new CRC32();
    private long count;
    private boolean ended;

    PartStream(InputStream in, ZipScan.Part part) {
        super(in);
        this.part = part;
    }

    /** As much of a length as has been unpacked of this part. */
    long share(long length) {
        return part.bytes() == 0 ? length : (long) ((double) count / part.bytes() * length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (ended) {
            return -1;
        }
        int read;
        try {
            read = super.read(into, offset, length);
        } catch (IOException e) {
            throw damaged(e);
        }
        if (read < 0) {
            end();
            return read;
        }
        crc.update(into, offset, read);
        count += read;
        if (count > part.bytes()) {
            throw Refusal.invalid("file-zip-size-untrue", part.name(), part.bytes());
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void end() {
        if (!ended && (count != part.bytes() || crc.getValue() != part.crc())) {
            throw damaged(null);
        }
        ended = true;
    }

    private Refusal damaged(@Nullable IOException cause) {
        Refusal refusal = Refusal.invalid("file-zip-damaged", part.name());
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
