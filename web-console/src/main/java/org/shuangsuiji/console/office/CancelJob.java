package org.shuangsuiji.console.office;

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
    private final Ledger ledger;

    CancelJob(Jobs jobs, Ledger ledger) {
        this.jobs = jobs;
        this.ledger = ledger;
    }

    @Transactional
    public void ask(long id, Actor actor) {
        Job job = jobs.find(id, actor.scope()).orElseThrow(() -> Refusal.absent("job", id));
        if (!jobs.askToStop(id)) {
            throw Refusal.conflict("job-over", id);
        }
        ledger.record(LedgerEntry.of(LedgerEvent.JOB_CANCEL_REQUESTED, actor, "job", id)
                .with("kind", job.kind())
                .with("about", job.subject()));
    }
}
