package org.shuangsuiji.console.grades;

import org.shuangsuiji.console.office.StartJob;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.Models;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody wants everybody graded again by the version in force; it runs as a job. */
@Service
public class RequestRegrade {
    private final Models models;
    private final StartJob startJob;
    private final Ledger ledger;

    RequestRegrade(Models models, StartJob startJob, Ledger ledger) {
        this.models = models;
        this.startJob = startJob;
        this.ledger = ledger;
    }

    /** Schedules it and answers with the number of the job. */
    @Transactional
    public long all(long modelId, Actor actor) {
        ModelSheet model = models.list(actor).stream()
                .filter(sheet -> sheet.id() == modelId)
                .findFirst()
                .orElseThrow(() -> Refusal.absent("model", modelId));
        if (!model.changeable()) {
            throw Refusal.conflict("model-of-others");
        }
        Long versionId = model.activeVersionId();
        if (versionId == null) {
            throw Refusal.conflict("model-never-active", model.code());
        }
        long job = startJob.start(StartJob.REGRADE_ALL, "model-version:" + versionId, actor);
        ledger.record(LedgerEntry.of(LedgerEvent.REGRADE_REQUESTED, actor, "model", modelId)
                .with("version", versionId)
                .with("job", job));
        return job;
    }
}
