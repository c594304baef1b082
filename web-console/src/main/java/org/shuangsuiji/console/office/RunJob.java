package org.shuangsuiji.console.office;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shuangsuiji.console.database.DatabaseDown;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;

/** Runs one job to its end and writes down how it ended. */
@Service
public class RunJob {
    /** The one task of the scheduler; its instances are job numbers. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("office-job");

    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

    private final Jobs jobs;
    private final Map<String, JobHandler> handlers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RunJob(Jobs jobs, List<JobHandler> handlers, Clock clock) {
        this.jobs = jobs;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        this.clock = clock;
    }

    /**
     * Throws only when the database cannot be reached: then the scheduler tries again later.
     *
     * @return whether it ended; else something else has to end first, and it is to be tried again soon
     */
    public boolean run(long id) {
        Job job = jobs.get(id);
        if (job.state().over()) {
            return true; // it ended, but the machine died before the scheduler learned of it
        }
        JobHandler handler = handlers.get(job.kind());
        if (handler == null) {
            LOG.error("Job {}: nobody knows kind '{}'", id, job.kind());
            jobs.finish(id, Job.State.FAILED, "job.failed.kind", List.of(job.kind()), clock.instant());
            return true;
        }
        if (job.cancelRequested()) {
            handler.stoppedBeforeItBegan(job);
            jobs.finish(id, Job.State.CANCELLED, null, List.of(), clock.instant());
            return true;
        }
        jobs.start(id, clock.instant());
        var progress = new JobProgress(jobs, id, clock);
        try {
            handler.run(job, progress);
            progress.flush();
            jobs.finish(id, Job.State.DONE, null, List.of(), clock.instant());
        } catch (Progress.Later e) {
            return false;
        } catch (Progress.Cancelled e) {
            jobs.finish(id, Job.State.CANCELLED, null, List.of(), clock.instant());
        } catch (Refusal e) {
            LOG.info("Job {} ({} {}) refused: {}", id, job.kind(), job.subject(), e.getMessage());
            jobs.finish(
                    id,
                    Job.State.FAILED,
                    "refusal." + e.code(),
                    e.arguments().stream().map(Job::argument).toList(),
                    clock.instant());
        } catch (CannotCreateTransactionException | RecoverableDataAccessException | TransientDataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseDown.isBehind(e)) {
                throw e;
            }
            handler.broke(job);
            String incident = HexFormat.of().toHexDigits(random.nextInt());
            LOG.error("Job {} ({} {}) failed, incident {}", id, job.kind(), job.subject(), incident, e);
            jobs.finish(id, Job.State.FAILED, "job.failed.incident", List.of(incident), clock.instant());
        }
        return true;
    }
}
