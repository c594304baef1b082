package org.shuangsuiji.console.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.identities.LinkRemarks;
import org.shuangsuiji.console.visits.ListPosition;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.Categories;
import org.shuangsuiji.publication.EnteredResult;
import org.shuangsuiji.publication.TimeLimits;
import org.shuangsuiji.publication.Visit;
import org.shuangsuiji.publication.VisitLine;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.Visits;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills lists of results and the page of one result, with how much of the time limit is left. */
@Component
class ResultLists {
    private static final int PAGE = 100;

    private final Visits visits;
    private final Categories categories;
    private final TimeLimits limits;
    private final LinkRemarks linkRemarks;

    ResultLists(Visits visits, Categories categories, TimeLimits limits, LinkRemarks linkRemarks) {
        this.visits = visits;
        this.categories = categories;
        this.limits = limits;
        this.linkRemarks = linkRemarks;
    }

    /** A line and its time limit; absent while nothing is entered. */
    record Row(VisitLine line, TimeLimits.@Nullable TimeLimit limit) {}

    void fill(Model model, Set<VisitState> states, @Nullable String after, Actor actor) {
        List<VisitLine> found = visits.list(actor.scope(), states, ListPosition.read(after), PAGE + 1);
        var limit = limits.today();
        List<Row> rows = found.stream()
                .limit(PAGE)
                .map(line -> new Row(line, line.inspectedOn() == null ? null : limit.apply(line.inspectedOn())))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "linked",
                linkRemarks.of(rows.stream().map(row -> row.line().creditCode()).toList(), actor));
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() > PAGE ? ListPosition.of(rows.get(PAGE - 1).line()) : null);
    }

    /** How many results each tab has. */
    Map<String, Long> counts(Map<String, VisitState> tabs, Actor actor) {
        Map<VisitState, Long> counts = visits.counts(actor.scope());
        Map<String, Long> byTab = new HashMap<>();
        tabs.forEach((tab, state) -> byTab.put(tab, counts.getOrDefault(state, 0L)));
        return byTab;
    }

    void fillOne(Model model, long visitId, Actor actor) {
        Visit visit = require(visitId, actor);
        EnteredResult result = visit.result();
        model.addAttribute("visit", visit);
        model.addAttribute(
                "linked", linkRemarks.of(List.of(visit.creditCode()), actor).get(visit.creditCode()));
        model.addAttribute("set", result == null ? null : categories.set(result.setCode()));
        model.addAttribute(
                "limit",
                result == null || visit.state() == VisitState.PUBLISHED
                        ? null
                        : limits.today().apply(result.inspectedOn()));
    }

    Visit require(long visitId, Actor actor) {
        return visits.findInScope(visitId, actor);
    }
}
