package org.shuangsuiji.console.security;

import org.shuangsuiji.console.office.DemoDoor;
import org.shuangsuiji.console.office.Departments;
import org.shuangsuiji.console.office.People;
import org.shuangsuiji.console.office.Person;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds who wants to sign in. */
@Service
public class OfficeUsers implements UserDetailsService {
    private final People people;
    private final Departments departments;
    private final DemoDoor demo;

    OfficeUsers(People people, Departments departments, DemoDoor demo) {
        this.people = people;
        this.departments = departments;
        this.demo = demo;
    }

    @Override
    @Transactional(readOnly = true)
    public OfficeUser loadUserByUsername(String account) {
        Person person = people.byAccount(account)
                .filter(demo::admits)
                .orElseThrow(() -> new UsernameNotFoundException("Nobody may sign in as '%s'".formatted(account)));
        return departments
                .find(person.departmentId())
                .map(department -> new OfficeUser(person, department, departments.leads(department)))
                .orElseThrow(() -> new UsernameNotFoundException(
                        "The department of account '%s' is dissolved".formatted(account)));
    }
}
