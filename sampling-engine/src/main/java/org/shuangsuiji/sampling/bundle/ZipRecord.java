package org.shuangsuiji.sampling.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * What a zip says of one entry, in the list at its end or in the header before the content.
 *
 * @param offset where the header stands; the header itself does not say
 */
record ZipRecord(String name, int flags, int method, long crc, long packedBytes, long bytes, long offset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    static final int HEADER_BYTES = 30;
    private static final int HEADER = 0x04034b50;
    private static final int LISTED_BYTES = 46;
    private static final int LISTED = 0x02014b50;

    private static final int ENCRYPTED = 1;
    private static final int DESCRIBED_BEHIND = 1 << 3;
    /** How hard it was packed, sizes behind the content, the name is UTF-8: nothing else is in use. */
    private static final int FLAGS_KNOWN = 0b110 | DESCRIBED_BEHIND | 1 << 11;

    private static final int DESCRIPTOR = 0x08074b50;
    private static final int DESCRIPTOR_BYTES = 12;

    private static final long SIZES_ELSEWHERE = 0xffffffffL;
    private static final int SIZES_EXTRA = 0x0001;
    private static final int NAME_EXTRA = 0x7075;
    private static final int NAME_EXTRA_AT = 5;

    /** Takes the next one out of the list. */
    static ZipRecord listed(ByteBuffer list) throws ZipException {
        if (list.remaining() < LISTED_BYTES || list.getInt(list.position()) != LISTED) {
            throw new ZipException("the list at its end holds something else than entries");
        }
        ByteBuffer fixed = taken(list, LISTED_BYTES);
        int nameBytes = Short.toUnsignedInt(fixed.getShort(28));
        int extraBytes = Short.toUnsignedInt(fixed.getShort(30));
        int commentBytes = Short.toUnsignedInt(fixed.getShort(32));
        if (list.remaining() < nameBytes + extraBytes) {
            throw new ZipException("the list at its end is cut off");
        }
        String name = text(taken(list, nameBytes));
        ByteBuffer extra = taken(list, extraBytes);
        if (commentBytes > 0) {
            throw new DamagedEntry(name, "has a comment in the list at the end of the zip");
        }
        if (fixed.getShort(34) != 0) {
            throw new DamagedEntry(name, "begins in another file, says the list at the end of the zip");
        }
        return read(name, fixed, 8, extra, Integer.toUnsignedLong(fixed.getInt(42)));
    }

    /** The length of the header whose fixed part is given, with its name and extra fields. */
    static int headerBytes(String name, ByteBuffer fixed) throws ZipException {
        if (fixed.getInt(0) != HEADER) {
            throw new DamagedEntry(name, "does not begin where the list at the end of the zip says");
        }
        return HEADER_BYTES + Short.toUnsignedInt(fixed.getShort(26)) + Short.toUnsignedInt(fixed.getShort(28));
    }

    /** Reads the header before the content. */
    static ZipRecord header(ByteBuffer header, long offset) throws ZipException {
        ByteBuffer rest = header.duplicate().order(header.order());
        ByteBuffer fixed = taken(rest, HEADER_BYTES);
        String name = text(taken(rest, Short.toUnsignedInt(fixed.getShort(26))));
        return read(name, fixed, 6, rest, offset);
    }

    /** Both kinds of record have these in the same order, from their flags on. */
    private static ZipRecord read(String name, ByteBuffer fixed, int at, ByteBuffer extra, long offset)
            throws ZipException {
        int flags = Short.toUnsignedInt(fixed.getShort(at));
        if ((flags & ENCRYPTED) != 0) {
            throw new DamagedEntry(name, "is encrypted");
        }
        if ((flags & ~FLAGS_KNOWN) != 0) {
            throw new DamagedEntry(name, "has flags no bundle needs");
        }
        int method = Short.toUnsignedInt(fixed.getShort(at + 2));
        if (method != STORED && method != DEFLATED) {
            throw new DamagedEntry(name, "is packed in another way than stored or deflated");
        }
        ZipRecord read = new ZipRecord(
                name,
                flags,
                method,
                Integer.toUnsignedLong(fixed.getInt(at + 8)),
                Integer.toUnsignedLong(fixed.getInt(at + 12)),
                Integer.toUnsignedLong(fixed.getInt(at + 16)),
                offset);
        read.refuseOtherSizesOrName(extra);
        return read;
    }

    /** Extra fields may tell times and owners; one that moves a size or gives another name makes a second reading. */
    private void refuseOtherSizesOrName(ByteBuffer extra) throws ZipException {
        if (packedBytes == SIZES_ELSEWHERE || bytes == SIZES_ELSEWHERE || offset == SIZES_ELSEWHERE) {
            throw new DamagedEntry(name, "has its sizes in zip64 form");
        }
        while (extra.remaining() > 0) {
            if (extra.remaining() < 4) {
                throw new DamagedEntry(name, "has a broken extra field");
            }
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Short.toUnsignedInt(extra.getShort());
            if (extra.remaining() < length) {
                throw new DamagedEntry(name, "has a broken extra field");
            }
            ByteBuffer field = taken(extra, length);
            if (id == SIZES_EXTRA) {
                throw new DamagedEntry(name, "has its sizes in zip64 form");
            }
            if (id == NAME_EXTRA
                    && (length < NAME_EXTRA_AT
                            || !text(field.position(NAME_EXTRA_AT)).equals(name))) {
                throw new DamagedEntry(name, "has another name in an extra field");
            }
        }
    }

    /** Holds the header before the content against this, which the list says; sizes may stand behind the content. */
    void refuseOther(ZipRecord header) throws ZipException {
        if (!header.name.equals(name)) {
            throw new DamagedEntry(name, "its own header names it %s".formatted(BundleFiles.quoted(header.name)));
        }
        if (header.flags != flags || header.method != method) {
            throw new DamagedEntry(name, "is packed in another way than the list at the end of the zip says");
        }
        if (differs(header.crc, crc) || differs(header.packedBytes, packedBytes) || differs(header.bytes, bytes)) {
            throw new DamagedEntry(name, "has not the size and checksum the list at the end of the zip says");
        }
        if (method == STORED && packedBytes != bytes) {
            throw new DamagedEntry(name, "is stored with another size than its own");
        }
    }

    private boolean differs(long inHeader, long inList) {
        return inHeader != inList && !(isDescribedBehind() && inHeader == 0);
    }

    boolean isDescribedBehind() {
        return (flags & DESCRIBED_BEHIND) != 0;
    }

    /** The most bytes between the content and the next entry. */
    long tailBytesMax() {
        return isDescribedBehind() ? DESCRIPTOR_BYTES + Integer.BYTES : 0;
    }

    /** Whether these bytes, from the content to the next entry, are what has to stand there and nothing more. */
    boolean isTail(ByteBuffer tail) {
        if (!isDescribedBehind()) {
            return tail.remaining() == 0;
        }
        int at = tail.remaining() - DESCRIPTOR_BYTES;
        boolean marked = at == Integer.BYTES && tail.getInt(0) == DESCRIPTOR;
        return (marked || at == 0)
                && Integer.toUnsignedLong(tail.getInt(at)) == crc
                && Integer.toUnsignedLong(tail.getInt(at + 4)) == packedBytes
                && Integer.toUnsignedLong(tail.getInt(at + 8)) == bytes;
    }

    private static ByteBuffer taken(ByteBuffer from, int length) {
        ByteBuffer part = from.slice(from.position(), length).order(from.order());
        from.position(from.position() + length);
        return part;
    }

    private static String text(ByteBuffer bytes) throws ZipException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            ZipException unread = new ZipException("an entry's name is not UTF-8");
            unread.initCause(e);
            throw unread;
        }
    }

    /** Tells which entry it is that is not sound. */
    static final class DamagedEntry extends ZipException {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final String reason;

        DamagedEntry(String name, String reason) {
            super(name + ": " + reason);
            this.name = name;
            this.reason = reason;
        }

        String name() {
            return name;
        }

        String reason() {
            return reason;
        }
    }
}
