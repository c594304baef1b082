package org.shuangsuiji.sampling;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.draw.BundleFile;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.Sealed;
import org.shuangsuiji.sampling.draw.SourceValues;
import org.shuangsuiji.sampling.draw.Stratum;
import org.springframework.stereotype.Service;

/** The files of a bundle as they come out of the books. */
@Service
class DrawFiles {
    private final DrawBook draws;
    private final Frames frames;

    DrawFiles(DrawBook draws, Frames frames) {
        this.draws = draws;
        this.frames = frames;
    }

    /** The files that were committed, by name. */
    Map<String, byte[]> committed(long drawId) {
        Map<String, byte[]> files = new HashMap<>();
        files.put(BundleFile.RULE, draws.rule(drawId));
        files.put(BundleFile.SEALED, sealed(drawId));
        files.put(BundleFile.INSPECTORS, draws.inspectors(drawId));
        for (DrawBook.TargetRow target : draws.targets(drawId)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(target.size() * FRAME_ROW);
            frames.writeTsv(drawId, target.frameNo(), out);
            files.put(BundleFile.frame(target.frameNo()), out.toByteArray());
        }
        return files;
    }

    /**
     * Opens the committed lists again and holds them against their published commitment before anything follows from
     * them.
     *
     * @param code of the refusal when they no longer agree
     */
    CommittedDraw open(DrawSheet sheet, String code) {
        CommittedDraw opened;
        try {
            opened = CommittedDraw.open(committed(sheet.id()));
        } catch (BundleRefused e) {
            throw disagrees(sheet, code, e);
        }
        if (!opened.commitment().hex().equals(sheet.commitment())) {
            throw Refusal.conflict(code, sheet.name(), BundleFile.RULE);
        }
        return opened;
    }

    /** That something kept of a draw is refused: which draw, and the first thing that is wrong. */
    static Refusal disagrees(DrawSheet sheet, String code, BundleRefused refused) {
        return Refusal.conflict(code, sheet.name(), refused.faults().get(0).toString());
    }

    byte[] sealed(long drawId) {
        List<List<Stratum>> tables = new ArrayList<>();
        List<DrawBook.StratumRow> rows = draws.strata(drawId);
        for (DrawBook.TargetRow target : draws.targets(drawId)) {
            tables.add(rows.stream()
                    .filter(row -> row.frameNo() == target.frameNo())
                    .map(row -> new Stratum(row.stratum(), row.size(), row.take(), row.reserve()))
                    .toList());
        }
        return new Sealed(draws.master(drawId), tables).bytes();
    }

    /** What the sources said, in the rule's order; as many as have spoken. */
    SourceValues values(long drawId) {
        return new SourceValues(
                draws.values(drawId).stream().map(SourceEntry::forSeed).toList());
    }

    /** About how long a row of a frame is: 18 characters of code, 12 of region, the stratum and three signs. */
    private static final int FRAME_ROW = 36;
}
