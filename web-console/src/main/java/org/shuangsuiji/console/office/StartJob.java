package org.shuangsuiji.console.office;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.Optional;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.FollowUps;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts long work on the list in the transaction that caused it: both are there, or neither. */
@Service
public class StartJob implements FollowUps {
    /** The kind of work that grades everybody by a model version; its subject is {@code model-version:ID}. */
    public static final String REGRADE_ALL = "regrade-all";

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
        return scheduled(jobs.add(kind, subject, actor, clock.instant()));
    }

    /**
     * The same for work that need not wait twice.
     *
     * @return the number of the job; empty when one of this kind about this thing waits or runs already
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public Optional<Long> startUnlessOpen(String kind, String subject, Actor actor) {
        return jobs.addUnlessOpen(kind, subject, actor, clock.instant()).map(this::scheduled);
    }

    private long scheduled(long id) {
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
    public void checkDelivery(long deliveryId, Actor actor) {
        start("check", "delivery:" + deliveryId, actor);
    }

    @Override
    @Transactional
    public void regradeAll(long modelVersionId, Actor actor) {
        start(REGRADE_ALL, "model-version:" + modelVersionId, actor);
    }
}
