package org.shuangsuiji.console.office.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.DemoDoor;
import org.shuangsuiji.console.office.People;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JpaPeople implements People {
    private static final String INSPECTOR_ONCE = "person_inspector_once";

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final DemoDoor demo;

    JpaPeople(EntityManager entities, JdbcClient jdbc, DemoDoor demo) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.demo = demo;
    }

    @Override
    public Optional<Person> byAccount(String account) {
        return entities.createQuery("from Person where account = :account", Person.class)
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Map<String, String> names(Collection<String> accounts) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select account, name from office.person where account = any (:accounts)")
                .param("accounts", accounts.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("account"), row.getString("name"));
                });
        return names;
    }

    @Override
    public Optional<Person> find(long id, Scope scope) {
        boolean visible = jdbc.sql("""
                        select exists (
                            select 1 from office.person p join office.department d on d.id = p.department_id
                            where p.id = :id and d.path like :departments)
                        """)
                .param("id", id)
                .param("departments", scope.departmentsLike())
                .query(Boolean.class)
                .single();
        return visible ? Optional.ofNullable(entities.find(Person.class, id)) : Optional.empty();
    }

    @Override
    public List<Line> list(@Nullable String words, @Nullable String after, Scope scope, int limit) {
        return jdbc.sql("""
                        select p.id, p.account, p.name, d.name as department, p.active, p.demo,
                               (select string_agg(r.role, ',' order by r.role)
                                from office.person_role r where r.person_id = p.id) as roles
                        from office.person p
                        join office.department d on d.id = p.department_id
                        where d.path like :departments
                          and (:words::text is null or strpos(p.account, lower(:words)) > 0 or strpos(p.name, :words) > 0)
                          and (:after::text is null or p.account > :after)
                        order by p.account
                        limit :limit
                        """)
                .param("departments", scope.departmentsLike())
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Line(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getString("name"),
                        row.getString("department"),
                        roles(row.getString("roles")),
                        row.getBoolean("active"),
                        row.getBoolean("demo")))
                .list();
    }

    private static List<Role> roles(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Role::valueOf).sorted().toList();
    }

    @Override
    public boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from office.person)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean anyOfDemo() {
        return jdbc.sql("select exists (select 1 from office.person where demo)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Person add(Person person) {
        entities.persist(person);
        keep(person);
        return person;
    }

    @Override
    public void keep(Person person) {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw People.changedMeanwhile(person);
        } catch (ConstraintViolationException e) {
            if (INSPECTOR_ONCE.equals(e.getConstraintName())) {
                throw Refusal.conflict("person-inspector-taken-meanwhile", person.account());
            }
            throw e;
        }
    }

    @Override
    public Optional<Integer> sessionStamp(long personId) {
        return jdbc.sql("select session_stamp from office.person where id = :id and active and (:demo or not demo)")
                .param("id", personId)
                .param("demo", demo.isOpen())
                .query(Integer.class)
                .optional();
    }
}
