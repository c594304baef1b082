package org.shuangsuiji.sampling.bundle;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.shuangsuiji.sampling.draw.BundleRefused;

/** Reads a zip whose files lie at its top or all in one folder, and which can be read in one way only. */
final class ZipFolder {
    private static final int BUFFER_BYTES = 1 << 16;

    private final BundleFiles bundle;
    private final FileChannel file;
    private final String folder;

    private ZipFolder(BundleFiles bundle, FileChannel file, String folder) {
        this.bundle = bundle;
        this.file = file;
        this.folder = folder;
    }

    static void read(Path path, BundleFiles bundle) throws IOException {
        String archive = BundleFiles.quoted(String.valueOf(path.getFileName()));
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            List<ZipLayout.Part> parts = ZipLayout.read(file);
            if (parts.size() > 2 * bundle.limits().filesMax()) {
                throw bundle.refusal(archive, "has %d entries".formatted(parts.size()));
            }
            new ZipFolder(bundle, file, sharedFolder(parts)).read(parts);
        } catch (ZipRecord.DamagedEntry e) {
            // all of them may lie in one folder
            String own = e.name().substring(e.name().indexOf('/') + 1);
            throw bundle.refusal(bundle.knows(own) ? own : BundleFiles.quoted(e.name()), e.reason());
        } catch (ZipException e) {
            throw bundle.refusal(archive, "is neither a folder nor a sound zip: " + e.getMessage());
        }
    }

    /** Sizes are judged by the list before anything is unpacked. */
    private void read(List<ZipLayout.Part> parts) throws IOException {
        for (ZipLayout.Part part : parts) {
            checkSizes(part);
        }
        for (ZipLayout.Part part : parts) {
            try {
                readContent(part);
            } catch (ZipException | EOFException e) {
                throw damaged(part, String.valueOf(e.getMessage()));
            }
        }
    }

    private void checkSizes(ZipLayout.Part part) {
        long bytes = part.listed().bytes();
        if (isFolder(part)) {
            if (bytes > 0) {
                throw bundle.refusal(shown(part), "a folder has no content");
            }
            return;
        }
        long most = bundle.limits().bytesMax(nameInFolder(part));
        if (bytes > most) {
            throw bundle.refusal(shown(part), "has %d bytes, the limit is %d".formatted(bytes, most));
        }
        if (bytes > Limits.RATIO_FREE_BYTES && bytes / Math.max(1, part.listed().packedBytes()) > Limits.RATIO_MAX) {
            throw bundle.refusal(
                    shown(part), "unpacks to more than %d times its packed size".formatted(Limits.RATIO_MAX));
        }
    }

    private void readContent(ZipLayout.Part part) throws IOException {
        InputStream packed = new BufferedInputStream(new Range(file, part.from(), part.to()), BUFFER_BYTES);
        if (part.listed().method() == ZipRecord.STORED) {
            readContent(part, packed);
            return;
        }
        Inflater inflater = new Inflater(true);
        try (InputStream unpacked = new InflaterInputStream(packed, inflater, BUFFER_BYTES)) {
            readContent(part, unpacked);
            if (inflater.getBytesRead() != part.listed().packedBytes()) {
                throw damaged(part, "it ends before its packed size");
            }
        } finally {
            inflater.end();
        }
    }

    private void readContent(ZipLayout.Part part, InputStream unpacked) throws IOException {
        Measured measured = new Measured(unpacked, part.listed().bytes());
        CheckedInputStream content = new CheckedInputStream(measured, new CRC32());
        if (!isFolder(part)) {
            bundle.add(nameInFolder(part), part.name(), content);
        }
        content.transferTo(OutputStream.nullOutputStream());
        if (!measured.isWhole()) {
            throw bundle.refusal(shown(part), "has not the size the list at the end of the zip says");
        }
        if (content.getChecksum().getValue() != part.listed().crc()) {
            throw damaged(part, "it has not the checksum the list at the end of the zip says");
        }
    }

    private BundleRefused damaged(ZipLayout.Part part, String reason) {
        return bundle.refusal(shown(part), "is damaged: " + reason);
    }

    /** The one folder all files lie in, with its slash; empty when they lie at the top. */
    private static String sharedFolder(List<ZipLayout.Part> parts) {
        String shared = "";
        for (ZipLayout.Part part : parts) {
            String name = part.name();
            String own = name.substring(0, name.indexOf('/') + 1);
            if (own.isEmpty() || (!shared.isEmpty() && !own.equals(shared)) || isTricky(own)) {
                return "";
            }
            shared = own;
        }
        return shared;
    }

    /** A folder that is none: names like these climb out of where they are unpacked. */
    private static boolean isTricky(String folder) {
        return folder.equals("/") || folder.equals("./") || folder.equals("../") || folder.indexOf('\\') >= 0;
    }

    private boolean isFolder(ZipLayout.Part part) {
        return !folder.isEmpty() && part.name().equals(folder);
    }

    /** A file of a bundle by its name there; any other as it stands in the archive. */
    private String shown(ZipLayout.Part part) {
        String name = nameInFolder(part);
        return bundle.knows(name) ? name : BundleFiles.quoted(part.name());
    }

    private String nameInFolder(ZipLayout.Part part) {
        return part.name().substring(folder.length());
    }

    /** Reads arrays, and a single byte as an array of one. */
    private abstract static class ByArrays extends InputStream {
        @Override
        public final int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public abstract int read(byte[] bytes, int offset, int length) throws IOException;
    }

    /** The bytes of a file from one place to another, whatever stands behind. */
    private static final class Range extends ByArrays {
        private final FileChannel file;
        private final long to;
        private long at;

        Range(FileChannel file, long from, long to) {
            this.file = file;
            this.at = from;
            this.to = to;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0 && at >= to) {
                return -1;
            }
            int got = file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, to - at)), at);
            at += Math.max(0, got);
            return got;
        }
    }

    /** Reads at most as many bytes as an entry should have, and one more to tell. */
    private static final class Measured extends ByArrays {
        private final InputStream in;
        private final long expected;
        private long count;

        Measured(InputStream in, long expected) {
            this.in = in;
            this.expected = expected;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            long room = expected + 1 - count;
            if (room <= 0) {
                return -1;
            }
            int got = in.read(bytes, offset, (int) Math.min(length, room));
            count += Math.max(0, got);
            return got;
        }

        boolean isWhole() {
            return count == expected;
        }
    }
}
