package org.shuangsuiji.ingest;

import java.util.function.Consumer;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two steps of taking refused rows away: the note comes first and stands, though the download of the rows break. */
@Service
class FaultExports {
    private final Deliveries deliveries;
    private final DeliveryFaults faults;
    private final Ledger ledger;

    FaultExports(Deliveries deliveries, DeliveryFaults faults, Ledger ledger) {
        this.deliveries = deliveries;
        this.faults = faults;
        this.ledger = ledger;
    }

    @Transactional
    public void note(long deliveryId, Actor actor) {
        long visible = deliveries.get(deliveryId, actor.scope()).id();
        ledger.record(LedgerEntry.of(LedgerEvent.FAULTS_EXPORTED, actor, "delivery", visible));
    }

    /** In a transaction, without which the driver would read all rows into memory at once. */
    @Transactional(readOnly = true)
    public void rows(long deliveryId, Actor actor, Consumer<Fault> consumer) {
        faults.forEach(deliveryId, actor.scope(), consumer);
    }
}
