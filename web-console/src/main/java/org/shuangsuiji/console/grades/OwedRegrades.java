package org.shuangsuiji.console.grades;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.office.StartJob;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.risk.ModelSheet;
import org.springframework.stereotype.Component;

/** Tells the readers of a model when its grades are not all by the version in force, and who is at work on it. */
@Component
public class OwedRegrades {
    private final Jobs jobs;

    OwedRegrades(Jobs jobs) {
        this.jobs = jobs;
    }

    /** What the version in force owes; absent once it has graded everybody. */
    public @Nullable OwedRegrade of(ModelSheet model, Actor reader) {
        if (!model.owesRegrade()) {
            return null;
        }
        Optional<Job> job = jobs.current(StartJob.REGRADE_ALL, "model-version:" + model.activeVersionId());
        return new OwedRegrade(
                model.id(),
                model.activeNumber(),
                job.flatMap(it -> jobs.find(it.id(), reader.scope()))
                        .map(Job::id)
                        .orElse(null),
                job.filter(it -> !it.state().over()).isPresent(),
                job.filter(it -> it.state().over()).isPresent());
    }
}
