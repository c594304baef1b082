package org.shuangsuiji.console.security;

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

    OfficeUsers(People people, Departments departments) {
        this.people = people;
        this.departments = departments;
    }

    @Override
    @Transactional(readOnly = true)
    public OfficeUser loadUserByUsername(String account) {
        Person person = people.byAccount(account)
                .orElseThrow(() -> new UsernameNotFoundException("No person has the account '%s'".formatted(account)));
        return departments
                .find(person.departmentId())
                .map(department -> new OfficeUser(person, department))
                .orElseThrow(() -> new UsernameNotFoundException(
                        "The department of account '%s' is dissolved".formatted(account)));
    }
}
