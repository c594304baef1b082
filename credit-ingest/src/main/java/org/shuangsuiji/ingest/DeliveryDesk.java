package org.shuangsuiji.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.Unsaid;
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
    private final ReadingChoices choices;
    private final Trials trials;
    private final Merge merge;
    private final Ledger ledger;
    private final FollowUps followUps;
    private final Clock clock;

    DeliveryDesk(
            DeliveryBook book,
            Sources sources,
            ReadingChoices choices,
            Trials trials,
            Merge merge,
            Ledger ledger,
            FollowUps followUps,
            Clock clock) {
        this.book = book;
        this.sources = sources;
        this.choices = choices;
        this.trials = trials;
        this.merge = merge;
        this.ledger = ledger;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** Refuses what would be refused whatever the file holds; what was taken in before is answered as then. */
    @Transactional
    void admit(@Nullable String source, RecordKind kind, String idempotencyKey, Actor actor) {
        if (book.byKey(actor.account(), idempotencyKey).isEmpty()) {
            sources.sending(source, kind, actor);
        }
    }

    @Transactional
    Delivery enter(
            RecordKind kind,
            String fileName,
            FileStore.Kept file,
            String idempotencyKey,
            Handling handling,
            Actor actor) {
        Optional<Delivery> first = book.byKey(actor.account(), idempotencyKey);
        if (first.isPresent()) {
            return sameAs(first.get(), kind, handling, file, idempotencyKey, actor);
        }
        Optional<Source> sending = sources.sending(handling.source(), kind, actor);
        Optional<Long> entered = book.enter(
                kind,
                sending.map(Source::id).orElse(null),
                fileName,
                file,
                idempotencyKey,
                handling.checkFirst(),
                actor,
                Instant.now(clock));
        if (entered.isEmpty()) { // the same form, sent twice at once
            Delivery other = book.byKey(actor.account(), idempotencyKey).orElseThrow();
            return sameAs(other, kind, handling, file, idempotencyKey, actor);
        }
        long id = entered.get();
        ledger.record(LedgerEntry.of(LedgerEvent.DELIVERY_RECEIVED, actor, SUBJECT, id)
                .with("kind", kind.word())
                .with("recordSource", sending.map(Source::word).orElse(actor.account()))
                .with("bytes", file.bytes())
                .with("sha256", file.sha256()));
        if (!handling.choice().isDetect()) {
            choices.make(id, handling.choice(), null);
        }
        if (handling.checkFirst()) {
            followUps.checkDelivery(id, actor);
        } else {
            followUps.loadDelivery(id, actor);
        }
        return book.byId(id);
    }

    /**
     * A delivery keeps the source it named: the same key with another one is another delivery. Whoever wants a file loaded
     * is not told of its trial, nor the other way round: nobody would look for what was never done.
     */
    private Delivery sameAs(
            Delivery first,
            RecordKind kind,
            Handling handling,
            FileStore.Kept file,
            String idempotencyKey,
            Actor actor) {
        String source = handling.source();
        String asked = source == null ? SourceTerms.DEPARTMENT + actor.departmentId() : source;
        boolean named = first.source() == null || first.source().word().equals(asked);
        if (!named || first.kind() != kind || !first.sha256().equals(file.sha256())) {
            throw Refusal.invalid("delivery-key-reused", idempotencyKey, first.id());
        }
        boolean checkedFirst = book.checkedFirst(first.id()).orElse(handling.checkFirst());
        if (checkedFirst != handling.checkFirst()) {
            throw Refusal.invalid(
                    checkedFirst ? "delivery-key-tried" : "delivery-key-loaded", idempotencyKey, first.id());
        }
        return first;
    }

    /** The delivery to load; empty when it has ended already, as after a restart between merge and good-bye. */
    @Transactional
    Optional<Delivery> begin(long id) {
        return book.begin(id, Instant.now(clock)) ? Optional.of(book.byId(id)) : Optional.empty();
    }

    /** The one transaction in which the rows of a delivery become visible, all together. */
    @Transactional
    void merge(Delivery delivery, Staging.Stage stage, Unsaid unsaid, Progress progress, Actor actor) {
        merge.await(progress);
        ZonedDateTime now = ZonedDateTime.now(clock); // what another merge brought was known before
        Merge.Outcome outcome =
                merge.run(delivery.kind(), delivery.id(), stage.slot(), actor.scope(), unsaid, now, progress);
        Merged merged = Merged.of(stage.tally(), outcome);
        Delivery.Counts counts = merged.counts();
        book.done(delivery.id(), counts, merged.flags(), Instant.now(clock));
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

    /** Keeps what a check found; a delivery that has ended meanwhile is left as it is. */
    @Transactional
    void checked(Delivery delivery, Trial trial, Actor actor) {
        if (!book.checked(delivery.id())) {
            return;
        }
        trials.keep(delivery.id(), trial);
        Trial.Refused refused = trial.refused();
        LedgerEntry entry = LedgerEntry.of(LedgerEvent.DELIVERY_CHECKED, actor, SUBJECT, delivery.id())
                .with("kind", delivery.kind().word())
                .with("sha256", delivery.sha256());
        ledger.record(
                refused != null
                        ? entry.with("code", refused.code())
                        : entry.with("rows", trial.counts().rows())
                                .with("faults", trial.counts().faults()));
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
