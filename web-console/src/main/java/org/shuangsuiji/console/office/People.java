package org.shuangsuiji.console.office;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;

/** The people who sign in. */
public interface People {
    /** Code of the refusal of what was decided on a page out of date. */
    String CHANGED_MEANWHILE = "person-changed-meanwhile";

    /** One line of the list. */
    record Line(
            long id,
            String account,
            String name,
            String departmentName,
            List<Role> roles,
            boolean active,
            boolean demo) {}

    Optional<Person> byAccount(String account);

    /** What the people of these accounts are called; an account that nobody has is left out. */
    Map<String, String> names(Collection<String> accounts);

    /** A person of a department in scope. */
    Optional<Person> find(long id, Scope scope);

    /**
     * By account, after the given one.
     *
     * @param words part of the account or name; absent for all
     */
    List<Line> list(@Nullable String words, @Nullable String after, Scope scope, int limit);

    boolean isEmpty();

    /** Whether a demo was ever begun here: its people are the first that it makes, and nobody disappears. */
    boolean anyOfDemo();

    /** Keeps a new person; refuses when another account became the same inspector meanwhile. */
    Person add(Person person);

    /**
     * Keeps what was changed about a person; refuses when somebody else changed the person, or another account became
     * the same inspector, meanwhile.
     */
    void keep(Person person);

    /** Two people, one account: the second to decide learns that what was on the page is no longer so. */
    static Refusal changedMeanwhile(Person person) {
        return Refusal.conflict(CHANGED_MEANWHILE, person.account());
    }

    /** The stamp that sessions of this person need to carry; absent when the person may not be signed in. */
    Optional<Integer> sessionStamp(long personId);
}
