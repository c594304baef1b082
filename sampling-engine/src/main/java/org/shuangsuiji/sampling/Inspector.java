package org.shuangsuiji.sampling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.shuangsuiji.model.Refusal;

/** One person of the directory of inspectors (执法检查人员名录库). */
@Entity
@Table(schema = "sampling", name = "inspector")
public class Inspector {

    /** Who is INACTIVE (失效) is not drawn. */
    public enum State {
        ACTIVE,
        INACTIVE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(updatable = false)
    private String staffNo;

    private String name;
    private long departmentId;
    private String certificateNo;
    private LocalDate validUntil;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scopes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> regions;

    @Enumerated(EnumType.STRING)
    private State state;

    @Version
    private int lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Inspector() {}

    @SuppressWarnings("NullAway.Init")
    Inspector(InspectorTerms terms) {
        this.staffNo = terms.staffNo();
        write(terms);
    }

    void change(InspectorTerms terms) {
        if (!terms.staffNo().equals(staffNo)) {
            throw Refusal.invalid("staff-no-fixed", staffNo, terms.staffNo());
        }
        write(terms);
    }

    private void write(InspectorTerms terms) {
        name = terms.name();
        departmentId = terms.departmentId();
        certificateNo = terms.certificateNo();
        validUntil = terms.validUntil();
        scopes = terms.scopes();
        regions = terms.regions();
        state = terms.active() ? State.ACTIVE : State.INACTIVE;
    }

    public InspectorTerms terms() {
        return new InspectorTerms(
                staffNo, name, departmentId, certificateNo, validUntil, scopes, regions, state == State.ACTIVE);
    }

    public long id() {
        return id;
    }

    public String staffNo() {
        return staffNo;
    }

    public String name() {
        return name;
    }

    public State state() {
        return state;
    }

    public int lockVersion() {
        return lockVersion;
    }
}
