package org.shuangsuiji.console.office;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.FollowUps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts long work on the list in the transaction that caused it: both are there, or neither. */
@Service
public class StartJob implements FollowUps {
    private final Jobs jobs;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    StartJob(Jobs jobs, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Schedules work of a kind that some {@link JobHandler} knows.
     *
     * @param subject what to work on, as {@code kind:id}
     * @return the number of the job
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public long start(String kind, String subject, Actor actor) {
        long id = jobs.add(kind, subject, actor, clock.instant());
        scheduler
                .getObject()
                .scheduleIfNotExists(RunJob.TASK.instance(Long.toString(id)).scheduledTo(clock.instant()));
        return id;
    }

    @Override
    @Transactional
    public void regradeTouched(long deliveryId, Actor actor) {
        start("regrade-touched", "delivery:" + deliveryId, actor);
    }

    @Override
    @Transactional
    public void loadDelivery(long deliveryId, Actor actor) {
        start("load", "delivery:" + deliveryId, actor);
    }

    @Override
    @Transactional
    public void regradeAll(long modelVersionId, Actor actor) {
        start("regrade-all", "model-version:" + modelVersionId, actor);
    }
}
