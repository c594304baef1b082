package org.shuangsuiji.console.office;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;

/** Says who of the inspector directory a person is; the directory's entry belongs to one account at a time. */
@Service
class LinkInspector {
    private final InspectorEntries entries;

    LinkInspector(InspectorEntries entries) {
        this.entries = entries;
    }

    /** Links, changes or, without an inspector, removes the link of a person who is to be of this department. */
    void link(Person person, @Nullable Long inspectorId, Department department, Actor actor) {
        boolean another = !Objects.equals(inspectorId, person.inspectorId());
        if (inspectorId != null && (another || department.id() != person.departmentId())) {
            check(person, inspectorId, another, department, actor);
        }
        person.inspectAs(inspectorId);
    }

    private void check(Person person, long inspectorId, boolean another, Department department, Actor actor) {
        InspectorEntries.Entry entry =
                entries.find(inspectorId, actor.scope()).orElseThrow(() -> Refusal.absent("inspector", inspectorId));
        if (!entry.departmentPath().startsWith(department.path())) {
            throw Refusal.invalid(
                    "person-inspector-elsewhere", entry.name(), entry.departmentName(), department.name());
        }
        if (another && !entry.active()) {
            throw Refusal.conflict("person-inspector-inactive", entry.name(), entry.staffNo());
        }
        Long holder = entry.personId();
        if (holder != null && holder != person.id()) {
            String account = entry.account();
            throw account == null
                    ? Refusal.conflict("person-inspector-taken-outside", entry.name(), entry.staffNo())
                    : Refusal.conflict("person-inspector-taken", entry.name(), entry.staffNo(), account);
        }
    }
}
