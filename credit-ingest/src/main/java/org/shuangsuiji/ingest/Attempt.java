package org.shuangsuiji.ingest;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Refusal;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;

/** Work on a delivery, and how it ends where the work does not: tried again, stopped, refused or given up. */
@Service
class Attempt {
    private static final String BROKE = "delivery-broke";

    private final DeliveryDesk desk;

    Attempt(DeliveryDesk desk) {
        this.desk = desk;
    }

    /** Work that reads a file. */
    interface Work {
        void go() throws IOException;
    }

    /** @param refused what a refusal of the file means; it is not thrown again */
    void make(long deliveryId, Actor actor, Work work, Consumer<Refusal> refused) {
        try {
            work.go();
        } catch (Progress.Cancelled e) {
            desk.cancel(deliveryId, actor);
            throw e;
        } catch (Refusal e) {
            if (e.code().equals(Staging.RUNNING)) {
                // another run is at it and will end it; this one looks again later
                throw new RecoverableDataAccessException("Delivery %d is being loaded".formatted(deliveryId), e);
            }
            refused.accept(e);
        } catch (DataAccessResourceFailureException e) {
            throw gone(e);
        } catch (Progress.Later
                | RecoverableDataAccessException
                | TransientDataAccessException
                | CannotCreateTransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            giveUp(deliveryId, actor);
            throw e;
        } catch (IOException e) {
            desk.fail(deliveryId, "delivery-file-lost", List.of(), actor);
            throw new IllegalStateException("The file of delivery %d could not be read".formatted(deliveryId), e);
        }
    }

    void giveUp(long deliveryId, Actor actor) {
        desk.fail(deliveryId, BROKE, List.of(), actor);
    }

    /** A database that is gone leaves the delivery as it is: the job tries again, and nothing is lost. */
    private static RuntimeException gone(DataAccessResourceFailureException e) {
        return new RecoverableDataAccessException("The database went away during a load", e);
    }
}
