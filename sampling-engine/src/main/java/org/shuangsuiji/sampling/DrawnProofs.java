package org.shuangsuiji.sampling;

import java.util.List;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.PublishedDraw;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was drawn, as the public gets to know it after the visits (DR-1 §10): drawn anew from the committed lists and
 * held against what was published at the draw, so that nothing is released that does not agree.
 */
@Service
public class DrawnProofs {
    private final DrawBook draws;
    private final DrawFiles files;

    DrawnProofs(DrawBook draws, DrawFiles files) {
        this.draws = draws;
        this.files = files;
    }

    /** The drawn units sorted by unit, each with its visit leaf and its path in every frame it was drawn from. */
    @Transactional(readOnly = true)
    public List<PublishedDraw.DrawnUnit> of(long drawId, Scope scope) {
        DrawSheet sheet = draws.find(drawId, scope).orElseThrow(() -> Refusal.absent("draw", drawId));
        if (sheet.state() != DrawSheet.State.DRAWN) {
            throw CommittedDraws.ended(sheet);
        }
        try {
            PublishedDraw published = CommittedDraw.open(files.committed(drawId))
                    .draw(files.values(drawId))
                    .published();
            if (!published.resultDigest().hex().equals(sheet.resultDigest())) {
                throw Refusal.conflict("draw-disagrees", sheet.name(), "result.json");
            }
            return published.drawn();
        } catch (BundleRefused e) {
            throw Refusal.conflict(
                    "draw-disagrees", sheet.name(), e.faults().get(0).toString());
        }
    }
}
