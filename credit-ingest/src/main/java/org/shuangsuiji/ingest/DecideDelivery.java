package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.FollowUps;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The word that a checked file waits for: load it, read it otherwise, or throw it away. */
@Service
public class DecideDelivery {
    /** So long a checked file waits for a word. */
    public static final Duration WAITS = Duration.ofDays(7);

    /** The note on a file for which nobody had a word in time. */
    public static final String OVERDUE = "check-overdue";

    private static final String SUBJECT = "delivery";

    private final Deliveries deliveries;
    private final Sources sources;
    private final DeliveryBook book;
    private final Trials trials;
    private final ReadingChoices choices;
    private final Ledger ledger;
    private final FollowUps followUps;
    private final Clock clock;

    DecideDelivery(
            Deliveries deliveries,
            Sources sources,
            DeliveryBook book,
            Trials trials,
            ReadingChoices choices,
            Ledger ledger,
            FollowUps followUps,
            Clock clock) {
        this.deliveries = deliveries;
        this.sources = sources;
        this.book = book;
        this.trials = trials;
        this.choices = choices;
        this.ledger = ledger;
        this.followUps = followUps;
        this.clock = clock;
    }

    /**
     * Lets a checked file be loaded; its turn among the files of its kind counts from now. Where its source may send no more
     * it is refused and goes on waiting.
     *
     * @param seen the check that was looked at; another one since is refused
     */
    @Transactional
    public void load(long id, Instant seen, Actor actor) {
        Trial trial = lookedAt(id, seen, actor);
        if (trial.refused() != null) {
            throw Refusal.conflict("delivery-check-refused", id);
        }
        Delivery delivery = deliveries.get(id, actor.scope());
        Delivery.Sender source = delivery.source();
        if (source != null) {
            sources.holding(source.id(), delivery.kind());
        }
        if (!book.release(id)) {
            throw Refusal.conflict("delivery-not-checked", id);
        }
        ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_RELEASED, actor, SUBJECT, id)
                .with("rows", trial.counts().rows())
                .with("added", trial.counts().added())
                .with("changed", trial.counts().changed())
                .with("same", trial.counts().same())
                .with("faults", trial.counts().faults()));
        followUps.loadDelivery(id, actor);
    }

    /** Why the source of a file may not have it loaded now, and what to do; empty where it may. */
    @Transactional(readOnly = true)
    public Optional<Refusal> held(long id, Scope scope) {
        Delivery delivery = deliveries.get(id, scope);
        Delivery.Sender source = delivery.source();
        return source == null ? Optional.empty() : sources.held(source.id(), delivery.kind());
    }

    /** Has a checked file read as somebody chose, and checked again. */
    @Transactional
    public void readAs(long id, ReadingChoice choice, Actor actor) {
        Delivery delivery = deliveries.get(id, actor.scope());
        if (!book.recheck(delivery.id())) {
            throw Refusal.conflict("delivery-not-checked", id);
        }
        choices.make(id, choice, null);
        ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_READING_CHOSEN, actor, SUBJECT, id)
                .with("encoding", String.valueOf(choice.encoding()))
                .with("delimiter", String.valueOf(choice.delimiter()))
                .with("headerRow", String.valueOf(choice.headerRow()))
                .with("columns", choice.columns().toString()));
        followUps.checkDelivery(id, actor);
    }

    /** Throws a checked file away. */
    @Transactional
    public void discard(long id, Actor actor) {
        Delivery delivery = deliveries.get(id, actor.scope());
        if (delivery.state() != DeliveryState.CHECKED || !book.discarded(id, Instant.now(clock))) {
            throw Refusal.conflict("delivery-not-checked", id);
        }
        ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_CANCELLED, actor, SUBJECT, id));
    }

    /** Ends the checked files for which nobody had a word in time; each says so to who looks at it. */
    @Transactional
    public List<Long> endOverdue() {
        Instant now = Instant.now(clock);
        List<Long> overdue =
                book.discardOverdue(now.minus(WAITS), now, new Note(OVERDUE, List.of(String.valueOf(WAITS.toDays()))));
        for (long id : overdue) {
            ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_CANCELLED, Actor.SYSTEM, SUBJECT, id)
                    .with("waitedDays", WAITS.toDays()));
        }
        return overdue;
    }

    private Trial lookedAt(long id, Instant seen, Actor actor) {
        Trial trial = trials.find(id, actor.scope()).orElseThrow(() -> Refusal.conflict("delivery-not-checked", id));
        if (!trial.at().equals(seen)) {
            throw Refusal.conflict("delivery-check-other", id);
        }
        return trial;
    }
}
