package org.shuangsuiji.console.office;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shuangsuiji.ingest.reading.RegionNames;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An empty office needs somebody to begin with: one root department and one administrator, if a password and a region
 * are given. The region has no default: it decides which enterprises the whole office sees, and no page changes it. The
 * demo brings its own people.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String PASSWORD = "shuangsuiji.first.password";
    private static final String REGION = "shuangsuiji.first.department-region";
    private static final String NAME = "shuangsuiji.first.department-name";
    private static final String LEVEL = "shuangsuiji.first.department-level";
    private static final String EXAMPLE =
            "--" + PASSWORD + "=… --" + REGION + "=150581 --" + NAME + "=霍林郭勒市市场监督管理局 --" + LEVEL + "=COUNTY";
    private static final Pattern REGION_FORM = Pattern.compile("[0-9]{6}([0-9]{3}){0,2}");
    private static final int COUNTY_DIGITS = 6;

    private final People people;
    private final Departments departments;
    private final CreateDepartment createDepartment;
    private final CreatePerson createPerson;
    private final String name;
    private final String code;
    private final String level;
    private final String region;
    private final String account;
    private final String password;

    FirstAdministrator(
            People people,
            Departments departments,
            CreateDepartment createDepartment,
            CreatePerson createPerson,
            @Value("${shuangsuiji.first.department-name:市场监督管理局}") String name,
            @Value("${shuangsuiji.first.department-code:ROOT}") String code,
            @Value("${shuangsuiji.first.department-level:}") String level,
            @Value("${shuangsuiji.first.department-region:}") String region,
            @Value("${shuangsuiji.first.account:admin}") String account,
            @Value("${shuangsuiji.first.password:}") String password) {
        this.people = people;
        this.departments = departments;
        this.createDepartment = createDepartment;
        this.createPerson = createPerson;
        this.name = name;
        this.code = code;
        this.level = level.strip();
        this.region = region.strip();
        this.account = account;
        this.password = password;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!people.isEmpty() || !departments.isEmpty()) {
            return;
        }
        if (wrongPassword().isPresent() || !isRegion(region) || !isLevel(level)) {
            warn();
            return;
        }
        Department office = createDepartment.create(
                new Departments.NewDepartment(
                        0,
                        code,
                        name,
                        name,
                        level.isEmpty() ? levelOf(region) : Department.Level.valueOf(level),
                        "市场监管",
                        region),
                Actor.SYSTEM);
        createPerson.create(
                new CreatePerson.NewPerson(
                        account, account, office.id(), Set.of(Role.ADMINISTRATOR), password, null, false),
                Actor.SYSTEM);
        LOG.info(
                "The office is empty: made department {} ({}) of region {} {} and administrator {}",
                office.name(),
                office.level(),
                region,
                RegionNames.full(region).orElse(""),
                account);
    }

    /** Says each setting that is needed, and what is wrong with what was given. */
    private void warn() {
        String chinese = wrongPassword().map(Wrong::chinese).orElse("");
        String english = wrongPassword().map(Wrong::english).orElse("");
        if (region.isEmpty()) {
            chinese += "未给出行政区划；";
            english += "no region was given; ";
        } else if (!isRegion(region)) {
            chinese += "“" + region + "”不是行政区划代码；";
            english += "'" + region + "' is not the code of a region; ";
        }
        if (!isLevel(level)) {
            chinese += "“" + level + "”不是单位级别；";
            english += "'" + level + "' is not a level; ";
        }
        LOG.warn(
                "系统中还没有任何用户，本次也没有建立：{}请设置 {}（至少 {} 个字符）和 {}（本单位的行政区划代码，6、9 或 12 位，建立后不能更改），"
                        + "并可设置 {}（单位名称，默认“{}”）和 {}（PROVINCE、CITY、COUNTY 或 STATION，默认按行政区划代码），"
                        + "然后重新启动，将建立该单位和管理员账号 {}。例如 {}。 "
                        + "Nobody can sign in yet, and nothing was made: {}set {} (at least {} characters) and {} (the code of "
                        + "the office's region, 6, 9 or 12 digits; it cannot be changed later), if you like also {} (the "
                        + "office's name, else {}) and {} (PROVINCE, CITY, COUNTY or STATION, else by the region), and start "
                        + "again; it makes this department and the administrator {}. For example: {}",
                chinese,
                PASSWORD,
                PasswordRules.LENGTH_MIN,
                REGION,
                NAME,
                name,
                LEVEL,
                account,
                EXAMPLE,
                english,
                PASSWORD,
                PasswordRules.LENGTH_MIN,
                REGION,
                NAME,
                name,
                LEVEL,
                account,
                EXAMPLE);
    }

    /** What is wrong with a setting. */
    private record Wrong(String chinese, String english) {}

    private Optional<Wrong> wrongPassword() {
        if (password.isBlank()) {
            return Optional.of(new Wrong("未给出密码；", "no password was given; "));
        }
        if (!PasswordRules.hasLength(password)) {
            return Optional.of(new Wrong(
                    "密码有 %d 个字符；".formatted(password.length()),
                    "the password has %d characters; ".formatted(password.length())));
        }
        return PasswordRules.isCommon(account, password)
                ? Optional.of(new Wrong(
                        "密码太常见，或含有账号名；", "the password is one that everybody tries first, or holds the account; "))
                : Optional.empty();
    }

    private static boolean isLevel(String word) {
        return word.isEmpty()
                || Arrays.stream(Department.Level.values()).map(Enum::name).anyMatch(word::equals);
    }

    /** Whether these are the digits of a county, city or province that there is, or of something in such a county. */
    private static boolean isRegion(String code) {
        return REGION_FORM.matcher(code).matches()
                && RegionNames.of(code.substring(0, COUNTY_DIGITS)).isPresent();
    }

    /** The level of the office that answers for a region: 150000 a province, 150500 a city, 150581 a county. */
    private static Department.Level levelOf(String region) {
        return switch (new Region(region).prefix().length()) {
            case 2 -> Department.Level.PROVINCE;
            case 4 -> Department.Level.CITY;
            case COUNTY_DIGITS -> Department.Level.COUNTY;
            default -> Department.Level.STATION;
        };
    }
}
