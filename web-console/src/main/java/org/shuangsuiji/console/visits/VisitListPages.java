package org.shuangsuiji.console.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.identities.LinkRemarks;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.publication.VisitLine;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.Visits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All visits of the office, by how far they are. */
@Controller
class VisitListPages {
    private static final int PAGE = 50;

    private final Visits visits;
    private final LinkRemarks linkRemarks;
    private final Clock clock;

    VisitListPages(Visits visits, LinkRemarks linkRemarks, Clock clock) {
        this.visits = visits;
        this.linkRemarks = linkRemarks;
        this.clock = clock;
    }

    @GetMapping("/console/visits")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Set<VisitState> asked = states(state);
        List<VisitLine> found = visits.list(actor.scope(), asked, ListPosition.read(after), PAGE + 1);
        List<VisitLine> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "linked",
                linkRemarks.of(rows.stream().map(VisitLine::creditCode).toList(), actor));
        model.addAttribute("state", asked.size() == 1 ? asked.iterator().next().name() : null);
        model.addAttribute("states", VisitState.values());
        model.addAttribute("counts", visits.counts(actor.scope()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("after", after);
        model.addAttribute("next", found.size() > PAGE ? ListPosition.of(rows.get(PAGE - 1)) : null);
        return "publication/visits";
    }

    private static Set<VisitState> states(@Nullable String state) {
        return Arrays.stream(VisitState.values())
                .filter(it -> it.name().equals(state))
                .findFirst()
                .<Set<VisitState>>map(Set::of)
                .orElse(EnumSet.allOf(VisitState.class));
    }
}
