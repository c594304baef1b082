package org.shuangsuiji.sampling.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** One entry of a zip made byte by byte, whose two records may say what they should not. */
final class ZipPiece {
    enum Field {
        FLAGS,
        METHOD,
        CRC,
        PACKED,
        BYTES,
        OFFSET,
        COMMENT,
        DISK
    }

    private static final byte[] MARK = {'P', 'K', 7, 8};

    private final byte[] content;
    private byte[] name;
    private byte[] headerName;
    private byte[] packed;
    private byte[] extra = {};
    private byte[] listedExtra = {};
    private byte @Nullable [] tail;
    private boolean isListed = true;
    private final Map<Field, Long> inHeader = new HashMap<>();
    private final Map<Field, Long> inList = new HashMap<>();

    private ZipPiece(String name, byte[] content) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.headerName = this.name;
        this.content = content;
        this.packed = content;
    }

    static ZipPiece of(String name, byte[] content) {
        return new ZipPiece(name, content);
    }

    ZipPiece deflated() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] room = new byte[content.length + 100];
        int length = deflater.deflate(room);
        deflater.end();
        packed = Arrays.copyOf(room, length);
        return both(Field.METHOD, 8);
    }

    ZipPiece packedTooLong() {
        packed = Arrays.copyOf(packed, packed.length + 1);
        return this;
    }

    /** As programs write that cannot go back: sizes stand behind the content, after a mark. */
    ZipPiece described() {
        return both(Field.FLAGS, 1 << 3)
                .header(Field.CRC, 0)
                .header(Field.PACKED, 0)
                .header(Field.BYTES, 0)
                .tail(joined(MARK, description()));
    }

    ZipPiece withoutMark() {
        return tail(description());
    }

    ZipPiece tail(byte[] bytes) {
        tail = bytes;
        return this;
    }

    ZipPiece extra(byte[] bytes) {
        extra = bytes;
        return this;
    }

    ZipPiece listedExtra(byte[] bytes) {
        listedExtra = bytes;
        return this;
    }

    ZipPiece headerName(String other) {
        headerName = other.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    ZipPiece rawName(byte[] bytes) {
        name = bytes;
        headerName = bytes;
        return this;
    }

    ZipPiece header(Field field, long value) {
        inHeader.put(field, value);
        return this;
    }

    ZipPiece listed(Field field, long value) {
        inList.put(field, value);
        return this;
    }

    ZipPiece both(Field field, long value) {
        return header(field, value).listed(field, value);
    }

    ZipPiece unlisted() {
        isListed = false;
        return this;
    }

    boolean isListed() {
        return isListed;
    }

    byte[] headerAndContent() {
        byte[] start = little(6).putInt(0x04034b50).putShort((short) 20).array();
        byte[] lengths = little(4)
                .putShort((short) headerName.length)
                .putShort((short) extra.length)
                .array();
        return joined(start, fields(inHeader), lengths, headerName, extra, packed, tail == null ? new byte[0] : tail);
    }

    byte[] listEntry(int offset) {
        byte[] comment = new byte[told(inList, Field.COMMENT, 0)];
        byte[] start = little(8)
                .putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .array();
        byte[] rest = little(18)
                .putShort((short) name.length)
                .putShort((short) listedExtra.length)
                .putShort((short) comment.length)
                .putShort((short) told(inList, Field.DISK, 0))
                .putShort((short) 0)
                .putInt(0)
                .putInt(told(inList, Field.OFFSET, offset))
                .array();
        return joined(start, fields(inList), rest, name, listedExtra, comment);
    }

    private byte[] fields(Map<Field, Long> record) {
        return little(20)
                .putShort((short) told(record, Field.FLAGS, 0))
                .putShort((short) told(record, Field.METHOD, 0))
                .putInt(33 << 16)
                .putInt(told(record, Field.CRC, crc()))
                .putInt(told(record, Field.PACKED, packed.length))
                .putInt(told(record, Field.BYTES, content.length))
                .array();
    }

    private static int told(Map<Field, Long> record, Field field, long otherwise) {
        return (int) (long) record.getOrDefault(field, otherwise);
    }

    private byte[] description() {
        return little(12)
                .putInt((int) crc())
                .putInt(packed.length)
                .putInt(content.length)
                .array();
    }

    private long crc() {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
