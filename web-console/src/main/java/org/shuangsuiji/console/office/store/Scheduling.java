package org.shuangsuiji.console.office.store;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.shuangsuiji.console.database.DataFolder;
import org.shuangsuiji.console.office.RunJob;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Binds jobs to db-scheduler and wakes the sealer. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMillis(500);

    @Bean
    Task<Void> officeJob(RunJob runJob, JdbcClient jdbc, ObjectProvider<DataFolder> folder) {
        // Whoever owns the data folder is alone: what looks running is the work of a console that died.
        folder.ifAvailable(own -> jdbc.sql("""
                        update office.scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where picked
                        """).update());
        return Tasks.custom(RunJob.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN_AFTER))
                .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
                .execute((instance, context) -> runJob.run(Long.parseLong(instance.getId()))
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : (complete, operations) -> operations.reschedule(
                                complete, complete.getTimeDone().plus(SOON)));
    }
}
