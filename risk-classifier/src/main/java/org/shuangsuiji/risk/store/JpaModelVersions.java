package org.shuangsuiji.risk.store;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shuangsuiji.risk.ModelVersion;
import org.shuangsuiji.risk.VersionState;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface JpaModelVersions extends Repository<ModelVersion, Long> {

    ModelVersion saveAndFlush(ModelVersion version);

    Optional<ModelVersion> findById(Long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ModelVersion> findLockedById(Long id);

    List<ModelVersion> findByModelIdOrderByNumberDesc(long modelId);

    boolean existsByModelIdAndState(long modelId, VersionState state);

    boolean existsByStateAndEffectiveFromLessThanEqual(VersionState state, LocalDate day);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<ModelVersion> findByStateAndEffectiveFromLessThanEqualOrderById(VersionState state, LocalDate day);
}
