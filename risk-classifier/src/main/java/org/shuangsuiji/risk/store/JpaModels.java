package org.shuangsuiji.risk.store;

import java.util.Optional;
import org.shuangsuiji.risk.Model;
import org.springframework.data.repository.Repository;

interface JpaModels extends Repository<Model, Long> {

    Model saveAndFlush(Model model);

    Optional<Model> findById(Long id);

    Optional<Model> findByCode(String code);
}
