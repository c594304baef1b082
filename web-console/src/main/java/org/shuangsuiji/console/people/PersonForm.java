package org.shuangsuiji.console.people;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.ChangePerson;
import org.shuangsuiji.console.office.CreatePerson;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.model.Invisible;

/** What an administrator types about a person. */
record PersonForm(
        @Required @Size(max = 60, message = "{form.too-long}") @Nullable
        String account,

        @Required
        @Size(max = 60, message = "{form.too-long}")
        @Pattern(regexp = Invisible.FREE, message = "{form.invisible}")
        @Nullable
        String name,

        @Required @Nullable Long departmentId,
        @Required @Nullable Set<Role> roles,
        @Nullable Long inspectorId,
        @Required @Nullable String password) {

    CreatePerson.NewPerson person() {
        return new CreatePerson.NewPerson(
                requireNonNull(account).strip(),
                requireNonNull(name).strip(),
                requireNonNull(departmentId),
                requireNonNull(roles),
                requireNonNull(password),
                inspectorId,
                false);
    }

    /**
     * For the page that changes an account: its name and password are changed elsewhere.
     *
     * @param lockVersion the version of the person that the page showed
     */
    record Change(
            @Required
            @Size(max = 60, message = "{form.too-long}")
            @Pattern(regexp = Invisible.FREE, message = "{form.invisible}")
            @Nullable
            String name,

            @Required @Nullable Long departmentId,
            @Required @Nullable Set<Role> roles,
            @Nullable Long inspectorId,

            @Size(max = 500, message = "{form.too-long}") @Nullable
            String reason,

            int lockVersion) {

        static Change of(Person person) {
            return new Change(
                    person.name(), person.departmentId(), person.roles(), person.inspectorId(), null, person.version());
        }

        ChangePerson.Change change() {
            return new ChangePerson.Change(
                    requireNonNull(name).strip(), requireNonNull(departmentId), requireNonNull(roles), inspectorId);
        }
    }

    /**
     * For the page that sets a new password.
     *
     * @param lockVersion the version of the person that the page showed
     */
    record Reset(@Required @Nullable String newPassword, int lockVersion) {}
}
