package org.shuangsuiji.sampling;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Who;
import org.shuangsuiji.sampling.digest.Digest;

/** One planned round of inspections (抽查任务): planned, then frozen and drawn. */
@Entity
@Table(schema = "sampling", name = "campaign")
public class Campaign {

    /** How far the draw is; visits and publicity keep their own states. */
    public enum State {
        PLANNED,
        /** The lists are closed and the commitment is published. */
        FROZEN,
        DRAWN,
        CANCELLED,
        ABANDONED,
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(updatable = false)
    private String number;

    private String name;

    @Column(updatable = false)
    private long departmentId;

    private long itemId;
    private LocalDate starts;
    private LocalDate ends;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> regions;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> sections;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> statuses;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> subjectKinds;

    private @Nullable Long gradeModelId;
    private @Nullable String ungradedReason;

    /** Written by the freeze. */
    @Column(insertable = false, updatable = false)
    private @Nullable Long gradeVersionId;

    @Column(insertable = false, updatable = false)
    private @Nullable LocalDate gradeAsOf;

    @Enumerated(EnumType.STRING)
    private Digest digest;

    private int team;
    private int cap;
    private int reserveRatio;
    private int takeFloor;

    @Column(updatable = false)
    private @Nullable Long supersedes;

    @Column(updatable = false)
    private @Nullable String supersedeReason;

    @Enumerated(EnumType.STRING)
    private State state;

    private String stateBy;

    @Formula("coalesce((select p.name from office.person p where p.account = state_by), state_by)")
    private String stateByName;

    private Instant stateAt;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private int lockVersion;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "sampling", name = "campaign_rate", joinColumns = @JoinColumn(name = "campaign_id"))
    @OrderBy("rank")
    private List<CampaignRate> rates = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "sampling", name = "campaign_source", joinColumns = @JoinColumn(name = "campaign_id"))
    @OrderColumn(name = "place")
    private List<CampaignSource> sources = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    @SuppressWarnings("NullAway.Init")
    Campaign(String number, CampaignTerms terms, Actor actor, Instant at) {
        this.number = number;
        this.departmentId = terms.departmentId();
        this.state = State.PLANNED;
        this.stateBy = actor.account();
        this.stateByName = actor.name();
        this.stateAt = at;
        this.createdBy = actor.account();
        this.createdAt = at;
        write(terms);
    }

    /** A campaign that draws anew what an abandoned or failed draw did not. */
    @SuppressWarnings("NullAway.Init")
    Campaign(String number, CampaignTerms terms, long supersedes, String reason, Actor actor, Instant at) {
        this(number, terms, actor, at);
        this.supersedes = supersedes;
        this.supersedeReason = reason;
    }

    void change(CampaignTerms terms) {
        requirePlanned();
        if (terms.departmentId() != departmentId) {
            throw Refusal.invalid("campaign-department-fixed", number);
        }
        write(terms);
    }

    void cancel(Actor actor, Instant at) {
        requirePlanned();
        state = State.CANCELLED;
        stateBy = actor.account();
        stateByName = actor.name();
        stateAt = at;
    }

    /** Once the lists are frozen nothing of the plan may move (DR-1 §1, 1). */
    void requirePlanned() {
        if (state != State.PLANNED) {
            throw Refusal.conflict("campaign-not-planned", number, state, new Who(stateByName), stateAt);
        }
    }

    private void write(CampaignTerms terms) {
        name = terms.name();
        itemId = terms.itemId();
        starts = terms.starts();
        ends = terms.ends();
        regions = terms.regions();
        sections = terms.sections();
        statuses = terms.statuses().stream().map(Enum::name).sorted().toList();
        subjectKinds = terms.subjectKinds().stream().map(Enum::name).sorted().toList();
        gradeModelId = terms.gradeModelId();
        ungradedReason = terms.ungradedReason();
        digest = terms.digest();
        team = terms.team();
        cap = terms.cap();
        reserveRatio = terms.reserveRatio();
        takeFloor = terms.takeFloor();
        if (!rates.equals(terms.rates())) {
            rates.clear();
            rates.addAll(terms.rates());
        }
        if (!sources.equals(terms.sources())) {
            sources.clear();
            sources.addAll(terms.sources());
        }
    }

    public CampaignTerms terms() {
        return new CampaignTerms(
                name,
                departmentId,
                itemId,
                starts,
                ends,
                regions,
                sections,
                statuses.stream().map(SubjectStatus::valueOf).collect(Collectors.toSet()),
                subjectKinds.stream().map(SubjectKind::valueOf).collect(Collectors.toSet()),
                gradeModelId,
                ungradedReason,
                rates,
                digest,
                team,
                cap,
                reserveRatio,
                takeFloor,
                sources);
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return terms().row()
                .told("number", number)
                .told("supersedes", supersedes)
                .bound("supersedeReason", supersedeReason)
                .told("state", state);
    }

    public long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public long departmentId() {
        return departmentId;
    }

    public long itemId() {
        return itemId;
    }

    public LocalDate ends() {
        return ends;
    }

    public Optional<LocalDate> gradeAsOf() {
        return Optional.ofNullable(gradeAsOf);
    }

    /** The draw that this campaign draws anew, with {@link #supersedeReason}. */
    public Optional<Long> supersedes() {
        return Optional.ofNullable(supersedes);
    }

    public Optional<String> supersedeReason() {
        return Optional.ofNullable(supersedeReason);
    }

    public State state() {
        return state;
    }

    /** The account of who brought it into its state. */
    public String stateBy() {
        return stateBy;
    }

    /** The same person's name. */
    public String stateByName() {
        return stateByName;
    }

    public Instant stateAt() {
        return stateAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int lockVersion() {
        return lockVersion;
    }
}
