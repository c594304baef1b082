package org.shuangsuiji.ingest;

import java.io.IOException;
import java.nio.file.Files;
import org.shuangsuiji.ingest.reading.Formats;
import org.shuangsuiji.ingest.reading.OriginalRows;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;

/** Opens the stored file of a delivery that was merged, to hand refused rows back as they came. */
@Service
public class ReopenDelivery {
    private final FileStore files;
    private final Formats formats;

    ReopenDelivery(FileStore files, Formats formats) {
        this.files = files;
        this.formats = formats;
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
            return OriginalRows.open(delivery.kind(), files.path(storedAs), formats);
        } catch (IOException e) {
            throw new IllegalStateException("The file of delivery %d could not be read".formatted(delivery.id()), e);
        }
    }
}
