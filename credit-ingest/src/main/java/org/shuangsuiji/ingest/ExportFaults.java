package org.shuangsuiji.ingest;

import java.util.function.Consumer;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.model.Actor;
import org.springframework.stereotype.Service;

/** Hands the refused rows of a delivery out of the office, after it is noted who takes them. */
@Service
public class ExportFaults {
    private final FaultExports exports;

    ExportFaults(FaultExports exports) {
        this.exports = exports;
    }

    /** Not one transaction: the note stands whatever becomes of the rows. */
    public void export(long deliveryId, Actor actor, Consumer<Fault> consumer) {
        exports.note(deliveryId, actor);
        exports.rows(deliveryId, actor, consumer);
    }
}
