package org.shuangsuiji.ingest;

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
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;

/** What a source owes and the office does not have (数据缺口): found by the system, followed up by people. */
@Entity
@Table(schema = "ingest", name = "gap")
public class Gap {

    /** Why it is a gap. */
    public enum Cause {
        /** Nothing ever came, and the first time limit is over. */
        NEVER,
        /** The next delivery is overdue. */
        OVERDUE,
        /** More enterprises have no value than the office bears. */
        EMPTY
    }

    /** How far it is followed up. */
    public enum State {
        OPEN,
        /** The source was asked. */
        ASKED,
        /** The source named a day. */
        PROMISED,
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(updatable = false)
    private long sourceId;

    @Column(updatable = false)
    private short kind;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Cause cause;

    @Column(updatable = false)
    private long dutyId;

    @Column(updatable = false)
    private Instant openedAt;

    private boolean holds;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable LocalDate promisedUntil;
    private @Nullable Instant closedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Gap() {}

    Gap(DutyRow duty, Cause cause, Instant openedAt) {
        this.sourceId = duty.sourceId();
        this.kind = (short) duty.kind().number();
        this.cause = cause;
        this.dutyId = duty.id();
        this.openedAt = openedAt;
        this.holds = true;
        this.state = State.OPEN;
    }

    void ask() {
        requireOpen();
        if (state == State.OPEN) {
            state = State.ASKED;
        }
    }

    void promise(LocalDate until) {
        requireOpen();
        state = State.PROMISED;
        promisedUntil = until;
    }

    void close(Instant at) {
        requireOpen();
        state = State.CLOSED;
        closedAt = at;
    }

    /** It is so no more; what a person had closed before stays closed as it was. */
    void cease(Instant at) {
        holds = false;
        if (state != State.CLOSED) {
            close(at);
        }
    }

    void requireOpen() {
        if (state == State.CLOSED) {
            throw Refusal.conflict("gap-closed");
        }
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return RowContent.empty()
                .told("sourceId", sourceId)
                .told("kind", kind().word())
                .told("gapCause", cause)
                .told("dutyId", dutyId)
                .told("gapHolds", holds)
                .told("gapState", state)
                .told("promisedUntil", promisedUntil)
                .bound("closedAt", closedAt);
    }

    public long id() {
        return id;
    }

    public long sourceId() {
        return sourceId;
    }

    public RecordKind kind() {
        return RecordKind.of(kind);
    }

    public Cause cause() {
        return cause;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public State state() {
        return state;
    }

    public long version() {
        return version;
    }
}
