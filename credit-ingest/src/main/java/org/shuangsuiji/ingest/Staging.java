package org.shuangsuiji.ingest;

import org.shuangsuiji.ingest.reading.Entry;
import org.shuangsuiji.ingest.reading.Fault;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;

/** Where the rows of a file wait for their merge, seen by nobody. */
public interface Staging {

    /** Refusal: another run is loading the delivery. */
    String RUNNING = "delivery-running";

    /** Takes a free place, empties it, and forgets what an earlier attempt at this delivery left; waits for a place. */
    Stage open(long deliveryId, RecordKind kind, Progress progress);

    /** The place of one running load. */
    interface Stage extends AutoCloseable {

        void add(Entry entry);

        void add(Fault fault);

        /** Sends what is still held and waits until all of it stands in the database. */
        void flush();

        /** The number of the place. */
        int slot();

        /** Gives the place back. */
        @Override
        void close();
    }
}
