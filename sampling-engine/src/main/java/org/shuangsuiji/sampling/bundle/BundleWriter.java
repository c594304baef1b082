package org.shuangsuiji.sampling.bundle;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Frame;

/** Writes bundles: the same draw gives the same bytes, whenever and wherever it is written. */
public final class BundleWriter {
    private BundleWriter() {}

    /** The full bundle as a zip; the stream is left open. */
    public static void writeZip(Draw draw, OutputStream out) throws IOException {
        BundleZip zip = new BundleZip(out);
        for (BundlePart part : parts(draw)) {
            zip.add(part);
        }
        zip.finish();
    }

    /** The full bundle as files in a folder, which must not have any of them yet. */
    public static void writeFolder(Draw draw, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (BundlePart part : parts(draw)) {
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

    /**
     * The files of an open draw that become public after the visits (DR-1 §10), beside rule.json and sources.json, which
     * are public by then; a sealed draw has none and is refused.
     */
    public static List<BundlePart> open(Draw draw) {
        byte[] targets = draw.openTargets().bytes();
        List<BundlePart> parts = new ArrayList<>();
        parts.add(new BundlePart(
                BundleFile.SEALED, out -> out.write(draw.committed().sealed().bytes())));
        addFrames(draw.committed(), parts);
        parts.add(new BundlePart(BundleFile.TARGETS, out -> out.write(targets)));
        return List.copyOf(parts);
    }

    private static List<BundlePart> parts(Draw draw) {
        List<BundlePart> parts = new ArrayList<>(parts(draw.committed()));
        parts.add(new BundlePart(
                BundleFile.SOURCES, out -> out.write(draw.values().bytes())));
        parts.add(new BundlePart(BundleFile.RESULT, out -> out.write(draw.resultBytes())));
        return parts;
    }

    private static List<BundlePart> parts(CommittedDraw draw) {
        List<BundlePart> parts = new ArrayList<>();
        parts.add(new BundlePart(BundleFile.RULE, out -> out.write(draw.rule().bytes())));
        parts.add(
                new BundlePart(BundleFile.SEALED, out -> out.write(draw.sealed().bytes())));
        addFrames(draw, parts);
        parts.add(new BundlePart(
                BundleFile.INSPECTORS, out -> out.write(draw.inspectors().bytes())));
        return parts;
    }

    private static void addFrames(CommittedDraw draw, List<BundlePart> parts) {
        int n = 0;
        for (Frame frame : draw.frames()) {
            parts.add(new BundlePart(BundleFile.frame(++n), frame::writeTo));
        }
    }

    private static Map<String, byte[]> inMemory(List<BundlePart> parts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (BundlePart part : parts) {
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
