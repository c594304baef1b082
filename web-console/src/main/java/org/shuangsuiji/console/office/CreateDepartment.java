package org.shuangsuiji.console.office;

import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Region;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a public body to the tree, below one that the actor may see. */
@Service
public class CreateDepartment {
    private final Departments departments;
    private final Ledger ledger;

    CreateDepartment(Departments departments, Ledger ledger) {
        this.departments = departments;
        this.ledger = ledger;
    }

    @Transactional
    public Department create(Departments.NewDepartment wanted, Actor actor) {
        if (wanted.parentId() != 0) {
            Department parent = departments.require(wanted.parentId(), actor.scope());
            if (!parent.region().contains(new Region(wanted.region()))) {
                throw Refusal.invalid(
                        "department-region",
                        wanted.region(),
                        parent.name(),
                        parent.region().code());
            }
            if (wanted.level().compareTo(parent.level()) < 0) {
                throw Refusal.invalid("department-level", wanted.level(), parent.name(), parent.level());
            }
        } else if (!departments.isEmpty() && !actor.equals(Actor.SYSTEM)) {
            throw Refusal.invalid("department-root");
        }
        departments.lock();
        if (departments.codeTaken(wanted.code())) {
            throw Refusal.conflict("department-code-taken", wanted.code());
        }
        if (departments.nameTaken(wanted.name())) {
            throw Refusal.conflict("department-name-taken", wanted.name());
        }
        Department made = departments.add(wanted);
        ledger.record(LedgerEntry.of(LedgerEvent.DEPARTMENT_CREATED, actor, "department", made.id())
                .with("code", made.code())
                .with("path", made.path())
                .row(wanted.row()));
        return made;
    }
}
