package org.shuangsuiji.risk.store;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.shuangsuiji.risk.Model;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface JpaModels extends Repository<Model, Long> {

    Model saveAndFlush(Model model);

    Optional<Model> findById(Long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Model> findLockedById(Long id);

    Optional<Model> findByCode(String code);
}
