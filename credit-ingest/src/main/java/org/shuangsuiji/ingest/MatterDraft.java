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
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;

/** What a department wants the list of matters to say, from its first word until the credit office publishes it. */
@Entity
@Table(schema = "ingest", name = "matter_draft")
public class MatterDraft {

    /** How far it is. */
    public enum State {
        DRAFT,
        HANDED_IN,
        RETURNED,
        PUBLISHED,
        DROPPED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(updatable = false)
    private long departmentId;

    @Column(updatable = false)
    private String code;

    private boolean removal;
    private String name;
    private String kinds;
    private String fields;
    private String basis;
    private String frequency;

    @Enumerated(EnumType.STRING)
    private MatterTerms.Share share;

    private boolean open;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String returnedBecause;

    @Column(updatable = false)
    private String enteredBy;

    @Column(updatable = false)
    private Instant enteredAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MatterDraft() {}

    @SuppressWarnings("NullAway.Init")
    MatterDraft(long departmentId, MatterTerms terms, boolean removal, String enteredBy, Instant enteredAt) {
        this.departmentId = departmentId;
        this.code = terms.code();
        this.state = State.DRAFT;
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
        write(terms, removal);
    }

    void change(MatterTerms terms, boolean toRemove) {
        requireIn(state == State.DRAFT || state == State.RETURNED);
        if (!terms.code().equals(code)) {
            throw Refusal.invalid("matter-code-fixed", code);
        }
        write(terms, toRemove);
    }

    private void write(MatterTerms terms, boolean toRemove) {
        removal = toRemove;
        name = terms.name();
        kinds = terms.kinds().stream().map(RecordKind::name).collect(Collectors.joining(","));
        fields = terms.fields();
        basis = terms.basis();
        frequency = terms.frequency();
        share = terms.share();
        open = terms.open();
    }

    void handIn() {
        requireIn(state == State.DRAFT || state == State.RETURNED);
        state = State.HANDED_IN;
    }

    void giveBack(String because) {
        requireIn(state == State.HANDED_IN);
        state = State.RETURNED;
        returnedBecause = because;
    }

    void drop() {
        requireIn(state == State.DRAFT || state == State.RETURNED);
        state = State.DROPPED;
    }

    void publish() {
        requireIn(state == State.HANDED_IN);
        state = State.PUBLISHED;
    }

    private void requireIn(boolean right) {
        if (!right) {
            throw Refusal.conflict("matter-state", state);
        }
    }

    public MatterTerms terms() {
        return new MatterTerms(
                code,
                name,
                Arrays.stream(kinds.split(",", -1)).map(RecordKind::valueOf).collect(Collectors.toSet()),
                fields,
                basis,
                frequency,
                share,
                open);
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return terms().row()
                .told("removal", removal)
                .told("matterState", state)
                .bound("returnedBecause", returnedBecause)
                .bound("enteredBy", enteredBy)
                .bound("enteredAt", enteredAt);
    }

    public long id() {
        return id;
    }

    public long departmentId() {
        return departmentId;
    }

    public boolean removal() {
        return removal;
    }

    public State state() {
        return state;
    }

    public Optional<String> returnedBecause() {
        return Optional.ofNullable(returnedBecause);
    }

    public long version() {
        return version;
    }
}
