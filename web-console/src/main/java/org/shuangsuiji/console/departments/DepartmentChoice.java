package org.shuangsuiji.console.departments;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shuangsuiji.console.office.Departments;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Scope;
import org.springframework.stereotype.Component;

/** The departments that a reader may choose from, indented as in the tree. */
@Component
public class DepartmentChoice {
    private final Departments departments;

    DepartmentChoice(Departments departments) {
        this.departments = departments;
    }

    public Map<Long, String> of(Scope scope) {
        Map<Long, String> choice = new LinkedHashMap<>();
        int top = depth(scope.departmentPath());
        for (Department each : departments.list(scope)) {
            choice.put(each.id(), "\u3000".repeat(Math.max(0, depth(each.path()) - top)) + each.name());
        }
        return choice;
    }

    /** How far below the root a path ends. */
    static int depth(String path) {
        return (int) path.chars().filter(it -> it == '/').count();
    }
}
