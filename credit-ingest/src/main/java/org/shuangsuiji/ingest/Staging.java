package org.shuangsuiji.ingest;

import java.util.UUID;
import org.shuangsuiji.ingest.reading.RowResult;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;

/** Where the rows of a file wait for their merge, seen by nobody. */
public interface Staging {

    /** Refusal: another run is loading the delivery. */
    String RUNNING = "delivery-running";

    /** What a place is wanted for. */
    enum Purpose {
        /** A load waits until a place is free. */
        LOAD,
        /** Checks have half of the places, so that no number of them keeps a load waiting; one that finds none comes later. */
        CHECK
    }

    /**
     * Takes a place for a load; waits for one. A place that still holds what an earlier run staged of this delivery, read
     * in the same way, is taken with its content; any other is emptied, and what that run left elsewhere is forgotten.
     *
     * @throws Progress.Later where a check finds no place
     * @param readAs digest of everything that decides how a row is read
     */
    Stage open(long deliveryId, RecordKind kind, Purpose purpose, UUID readAs, Progress progress);

    /** The place of one running load. */
    interface Stage extends AutoCloseable {

        void add(RowResult row);

        /** What was counted of the rows that stand here, those of an earlier run among them. */
        Tally tally();

        /** Sends what is still held and waits until all of it stands in the database. */
        void flush();

        /** The number of the place. */
        int slot();

        /** Gives the place back. */
        @Override
        void close();
    }
}
