package org.shuangsuiji.ingest;

import java.util.List;
import java.util.function.Consumer;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.model.Scope;

/** The refused rows of deliveries, in the order of their lines. */
public interface DeliveryFaults {

    List<Fault> first(long deliveryId, int limit, Scope scope);

    /** Hands over every fault, without holding them all. */
    void forEach(long deliveryId, Scope scope, Consumer<Fault> consumer);
}
