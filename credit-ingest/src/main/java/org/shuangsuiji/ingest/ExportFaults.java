package org.shuangsuiji.ingest;

import java.util.function.Consumer;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the refused rows of a delivery out of the office, and notes who took them. */
@Service
public class ExportFaults {
    private final DeliveryFaults faults;
    private final Ledger ledger;

    ExportFaults(DeliveryFaults faults, Ledger ledger) {
        this.faults = faults;
        this.ledger = ledger;
    }

    @Transactional
    public void export(long deliveryId, Actor actor, Consumer<Fault> consumer) {
        faults.forEach(deliveryId, actor.scope(), consumer);
        ledger.record(LedgerEntry.of(LedgerEvent.FAULTS_EXPORTED, actor, "delivery", deliveryId));
    }
}
