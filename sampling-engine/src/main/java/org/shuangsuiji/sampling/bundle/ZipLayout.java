package org.shuangsuiji.sampling.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * The layout of a zip that can be read in one way only: entries from the first byte on, each ending where the next
 * begins, in the order of the list, then the list, then the end record, then nothing. Programs differ in whether they
 * go by the headers or by the list, and in what they step over; here there is nothing to differ about.
 */
final class ZipLayout {
    private static final int END_BYTES = 22;
    private static final int END = 0x06054b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int LOCATOR = 0x07064b50;
    private static final int LIST_BYTES_MAX = 16 << 20;

    private final FileChannel file;
    private final long fileBytes;

    private ZipLayout(FileChannel file, long fileBytes) {
        this.file = file;
        this.fileBytes = fileBytes;
    }

    /** One entry, its two records agreeing, and where its content stands. */
    record Part(ZipRecord listed, long from) {
        String name() {
            return listed.name();
        }

        long to() {
            return from + listed.packedBytes();
        }
    }

    /** The entries, of which every byte of the file outside their contents has been accounted for. */
    static List<Part> read(FileChannel file) throws IOException {
        return new ZipLayout(file, file.size()).parts();
    }

    private List<Part> parts() throws IOException {
        if (fileBytes < END_BYTES) {
            throw new ZipException("it is too short");
        }
        long endAt = fileBytes - END_BYTES;
        ByteBuffer end = bytes(endAt, END_BYTES);
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw new ZipException("its last bytes are not the end record, without a comment");
        }
        int count = Short.toUnsignedInt(end.getShort(10));
        long listAt = Integer.toUnsignedLong(end.getInt(16));
        if (end.getShort(4) != 0 || end.getShort(6) != 0 || end.getShort(8) != end.getShort(10)) {
            throw new ZipException("it is one of several files");
        }
        if (Integer.toUnsignedLong(end.getInt(12)) != endAt - listAt || listAt > endAt) {
            throw new ZipException("bytes stand in front of its first entry, or between its list and its end record");
        }
        if (endAt >= LOCATOR_BYTES
                && bytes(endAt - LOCATOR_BYTES, Integer.BYTES).getInt(0) == LOCATOR) {
            throw new ZipException("it has a zip64 end record");
        }
        if (endAt - listAt > LIST_BYTES_MAX) {
            throw new ZipException("the list at its end has more than %d bytes".formatted(LIST_BYTES_MAX));
        }
        return held(listed(bytes(listAt, (int) (endAt - listAt)), count), listAt);
    }

    private static List<ZipRecord> listed(ByteBuffer list, int count) throws ZipException {
        List<ZipRecord> listed = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (list.hasRemaining()) {
            ZipRecord next = ZipRecord.listed(list);
            if (!names.add(next.name())) {
                throw new ZipRecord.DamagedEntry(next.name(), "the entry stands in the zip twice");
            }
            listed.add(next);
        }
        if (listed.size() != count) {
            throw new ZipException(
                    "the list at its end names %d entries, the end record says %d".formatted(listed.size(), count));
        }
        return listed;
    }

    private List<Part> held(List<ZipRecord> listed, long listAt) throws IOException {
        List<Long> begins = new ArrayList<>();
        listed.forEach(record -> begins.add(record.offset()));
        begins.add(listAt);
        if (begins.get(0) != 0) {
            throw new ZipException("bytes stand in front of its first entry");
        }
        List<Part> parts = new ArrayList<>();
        for (int n = 0; n < listed.size(); n++) {
            parts.add(held(listed.get(n), begins.get(n + 1)));
        }
        return parts;
    }

    private Part held(ZipRecord record, long next) throws IOException {
        long room = next - record.offset();
        ByteBuffer fixed = bytes(record.offset(), ZipRecord.HEADER_BYTES);
        if (room < ZipRecord.HEADER_BYTES
                || room < ZipRecord.headerBytes(record.name(), fixed) + record.packedBytes()) {
            throw new ZipRecord.DamagedEntry(record.name(), "does not end where the next entry or the list begins");
        }
        ByteBuffer header = bytes(record.offset(), ZipRecord.headerBytes(record.name(), fixed));
        record.refuseOther(ZipRecord.header(header, record.offset()));
        Part part = new Part(record, record.offset() + header.limit());
        long tailBytes = next - part.to();
        if (tailBytes > record.tailBytesMax() || !record.isTail(bytes(part.to(), (int) tailBytes))) {
            throw new ZipRecord.DamagedEntry(record.name(), "does not end where the next entry or the list begins");
        }
        return part;
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new ZipException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }
}
