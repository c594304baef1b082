package org.shuangsuiji.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.reading.FileReading;
import org.shuangsuiji.ingest.reading.Formats;
import org.shuangsuiji.ingest.reading.Preview;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;

/** Tries a received file out: reads and merges it as a load does, undoes the merge and keeps what it found. */
@Service
public class CheckDelivery {
    private final DeliveryDesk desk;
    private final DeliveryBook book;
    private final StageDelivery stageDelivery;
    private final ReadingChoices choices;
    private final Rehearsal rehearsal;
    private final Formats formats;
    private final Attempt attempt;
    private final Clock clock;

    CheckDelivery(
            DeliveryDesk desk,
            DeliveryBook book,
            StageDelivery stageDelivery,
            ReadingChoices choices,
            Rehearsal rehearsal,
            Formats formats,
            Attempt attempt,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.stageDelivery = stageDelivery;
        this.choices = choices;
        this.rehearsal = rehearsal;
        this.formats = formats;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** Checks a delivery that waits for it; any other is left as it is. A file that is refused can still be read anew. */
    public void check(long deliveryId, Progress progress, Actor actor) {
        Delivery delivery = book.byId(deliveryId);
        if (delivery.state() != DeliveryState.CHECKING) {
            return;
        }
        attempt.make(
                deliveryId,
                actor,
                () -> tryOut(delivery, progress, actor),
                refusal -> refused(delivery, refusal, actor));
    }

    private void tryOut(Delivery delivery, Progress progress, Actor actor) throws IOException {
        Path file = stageDelivery.fileOf(delivery);
        stageDelivery.stage(
                delivery,
                Staging.Purpose.CHECK,
                progress,
                () -> book.byId(delivery.id()).state() == DeliveryState.CHECKING,
                (reading, stage) -> {
                    Preview preview = preview(delivery, file);
                    Optional<Long> first = book.sameAsEarlier(delivery.id());
                    desk.checked(
                            delivery,
                            first.isPresent()
                                    ? unread(first.get(), stage.tally(), preview)
                                    : rehearsed(delivery, reading, stage, preview, progress, actor),
                            actor);
                });
    }

    private Trial rehearsed(
            Delivery delivery,
            FileReading reading,
            Staging.Stage stage,
            @Nullable Preview preview,
            Progress progress,
            Actor actor) {
        Rehearsal.Found found = rehearsal.run(
                delivery, stage.slot(), actor.scope(), reading.unsaid(), ZonedDateTime.now(clock), progress);
        Merged merged = Merged.of(stage.tally(), found.outcome());
        return new Trial(
                Instant.now(clock),
                null,
                null,
                preview,
                merged.counts(),
                merged.flags(),
                found.examples(),
                found.faults());
    }

    /** A load would not read it again either. */
    private Trial unread(long first, Tally tally, @Nullable Preview preview) {
        Delivery.Counts read = tally.counts();
        var counts = new Delivery.Counts(read.rows(), 0, 0, read.rows() - read.faults(), read.flagged(), read.faults());
        return new Trial(Instant.now(clock), null, first, preview, counts, tally.flags(), List.of(), List.of());
    }

    private void refused(Delivery delivery, Refusal refusal, Actor actor) {
        Preview preview = preview(delivery, stageDelivery.fileOf(delivery));
        if (preview != null) {
            book.describe(delivery.id(), preview.encoding(), preview.delimiter(), List.of());
        }
        var why = new Trial.Refused(
                refusal.code(),
                refusal.arguments().stream().map(String::valueOf).toList());
        desk.checked(
                delivery,
                new Trial(Instant.now(clock), why, null, preview, Delivery.Counts.NONE, Map.of(), List.of(), List.of()),
                actor);
    }

    /** Null where the file cannot be cut into rows as it was chosen. */
    private @Nullable Preview preview(Delivery delivery, Path file) {
        ReadingChoice choice =
                choices.of(delivery.id()).map(ReadingChoices.Made::choice).orElse(ReadingChoice.DETECT);
        try {
            return Preview.of(delivery.kind(), file, formats, choice);
        } catch (Refusal cannotBeCut) {
            return null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
