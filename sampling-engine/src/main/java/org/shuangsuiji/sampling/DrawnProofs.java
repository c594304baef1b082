package org.shuangsuiji.sampling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.bundle.BundlePart;
import org.shuangsuiji.sampling.bundle.BundleWriter;
import org.shuangsuiji.sampling.digest.Hash;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Mode;
import org.shuangsuiji.sampling.draw.PublishedDraw;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was drawn, as the public gets to know it after the visits (DR-1 §10), and of an open draw what that follows from:
 * drawn anew from the committed lists and held against what was published at the draw, so that nothing is released that
 * does not agree.
 */
@Service
public class DrawnProofs {
    private final DrawBook draws;
    private final DrawFiles files;

    DrawnProofs(DrawBook draws, DrawFiles files) {
        this.draws = draws;
        this.files = files;
    }

    /**
     * What of a draw may become public after the visits.
     *
     * @param units the drawn units sorted by unit, each with its visit leaf and its path in every frame it was drawn from
     * @param open absent when the draw is sealed
     */
    public record Released(
            List<PublishedDraw.DrawnUnit> units, @Nullable Opened open) {
        public Released {
            units = List.copyOf(units);
        }
    }

    /**
     * What lets everybody recompute the targets of an open draw, beside rule.json and sources.json: sealed.json, the
     * frames and targets.json, each of which writes itself.
     *
     * @param visitRoot empty when nobody was drawn
     */
    public record Opened(String commitment, String seed, String visitRoot, List<BundlePart> files) {
        public Opened {
            files = List.copyOf(files);
        }
    }

    @Transactional(readOnly = true)
    public Released of(long drawId, Scope scope) {
        DrawSheet sheet = draws.find(drawId, scope).orElseThrow(() -> Refusal.absent("draw", drawId));
        if (sheet.state() != DrawSheet.State.DRAWN) {
            throw CommittedDraws.ended(sheet);
        }
        try {
            Draw draw = CommittedDraw.open(files.committed(drawId)).draw(files.values(drawId));
            PublishedDraw published = draw.published();
            if (!published.resultDigest().hex().equals(sheet.resultDigest())) {
                throw Refusal.conflict("draw-disagrees", sheet.name(), "result.json");
            }
            return new Released(published.drawn(), draw.rule().mode() == Mode.OPEN ? opened(draw) : null);
        } catch (BundleRefused e) {
            throw DrawFiles.disagrees(sheet, "draw-disagrees", e);
        }
    }

    private static Opened opened(Draw draw) {
        Hash visitRoot = draw.result().visitRoot();
        return new Opened(
                draw.rule().commitment().hex(),
                draw.seed().hex(),
                visitRoot == null ? "" : visitRoot.hex(),
                BundleWriter.open(draw));
    }
}
