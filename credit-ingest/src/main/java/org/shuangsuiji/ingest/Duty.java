package org.shuangsuiji.ingest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.ingest.duty.Rhythm;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;

/**
 * One line of the table of duties (责任分工表): a source owes a kind of record from a day on. What changes ends the line and
 * begins the next.
 */
@Entity
@Table(schema = "ingest", name = "duty")
public class Duty {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(updatable = false)
    private long sourceId;

    @Column(updatable = false)
    private short kind;

    @Column(updatable = false)
    private String basis;

    @Column(updatable = false)
    private String rhythm;

    @Column(updatable = false)
    private int days;

    @Column(updatable = false)
    private LocalDate beginsOn;

    private @Nullable LocalDate endsOn;
    private @Nullable String endedBecause;

    @Column(updatable = false)
    private String enteredBy;

    @Column(updatable = false)
    private Instant enteredAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Duty() {}

    Duty(DutyTerms terms, String enteredBy, Instant enteredAt) {
        this.sourceId = terms.sourceId();
        this.kind = (short) terms.kind().number();
        this.basis = terms.basis();
        this.rhythm = terms.rhythm();
        this.days = terms.days();
        this.beginsOn = terms.beginsOn();
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
    }

    /** The line that takes its place from its own first day on; this one ends the day before. */
    Duty replace(DutyTerms terms, String by, Instant at) {
        if (terms.sourceId() != sourceId || terms.kind() != kind()) {
            throw Refusal.invalid("duty-fixed");
        }
        if (terms.beginsOn().isBefore(beginsOn)) {
            throw Refusal.invalid("duty-begins-before", terms.beginsOn(), beginsOn);
        }
        requireOpen();
        endsOn = terms.beginsOn().minusDays(1);
        return new Duty(terms, by, at);
    }

    /** From the day after on it is owed no more. */
    void end(LocalDate lastDay, String reason) {
        requireOpen();
        if (lastDay.isBefore(beginsOn.minusDays(1))) {
            throw Refusal.invalid("duty-ends-before", lastDay, beginsOn);
        }
        endsOn = lastDay;
        endedBecause = reason;
    }

    private void requireOpen() {
        if (endsOn != null) {
            throw Refusal.conflict("duty-ended", endsOn);
        }
    }

    public DutyTerms terms() {
        return new DutyTerms(sourceId, kind(), basis, rhythm, days, beginsOn);
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return terms().row().told("endsOn", endsOn).bound("endedBecause", endedBecause);
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

    public Rhythm rhythm() {
        return Rhythm.of(rhythm, days);
    }

    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    public long version() {
        return version;
    }
}
