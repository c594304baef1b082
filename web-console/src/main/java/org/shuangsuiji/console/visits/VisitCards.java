package org.shuangsuiji.console.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.publication.VisitLine;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.Visits;
import org.springframework.stereotype.Component;

/** What an inspector has to do, and how far the visits of a planner are. */
@Component
class VisitCards implements HomeCards {
    private static final int FIRST = 10;

    private final Visits visits;
    private final Clock clock;

    VisitCards(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        List<HomeCard> cards = new ArrayList<>();
        if (reader.roles().contains(Role.INSPECTOR)) {
            List<VisitLine> mine = visits.mine(reader.actor());
            LocalDate today = LocalDate.now(clock);
            boolean late = mine.stream().anyMatch(visit -> visit.overdue(today));
            cards.add(new HomeCard(
                    FIRST,
                    "home.visits.mine",
                    HomeCard.number(mine.stream()
                            .filter(visit -> visit.state().enterable() && visit.returnedBecause() == null)
                            .count()),
                    late ? "home.visits.late" : null,
                    "/m",
                    "clipboard-check"));
            cards.add(new HomeCard(
                    FIRST + 1,
                    "home.visits.returned",
                    HomeCard.number(mine.stream()
                            .filter(visit -> visit.returnedBecause() != null)
                            .count()),
                    null,
                    "/m",
                    "arrow-right"));
        }
        if (reader.roles().contains(Role.PLANNER)) {
            var counts = visits.counts(reader.actor().scope());
            cards.add(new HomeCard(
                    FIRST + 20,
                    "home.visits.open",
                    HomeCard.number(VisitState.ENTERABLE.stream()
                            .mapToLong(state -> counts.getOrDefault(state, 0L))
                            .sum()),
                    "home.visits.open.note",
                    "/console/visits",
                    "clipboard-check"));
        }
        return cards;
    }
}
