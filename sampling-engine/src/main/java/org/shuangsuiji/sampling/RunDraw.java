package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Rule;
import org.shuangsuiji.sampling.draw.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws: what follows from the committed lists and the values of the sources, and nothing else. One commitment is
 * drawn once; there is no way to draw again.
 */
@Service
public class RunDraw {
    private final CommittedDraws committed;
    private final DrawFiles files;
    private final DrawBook draws;
    private final DrawnVisits visits;
    private final CampaignRegister register;
    private final DrawSettings settings;
    private final Ledger ledger;
    private final Clock clock;

    RunDraw(
            CommittedDraws committed,
            DrawFiles files,
            DrawBook draws,
            DrawnVisits visits,
            CampaignRegister register,
            DrawSettings settings,
            Ledger ledger,
            Clock clock) {
        this.committed = committed;
        this.files = files;
        this.draws = draws;
        this.visits = visits;
        this.register = register;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What was drawn. */
    public record Drawn(long drawId, int visits, int unfilled, String seed, String resultDigest) {}

    /** Draws, once all values are known and by another person than who typed them in (DR-1 §1). */
    @Transactional
    public Drawn run(long campaignId, Actor actor) {
        DrawSheet sheet = committed.lock(campaignId, actor);
        long drawId = sheet.id();
        refuseMissingValues(drawId);
        Instant now = clock.instant();
        List<String> own = committed.typedBy(drawId, actor, now);
        if (!own.isEmpty()) {
            throw Refusal.conflict("draw-by-who-typed", own, settings.completesAt(draws.entries(drawId)));
        }
        Draw draw = draw(sheet);
        visits.store(drawId, campaignId, draws.targets(drawId), draw); // while the draw is open: V0097
        if (!draws.drawn(drawId, draw, actor, now)
                || !register.move(campaignId, Campaign.State.FROZEN, Campaign.State.DRAWN, actor, now)) {
            throw CommittedDraws.ended(draws.lock(drawId));
        }
        int count = draw.result().visits().size();
        int unfilled = draw.result().unfilled().size();
        ledger.record(LedgerEntry.of(LedgerEvent.DRAWN, actor, "campaign", campaignId)
                .with("draw", drawId)
                .with("serial", sheet.serial())
                .with("commitment", sheet.commitment())
                .with("seed", draw.seed().hex())
                .with("visits", count)
                .with("unfilled", unfilled)
                .with("resultDigest", draw.resultDigest()));
        return new Drawn(
                drawId, count, unfilled, draw.seed().hex(), draw.resultDigest().hex());
    }

    private void refuseMissingValues(long drawId) {
        Rule rule = committed.rule(drawId);
        Set<Integer> entered =
                draws.values(drawId).stream().map(SourceEntry::place).collect(Collectors.toSet());
        List<Source> sources = rule.sources();
        List<String> missing = IntStream.range(0, sources.size())
                .filter(place -> !entered.contains(place))
                .mapToObj(place -> sources.get(place).name())
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.conflict("sources-missing", missing);
        }
    }

    private Draw draw(DrawSheet sheet) {
        CommittedDraw opened = files.open(sheet, "draw-disagrees");
        try {
            return opened.draw(files.values(sheet.id()));
        } catch (BundleRefused e) {
            throw DrawFiles.disagrees(sheet, "draw-disagrees", e);
        }
    }
}
