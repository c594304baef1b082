package org.shuangsuiji.risk;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says how many ranks a kind of record could move, so that an office knows which missing source matters most. */
@Service
public class Sways {
    private final SwayBook book;
    private final StoredModels models;
    private final GradeReads reads;
    private final Clock clock;

    Sways(SwayBook book, StoredModels models, GradeReads reads, Clock clock) {
        this.book = book;
        this.models = models;
        this.reads = reads;
        this.clock = clock;
    }

    /** The models to count, as their grades have changed since. */
    @Transactional(readOnly = true)
    public List<ActiveModel> owing() {
        return book.owing();
    }

    @Transactional
    public void count(ActiveModel model, Progress progress) {
        ModelVersion version =
                models.version(model.versionId()).orElseThrow(() -> Refusal.absent("model-version", model.versionId()));
        book.count(model, version.sheet().definition(), clock.instant(), progress);
    }

    /**
     * Sums of areas, never of one enterprise by name.
     *
     * @param areas the digits with which regions begin; each inside the reader's region
     */
    @Transactional
    public SwayCounts of(long modelId, Collection<String> areas, Actor actor) {
        if (!models.readable(modelId, actor.scope())) {
            throw Refusal.absent("model", modelId);
        }
        reads.note(actor, GradeReads.Purpose.DISTRIBUTION, "model:" + modelId);
        return book.of(
                modelId,
                areas.stream().filter(actor.scope()::coversRegion).distinct().toList());
    }
}
