package org.shuangsuiji.console.office;

import java.util.Set;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An empty office needs somebody to begin with: one root department and one administrator, if a password is given. The
 * demo brings its own people.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final People people;
    private final Departments departments;
    private final CreateDepartment createDepartment;
    private final CreatePerson createPerson;
    private final Departments.NewDepartment root;
    private final String account;
    private final String password;

    FirstAdministrator(
            People people,
            Departments departments,
            CreateDepartment createDepartment,
            CreatePerson createPerson,
            @Value("${shuangsuiji.first.department-name:市场监督管理局}") String name,
            @Value("${shuangsuiji.first.department-code:ROOT}") String code,
            @Value("${shuangsuiji.first.department-level:CITY}") Department.Level level,
            @Value("${shuangsuiji.first.department-region:150500}") String region,
            @Value("${shuangsuiji.first.account:admin}") String account,
            @Value("${shuangsuiji.first.password:}") String password) {
        this.people = people;
        this.departments = departments;
        this.createDepartment = createDepartment;
        this.createPerson = createPerson;
        this.root = new Departments.NewDepartment(0, code, name, name, level, "市场监管", region);
        this.account = account;
        this.password = password;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!people.isEmpty() || !departments.isEmpty()) {
            return;
        }
        if (password.isBlank()) {
            LOG.warn(
                    "系统中还没有任何用户：请设置 shuangsuiji.first.password（至少 {} 个字符）后重新启动，将建立管理员账号 {}。 "
                            + "Nobody can sign in yet: set shuangsuiji.first.password (at least {} characters) and start again; "
                            + "it makes the administrator {}.",
                    PasswordRules.LENGTH_MIN,
                    account,
                    PasswordRules.LENGTH_MIN,
                    account);
            return;
        }
        Department office = createDepartment.create(root, Actor.SYSTEM);
        createPerson.create(
                new CreatePerson.NewPerson(
                        account, account, office.id(), Set.of(Role.ADMINISTRATOR), password, null, false),
                Actor.SYSTEM);
        LOG.info("The office is empty: made department {} and administrator {}", office.name(), account);
    }
}
