package org.shuangsuiji.sampling;

import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

/** The public bodies, as the lists and draws need them. */
public interface Departments {

    Optional<Department> find(long id, Scope scope);

    /** The bodies of a scope, parents first. */
    List<Department> in(Scope scope);

    /**
     * The body in whose chain the commitments of a department stand: itself, or above a station (所), which is no
     * authority of its own, the body it belongs to.
     */
    Department officeOf(Department department);

    /**
     * The next number of a document of this body and year: 机关简称+抽查〔年〕N号, without gaps; the bodies of an office
     * that have the same short name count together.
     */
    String nextNumber(Department department, int year);

    /** The body at the top of its tree. */
    default Department topOf(Department department) {
        return require(Long.parseLong(department.path().split("/", -1)[1]), Scope.WHOLE_OFFICE);
    }

    default Department require(long id, Scope scope) {
        return find(id, scope).orElseThrow(() -> Refusal.absent("department", id));
    }
}
