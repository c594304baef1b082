package org.shuangsuiji.sampling.bundle;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Frame;

/** Writes bundles: the same draw gives the same bytes, whenever and wherever it is written. */
public final class BundleWriter {
    /** The earliest moment a zip can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BundleWriter() {}

    /** The full bundle as a zip; the stream is left open. */
    public static void writeZip(Draw draw, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Part part : parts(draw)) {
            ZipEntry entry = new ZipEntry(part.name());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            part.content().writeTo(zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    /** The full bundle as files in a folder, which must not have any of them yet. */
    public static void writeFolder(Draw draw, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Part part : parts(draw)) {
            Path file = Files.createFile(folder.resolve(part.name()));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                part.content().writeTo(out);
            }
        }
    }

    /** The files of a full bundle, by name. */
    public static Map<String, byte[]> files(Draw draw) {
        return inMemory(parts(draw));
    }

    /** The files that were committed, by name, as {@link CommittedDraw#open} takes them. */
    public static Map<String, byte[]> files(CommittedDraw draw) {
        return inMemory(parts(draw));
    }

    /** One file of a bundle. */
    private record Part(String name, Content content) {}

    /** Writes itself. */
    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static List<Part> parts(Draw draw) {
        List<Part> parts = new ArrayList<>(parts(draw.committed()));
        parts.add(new Part(BundleFile.SOURCES, out -> out.write(draw.values().bytes())));
        parts.add(new Part(BundleFile.RESULT, out -> out.write(draw.resultBytes())));
        return parts;
    }

    private static List<Part> parts(CommittedDraw draw) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(BundleFile.RULE, out -> out.write(draw.rule().bytes())));
        parts.add(new Part(BundleFile.SEALED, out -> out.write(draw.sealed().bytes())));
        for (Frame frame : draw.frames()) {
            parts.add(new Part(BundleFile.frame(parts.size() - 1), frame::writeTo));
        }
        parts.add(new Part(
                BundleFile.INSPECTORS, out -> out.write(draw.inspectors().bytes())));
        return parts;
    }

    private static Map<String, byte[]> inMemory(List<Part> parts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Part part : parts) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                part.content().writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.put(part.name(), out.toByteArray());
        }
        return files;
    }
}
