package org.shuangsuiji.ingest.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.shuangsuiji.model.Refusal;

/**
 * Looks through the directory of an archive before any library unpacks a byte of it. What it declares is checked here;
 * that it told the truth is checked by {@link PartStream} while a part is read.
 */
final class ZipScan {
    private static final int END_LENGTH = 22;
    private static final int END_COMMENT_MAX = 0xffff;
    private static final int END_MARK = 0x06054b50;
    private static final int END64_LENGTH = 56;
    private static final int END64_MARK = 0x06064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LOCATOR_MARK = 0x07064b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int ENTRY_MARK = 0x02014b50;
    private static final int EXTRA64 = 1;
    private static final int ENCRYPTED = 1;
    private static final int UTF8 = 1 << 11;
    private static final long UNSIGNED = 0xffffffffL;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final WorkbookLimits limits;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final long fileBytes;

    /** A file in the archive, as its directory tells of it. */
    record Part(String name, long bytes, long packed, long crc) {}

    private ZipScan(WorkbookLimits limits, long fileBytes) {
        this.limits = limits;
        this.fileBytes = fileBytes;
    }

    /** The parts of a workbook by their names; refuses an archive that is none, or that does not keep the limits. */
    static Map<String, Part> of(Path file, WorkbookLimits limits) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var scan = new ZipScan(limits, channel.size());
            scan.readDirectory(channel);
            scan.refuseWhatIsNoWorkbook();
            scan.refuseWhatIsTooLarge();
            scan.unpackFrame(file);
            return Map.copyOf(scan.parts);
        } catch (EOFException e) {
            throw broken();
        }
    }

    private void readDirectory(FileChannel channel) throws IOException {
        ByteBuffer end = directoryEnd(channel);
        long count = end.getShort(10) & 0xffff;
        long length = end.getInt(12) & UNSIGNED;
        long from = end.getInt(16) & UNSIGNED;
        if (count == 0xffff || length == UNSIGNED || from == UNSIGNED) {
            ByteBuffer end64 = directoryEnd64(channel, end);
            count = end64.getLong(32);
            length = end64.getLong(40);
            from = end64.getLong(48);
        }
        if (count < 0 || length < 0 || from < 0 || from > fileBytes - length) {
            throw broken();
        }
        channel.position(from);
        var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        for (long entry = 0; entry < count; entry++) {
            if (entry == limits.parts()) {
                throw Refusal.invalid("file-zip-parts-too-many", count, limits.parts());
            }
            readEntry(in);
        }
    }

    private static ByteBuffer directoryEnd(FileChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - END_LENGTH - END_COMMENT_MAX);
        ByteBuffer tail = read(channel, from, (int) (channel.size() - from));
        for (int at = tail.capacity() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK && at + END_LENGTH + (tail.getShort(at + 20) & 0xffff) <= tail.capacity()) {
                ByteBuffer end = ByteBuffer.allocate(END_LENGTH + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                tail.position(at).limit(at + END_LENGTH);
                return end.put(tail).putLong(from + at).flip();
            }
        }
        throw broken();
    }

    private static ByteBuffer directoryEnd64(FileChannel channel, ByteBuffer end) throws IOException {
        long at = end.getLong(END_LENGTH) - LOCATOR_LENGTH;
        ByteBuffer locator = at < 0 ? null : read(channel, at, LOCATOR_LENGTH);
        if (locator == null || locator.getInt(0) != LOCATOR_MARK) {
            throw broken();
        }
        long from = locator.getLong(8);
        if (from < 0 || from > channel.size() - END64_LENGTH) {
            throw broken();
        }
        ByteBuffer end64 = read(channel, from, END64_LENGTH);
        if (end64.getInt(0) != END64_MARK) {
            throw broken();
        }
        return end64;
    }

    private void readEntry(DataInputStream in) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(in.readNBytes(ENTRY_LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
        if (head.capacity() < ENTRY_LENGTH || head.getInt(0) != ENTRY_MARK) {
            throw broken();
        }
        int flags = head.getShort(8);
        int method = head.getShort(10) & 0xffff;
        long crc = head.getInt(16) & UNSIGNED;
        long packed = head.getInt(20) & UNSIGNED;
        long bytes = head.getInt(24) & UNSIGNED;
        byte[] nameBytes = in.readNBytes(head.getShort(28) & 0xffff);
        ByteBuffer extra =
                ByteBuffer.wrap(in.readNBytes(head.getShort(30) & 0xffff)).order(ByteOrder.LITTLE_ENDIAN);
        in.skipNBytes(head.getShort(32) & 0xffff);
        String name = new String(nameBytes, (flags & UTF8) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xffff;
            int length = Math.min(extra.getShort() & 0xffff, extra.remaining());
            int next = extra.position() + length;
            if (id == EXTRA64) {
                bytes = bytes == UNSIGNED && length >= Long.BYTES ? extra.getLong() : bytes;
                packed = packed == UNSIGNED && next - extra.position() >= Long.BYTES ? extra.getLong() : packed;
            }
            extra.position(next);
        }
        if ((flags & ENCRYPTED) != 0) {
            throw Refusal.invalid("file-zip-encrypted", name);
        }
        if (method != STORED && method != DEFLATED) {
            throw Refusal.invalid("file-zip-method", name, method);
        }
        if (name.startsWith("/") || name.contains("\\") || name.contains("..") || name.contains(":")) {
            throw Refusal.invalid("file-zip-path", name);
        }
        if (bytes < 0 || packed < 0) {
            throw broken();
        }
        if (parts.put(name, new Part(name, bytes, packed, crc)) != null) {
            throw Refusal.invalid("file-zip-name-twice", name);
        }
    }

    private void refuseWhatIsNoWorkbook() {
        if (parts.containsKey("xl/workbook.bin")) {
            throw Refusal.invalid("file-xlsb");
        }
        if (hasUnder("word/") || hasUnder("ppt/")) {
            throw Refusal.invalid("file-document", hasUnder("word/") ? "Word" : "PowerPoint");
        }
        if (parts.containsKey("content.xml") && parts.containsKey("mimetype")) {
            throw Refusal.invalid("file-ods");
        }
        if (!hasUnder("xl/") && !parts.containsKey("[Content_Types].xml")) {
            throw Refusal.invalid("file-zip", parts.size());
        }
        if (!parts.containsKey("[Content_Types].xml")) {
            throw Refusal.invalid("file-workbook-contents-missing");
        }
    }

    private void refuseWhatIsTooLarge() {
        long bytes = 0;
        long packed = 0;
        for (Part part : parts.values()) {
            long max = isFrame(part) ? limits.frameBytes() : limits.partBytes();
            if (part.bytes() > max) {
                throw Refusal.invalid("file-zip-part-too-large", part.name(), mebibytes(part.bytes()), max >> 20);
            }
            if (part.bytes() > WorkbookLimits.RATIO_FROM_BYTES && part.bytes() / limits.ratio() > part.packed()) {
                throw Refusal.invalid(
                        "file-zip-ratio", part.name(), part.bytes() / Math.max(1, part.packed()), limits.ratio());
            }
            bytes += part.bytes();
            packed += part.packed();
            if (bytes > limits.bytes()) {
                throw Refusal.invalid("file-zip-too-large", mebibytes(bytes), limits.bytes() >> 20);
            }
        }
        if (packed > fileBytes) {
            throw Refusal.invalid("file-zip-overlap", packed, fileBytes); // several parts made of the same bytes
        }
    }

    /** The few parts that the library reads as a whole are unpacked here once, as far as they were declared. */
    private void unpackFrame(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Part part : parts.values()) {
                ZipEntry entry = isFrame(part) ? zip.getEntry(part.name()) : null;
                if (entry != null) {
                    try (InputStream in = new PartStream(zip.getInputStream(entry), part)) {
                        in.transferTo(java.io.OutputStream.nullOutputStream());
                    }
                }
            }
        } catch (ZipException e) {
            throw broken();
        }
    }

    private static boolean isFrame(Part part) {
        return part.name().equals("[Content_Types].xml")
                || part.name().endsWith(".rels")
                || (part.name().startsWith("docProps/") && part.name().endsWith(".xml"));
    }

    private boolean hasUnder(String folder) {
        return parts.keySet().stream().anyMatch(name -> name.startsWith(folder));
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw broken();
            }
        }
        return bytes.flip();
    }

    private static long mebibytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    private static Refusal broken() {
        return Refusal.invalid("file-zip-broken");
    }
}
