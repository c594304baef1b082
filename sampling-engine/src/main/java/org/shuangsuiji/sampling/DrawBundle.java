package org.shuangsuiji.sampling;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.springframework.stereotype.Service;

/**
 * Hands out the full bundle of a draw (DR-1 §3) as it stands in the books, byte for byte and unchecked: whether it
 * agrees is for whoever receives it to find out.
 */
@Service
public class DrawBundle {
    /** The earliest moment a zip can tell, so that the same draw gives the same bytes at any time. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final BundleExports exports;
    private final DrawFiles files;
    private final DrawBook draws;
    private final Frames frames;

    DrawBundle(BundleExports exports, DrawFiles files, DrawBook draws, Frames frames) {
        this.exports = exports;
        this.files = files;
        this.draws = draws;
        this.frames = frames;
    }

    /** Writes the zip; the stream is left open. */
    public void write(long drawId, OutputStream out, Actor actor) throws IOException {
        exports.note(drawId, actor);
        ZipOutputStream zip = new ZipOutputStream(out);
        add(zip, BundleFile.RULE, draws.rule(drawId));
        add(zip, BundleFile.SEALED, files.sealed(drawId));
        for (DrawBook.TargetRow target : draws.targets(drawId)) {
            begin(zip, BundleFile.frame(target.frameNo()));
            frames.writeTsv(drawId, target.frameNo(), zip);
            zip.closeEntry();
        }
        add(zip, BundleFile.INSPECTORS, draws.inspectors(drawId));
        add(zip, BundleFile.SOURCES, files.values(drawId).bytes());
        add(zip, BundleFile.RESULT, Objects.requireNonNull(draws.result(drawId)));
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        begin(zip, name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }
}
