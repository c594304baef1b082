package org.shuangsuiji.console.draws;

import java.util.List;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.sampling.DrawSheet;
import org.shuangsuiji.sampling.Draws;
import org.springframework.stereotype.Component;

/** The draws that an auditor may recompute. */
@Component
class DrawCards implements HomeCards {
    private static final int FIRST = 60;
    private static final int LATEST = 200;

    private final Draws draws;

    DrawCards(Draws draws) {
        this.draws = draws;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        if (!reader.roles().contains(Role.AUDITOR)) {
            return List.of();
        }
        List<DrawSheet> latest = draws.list(reader.actor().scope(), Long.MAX_VALUE, LATEST);
        return List.of(
                card(FIRST + 1, "home.draws.drawn", "certificate", latest, DrawSheet.State.DRAWN),
                card(FIRST + 2, "home.draws.committed", "clock", latest, DrawSheet.State.COMMITTED));
    }

    private static HomeCard card(int order, String label, String icon, List<DrawSheet> draws, DrawSheet.State state) {
        long count = draws.stream().filter(draw -> draw.state() == state).count();
        return new HomeCard(order, label, HomeCard.number(count), null, "/console/draws", icon);
    }
}
