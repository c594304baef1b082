package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.RecordFact;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.FollowUps;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The short transactions of a delivery: each changes its state, writes the ledger, and asks for what follows. */
@Service
class DeliveryDesk {
    private static final String SUBJECT = "delivery";

    private final DeliveryBook book;
    private final Sources sources;
    private final Merge merge;
    private final Ledger ledger;
    private final FollowUps followUps;
    private final Clock clock;

    DeliveryDesk(DeliveryBook book, Sources sources, Merge merge, Ledger ledger, FollowUps followUps, Clock clock) {
        this.book = book;
        this.sources = sources;
        this.merge = merge;
        this.ledger = ledger;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** Refuses what would be refused whatever the file holds; what was taken in before is answered as then. */
    @Transactional
    void admit(@Nullable String source, String idempotencyKey, Actor actor) {
        if (book.byKey(actor.account(), idempotencyKey).isEmpty()) {
            sources.sending(source, actor);
        }
    }

    @Transactional
    Delivery enter(
            RecordKind kind,
            @Nullable String source,
            String fileName,
            FileStore.Kept file,
            String idempotencyKey,
            Actor actor) {
        Optional<Delivery> first = book.byKey(actor.account(), idempotencyKey);
        if (first.isPresent()) {
            return sameAs(first.get(), kind, source, file, idempotencyKey, actor);
        }
        Optional<Source> sending = sources.sending(source, actor);
        Optional<Long> entered = book.enter(
                kind, sending.map(Source::id).orElse(null), fileName, file, idempotencyKey, actor, Instant.now(clock));
        if (entered.isEmpty()) { // the same form, sent twice at once
            Delivery other = book.byKey(actor.account(), idempotencyKey).orElseThrow();
            return sameAs(other, kind, source, file, idempotencyKey, actor);
        }
        long id = entered.get();
        ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_RECEIVED, actor, SUBJECT, id)
                .with("kind", kind.word())
                .with("recordSource", sending.map(Source::word).orElse(actor.account()))
                .with("bytes", file.bytes())
                .with("sha256", file.sha256()));
        followUps.loadDelivery(id, actor);
        return book.byId(id);
    }

    /** A delivery keeps the source it named: the same key with another one is another delivery. */
    private static Delivery sameAs(
            Delivery first,
            RecordKind kind,
            @Nullable String source,
            FileStore.Kept file,
            String idempotencyKey,
            Actor actor) {
        String asked = source == null ? SourceTerms.DEPARTMENT + actor.departmentId() : source;
        boolean named = first.source() == null || first.source().word().equals(asked);
        if (!named || first.kind() != kind || !first.sha256().equals(file.sha256())) {
            throw Refusal.invalid("delivery-key-reused", idempotencyKey, first.id());
        }
        return first;
    }

    /** The delivery to load; empty when it has ended already, as after a restart between merge and good-bye. */
    @Transactional
    Optional<Delivery> begin(long id) {
        return book.begin(id, Instant.now(clock)) ? Optional.of(book.byId(id)) : Optional.empty();
    }

    /**
     * The one transaction in which the rows of a delivery become visible, all together.
     *
     * @param read what the reader counted; added, changed and same are still unknown
     */
    @Transactional
    void merge(
            Delivery delivery,
            Staging.Stage stage,
            Set<RecordFact> unsaid,
            Delivery.Counts read,
            Map<Flag, Long> flags,
            Progress progress,
            Actor actor) {
        merge.await(progress);
        ZonedDateTime now = ZonedDateTime.now(clock); // what another merge brought was known before
        Merge.Outcome outcome =
                merge.run(delivery.kind(), delivery.id(), stage.slot(), actor.scope(), unsaid, now, progress);
        Map<Integer, Long> refused = outcome.refused();
        var counts = new Delivery.Counts(
                read.rows(),
                outcome.added(),
                outcome.changed(),
                outcome.same(),
                read.flagged() - marked(refused),
                read.faults()
                        + refused.values().stream().mapToLong(Long::longValue).sum());
        book.done(delivery.id(), counts, kept(flags, outcome), Instant.now(clock));
        ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_MERGED, actor, SUBJECT, delivery.id())
                .with("kind", delivery.kind().word())
                .with("sha256", delivery.sha256())
                .with("rows", counts.rows())
                .with("added", counts.added())
                .with("changed", counts.changed())
                .with("same", counts.same())
                .with("faults", counts.faults())
                .with("touched", outcome.touched()));
        if (outcome.touched() > 0) {
            followUps.regradeTouched(delivery.id(), actor);
        }
    }

    private static long marked(Map<Integer, Long> refused) {
        return refused.entrySet().stream()
                .filter(rows -> rows.getKey() != 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Marks are counted of rows that were kept; that a region is missing is said of enterprises that have none now. */
    private static Map<Flag, Long> kept(Map<Flag, Long> flags, Merge.Outcome outcome) {
        Map<Flag, Long> kept = new EnumMap<>(Flag.class);
        kept.putAll(flags);
        outcome.refused().forEach((marks, rows) -> Flag.of(marks).forEach(flag -> kept.merge(flag, -rows, Long::sum)));
        kept.merge(Flag.REGION_NOT_KNOWN, -outcome.placed(), Long::sum);
        kept.put(Flag.REGION_KEPT, outcome.placed());
        kept.values().removeIf(rows -> rows == 0);
        return kept;
    }

    /**
     * Ends a delivery whose very bytes this body sent before and the office took in: nothing of it is read again, so that
     * a file sent twice by mistake does not undo what others brought since. Says whether that was so.
     */
    @Transactional
    boolean repeated(Delivery delivery, Actor actor) {
        Optional<Long> first = book.repeats(delivery.id(), Instant.now(clock));
        first.ifPresent(id -> ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_MERGED, actor, SUBJECT, delivery.id())
                .with("kind", delivery.kind().word())
                .with("sha256", delivery.sha256())
                .with("sameAs", id)));
        return first.isPresent();
    }

    @Transactional
    void fail(long id, String code, List<String> args, Actor actor) {
        if (book.failed(id, code, args, Instant.now(clock))) {
            ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_FAILED, actor, SUBJECT, id)
                    .with("code", code));
        }
    }

    @Transactional
    void cancel(long id, Actor actor) {
        if (book.cancelled(id, Instant.now(clock))) {
            ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_CANCELLED, actor, SUBJECT, id));
        }
    }
}
