package org.shuangsuiji.console.office;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Ledger;
import org.shuangsuiji.model.LedgerEntry;
import org.shuangsuiji.model.LedgerEvent;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.RowContent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what a person is and may do; open sessions follow at their next request. Who decides on a page that somebody
 * else's change has made out of date is refused: what was just taken away would come back unseen.
 */
@Service
public class ChangePerson {
    /** Code of the refusal of another department for the own account. */
    public static final String OWN_DEPARTMENT = "person-self-department";

    private final People people;
    private final Departments departments;
    private final LinkInspector linkInspector;
    private final Passwords passwords;
    private final Ledger ledger;

    ChangePerson(
            People people, Departments departments, LinkInspector linkInspector, Passwords passwords, Ledger ledger) {
        this.people = people;
        this.departments = departments;
        this.linkInspector = linkInspector;
        this.passwords = passwords;
        this.ledger = ledger;
    }

    /**
     * What an account shall be from now on.
     *
     * @param inspectorId the entry of the inspector directory that is this person; absent for none
     */
    public record Change(
            String name,
            long departmentId,
            Set<Role> roles,
            @Nullable Long inspectorId) {}

    /**
     * Another name, department, set of roles or inspector.
     *
     * @param lockVersion the person's version on the page where this was decided; so with every command below
     */
    @Transactional
    public void change(long id, int lockVersion, Change wanted, @Nullable String reason, Actor actor) {
        Person person = inScope(id, actor);
        requireUnchanged(person, lockVersion);
        if (wanted.roles().isEmpty()) {
            throw Refusal.invalid("person-roles");
        }
        Department department = departments.require(wanted.departmentId(), actor.scope());
        if (person.account().equals(actor.account())
                && person.roles().contains(Role.ADMINISTRATOR)
                && !wanted.roles().contains(Role.ADMINISTRATOR)) {
            throw Refusal.conflict("person-self");
        }
        // one click further down, and nobody could undo it: the tree above is out of the own scope at once
        if (person.account().equals(actor.account()) && wanted.departmentId() != person.departmentId()) {
            throw Refusal.conflict(OWN_DEPARTMENT);
        }
        RowContent before = person.row();
        linkInspector.link(person, wanted.inspectorId(), department, actor);
        person.change(wanted.name(), wanted.departmentId(), wanted.roles());
        people.keep(person);
        ledger.record(LedgerEntry.of(LedgerEvent.USER_CHANGED, actor, "person", id)
                .row(before, person.row())
                .because(reason));
    }

    @Transactional
    public void disable(long id, int lockVersion, @Nullable String reason, Actor actor) {
        Person person = inScope(id, actor);
        if (person.account().equals(actor.account())) {
            throw Refusal.conflict("person-self");
        }
        if (!person.active()) {
            throw Refusal.conflict("person-disabled", person.account());
        }
        requireUnchanged(person, lockVersion);
        RowContent before = person.row();
        person.disable();
        people.keep(person);
        ledger.record(LedgerEntry.of(LedgerEvent.USER_DISABLED, actor, "person", id)
                .row(before, person.row())
                .because(reason));
    }

    @Transactional
    public void enable(long id, int lockVersion, @Nullable String reason, Actor actor) {
        Person person = inScope(id, actor);
        if (person.active()) {
            throw Refusal.conflict("person-enabled", person.account());
        }
        requireUnchanged(person, lockVersion);
        RowContent before = person.row();
        person.enable();
        people.keep(person);
        ledger.record(LedgerEntry.of(LedgerEvent.USER_CHANGED, actor, "person", id)
                .row(before, person.row())
                .because(reason));
    }

    /** An administrator sets a new password, which the person should change. */
    @Transactional
    public void resetPassword(long id, int lockVersion, String password, Actor actor) {
        Person person = inScope(id, actor);
        requireUnchanged(person, lockVersion);
        PasswordRules.check(person.account(), password);
        person.setPasswordHash(passwords.hash(password));
        people.keep(person);
        ledger.record(LedgerEntry.of(LedgerEvent.PASSWORD_CHANGED, actor, "person", id)
                .with("by", "administrator"));
    }

    /** A person chooses a new password and proves to know the present one. */
    @Transactional
    public void changeOwnPassword(String present, String wanted, Actor actor) {
        Person person = own(actor);
        String hash = person.passwordHash();
        if (hash == null || !passwords.matches(present, hash)) {
            throw Refusal.invalid("password-present");
        }
        PasswordRules.check(person.account(), wanted);
        person.setPasswordHash(passwords.hash(wanted));
        people.keep(person);
        ledger.record(LedgerEntry.of(LedgerEvent.PASSWORD_CHANGED, actor, "person", person.id())
                .with("by", "person"));
    }

    /** The language of pages. */
    @Transactional
    public void speak(String language, Actor actor) {
        Person person = own(actor);
        if (person.language().equals(language)) {
            return;
        }
        person.speak(language);
        people.keep(person);
        ledger.record(LedgerEntry.of(LedgerEvent.LANGUAGE_CHOSEN, actor, "person", person.id())
                .with("language", language));
    }

    private static void requireUnchanged(Person person, int lockVersion) {
        if (person.version() != lockVersion) {
            throw People.changedMeanwhile(person);
        }
    }

    private Person own(Actor actor) {
        return people.byAccount(actor.account()).orElseThrow(() -> Refusal.absent("person", actor.account()));
    }

    private Person inScope(long id, Actor actor) {
        return people.find(id, actor.scope()).orElseThrow(() -> Refusal.absent("person", id));
    }
}
