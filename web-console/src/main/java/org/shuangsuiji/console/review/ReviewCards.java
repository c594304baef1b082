package org.shuangsuiji.console.review;

import java.util.List;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.Visits;
import org.springframework.stereotype.Component;

/** What waits for a reviewer. */
@Component
class ReviewCards implements HomeCards {
    private static final int FIRST = 20;

    private final Visits visits;

    ReviewCards(Visits visits) {
        this.visits = visits;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        if (!reader.roles().contains(Role.REVIEWER)) {
            return List.of();
        }
        var counts = visits.counts(reader.actor().scope());
        return List.of(
                new HomeCard(
                        FIRST,
                        "home.review.waiting",
                        HomeCard.number(counts.getOrDefault(VisitState.SUBMITTED, 0L)),
                        null,
                        "/console/review",
                        "checks"),
                new HomeCard(
                        FIRST + 1,
                        "home.review.passed",
                        HomeCard.number(counts.getOrDefault(VisitState.PASSED, 0L)),
                        "home.review.passed.note",
                        "/console/publications",
                        "speakerphone"),
                new HomeCard(
                        FIRST + 2,
                        "home.review.published",
                        HomeCard.number(counts.getOrDefault(VisitState.PUBLISHED, 0L)),
                        null,
                        "/console/publications?tab=published",
                        "circle-check"));
    }
}
