package org.shuangsuiji.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.shuangsuiji.ingest.reading.FileReading;
import org.shuangsuiji.ingest.reading.Formats;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.springframework.stereotype.Service;

/** Decides how a file is read: as its sender said, else as the last one of the same sender with the same header row. */
@Service
class ChooseReading {
    private final ReadingChoices choices;
    private final Formats formats;

    ChooseReading(ReadingChoices choices, Formats formats) {
        this.choices = choices;
        this.formats = formats;
    }

    ReadingChoice of(Delivery delivery, Path file) throws IOException {
        Optional<ReadingChoices.Made> made = choices.of(delivery.id());
        if (made.isPresent()) {
            return made.get().choice();
        }
        Optional<ReadingChoices.Earlier> earlier = remembered(delivery, file);
        ReadingChoice choice = earlier.map(ReadingChoices.Earlier::choice).orElse(ReadingChoice.DETECT);
        choices.make(
                delivery.id(),
                choice,
                earlier.map(ReadingChoices.Earlier::deliveryId).orElse(null));
        return choice;
    }

    private Optional<ReadingChoices.Earlier> remembered(Delivery delivery, Path file) throws IOException {
        var all = choices.earlier(delivery.id());
        if (all.stream().allMatch(earlier -> earlier.choice().isDetect())) {
            return Optional.empty(); // nothing to remember, so nothing to compare
        }
        for (ReadingChoices.Earlier earlier : all) {
            ReadingChoice choice = earlier.choice().forAnother(earlier.headers());
            if (FileReading.headersOf(delivery.kind(), file, formats, choice).equals(earlier.headers())) {
                return choice.isDetect()
                        ? Optional.empty()
                        : Optional.of(new ReadingChoices.Earlier(earlier.deliveryId(), choice, earlier.headers()));
            }
        }
        return Optional.empty();
    }
}
