package org.shuangsuiji.console.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.Visits;
import org.shuangsuiji.sampling.Campaign;
import org.shuangsuiji.sampling.DrawSheet;
import org.shuangsuiji.sampling.Draws;
import org.shuangsuiji.sampling.SourceSheet;
import org.springframework.stereotype.Component;

/** Where a campaign is on its way: 计划 → 名单 → 公布承诺 → 随机源 → 抽取 → 派发 → 检查 → 审核 → 公示. */
@Component
public class Journey {

    /** The stations, in their order. */
    public enum Station {
        PLAN,
        LISTS,
        COMMITMENT,
        SOURCES,
        DRAW,
        DISPATCH,
        VISITS,
        REVIEW,
        PUBLICITY
    }

    private static final List<Station> STATIONS = List.of(Station.values());

    private final Draws draws;
    private final Visits visits;
    private final Words words;

    Journey(Draws draws, Visits visits, Words words) {
        this.draws = draws;
        this.visits = visits;
        this.words = words;
    }

    /** The names of the stations and the number of the present one, from 1; behind the last when all is public. */
    public record Steps(List<String> labels, int current) {}

    public Steps of(Campaign campaign, @Nullable DrawSheet draw, Scope scope, Locale locale) {
        if (draw != null && (draw.state() == DrawSheet.State.ABANDONED || draw.state() == DrawSheet.State.FAILED)) {
            return ended(draw.state(), locale);
        }
        return new Steps(labels(STATIONS, locale), number(campaign, draw, scope));
    }

    /** A draw that ended without a result has no stations to come. */
    private Steps ended(DrawSheet.State state, Locale locale) {
        List<String> labels = new ArrayList<>(labels(List.of(Station.PLAN, Station.LISTS, Station.COMMITMENT), locale));
        labels.add(words.text("draw.state." + state, locale));
        return new Steps(labels, labels.size());
    }

    private List<String> labels(List<Station> stations, Locale locale) {
        return stations.stream()
                .map(station -> words.text("campaign.station." + station, locale))
                .toList();
    }

    private int number(Campaign campaign, @Nullable DrawSheet draw, Scope scope) {
        if (draw == null || campaign.state() == Campaign.State.PLANNED) {
            return place(campaign.terms().sources().isEmpty() ? Station.PLAN : Station.LISTS);
        }
        if (draw.state() == DrawSheet.State.DRAWN) {
            return afterDraw(visits.countsOf(campaign.id(), scope));
        }
        boolean allSpoke = draws.sources(draw.id(), scope).stream()
                .allMatch(source -> source.stage() == SourceSheet.Stage.ENTERED);
        return place(allSpoke ? Station.DRAW : Station.SOURCES);
    }

    private static int afterDraw(Map<VisitState, Long> counts) {
        if (VisitState.ENTERABLE.stream().anyMatch(state -> counts.getOrDefault(state, 0L) > 0)) {
            return place(Station.VISITS);
        }
        if (counts.getOrDefault(VisitState.SUBMITTED, 0L) > 0) {
            return place(Station.REVIEW);
        }
        if (counts.getOrDefault(VisitState.PASSED, 0L) > 0) {
            return place(Station.PUBLICITY);
        }
        return counts.isEmpty() ? place(Station.DISPATCH) : STATIONS.size() + 1;
    }

    private static int place(Station station) {
        return STATIONS.indexOf(station) + 1;
    }
}
