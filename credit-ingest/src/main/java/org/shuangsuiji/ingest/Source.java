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
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
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
        THIRD_PARTY;

        /**
         * What a third party knows of its own: facts that it measured, public opinion, dues owed to a utility, complaints
         * that a platform took, honours that an association gave. All else arises where an authority does its duty
         * (S1 三(一), S2 二(一): 在依法履职中产生的登记注册、行政许可、行政确认、监督检查、行政处罚、行政强制、违法失信等), and only
         * who decided it, or a platform that gathers it from them, may tell it. Relations and annual reports come of the
         * register, tests of goods are ordered and published by an authority, and a grade is pushed by the province or
         * 信用中国 (S1 一).
         */
        private static final Set<RecordKind> OF_THIRD_PARTIES = Collections.unmodifiableSet(EnumSet.of(
                RecordKind.THIRD_PARTY,
                RecordKind.OPINION,
                RecordKind.FEE_ARREARS,
                RecordKind.COMPLAINT,
                RecordKind.HONOUR));

        /** Whether such a source may tell records of this kind. */
        public boolean mayTell(RecordKind kind) {
            return this != THIRD_PARTY || OF_THIRD_PARTIES.contains(kind);
        }
    }

    /** Where a file is stopped: its refusal says what has become of it. */
    enum Door {
        /** On its way in; nothing was kept. */
        RECEIVING("record-source-"),
        /** Checked, and about to be loaded; it goes on waiting. */
        LOADING("delivery-held-");

        private final String codes;

        Door(String codes) {
            this.codes = codes;
        }

        private Refusal refusal(String code, Object... arguments) {
            return Refusal.conflict(codes + code, arguments);
        }
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
     * Lets a file pass, or says what is missing and what to do: a closed source sends nothing, and a third party sends only
     * what it may tell, under a confidentiality agreement in force.
     *
     * @param called its name, or that of the department that it is
     * @param agreements all that were ever entered
     */
    void admit(RecordKind kind, String called, List<Agreement> agreements, LocalDate today, Door door) {
        stop(kind, called, agreements, today, door).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** What keeps a file from passing; empty where nothing does. */
    Optional<Refusal> stop(RecordKind kind, String called, List<Agreement> agreements, LocalDate today, Door door) {
        if (isClosed(today)) {
            return Optional.of(door.refusal(
                    "closed",
                    called,
                    Optional.ofNullable(closedOn).orElseThrow(),
                    Optional.ofNullable(closedBecause).orElseThrow()));
        }
        if (!standing.mayTell(kind)) {
            return Optional.of(door.refusal("kind", called, kind, List.copyOf(Standing.OF_THIRD_PARTIES)));
        }
        if (standing != Standing.THIRD_PARTY || agreements.stream().anyMatch(each -> each.inForce(today))) {
            return Optional.empty();
        }
        Optional<Agreement> coming = agreements.stream()
                .filter(each ->
                        each.firstDay().isAfter(today) && !each.lastDay().isBefore(each.firstDay()))
                .min(Comparator.comparing(Agreement::firstDay));
        if (coming.isPresent()) {
            return Optional.of(door.refusal(
                    "agreement-not-yet",
                    called,
                    coming.get().number(),
                    coming.get().firstDay(),
                    today));
        }
        Optional<Agreement> last = agreements.stream().max(Comparator.comparing(Agreement::lastDay));
        if (last.isEmpty()) {
            return Optional.of(door.refusal("agreement-missing", called));
        }
        String number = last.get().number();
        Agreement.End end = last.get().end();
        return Optional.of(
                end == null
                        ? door.refusal(
                                "agreement-lapsed", called, number, last.get().endsOn(), today)
                        : door.refusal("agreement-ended", called, number, end.day(), end.reason()));
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
