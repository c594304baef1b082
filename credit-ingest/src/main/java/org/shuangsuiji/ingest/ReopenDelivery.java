package org.shuangsuiji.ingest;

import java.io.IOException;
import java.nio.file.Files;
import org.shuangsuiji.ingest.reading.Formats;
import org.shuangsuiji.ingest.reading.OriginalRows;
import org.shuangsuiji.ingest.reading.ReadingChoice;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;

/** Opens the stored file of a delivery that was merged, to hand refused rows back as they came. */
@Service
public class ReopenDelivery {
    private final FileStore files;
    private final Formats formats;
    private final ReadingChoices choices;

    ReopenDelivery(FileStore files, Formats formats, ReadingChoices choices) {
        this.files = files;
        this.formats = formats;
        this.choices = choices;
    }

    public OriginalRows rows(Delivery delivery) {
        if (delivery.state() != DeliveryState.DONE) {
            throw Refusal.conflict("delivery-not-done", delivery.id());
        }
        String storedAs = delivery.storedAs();
        if (storedAs == null || !Files.isReadable(files.path(storedAs))) {
            throw Refusal.conflict("delivery-file-lost");
        }
        try {
            ReadingChoice choice =
                    choices.of(delivery.id()).map(ReadingChoices.Made::choice).orElse(ReadingChoice.DETECT);
            return OriginalRows.open(delivery.kind(), files.path(storedAs), formats, choice);
        } catch (IOException e) {
            throw new IllegalStateException("The file of delivery %d could not be read".formatted(delivery.id()), e);
        }
    }
}
