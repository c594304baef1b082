package org.shuangsuiji.ingest;

import java.util.Optional;
import org.shuangsuiji.model.Scope;

/** What the last check of each file found. */
public interface Trials {

    /** Empty before the first check has ended; refuses a delivery that is absent or outside the scope. */
    Optional<Trial> find(long deliveryId, Scope scope);

    /** Puts it in the place of the one before. */
    void keep(long deliveryId, Trial trial);
}
