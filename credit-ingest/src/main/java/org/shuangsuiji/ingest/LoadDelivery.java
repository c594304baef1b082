package org.shuangsuiji.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.shuangsuiji.ingest.reading.Entry;
import org.shuangsuiji.ingest.reading.FileReading;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.ingest.reading.Formats;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.ingest.reading.PersonKeys;
import org.shuangsuiji.ingest.reading.RowResult;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Refusal;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Loads a received file: reads it into a stage in chunks, then merges all of it in one transaction.
 *
 * <p>Killed at any moment, it starts again from the file: nothing of it was visible, and its stage is emptied first.
 */
@Service
public class LoadDelivery {
    private static final String BROKE = "delivery-broke";
    private static final int ROWS_BETWEEN_LOOKS = 2_000;
    private static final int LOOKS_FOR_EARLIER = 25;
    private static final long BETWEEN_THEM_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final DeliveryDesk desk;
    private final DeliveryBook book;
    private final FileStore files;
    private final Formats formats;
    private final Staging staging;
    private final PersonKeys persons;
    private final Clock clock;

    LoadDelivery(
            DeliveryDesk desk,
            DeliveryBook book,
            FileStore files,
            Formats formats,
            Staging staging,
            PersonKeys persons,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.files = files;
        this.formats = formats;
        this.staging = staging;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * Loads a delivery to its end; one that has ended already is left as it is. Files of one kind are loaded in the order
     * in which they were received: or one that corrects another might be overtaken by it.
     *
     * @throws Progress.Later while an earlier file of the kind is still to be loaded
     */
    public void load(long deliveryId, Progress progress, Actor actor) {
        if (book.byId(deliveryId).state().isFinal()) {
            return;
        }
        try {
            awaitEarlier(deliveryId, progress);
            Delivery delivery = desk.begin(deliveryId).orElse(null);
            if (delivery != null && !desk.repeated(delivery, actor)) {
                readAndMerge(delivery, progress, actor);
            }
        } catch (Progress.Cancelled e) {
            desk.cancel(deliveryId, actor);
            throw e;
        } catch (Refusal e) {
            if (e.code().equals(Staging.RUNNING)) {
                // another run is at it and will end it; this one looks again later
                throw new RecoverableDataAccessException("Delivery %d is being loaded".formatted(deliveryId), e);
            }
            desk.fail(
                    deliveryId,
                    e.code(),
                    e.arguments().stream().map(String::valueOf).toList(),
                    actor);
            throw e;
        } catch (DataAccessResourceFailureException e) {
            throw gone(e);
        } catch (Progress.Later
                | RecoverableDataAccessException
                | TransientDataAccessException
                | CannotCreateTransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            giveUp(deliveryId, actor);
            throw e;
        } catch (IOException e) {
            desk.fail(deliveryId, "delivery-file-lost", List.of(), actor);
            throw new IllegalStateException("The file of delivery %d could not be read".formatted(deliveryId), e);
        }
    }

    /** Ends a delivery of which nothing has been loaded; one that has ended already is left as it is. */
    public void cancel(long deliveryId, Actor actor) {
        desk.cancel(deliveryId, actor);
    }

    /** Ends a delivery whose load broke down; one that has ended already is left as it is. */
    public void giveUp(long deliveryId, Actor actor) {
        desk.fail(deliveryId, BROKE, List.of(), actor);
    }

    /** A database that is gone leaves the delivery running: the job tries again from the file, and nothing is lost. */
    private static RuntimeException gone(DataAccessResourceFailureException e) {
        return new RecoverableDataAccessException("The database went away during a load", e);
    }

    /** Only as the next, and not for long: others, and the earlier one itself, may need the place of this run. */
    private void awaitEarlier(long deliveryId, Progress progress) {
        progress.stage("stage.earlier", 0);
        int looks = 0;
        for (long ahead = book.ahead(deliveryId); ahead > 0; ahead = book.ahead(deliveryId)) {
            progress.stopIfAsked();
            if (ahead > 1 || looks++ == LOOKS_FOR_EARLIER) {
                throw new Progress.Later("Delivery %d waits for an earlier one of its kind".formatted(deliveryId));
            }
            LockSupport.parkNanos(BETWEEN_THEM_NANOS);
        }
    }

    private void readAndMerge(Delivery delivery, Progress progress, Actor actor) throws IOException {
        String storedAs = delivery.storedAs();
        if (storedAs == null || !Files.isReadable(files.path(storedAs))) {
            throw Refusal.conflict("delivery-file-lost");
        }
        progress.stage("stage.read", delivery.bytes());
        try (FileReading reading = FileReading.open(
                        delivery.kind(), files.path(storedAs), LocalDate.now(clock), formats, persons);
                Staging.Stage stage = staging.open(delivery.id(), delivery.kind(), progress)) {
            if (desk.begin(delivery.id()).isEmpty()) {
                return; // another run was at it when we looked first, and has ended it since
            }
            List<Note> notes = reading.notes();
            book.describe(delivery.id(), reading.encoding(), reading.delimiter(), notes);
            var tally = new Tally();
            for (RowResult row = reading.next(); row != null; row = reading.next()) {
                tally.add(row, stage);
                if (tally.rows % ROWS_BETWEEN_LOOKS == 0) {
                    progress.done(reading.bytesRead());
                    progress.stopIfAsked();
                }
            }
            if (tally.rows == 0) {
                throw Refusal.invalid("file-rows-missing");
            }
            stage.flush();
            if (reading.rowsWithPersons() > 0) {
                tally.flags.put(Flag.PERSON_DROPPED, reading.rowsWithPersons());
            }
            if (!reading.notes().equals(notes)) { // hidden rows, say, are known only now
                book.describe(delivery.id(), reading.encoding(), reading.delimiter(), reading.notes());
            }
            progress.done(delivery.bytes());
            progress.stopIfAsked();
            desk.merge(delivery, stage, reading.unsaid(), tally.counts(), tally.flags, progress, actor);
        }
    }

    /** Counts the rows of one file. */
    private static final class Tally {
        private final Map<Flag, Long> flags = new EnumMap<>(Flag.class);
        private long rows;
        private long flagged;
        private long faults;

        void add(RowResult row, Staging.Stage stage) {
            rows++;
            if (row instanceof RowResult.Accepted accepted) {
                Entry entry = accepted.entry();
                if (entry.flags() != 0) {
                    flagged++;
                    Flag.of(entry.flags()).forEach(flag -> flags.merge(flag, 1L, Long::sum));
                }
                stage.add(entry);
            } else if (row instanceof RowResult.Rejected rejected) {
                faults++;
                stage.add(rejected.fault());
            }
        }

        Delivery.Counts counts() {
            return new Delivery.Counts(rows, 0, 0, 0, flagged, faults);
        }
    }
}
