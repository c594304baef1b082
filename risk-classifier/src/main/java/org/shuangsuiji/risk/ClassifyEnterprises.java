package org.shuangsuiji.risk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Grades enterprises by the versions in force: all of them, those a delivery touched, or those due by lapse of time.
 *
 * <p>Each run is one transaction: nobody ever sees some enterprises by the old version and some by the new, and a run
 * that was killed left nothing behind and is simply run again.
 */
@Service
public class ClassifyEnterprises {
    private final StoredModels models;
    private final Regrades regrades;
    private final Ledger ledger;
    private final Clock clock;

    ClassifyEnterprises(StoredModels models, Regrades regrades, Ledger ledger, Clock clock) {
        this.models = models;
        this.regrades = regrades;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Grades everybody by this version, which must be the one in force. */
    @Transactional
    public Regrades.Outcome all(long versionId, LocalDate day, Progress progress, Actor actor) {
        long modelId = models.version(versionId)
                .orElseThrow(() -> Refusal.absent("model-version", versionId))
                .modelId();
        ActiveModel model = locked(modelId);
        if (model.versionId() != versionId) {
            throw Refusal.conflict("model-version-not-in-force", versionId, model.versionId());
        }
        return run(model, day, Regrades.Reach.ALL, "model-version:" + versionId, 0, progress, actor);
    }

    /** Grades, by every model in force, whom a delivery touched and who is related to them. */
    @Transactional
    public List<Regrades.Outcome> touched(long deliveryId, LocalDate day, Progress progress, Actor actor) {
        String cause = "delivery:" + deliveryId;
        List<Regrades.Outcome> outcomes = new ArrayList<>();
        for (ActiveModel model : models.active()) {
            outcomes.add(run(locked(model.modelId()), day, Regrades.Reach.TOUCHED, cause, deliveryId, progress, actor));
        }
        return outcomes;
    }

    /** Grades, by every model in force, those whose grade may change by lapse of time alone until this day. */
    @Transactional
    public List<Regrades.Outcome> dueByTime(LocalDate day, Progress progress, Actor actor) {
        List<Regrades.Outcome> outcomes = new ArrayList<>();
        for (ActiveModel model : models.active()) {
            outcomes.add(run(locked(model.modelId()), day, Regrades.Reach.DUE, "day:" + day, 0, progress, actor));
        }
        return outcomes;
    }

    /** Whether anything waits for this day: an approved version, or a grade that may change by lapse of time. */
    @Transactional(readOnly = true)
    public boolean anythingDue(LocalDate day) {
        return models.anyDueOn(day) || regrades.anyDue(day);
    }

    /**
     * Models whose version in force has not graded everybody: the full regrade that its activation asked for failed, or
     * nobody asked for one. Until it is made up for, nothing may be drawn by their grades.
     */
    @Transactional(readOnly = true)
    public List<ActiveModel> owing() {
        return models.owing();
    }

    private ActiveModel locked(long modelId) {
        regrades.lock(modelId);
        return models.active().stream()
                .filter(model -> model.modelId() == modelId)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("model-never-active", modelId));
    }

    private Regrades.Outcome run(
            ActiveModel model,
            LocalDate day,
            Regrades.Reach reach,
            String cause,
            long deliveryId,
            Progress progress,
            Actor actor) {
        var version = models.version(model.versionId())
                .orElseThrow(() -> Refusal.absent("model-version", model.versionId()))
                .sheet();
        var outcome = regrades.run(
                new Regrades.Request(
                        model, version.definition(), day, reach, cause, deliveryId, actor, clock.instant()),
                progress);
        if (outcome.runId() > 0) {
            LedgerEntry entry = LedgerEntry.of(LedgerEvent.REGRADED, actor, "model", model.modelId())
                    .with("run", outcome.runId())
                    .with("version", version.number())
                    .with("day", day)
                    .with("cause", cause)
                    .with("enterprises", outcome.enterprises())
                    .with("changed", outcome.changed())
                    .with("digest", outcome.digest());
            ledger.record(reach == Regrades.Reach.ALL ? withRanks(entry, outcome) : entry);
        }
        return outcome;
    }

    /** Of everybody only: of one enterprise, which the entry before names, the numbers would be its grade. */
    private static LedgerEntry withRanks(LedgerEntry entry, Regrades.Outcome outcome) {
        return entry.with("rank_one", outcome.counts().of(Rank.ONE))
                .with("rank_two", outcome.counts().of(Rank.TWO))
                .with("rank_three", outcome.counts().of(Rank.THREE))
                .with("rank_four", outcome.counts().of(Rank.FOUR));
    }
}
