package org.shuangsuiji.console.departments;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.Departments;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Invisible;
import org.shuangsuiji.model.Region;

/** What an administrator types about a department. What is left blank is asked for, and not told its format too. */
record DepartmentForm(
        @Required @Nullable Long parentId,

        @Required
        @Pattern(regexp = "\\s*|" + Departments.NewDepartment.CODE_FORM, message = "{department.code.form}")
        @Nullable
        String code,

        @Required
        @Size(max = Departments.NewDepartment.NAME_MAX, message = "{form.too-long}")
        @Pattern(regexp = Invisible.FREE, message = "{form.invisible}")
        @Nullable
        String name,

        @Required
        @Size(max = Departments.NewDepartment.SHORT_NAME_MAX, message = "{form.too-long}")
        @Pattern(regexp = Invisible.FREE, message = "{form.invisible}")
        @Nullable
        String shortName,

        @Required Department.@Nullable Level level,

        @Required
        @Size(max = 60, message = "{form.too-long}")
        @Pattern(regexp = Invisible.FREE, message = "{form.invisible}")
        @Nullable
        String function,

        @Required @Pattern(regexp = "\\s*|" + Region.FORM, message = "{department.region.form}") @Nullable
        String region) {

    Departments.NewDepartment department() {
        return new Departments.NewDepartment(
                requireNonNull(parentId),
                requireNonNull(code),
                Words.stripped(name),
                Words.stripped(shortName),
                requireNonNull(level),
                Words.stripped(function),
                requireNonNull(region));
    }
}
