package org.shuangsuiji.console.office;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks long work to stop; it does so at the next place where nothing is half done. */
@Service
public class CancelJob {
    private final Jobs jobs;
    private final Set<String> unstoppable;
    private final Ledger ledger;

    CancelJob(Jobs jobs, List<JobHandler> handlers, Ledger ledger) {
        this.jobs = jobs;
        this.unstoppable = handlers.stream()
                .filter(handler -> !handler.stoppable())
                .map(JobHandler::kind)
                .collect(Collectors.toUnmodifiableSet());
        this.ledger = ledger;
    }

    /** Whether this job may be stopped at all. */
    public boolean stoppable(Job job) {
        return !unstoppable.contains(job.kind());
    }

    @Transactional
    public void ask(long id, Actor actor) {
        Job job = jobs.find(id, actor.scope()).orElseThrow(() -> Refusal.absent("job", id));
        if (!stoppable(job)) {
            throw Refusal.conflict("job-owed", id);
        }
        if (!jobs.askToStop(id)) {
            throw Refusal.conflict("job-over", id);
        }
        ledger.record(LedgerEntry.of(LedgerEvent.JOB_CANCEL_REQUESTED, actor, "job", id)
                .with("kind", job.kind())
                .with("about", job.subject()));
    }
}
