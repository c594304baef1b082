package org.shuangsuiji.ingest;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Progress;
import org.springframework.stereotype.Service;

/**
 * Loads a received file: reads it into a stage in chunks, then merges all of it in one transaction.
 *
 * <p>Killed at any moment, it goes on behind the last chunk that was staged, or begins again where that is gone: nothing
 * of it was visible.
 */
@Service
public class LoadDelivery {
    private static final int LOOKS_FOR_EARLIER = 25;
    private static final long BETWEEN_THEM_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final DeliveryDesk desk;
    private final DeliveryBook book;
    private final StageDelivery stageDelivery;
    private final Attempt attempt;

    LoadDelivery(DeliveryDesk desk, DeliveryBook book, StageDelivery stageDelivery, Attempt attempt) {
        this.desk = desk;
        this.book = book;
        this.stageDelivery = stageDelivery;
        this.attempt = attempt;
    }

    /**
     * Loads a delivery to its end; one that has ended already is left as it is, as is one that waits for a word. Files of
     * one kind are loaded in the order in which they were received, or the word was given: or one that corrects another
     * might be overtaken by it.
     *
     * @throws Progress.Later while an earlier file of the kind is still to be loaded
     */
    public void load(long deliveryId, Progress progress, Actor actor) {
        if (!book.byId(deliveryId).state().isLoadable()) {
            return;
        }
        attempt.make(deliveryId, actor, () -> loadInTurn(deliveryId, progress, actor), refusal -> {
            desk.fail(
                    deliveryId,
                    refusal.code(),
                    refusal.arguments().stream().map(String::valueOf).toList(),
                    actor);
            throw refusal;
        });
    }

    /** Ends a delivery of which nothing has been loaded; one that has ended already is left as it is. */
    public void cancel(long deliveryId, Actor actor) {
        desk.cancel(deliveryId, actor);
    }

    /** Ends a delivery whose load broke down; one that has ended already is left as it is. */
    public void giveUp(long deliveryId, Actor actor) {
        attempt.giveUp(deliveryId, actor);
    }

    private void loadInTurn(long deliveryId, Progress progress, Actor actor) throws IOException {
        awaitEarlier(deliveryId, progress);
        Delivery delivery = desk.begin(deliveryId).orElse(null);
        if (delivery != null && !desk.repeated(delivery, actor)) {
            stageDelivery.stage(
                    delivery,
                    Staging.Purpose.LOAD,
                    progress,
                    () -> desk.begin(delivery.id()).isPresent(),
                    (reading, stage) -> desk.merge(delivery, stage, reading.unsaid(), progress, actor));
        }
    }

    /** Only as the next, and not for long: others, and the earlier one itself, may need the place of this run. */
    private void awaitEarlier(long deliveryId, Progress progress) {
        progress.stage("stage.earlier", 0);
        int looks = 0;
        for (long ahead = book.ahead(deliveryId); ahead > 0; ahead = book.ahead(deliveryId)) {
            progress.stopIfAsked();
            if (ahead > 1 || looks++ == LOOKS_FOR_EARLIER) {
                throw new Progress.Later("Delivery %d waits for an earlier one of its kind".formatted(deliveryId));
            }
            LockSupport.parkNanos(BETWEEN_THEM_NANOS);
        }
    }
}
