package org.shuangsuiji.sampling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.CreditCode;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.model.TypedCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the directory of inspectors (执法检查人员名录库) and their recusals. */
@Service
public class Inspectors {
    private final InspectorDirectory directory;
    private final Departments departments;
    private final Ledger ledger;
    private final Clock clock;

    Inspectors(InspectorDirectory directory, Departments departments, Ledger ledger, Clock clock) {
        this.directory = directory;
        this.departments = departments;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<InspectorRow> list(Scope scope) {
        return directory.rows(scope);
    }

    @Transactional(readOnly = true)
    public Inspector get(long id, Scope scope) {
        return directory.find(id, scope).orElseThrow(() -> Refusal.absent("inspector", id));
    }

    @Transactional(readOnly = true)
    public List<Recusal> recusals(long id, Scope scope) {
        get(id, scope);
        return directory.recusals(id);
    }

    @Transactional
    public long create(InspectorTerms terms, Actor actor) {
        check(terms, actor);
        if (directory.knowsStaffNo(terms.staffNo())) {
            throw Refusal.conflict("staff-no-taken", terms.staffNo());
        }
        Inspector inspector = new Inspector(terms);
        refuseTakenCertificate(terms, 0);
        directory.save(inspector);
        ledger.record(LedgerEntry.of(LedgerEvent.INSPECTOR_CREATED, actor, "inspector", inspector.id())
                .with("staffNo", terms.staffNo())
                .row(terms.row()));
        return inspector.id();
    }

    @Transactional
    public void change(long id, int lockVersion, InspectorTerms terms, Actor actor) {
        check(terms, actor);
        Inspector inspector = get(id, actor.scope());
        Locks.require(inspector.lockVersion(), lockVersion);
        refuseTakenCertificate(terms, id);
        RowContent before = inspector.terms().row();
        inspector.change(terms);
        directory.save(inspector);
        ledger.record(LedgerEntry.of(LedgerEvent.INSPECTOR_CHANGED, actor, "inspector", id)
                .row(before, terms.row()));
    }

    /** The inspector stays away from this enterprise in every draw frozen from now on; says the recusal's id. */
    @Transactional
    public long declareRecusal(long id, String creditCode, Recusal.Ground ground, String note, Actor actor) {
        get(id, actor.scope());
        CreditCode enterprise = read(creditCode);
        if (!enterprise.checks() && !directory.isRegistered(enterprise)) {
            throw Refusal.invalid("credit-code-check", enterprise.value());
        }
        Instant now = clock.instant();
        long recusal = directory
                .addRecusal(id, enterprise, ground, note, actor, now)
                .orElseThrow(() -> Refusal.conflict("recusal-stands", enterprise.value()));
        ledger.record(LedgerEntry.of(LedgerEvent.RECUSAL_DECLARED, actor, "inspector", id)
                .with("recusal", recusal)
                .with("unit", enterprise)
                .with("ground", ground)
                .row(recusal(id, recusal).row()));
        return recusal;
    }

    /** Whether an enterprise of the register has this code; from a later one a recusal stands as well. */
    @Transactional(readOnly = true)
    public boolean isRegistered(String creditCode) {
        return directory.isRegistered(read(creditCode));
    }

    @Transactional
    public void withdrawRecusal(long id, long recusalId, String reason, Actor actor) {
        Reasons.require(reason);
        get(id, actor.scope());
        if (!directory.withdrawRecusal(id, recusalId, actor, clock.instant())) {
            throw Refusal.absent("recusal", recusalId);
        }
        Recusal withdrawn = recusal(id, recusalId);
        ledger.record(LedgerEntry.of(LedgerEvent.INSPECTOR_CHANGED, actor, "inspector", id)
                .with("recusalWithdrawn", recusalId)
                .with("unit", withdrawn.creditCode())
                .with("ground", withdrawn.ground())
                .row(withdrawn.row())
                .because(reason));
    }

    private Recusal recusal(long id, long recusalId) {
        return directory.recusals(id).stream()
                .filter(recusal -> recusal.id() == recusalId)
                .findFirst()
                .orElseThrow(() -> Refusal.absent("recusal", recusalId));
    }

    private void check(InspectorTerms terms, Actor actor) {
        Department department = departments.require(terms.departmentId(), actor.scope());
        terms.check(departments.topOf(department).region());
    }

    private void refuseTakenCertificate(InspectorTerms terms, long exceptId) {
        if (directory.certificateTaken(terms.certificateNo(), exceptId)) {
            throw Refusal.conflict("certificate-taken", terms.certificateNo());
        }
    }

    private static CreditCode read(String typed) {
        return TypedCode.read(typed, "credit-code");
    }
}
