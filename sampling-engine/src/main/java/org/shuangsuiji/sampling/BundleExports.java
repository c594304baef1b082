package org.shuangsuiji.sampling;

import static java.util.Objects.requireNonNull;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.draw.Mode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that somebody takes a full bundle away, before the first byte leaves: a broken download is noted too. */
@Service
class BundleExports {
    private final DrawBook draws;
    private final Ledger ledger;
    private final GradeReads gradeReads;

    BundleExports(DrawBook draws, Ledger ledger, GradeReads gradeReads) {
        this.draws = draws;
        this.ledger = ledger;
        this.gradeReads = gradeReads;
    }

    @Transactional
    public DrawSheet note(long drawId, Actor actor) {
        DrawSheet draw = draws.find(drawId, actor.scope()).orElseThrow(() -> Refusal.absent("draw", drawId));
        if (draw.state() != DrawSheet.State.DRAWN) {
            throw noBundle(draw);
        }
        ledger.record(LedgerEntry.of(LedgerEvent.BUNDLE_EXPORTED, actor, "draw", drawId)
                .with("commitment", draw.commitment())
                .with("resultDigest", String.valueOf(draw.resultDigest())));
        if (draw.mode() == Mode.SEALED) {
            gradeReads.note(actor, GradeReads.Purpose.AUDIT, "draw:" + drawId);
        }
        return draw;
    }

    /** Whoever waits for a bundle that can never be learns so, and how the draw ended, in public as it did. */
    private static Refusal noBundle(DrawSheet draw) {
        if (draw.state() == DrawSheet.State.COMMITTED) {
            return Refusal.conflict("bundle-not-drawn", draw.name());
        }
        return Refusal.conflict(
                draw.state() == DrawSheet.State.ABANDONED ? "bundle-draw-abandoned" : "bundle-draw-failed",
                draw.name(),
                requireNonNull(draw.endedBy()),
                requireNonNull(draw.endedAt()),
                requireNonNull(draw.endReason()));
    }
}
