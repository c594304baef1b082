package org.shuangsuiji.sampling.bundle;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.draw.BundleRefused;

/**
 * Reads a zip whose files lie at its top or all in one folder. A zip lists its entries twice, before each and again at
 * the end, and programs differ in which list they believe; here the two must agree.
 */
final class ZipFolder {
    private final String archive;
    private final BundleFiles bundle;
    private final Map<String, ZipEntry> listed = new HashMap<>();
    private String folder = "";

    private ZipFolder(String archive, BundleFiles bundle) {
        this.archive = archive;
        this.bundle = bundle;
    }

    static void read(Path path, BundleFiles bundle) throws IOException {
        ZipFolder zip = new ZipFolder(BundleFiles.quoted(String.valueOf(path.getFileName())), bundle);
        try {
            zip.readList(path);
        } catch (ZipException e) {
            zip.refuseOtherPacking(path, e);
            throw zip.unsound(e);
        }
        try {
            zip.readEntries(path);
        } catch (ZipException e) {
            throw zip.unsound(e);
        }
    }

    private BundleRefused unsound(ZipException e) {
        return bundle.refusal(archive, "is neither a folder nor a sound zip: " + e.getMessage());
    }

    /** The list at the end is not opened at all when one entry is packed in a way Java does not know: which one? */
    private void refuseOtherPacking(Path path, ZipException ofList) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                ZipInputStream zip = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            long room = bundle.limits().totalBytesMax();
            for (ZipEntry entry = next(zip); entry != null && room > 0; entry = next(zip)) {
                if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                    // all of them may lie in one folder, which only the list could tell
                    String own = entry.getName().substring(entry.getName().indexOf('/') + 1);
                    throw bundle.refusal(
                            bundle.knows(own) ? own : BundleFiles.quoted(entry.getName()),
                            "is packed in another way than stored or deflated");
                }
                Measured content = new Measured(zip, room);
                content.skipRest();
                room -= content.count;
            }
        } catch (ZipException | EOFException e) {
            ofList.addSuppressed(e); // what is wrong with this zip is told by its list
        }
    }

    /** The list at the end, by which sizes are judged before anything is unpacked. */
    private void readList(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > 2 * bundle.limits().filesMax()) {
                throw bundle.refusal(archive, "has %d entries".formatted(zip.size()));
            }
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            folder = sharedFolder(entries);
            for (ZipEntry entry : entries) {
                String name = entry.getName();
                if (listed.put(name, entry) != null) {
                    throw bundle.refusal(shown(name), "the entry stands in the zip twice");
                }
                if (isFile(name)) {
                    checkSizes(entry);
                }
            }
        }
    }

    private void checkSizes(ZipEntry entry) {
        String name = nameInFolder(entry.getName());
        String shown = shown(entry.getName());
        long most = bundle.limits().bytesMax(name);
        if (entry.getSize() > most) {
            throw bundle.refusal(shown, "has %d bytes, the limit is %d".formatted(entry.getSize(), most));
        }
        if (entry.getSize() > Limits.RATIO_FREE_BYTES
                && entry.getSize() / Math.max(1, entry.getCompressedSize()) > Limits.RATIO_MAX) {
            throw bundle.refusal(shown, "unpacks to more than %d times its packed size".formatted(Limits.RATIO_MAX));
        }
    }

    private void readEntries(Path path) throws IOException {
        int count = 0;
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                ZipInputStream zip = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                count++;
                ZipEntry known = listed.get(entry.getName());
                if (known == null) {
                    throw bundle.refusal(shown(entry.getName()), "the entry is not in the list at the end of the zip");
                }
                try {
                    readEntry(zip, entry, known);
                } catch (ZipException | EOFException e) {
                    throw bundle.refusal(shown(entry.getName()), "is damaged: " + e.getMessage());
                }
            }
        }
        if (count != listed.size()) {
            throw bundle.refusal(
                    archive, "holds %d entries, the list at its end names %d".formatted(count, listed.size()));
        }
    }

    private void readEntry(ZipInputStream zip, ZipEntry entry, ZipEntry known) throws IOException {
        String name = entry.getName();
        if (isFile(name)) {
            Measured content = new Measured(zip, known.getSize());
            bundle.add(nameInFolder(name), name, content);
            content.skipRest();
            if (!content.isWhole()) {
                throw bundle.refusal(shown(name), "has not the size the list at the end of the zip says");
            }
        }
        zip.closeEntry();
        if (entry.getCrc() != known.getCrc()) {
            throw bundle.refusal(shown(name), "has not the checksum the list at the end of the zip says");
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ZipException("an entry's name is not UTF-8");
        }
    }

    /** The one folder all files lie in, with its slash; empty when they lie at the top. */
    private static String sharedFolder(List<? extends ZipEntry> entries) {
        String shared = "";
        for (ZipEntry entry : entries) {
            String name = entry.getName();
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

    private boolean isFile(String name) {
        return folder.isEmpty() || !name.equals(folder);
    }

    /** A file of a bundle by its name there; any other as it stands in the archive. */
    private String shown(String name) {
        boolean known = name.startsWith(folder) && bundle.knows(nameInFolder(name));
        return known ? nameInFolder(name) : BundleFiles.quoted(name);
    }

    private String nameInFolder(String name) {
        return name.substring(folder.length());
    }

    /** Reads at most as many bytes as an entry should have, and one more to tell. */
    private static final class Measured extends InputStream {
        private final InputStream in;
        private final long expected;
        private long count;

        Measured(InputStream in, long expected) {
            this.in = in;
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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

        void skipRest() throws IOException {
            transferTo(OutputStream.nullOutputStream());
        }

        boolean isWhole() {
            return count == expected;
        }
    }
}
