package org.shuangsuiji.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.shuangsuiji.ingest.reading.FileReading;
import org.shuangsuiji.ingest.reading.Formats;
import org.shuangsuiji.ingest.reading.Note;
import org.shuangsuiji.ingest.reading.PersonKeys;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.shuangsuiji.ingest.reading.RowResult;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;

/** Reads a received file into a stage, for a load and for a check alike. */
@Service
class StageDelivery {
    private static final int ROWS_BETWEEN_LOOKS = 2_000;

    private final DeliveryBook book;
    private final ReadingChoices choices;
    private final ChooseReading chooseReading;
    private final FileStore files;
    private final Formats formats;
    private final PersonKeys persons;
    private final Staging staging;
    private final Clock clock;

    StageDelivery(
            DeliveryBook book,
            ReadingChoices choices,
            ChooseReading chooseReading,
            FileStore files,
            Formats formats,
            Staging staging,
            PersonKeys persons,
            Clock clock) {
        this.book = book;
        this.choices = choices;
        this.chooseReading = chooseReading;
        this.files = files;
        this.formats = formats;
        this.persons = persons;
        this.staging = staging;
        this.clock = clock;
    }

    /** What is done with the rows once all of them are staged. */
    interface Then {
        void go(FileReading reading, Staging.Stage stage);
    }

    /** Where the file of a delivery is; refuses one whose file is lost. */
    Path fileOf(Delivery delivery) {
        String storedAs = delivery.storedAs();
        if (storedAs == null || !Files.isReadable(files.path(storedAs))) {
            throw Refusal.conflict("delivery-file-lost");
        }
        return files.path(storedAs);
    }

    /**
     * Stages all rows of a file.
     *
     * @param wanted asked once the place is taken: another run may have ended the work since
     */
    void stage(Delivery delivery, Staging.Purpose purpose, Progress progress, BooleanSupplier wanted, Then then)
            throws IOException {
        Path file = fileOf(delivery);
        progress.stage("stage.read", delivery.bytes());
        ReadingChoice choice = chooseReading.of(delivery, file);
        try (FileReading reading =
                        FileReading.open(delivery.kind(), file, LocalDate.now(clock), formats, persons, choice);
                Staging.Stage stage =
                        staging.open(delivery.id(), delivery.kind(), purpose, reading.readAs(), progress)) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            List<Note> notes = reading.notes();
            book.describe(delivery.id(), reading.encoding(), reading.delimiter(), notes);
            choices.foundHeaders(delivery.id(), reading.headers());
            Tally tally = stage.tally();
            if (tally.rows() > 0) {
                progress.stage("stage.pass", delivery.bytes());
                passOver(tally.lastLine(), reading, progress);
                progress.stage("stage.read", delivery.bytes());
            }
            for (RowResult row = reading.next(); row != null; row = reading.next()) {
                stage.add(row);
                if (tally.rows() % ROWS_BETWEEN_LOOKS == 0) {
                    progress.done(reading.bytesRead(), tally.rows());
                    progress.stopIfAsked();
                }
            }
            if (tally.rows() == 0) {
                throw Refusal.invalid("file-rows-missing");
            }
            stage.flush();
            if (!reading.notes().equals(notes)) { // hidden rows, say, are known only now
                book.describe(delivery.id(), reading.encoding(), reading.delimiter(), reading.notes());
            }
            progress.done(delivery.bytes());
            progress.stopIfAsked();
            then.go(reading, stage);
        }
    }

    /** What an earlier run staged is cut into fields, because only so its end is found, and not read again. */
    private static void passOver(long lastLine, FileReading reading, Progress progress) {
        for (long rows = 1; reading.passOver(lastLine); rows++) {
            if (rows % ROWS_BETWEEN_LOOKS == 0) {
                progress.done(reading.bytesRead());
                progress.stopIfAsked();
            }
        }
    }
}
