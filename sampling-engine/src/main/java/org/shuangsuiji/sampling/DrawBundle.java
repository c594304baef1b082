package org.shuangsuiji.sampling;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.sampling.bundle.BundlePart;
import org.shuangsuiji.sampling.bundle.BundleZip;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.springframework.stereotype.Service;

/**
 * Hands out the full bundle of a draw (DR-1 §3) as it stands in the books, byte for byte and unchecked: whether it
 * agrees is for whoever receives it to find out.
 */
@Service
public class DrawBundle {
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
        BundleZip zip = new BundleZip(out);
        zip.add(BundleFile.RULE, draws.rule(drawId));
        zip.add(BundleFile.SEALED, files.sealed(drawId));
        for (DrawBook.TargetRow target : draws.targets(drawId)) {
            zip.add(new BundlePart(
                    BundleFile.frame(target.frameNo()), frame -> frames.writeTsv(drawId, target.frameNo(), frame)));
        }
        zip.add(BundleFile.INSPECTORS, draws.inspectors(drawId));
        zip.add(BundleFile.SOURCES, files.values(drawId).bytes());
        zip.add(BundleFile.RESULT, Objects.requireNonNull(draws.result(drawId)));
        zip.finish();
    }
}
