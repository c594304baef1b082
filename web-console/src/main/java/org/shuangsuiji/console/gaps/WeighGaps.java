package org.shuangsuiji.console.gaps;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.GapRow;
import org.shuangsuiji.ingest.Gaps;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.risk.SwayCounts;
import org.shuangsuiji.risk.Sways;
import org.springframework.stereotype.Component;

/** Joins what is missing with how much hangs on it. */
@Component
class WeighGaps {
    private final Gaps gaps;
    private final Sways sways;

    WeighGaps(Gaps gaps, Sways sways) {
        this.gaps = gaps;
        this.sways = sways;
    }

    /**
     * The gaps, the one that could change most grades first.
     *
     * @param countedAt as of when the grades were counted; absent while nobody did
     */
    record Weighed(List<WeighedGap> rows, @Nullable Instant countedAt) {}

    Weighed open(long modelId, Actor actor) {
        List<GapRow> open = gaps.open(actor.scope());
        Set<String> areas = open.stream().map(GapRow::area).collect(Collectors.toSet());
        SwayCounts counts = sways.of(modelId, areas, actor);
        List<WeighedGap> rows = open.stream()
                .map(gap -> new WeighedGap(gap, counts.of(gap.area(), gap.kind())))
                .sorted(Comparator.comparingLong(
                                (WeighedGap each) -> each.count().movable())
                        .reversed()
                        .thenComparing(each -> each.gap().openedAt()))
                .toList();
        return new Weighed(rows, counts.countedAt());
    }
}
