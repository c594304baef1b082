package org.shuangsuiji.console.deliveries;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.console.home.HomeCard;
import org.shuangsuiji.console.home.HomeCards;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.ingest.Deliveries;
import org.shuangsuiji.ingest.Delivery;
import org.shuangsuiji.ingest.DeliveryState;
import org.springframework.stereotype.Component;

/** What came in lately and what was sent back. */
@Component
class DeliveryCards implements HomeCards {
    private static final int FIRST = 30;
    private static final int LATEST = 200;
    private static final Duration LATELY = Duration.ofDays(7);

    private final Deliveries deliveries;
    private final Clock clock;

    DeliveryCards(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public List<HomeCard> cards(OfficeUser reader) {
        if (!reader.roles().contains(Role.CREDIT_OFFICE)) {
            return List.of();
        }
        Instant since = clock.instant().minus(LATELY);
        List<Delivery> lately =
                deliveries.list(reader.actor().scope(), null, DeliveryState.DONE, null, null, LATEST).stream()
                        .filter(delivery -> delivery.receivedAt().isAfter(since))
                        .toList();
        List<HomeCard> cards = new ArrayList<>();
        int waiting = deliveries
                .list(reader.actor().scope(), null, DeliveryState.CHECKED, null, null, LATEST)
                .size();
        if (waiting > 0) {
            cards.add(new HomeCard(
                    FIRST,
                    "home.deliveries.checked",
                    HomeCard.number(waiting),
                    "home.deliveries.checked.note",
                    "/console/deliveries?state=CHECKED",
                    "checks"));
        }
        long overdue = overdue(reader, since);
        if (overdue > 0) {
            cards.add(new HomeCard(
                    FIRST + 1,
                    "home.deliveries.overdue",
                    HomeCard.number(overdue),
                    "home.deliveries.overdue.note",
                    "/console/deliveries?state=CANCELLED",
                    "alert-triangle"));
        }
        cards.addAll(List.of(
                new HomeCard(
                        FIRST + 2,
                        "home.deliveries.rows",
                        HomeCard.number(lately.stream()
                                .mapToLong(delivery -> delivery.counts().rows())
                                .sum()),
                        "home.deliveries.lately",
                        "/console/deliveries",
                        "file-import"),
                new HomeCard(
                        FIRST + 3,
                        "home.deliveries.faults",
                        HomeCard.number(lately.stream()
                                .mapToLong(delivery -> delivery.counts().faults())
                                .sum()),
                        "home.deliveries.faults.note",
                        "/console/deliveries",
                        "alert-triangle")));
        return cards;
    }

    /** Whoever sent a file and forgot it learns of its end where the work of the day begins. */
    private long overdue(OfficeUser reader, Instant since) {
        List<Long> cancelled =
                deliveries.list(reader.actor().scope(), null, DeliveryState.CANCELLED, null, null, LATEST).stream()
                        .filter(delivery -> delivery.finishedAt() != null
                                && delivery.finishedAt().isAfter(since))
                        .map(Delivery::id)
                        .toList();
        return deliveries.overdue(cancelled).size();
    }
}
