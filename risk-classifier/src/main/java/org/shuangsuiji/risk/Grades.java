package org.shuangsuiji.risk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.scoring.Explanation;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.shuangsuiji.risk.scoring.Scoring;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads grades, and notes each time who did and for what. */
@Service
public class Grades {
    private static final int HISTORY_MAX = 50;
    private static final int PAGE_MAX = 200;

    private final StoredModels models;
    private final Assessments assessments;
    private final EnterpriseFacts facts;
    private final GradeReads reads;
    private final Clock clock;

    Grades(StoredModels models, Assessments assessments, EnterpriseFacts facts, GradeReads reads, Clock clock) {
        this.models = models;
        this.assessments = assessments;
        this.facts = facts;
        this.reads = reads;
        this.clock = clock;
    }

    /** What each model says now of an enterprise; nothing when it is absent, out of scope or never graded. */
    @Transactional
    public List<Assessment> current(long enterpriseId, GradeReads.Purpose purpose, Actor actor) {
        reads.note(actor, purpose, "enterprise:" + enterpriseId);
        return assessments.current(enterpriseId, actor.scope());
    }

    /** The enterprise with this credit code, for those who ask by code; its grades are another question. */
    @Transactional(readOnly = true)
    public GradeReport.Subject subject(String creditCode, Actor actor) {
        return facts.byCode(creditCode, actor.scope()).orElseThrow(() -> Refusal.absent("enterprise", creditCode));
    }

    /** Why an enterprise stands where it stands today. */
    @Transactional
    public GradeReport explain(long enterpriseId, long modelId, GradeReads.Purpose purpose, Actor actor) {
        return explain(enterpriseId, modelId, LocalDate.now(clock), purpose, actor);
    }

    /** Why it would stand where on this day, by the version in force and with what is known now. */
    @Transactional
    public GradeReport explain(
            long enterpriseId, long modelId, LocalDate day, GradeReads.Purpose purpose, Actor actor) {
        ModelSheet model = models.sheets(actor.scope()).stream()
                .filter(sheet -> sheet.id() == modelId)
                .findFirst()
                .orElseThrow(() -> Refusal.absent("model", modelId));
        Long versionId = model.activeVersionId();
        if (versionId == null) {
            throw Refusal.conflict("model-never-active", model.code());
        }
        VersionSheet version = models.version(versionId)
                .orElseThrow(() -> Refusal.absent("model-version", versionId))
                .sheet();
        ExtractionPlan plan = ExtractionPlan.of(day, version.definition());
        EnterpriseFacts.Facts known = facts.of(enterpriseId, plan, actor.scope())
                .orElseThrow(() -> Refusal.absent("enterprise", enterpriseId));
        reads.note(actor, purpose, "enterprise:" + enterpriseId);
        Explanation why = Explanation.of(new Scoring(plan, version.definition()), known.features(), known.records());
        List<Assessment> history = assessments.history(enterpriseId, modelId, HISTORY_MAX);
        return new GradeReport(
                known.subject(),
                model,
                version,
                day,
                why,
                history.stream().filter(a -> a.supersededAt() == null).findFirst(),
                history.stream().filter(a -> a.supersededAt() != null).toList(),
                known.texts(),
                known.related());
    }

    /** How the grades of a model are spread in the reader's region. */
    @Transactional
    public Distribution distribution(long modelId, GradeFilter filter, Actor actor) {
        if (!models.readable(modelId, actor.scope())) {
            throw Refusal.absent("model", modelId);
        }
        reads.note(actor, GradeReads.Purpose.DISTRIBUTION, "model:" + modelId);
        return assessments.distribution(modelId, filter, actor.scope());
    }

    /** The enterprises of one rank, or those not yet gradable, a page at a time. */
    @Transactional
    public List<GradeRow> list(
            long modelId, @Nullable Rank rank, GradeFilter filter, long afterEnterpriseId, int limit, Actor actor) {
        if (!models.readable(modelId, actor.scope())) {
            throw Refusal.absent("model", modelId);
        }
        reads.note(
                actor,
                GradeReads.Purpose.LIST,
                "model:" + modelId + (rank == null ? " not-yet-gradable" : " rank-" + rank.number()));
        return assessments.list(
                modelId, rank, filter, afterEnterpriseId, Math.max(1, Math.min(limit, PAGE_MAX)), actor.scope());
    }
}
