package org.shuangsuiji.sampling.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Repository;

/** Loads and stores aggregates; what goes wrong shows at once, not at the end of the transaction. */
@Repository
class Aggregates {
    private final EntityManager entities;

    Aggregates(EntityManager entities) {
        this.entities = entities;
    }

    void save(Object aggregate) {
        try {
            if (!entities.contains(aggregate)) {
                entities.persist(aggregate);
            }
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.conflict("edited-meanwhile");
        }
    }

    /** The aggregate whose id a query found. */
    <T> Optional<T> of(Class<T> type, Optional<Long> id) {
        return id.map(known -> entities.find(type, known));
    }
}
