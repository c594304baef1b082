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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;

/** A body that sends records (信息提供单位): a department, a platform above the office, or a third party. */
@Entity
@Table(schema = "ingest", name = "source")
public class Source {

    /** What a source is to the office. */
    public enum Standing {
        /** 本级部门: a department of the office; made when it first sends. */
        DEPARTMENT,
        /** 上级平台: the province, 信用中国, the publicity system. */
        SUPERIOR,
        /** 第三方: a utility, an association, a platform; it sends under a confidentiality agreement. */
        THIRD_PARTY
    }

    /** How far what it says may be relied on. */
    public enum Trust {
        /** It decides such things itself. */
        OFFICIAL,
        /** The department that answers for it checks what it says. */
        CONFIRMED,
        /** As told. */
        UNCONFIRMED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(updatable = false)
    private String word;

    private @Nullable String name;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Standing standing;

    private long departmentId;

    @Enumerated(EnumType.STRING)
    private Trust trust;

    private @Nullable LocalDate closedOn;
    private @Nullable String closedBecause;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Source() {}

    /** A platform above the office or a third party; departments have their source without being asked. */
    @SuppressWarnings("NullAway.Init")
    Source(SourceTerms terms) {
        word = terms.word();
        standing = terms.standing();
        write(terms);
    }

    /** Changes who answers for it, its name and how far it is trusted; of a department only the last. */
    void change(SourceTerms terms) {
        if (!terms.word().equals(word) || terms.standing() != standing) {
            throw Refusal.invalid("record-source-fixed", word);
        }
        write(terms);
    }

    private void write(SourceTerms terms) {
        trust = terms.trust();
        if (standing != Standing.DEPARTMENT) {
            name = terms.name();
            departmentId = terms.departmentId();
        }
    }

    /** From this day on it sends nothing. */
    void close(LocalDate day, String reason) {
        if (closedOn != null) {
            throw Refusal.conflict("record-source-closed-already", closedOn);
        }
        closedOn = day;
        closedBecause = reason;
    }

    void reopen() {
        if (closedOn == null) {
            throw Refusal.conflict("record-source-open");
        }
        closedOn = null;
        closedBecause = null;
    }

    /**
     * Lets a file in, or says what is missing and what to do: a closed source sends nothing, and a third party sends only
     * under a confidentiality agreement in force.
     *
     * @param called its name, or that of the department that it is
     * @param agreements all that were ever entered
     */
    void admit(String called, List<Agreement> agreements, LocalDate today) {
        if (isClosed(today)) {
            throw Refusal.conflict(
                    "record-source-closed",
                    called,
                    Optional.ofNullable(closedOn).orElseThrow(),
                    Optional.ofNullable(closedBecause).orElseThrow());
        }
        if (standing != Standing.THIRD_PARTY || agreements.stream().anyMatch(each -> each.inForce(today))) {
            return;
        }
        Optional<Agreement> coming = agreements.stream()
                .filter(each -> each.firstDay().isAfter(today))
                .min(Comparator.comparing(Agreement::firstDay));
        if (coming.isPresent()) {
            throw Refusal.conflict(
                    "record-source-agreement-not-yet",
                    called,
                    coming.get().number(),
                    coming.get().firstDay(),
                    today);
        }
        Agreement last = agreements.stream()
                .max(Comparator.comparing(Agreement::endsOn))
                .orElseThrow(() -> Refusal.conflict("record-source-agreement-missing", called));
        throw Refusal.conflict("record-source-agreement-lapsed", called, last.number(), last.endsOn(), today);
    }

    /** Whether it sends nothing more on this day. */
    public boolean isClosed(LocalDate day) {
        return closedOn != null && !day.isBefore(closedOn);
    }

    public SourceTerms terms() {
        return new SourceTerms(word, name == null ? "" : name, standing, departmentId, trust);
    }

    /** What the ledger binds of it. */
    RowContent row() {
        return terms().row().told("closedOn", closedOn).bound("closedBecause", closedBecause);
    }

    public long id() {
        return id;
    }

    public String word() {
        return word;
    }

    public Standing standing() {
        return standing;
    }

    public long departmentId() {
        return departmentId;
    }

    public long version() {
        return version;
    }
}
