package org.shuangsuiji.console.office;

import java.util.List;
import java.util.Optional;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.shuangsuiji.model.Scope;

/** The tree of public bodies. */
public interface Departments {

    /** A body that does not exist yet. */
    record NewDepartment(
            long parentId,
            String code,
            String name,
            String shortName,
            Department.Level level,
            String function,
            String region) {
        public static final String CODE_FORM = "[0-9A-Z-]{3,40}";
        public static final int NAME_MAX = 100;
        public static final int SHORT_NAME_MAX = 30;

        /** What the ledger binds of it. */
        RowContent row() {
            return RowContent.empty()
                    .told("parent", parentId)
                    .told("code", code)
                    .told("name", name)
                    .told("shortName", shortName)
                    .told("level", level)
                    .told("function", function)
                    .told("region", region);
        }
    }

    Optional<Department> find(long id);

    /** The body, unless it is absent or outside the reader's scope. */
    default Department require(long id, Scope scope) {
        return find(id).filter(it -> scope.covers(it.path())).orElseThrow(() -> Refusal.absent("department", id));
    }

    /**
     * Whether a body answers for its region: the credit office (信用监管牵头部门) there. A department of the same region
     * stands below it; a station answers for no region of its own.
     */
    default boolean leads(Department department) {
        if (department.level() == Department.Level.STATION) {
            return false;
        }
        return department
                .superiorId()
                .flatMap(this::find)
                .map(superior -> !superior.region().equals(department.region()))
                .orElse(true);
    }

    /** The bodies of a subtree, each after its parent. */
    List<Department> list(Scope scope);

    /** Until the transaction ends nobody else adds a body: what is not taken stays so. */
    void lock();

    boolean codeTaken(String code);

    /** Whether a body is called so already, in whatever widths and with whatever blanks. */
    boolean nameTaken(String name);

    /** Whether anybody sits in the tree yet. */
    boolean isEmpty();

    /** Keeps a new body below its parent; a parent of 0 makes a root. */
    Department add(NewDepartment department);
}
