package org.shuangsuiji.console.draws;

import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.sampling.DrawSheet;
import org.shuangsuiji.sampling.Draws;
import org.springframework.stereotype.Component;

/** The draws to complete now that their sources were due, and those that an auditor may recompute. */
@Component
class DrawCards implements HomeCards {
    private static final int OVERDUE = 5;
    private static final int FIRST = 60;
    private static final int LATEST = 200;

    private final Draws draws;

    DrawCards(Draws draws) {
        this.draws = draws;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        List<HomeCard> cards = new ArrayList<>();
        if (reader.roles().contains(Role.AUDITOR) || reader.roles().contains(Role.PLANNER)) {
            int overdue = draws.overdue(reader.actor().scope()).size();
            if (overdue > 0) {
                cards.add(new HomeCard(
                        OVERDUE,
                        "home.draws.overdue",
                        HomeCard.number(overdue),
                        "home.draws.overdue.note",
                        "/console/draws",
                        "alert-triangle"));
            }
        }
        if (reader.roles().contains(Role.AUDITOR)) {
            List<DrawSheet> latest = draws.list(reader.actor().scope(), Long.MAX_VALUE, LATEST);
            cards.add(card(FIRST + 1, "home.draws.drawn", "certificate", latest, DrawSheet.State.DRAWN));
            cards.add(card(FIRST + 2, "home.draws.committed", "clock", latest, DrawSheet.State.COMMITTED));
        }
        return cards;
    }

    private static HomeCard card(int order, String label, String icon, List<DrawSheet> draws, DrawSheet.State state) {
        long count = draws.stream().filter(draw -> draw.state() == state).count();
        return new HomeCard(order, label, HomeCard.number(count), null, "/console/draws", icon);
    }
}
