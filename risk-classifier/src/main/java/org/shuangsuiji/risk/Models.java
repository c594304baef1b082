package org.shuangsuiji.risk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.FollowUps;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.model.DefinitionChange;
import org.shuangsuiji.risk.model.Fault;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Models are drafted by one person and approved by another; the version that grades is never changed. */
@Service
public class Models {
    /** The model that an office starts with. */
    public static final String GENERAL = "general";

    /** Why a version is not changed that is not as the page showed it any more. */
    public static final String CHANGED_MEANWHILE = "model-changed-meanwhile";

    /** Who drafted the model that the product brings along: its makers, not somebody of the office. */
    private static final String MAKERS = "shuangsuiji";

    private static final int REASON_MIN = 4;
    private static final int REASON_MAX = 1000;

    private final StoredModels models;
    private final CompareVersions comparing;
    private final Ledger ledger;
    private final FollowUps followUps;
    private final GradeReads reads;
    private final Clock clock;

    Models(
            StoredModels models,
            EnterpriseFeed feed,
            Ledger ledger,
            FollowUps followUps,
            GradeReads reads,
            Clock clock) {
        this.models = models;
        this.comparing = new CompareVersions(feed);
        this.ledger = ledger;
        this.followUps = followUps;
        this.reads = reads;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ModelSheet> list(Actor actor) {
        return models.sheets(actor.scope());
    }

    /** All versions of a model, the newest first. */
    @Transactional(readOnly = true)
    public List<VersionSheet> versions(long modelId, Actor actor) {
        if (!models.readable(modelId, actor.scope())) {
            throw Refusal.absent("model", modelId);
        }
        return models.versions(modelId).stream().map(ModelVersion::sheet).toList();
    }

    @Transactional(readOnly = true)
    public VersionSheet version(long versionId, Actor actor) {
        VersionSheet sheet = models.version(versionId)
                .orElseThrow(() -> Refusal.absent("model-version", versionId))
                .sheet();
        if (!models.readable(sheet.modelId(), actor.scope())) {
            throw Refusal.absent("model-version", versionId);
        }
        return sheet;
    }

    /** The models that grade today. */
    @Transactional(readOnly = true)
    public List<ActiveModel> active() {
        return models.active();
    }

    /**
     * Puts the general model of the product in force, unless the office has it already. Its weights are an editable
     * default, and it says so.
     *
     * @return the id of the model
     */
    @Transactional
    public long installGeneral(Actor actor) {
        var existing = models.byCode(GENERAL);
        if (existing.isPresent()) {
            return existing.get().id();
        }
        ModelDefinition definition = DefinitionText.general();
        refuseFaults(definition);
        Instant now = clock.instant();
        Model model = models.keep(new Model(GENERAL, null, "national", now));
        ModelVersion version = models.keep(new ModelVersion(model.id(), 1, null, definition, MAKERS, now));
        version.submit("随产品提供的默认模型，权重可修改 / the product's default, weights may be changed", drafterOf(actor), now);
        models.keep(version);
        version.approve(LocalDate.now(clock), actor, now);
        models.keep(version);
        version.takeEffect();
        model.gradesBy(models.keep(version));
        models.keep(model);
        ledger.record(LedgerEntry.of(LedgerEvent.MODEL_CREATED, actor, "model", model.id())
                .with("code", GENERAL)
                .with("version", version.number())
                .with("digest", version.digestHex()));
        return model.id();
    }

    private static Actor drafterOf(Actor actor) {
        return new Actor(MAKERS, MAKERS, actor.departmentId(), actor.scope());
    }

    /**
     * Begins a new version, equal to the active one until it is changed.
     *
     * @return the id of the draft
     */
    @Transactional
    public long draft(long modelId, Actor actor) {
        Model model = changeable(modelId, actor);
        ModelVersion active = activeOf(model);
        ModelVersion draft = models.keep(new ModelVersion(
                modelId,
                models.nextNumber(modelId),
                active.id(),
                active.definition(),
                actor.account(),
                clock.instant()));
        ledger.record(entry(LedgerEvent.MODEL_DRAFTED, actor, draft).with("base", active.number()));
        return draft.id();
    }

    /** Changes weights, points, thresholds or the ranks of vetoes in a draft of one's own. */
    @Transactional
    public void change(long versionId, int lock, DefinitionChange change, Actor actor) {
        ModelVersion draft = locked(versionId, lock, actor);
        String before = draft.digestHex();
        ModelDefinition changed = change.appliedTo(draft.definition());
        refuseFaults(changed);
        draft.change(changed, actor);
        models.keep(draft);
        ledger.record(entry(LedgerEvent.MODEL_DRAFT_CHANGED, actor, draft).with("before", before));
    }

    /** The distribution by the active version and by this one, for all enterprises in the reader's region. */
    @Transactional
    public Comparison compare(long versionId, Actor actor) {
        VersionSheet sheet = version(versionId, actor);
        return compare(sheet, sheet.definition(), actor);
    }

    /** The same for a change that nobody has saved. */
    @Transactional
    public Comparison rehearse(long versionId, DefinitionChange change, Actor actor) {
        VersionSheet sheet = version(versionId, actor);
        ModelDefinition changed = change.appliedTo(sheet.definition());
        refuseFaults(changed);
        return compare(sheet, changed, actor);
    }

    private Comparison compare(VersionSheet sheet, ModelDefinition other, Actor actor) {
        Model model = models.model(sheet.modelId()).orElseThrow(() -> Refusal.absent("model", sheet.modelId()));
        ModelDefinition active = activeOf(model).definition();
        ExtractionPlan plan = ExtractionPlan.of(LocalDate.now(clock), active, other);
        reads.note(actor, GradeReads.Purpose.MODEL_COMPARISON, "model-version:" + sheet.id());
        return comparing.compare(plan, active, other, actor.scope());
    }

    /** Hands a draft to a second person. */
    @Transactional
    public void submit(long versionId, int lock, String reason, Actor actor) {
        ModelVersion draft = locked(versionId, lock, actor);
        String why = reason(reason);
        refuseFaults(draft.definition());
        ModelVersion active = activeOf(changeable(draft.modelId(), actor));
        if (draft.saysTheSameAs(active)) {
            throw Refusal.conflict("model-no-difference", draft.number(), active.number());
        }
        draft.submit(why, actor, clock.instant());
        models.keep(draft);
        ledger.record(entry(LedgerEvent.MODEL_SUBMITTED, actor, draft).because(why));
    }

    /** A second person wants something else. */
    @Transactional
    public void returnToDraft(long versionId, int lock, String reason, Actor actor) {
        ModelVersion submitted = locked(versionId, lock, actor);
        String why = reason(reason);
        submitted.returnToDraft(why, actor);
        models.keep(submitted);
        ledger.record(entry(LedgerEvent.MODEL_RETURNED, actor, submitted).because(why));
    }

    /**
     * The last day that an approval of today may name: one year ahead. A slip further on (2062 for 2026) would keep
     * every other version of the model waiting for decades.
     */
    public LocalDate latestEffectiveDay() {
        return LocalDate.now(clock).plusYears(1);
    }

    /** A second person approves; from the given day on the version grades. */
    @Transactional
    public void activate(long versionId, int lock, LocalDate effectiveFrom, Actor actor) {
        ModelVersion submitted = locked(versionId, lock, actor);
        Model model = changeable(submitted.modelId(), actor);
        LocalDate today = LocalDate.now(clock);
        if (effectiveFrom.isBefore(today)) {
            throw Refusal.invalid("model-effective-in-past", effectiveFrom, today);
        }
        LocalDate latest = latestEffectiveDay();
        if (effectiveFrom.isAfter(latest)) {
            throw Refusal.invalid("model-effective-too-late", effectiveFrom, latest);
        }
        refuseStaleBase(model, submitted);
        if (models.approvedWaits(model.id())) {
            throw Refusal.conflict("model-another-approved", submitted.number());
        }
        submitted.approve(effectiveFrom, actor, clock.instant());
        models.keep(submitted);
        if (!effectiveFrom.isAfter(today)) {
            takeEffect(model, submitted, actor);
        }
        ledger.record(entry(LedgerEvent.MODEL_ACTIVATED, actor, submitted)
                .with("effective_from", effectiveFrom)
                .because(submitted.reason()));
    }

    /**
     * Takes back the approval of a version that has not taken effect: nobody was graded by it yet, not even on the
     * morning of its day. Nobody uses it any more, and another version may be approved.
     */
    @Transactional
    public void withdraw(long versionId, int lock, String reason, Actor actor) {
        ModelVersion approved = locked(versionId, lock, actor);
        String why = reason(reason);
        approved.withdraw(why, actor, clock.instant());
        models.keep(approved);
        ledger.record(entry(LedgerEvent.MODEL_WITHDRAWN, actor, approved)
                .with("effective_from", String.valueOf(approved.effectiveFrom()))
                .because(why));
    }

    /** Approved versions whose day has come begin to grade; for the nightly run. */
    @Transactional
    public int takeEffect(LocalDate day, Actor actor) {
        List<ModelVersion> due = models.dueOn(day);
        for (ModelVersion version : due) {
            Model model = changeable(version.modelId(), actor);
            takeEffect(model, version, actor);
            ledger.record(entry(LedgerEvent.MODEL_ACTIVATED, actor, version)
                    .with("effective_from", String.valueOf(version.effectiveFrom()))
                    .because(version.reason()));
        }
        return due.size();
    }

    private void takeEffect(Model model, ModelVersion approved, Actor actor) {
        ModelVersion former = activeOf(model);
        former.retire(clock.instant());
        models.keep(former);
        approved.takeEffect();
        model.gradesBy(models.keep(approved));
        models.keep(model);
        followUps.regradeAll(approved.id(), actor);
    }

    /** Gives up a draft of one's own; it stays in the list as discarded. */
    @Transactional
    public void discard(long versionId, int lock, Actor actor) {
        ModelVersion draft = locked(versionId, lock, actor);
        draft.discard(actor);
        models.keep(draft);
        ledger.record(entry(LedgerEvent.MODEL_DRAFT_DISCARDED, actor, draft));
    }

    private Model changeable(long modelId, Actor actor) {
        requireChangeable(modelId, actor);
        return models.modelToChange(modelId).orElseThrow(() -> Refusal.absent("model", modelId));
    }

    /**
     * Refuses who does not decide for everybody whom the model grades.
     *
     * <p>A model of the whole office grades for all its bodies, and who changes it sees in the comparison only their own
     * region; so it is for those above all others.
     */
    void requireChangeable(long modelId, Actor actor) {
        if (!models.readable(modelId, actor.scope())) {
            throw Refusal.absent("model", modelId);
        }
        if (!models.changeable(modelId, actor.scope())) {
            throw Refusal.conflict("model-of-others");
        }
    }

    private ModelVersion activeOf(Model model) {
        Long active = model.activeVersionId();
        if (active == null) {
            throw Refusal.conflict("model-never-active", model.code());
        }
        return models.version(active).orElseThrow(() -> Refusal.absent("model-version", active));
    }

    private ModelVersion locked(long versionId, int lock, Actor actor) {
        ModelVersion version =
                models.versionToChange(versionId).orElseThrow(() -> Refusal.absent("model-version", versionId));
        requireChangeable(version.modelId(), actor);
        if (version.lock() != lock) {
            throw Refusal.conflict(CHANGED_MEANWHILE, version.number());
        }
        return version;
    }

    private static void refuseStaleBase(Model model, ModelVersion submitted) {
        if (!Objects.equals(model.activeVersionId(), submitted.baseVersionId())) {
            throw Refusal.conflict("model-base-outdated", submitted.number());
        }
    }

    private static void refuseFaults(ModelDefinition definition) {
        List<Fault> faults = definition.faults();
        if (!faults.isEmpty()) {
            throw new DefinitionRefused(faults);
        }
    }

    private static String reason(String text) {
        String why = text.strip();
        if (why.length() < REASON_MIN || why.length() > REASON_MAX) {
            throw Refusal.invalid("model-reason", why.length(), REASON_MIN, REASON_MAX);
        }
        return why;
    }

    private static LedgerEntry entry(LedgerEvent event, Actor actor, ModelVersion version) {
        return LedgerEntry.of(event, actor, "model-version", version.id())
                .with("model", version.modelId())
                .with("number", version.number())
                .with("digest", version.digestHex());
    }
}
