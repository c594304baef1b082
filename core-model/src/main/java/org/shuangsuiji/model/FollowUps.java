package org.shuangsuiji.model;

/**
 * Work that one module's change owes to another: written in the transaction that caused it, so that it is neither
 * forgotten nor started for a change that never happened.
 */
public interface FollowUps {

    /** The enterprises that this delivery touched have to be graded again. */
    void regradeTouched(long deliveryId, Actor actor);

    /** A received delivery waits to be loaded. */
    void loadDelivery(long deliveryId, Actor actor);

    /** A received delivery waits to be tried out before it is loaded. */
    void checkDelivery(long deliveryId, Actor actor);

    /** A new active model version asks for a full regrade. */
    void regradeAll(long modelVersionId, Actor actor);
}
