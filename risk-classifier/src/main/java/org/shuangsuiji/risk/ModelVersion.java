package org.shuangsuiji.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.model.ModelDefinition;

/** What a model says from one day on: drafted by one person, approved by another, and never changed after. */
@Entity
@Table(schema = "risk", name = "model_version")
public class ModelVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private long modelId;

    @Column(updatable = false)
    private int number;

    private @Nullable Long baseVersionId;

    @Enumerated(EnumType.STRING)
    private VersionState state;

    /** For {@code risk.read_model}, so that nobody there has to look into the definition. */
    @SuppressWarnings("UnusedVariable")
    private String nameZh;

    @SuppressWarnings("UnusedVariable")
    private String nameEn;

    @JdbcTypeCode(SqlTypes.JSON)
    private String definition;

    private byte[] digest;

    @Column(updatable = false)
    private String draftedBy;

    @Column(updatable = false)
    private Instant draftedAt;

    private @Nullable String reason;
    private @Nullable Instant submittedAt;
    private @Nullable String returnReason;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable LocalDate effectiveFrom;
    private @Nullable Instant retiredAt;
    private @Nullable String withdrawnBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawReason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ModelVersion() {}

    ModelVersion(
            long modelId,
            int number,
            @Nullable Long baseVersionId,
            ModelDefinition says,
            String draftedBy,
            Instant draftedAt) {
        this.modelId = modelId;
        this.number = number;
        this.baseVersionId = baseVersionId;
        this.state = VersionState.DRAFT;
        this.nameZh = says.name().zh();
        this.nameEn = says.name().en();
        this.definition = DefinitionText.write(says);
        this.digest = DefinitionText.digest(says);
        this.draftedBy = draftedBy;
        this.draftedAt = draftedAt;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Version %d of model %d is not kept yet".formatted(number, modelId));
        }
        return id;
    }

    long modelId() {
        return modelId;
    }

    int number() {
        return number;
    }

    int lock() {
        return version;
    }

    VersionState state() {
        return state;
    }

    @Nullable
    Long baseVersionId() {
        return baseVersionId;
    }

    @Nullable
    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    @Nullable
    String reason() {
        return reason;
    }

    ModelDefinition definition() {
        return DefinitionText.read(definition);
    }

    String digestHex() {
        return HexFormat.of().formatHex(digest);
    }

    VersionSheet sheet() {
        return new VersionSheet(
                id(),
                modelId,
                number,
                baseVersionId,
                state,
                definition(),
                digestHex(),
                draftedBy,
                draftedAt,
                reason,
                submittedAt,
                returnReason,
                approvedBy,
                approvedAt,
                effectiveFrom,
                retiredAt,
                withdrawnBy,
                withdrawnAt,
                withdrawReason,
                version);
    }

    boolean saysTheSameAs(ModelVersion other) {
        return Arrays.equals(digest, other.digest);
    }

    void change(ModelDefinition says, Actor actor) {
        wants(VersionState.DRAFT);
        wantsDrafter(actor);
        nameZh = says.name().zh();
        nameEn = says.name().en();
        definition = DefinitionText.write(says);
        digest = DefinitionText.digest(says);
    }

    void submit(String why, Actor actor, Instant at) {
        wants(VersionState.DRAFT);
        wantsDrafter(actor);
        state = VersionState.SUBMITTED;
        reason = why;
        submittedAt = at;
    }

    void returnToDraft(String why, Actor actor) {
        wants(VersionState.SUBMITTED);
        wantsSecondPerson(actor);
        state = VersionState.DRAFT;
        returnReason = why;
    }

    void approve(LocalDate from, Actor actor, Instant at) {
        wants(VersionState.SUBMITTED);
        wantsSecondPerson(actor);
        state = VersionState.APPROVED;
        approvedBy = actor.account();
        approvedAt = at;
        effectiveFrom = from;
    }

    void takeEffect() {
        wants(VersionState.APPROVED);
        state = VersionState.ACTIVE;
    }

    void retire(Instant at) {
        wants(VersionState.ACTIVE);
        state = VersionState.RETIRED;
        retiredAt = at;
    }

    void discard(Actor actor) {
        wants(VersionState.DRAFT);
        wantsDrafter(actor);
        state = VersionState.DISCARDED;
    }

    void withdraw(String why, Actor actor, Instant at) {
        wants(VersionState.APPROVED);
        state = VersionState.WITHDRAWN;
        withdrawReason = why;
        withdrawnBy = actor.account();
        withdrawnAt = at;
    }

    private void wants(VersionState wanted) {
        if (state != wanted) {
            throw Refusal.conflict("model-version-state", number, state, wanted);
        }
    }

    private void wantsDrafter(Actor actor) {
        if (!actor.account().equals(draftedBy)) {
            throw Refusal.conflict("model-draft-of-another", number, draftedBy);
        }
    }

    private void wantsSecondPerson(Actor actor) {
        if (actor.account().equals(draftedBy)) {
            throw Refusal.conflict("model-second-person", number, draftedBy);
        }
    }
}
