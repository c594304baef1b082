package org.shuangsuiji.console.office;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an account for somebody of a department that the actor may see. */
@Service
public class CreatePerson {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9._-]{2,60}");

    /**
     * Who shall sign in.
     *
     * @param inspectorId the entry of the inspector directory that is this person
     */
    public record NewPerson(
            String account,
            String name,
            long departmentId,
            Set<Role> roles,
            String password,
            @Nullable Long inspectorId,
            boolean demo) {}

    private final People people;
    private final Departments departments;
    private final LinkInspector linkInspector;
    private final Passwords passwords;
    private final Ledger ledger;
    private final Clock clock;

    CreatePerson(
            People people,
            Departments departments,
            LinkInspector linkInspector,
            Passwords passwords,
            Ledger ledger,
            Clock clock) {
        this.people = people;
        this.departments = departments;
        this.linkInspector = linkInspector;
        this.passwords = passwords;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether it could be somebody's account at all. */
    static boolean isAccount(String typed) {
        return ACCOUNT.matcher(typed).matches();
    }

    /** The ledger tells the system from people by nothing else. */
    static boolean isOfTheSystem(String account) {
        return account.equals(Actor.SYSTEM.account());
    }

    @Transactional
    public Person create(NewPerson wanted, Actor actor) {
        if (!isAccount(wanted.account())) {
            throw Refusal.invalid("person-account", wanted.account());
        }
        if (wanted.roles().isEmpty()) {
            throw Refusal.invalid("person-roles");
        }
        Department department = departments.require(wanted.departmentId(), actor.scope());
        if (isOfTheSystem(wanted.account())
                || people.byAccount(wanted.account()).isPresent()) {
            throw Refusal.conflict("person-account-taken", wanted.account());
        }
        PasswordRules.check(wanted.account(), wanted.password());
        var person = new Person(
                wanted.account(),
                wanted.name(),
                wanted.departmentId(),
                wanted.roles(),
                passwords.hash(wanted.password()),
                wanted.demo(),
                clock.instant());
        linkInspector.link(person, wanted.inspectorId(), department, actor);
        people.add(person);
        ledger.record(LedgerEntry.of(LedgerEvent.USER_CREATED, actor, "person", person.id())
                .with("account", person.account())
                .with("department", person.departmentId())
                .with("roles", new TreeSet<>(person.roles()))
                .with("inspector", String.valueOf(person.inspectorId()))
                .row(person.row()));
        return person;
    }
}
