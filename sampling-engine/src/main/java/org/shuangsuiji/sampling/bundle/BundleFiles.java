package org.shuangsuiji.sampling.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.Faults;

/** The files of a bundle, by name, in memory; nothing of an archive is ever unpacked to disk. */
final class BundleFiles {
    private static final int QUOTED_MAX = 120;
    private static final int QUOTED_HEAD = 60;
    private static final int QUOTED_TAIL = 57;

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final BundleContents contents;
    private final Limits limits;
    private final Faults faults = new Faults();
    private long total;

    private BundleFiles(BundleContents contents, Limits limits) {
        this.contents = contents;
        this.limits = limits;
    }

    /** Reads a folder or a zip; refuses what is not a bundle by its names and sizes alone. */
    static Map<String, byte[]> read(Path path, BundleContents contents, Limits limits) throws IOException {
        BundleFiles bundle = new BundleFiles(contents, limits);
        if (Files.isDirectory(path)) {
            bundle.readFolder(path);
        } else {
            ZipFolder.read(path, bundle);
        }
        bundle.faults.refuseIfAny();
        return Collections.unmodifiableMap(bundle.files);
    }

    private void readFolder(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    refuse(quoted(name), "is not a plain file");
                } else {
                    try (InputStream in = Files.newInputStream(entry)) {
                        add(name, name, in);
                    }
                }
            }
        }
    }

    /**
     * Takes in one file; a name no bundle has, or one it has already, is a fault.
     *
     * @param found its whole name, as it stands in the archive
     */
    void add(String name, String found, InputStream in) throws IOException {
        if (!knows(name)) {
            refuse(quoted(found), "a bundle has no such file");
        } else if (files.containsKey(name)) {
            refuse(name, "the file stands in the bundle twice");
        } else if (files.size() >= limits.filesMax()) {
            throw refusal(name, "the bundle has more than %d files".formatted(limits.filesMax()));
        } else {
            long room = Math.min(limits.bytesMax(name), limits.totalBytesMax() - total);
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, room + 1));
            if (bytes.length > room) {
                throw refusal(name, "the file, or the bundle, is larger than the limit of %d bytes".formatted(room));
            }
            total += bytes.length;
            files.put(name, bytes);
        }
    }

    boolean knows(String name) {
        return contents.knows(name);
    }

    /** A name that could be anything, as both programs that check a draw print it. */
    static String quoted(String name) {
        int[] letters = name.codePoints().toArray();
        String shown = letters.length <= QUOTED_MAX
                ? name
                : new String(letters, 0, QUOTED_HEAD)
                        + "..."
                        + new String(letters, letters.length - QUOTED_TAIL, QUOTED_TAIL);
        return "'" + shown.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    void refuse(String name, String reason) {
        faults.in(name).add("", reason);
    }

    /** The refusal of a bundle that should not be read any further. */
    BundleRefused refusal(String name, String reason) {
        Faults all = new Faults();
        all.addAll(faults.list());
        all.in(name).add("", reason);
        return new BundleRefused(all.list());
    }

    Limits limits() {
        return limits;
    }
}
