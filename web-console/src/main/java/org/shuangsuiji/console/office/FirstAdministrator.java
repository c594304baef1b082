package org.shuangsuiji.console.office;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.ingest.reading.RegionNames;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Invisible;
import org.shuangsuiji.model.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An empty office needs somebody to begin with: one root department and one administrator, if a password and a region
 * are given. The region has no default: it decides which enterprises the whole office sees, and no page changes it. A
 * start that asks for an office of which none can be made ends, for nobody could ever sign in to what goes on. The demo
 * brings its own people.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String NAME_DEFAULT = "市场监督管理局";
    private static final String ACCOUNT_DEFAULT = "admin";
    private static final String EXAMPLE = "--" + FirstSettings.PASSWORD + "=… --" + FirstSettings.REGION + "=150581 --"
            + FirstSettings.NAME + "=霍林郭勒市市场监督管理局 --" + FirstSettings.LEVEL + "=COUNTY";

    /** What is needed, in either language: what was wrong, and then each setting. */
    private static final String CHINESE = "系统中还没有任何用户，本次也没有建立：%1$s请设置 %2$s（至少 %3$d 个字符）和"
            + " %4$s（本单位的行政区划代码，6、9 或 12 位，建立后不能更改），并可设置 %5$s（单位名称，默认“%6$s”）、"
            + "%7$s（PROVINCE、CITY、COUNTY 或 STATION，默认按行政区划代码）和 %8$s（管理员账号，默认 %9$s），"
            + "然后重新启动，将建立该单位和管理员账号。例如 %10$s。";

    private static final String ENGLISH = "Nobody can sign in yet, and nothing was made: %1$sset %2$s (at least %3$d"
            + " characters) and %4$s (the code of the office's region, 6, 9 or 12 digits; it cannot be changed later),"
            + " if you like also %5$s (the office's name, else %6$s), %7$s (PROVINCE, CITY, COUNTY or STATION, else by"
            + " the region) and %8$s (the administrator's account, else %9$s), and start again; it makes the department"
            + " and its administrator. For example: %10$s";

    private final People people;
    private final Departments departments;
    private final CreateDepartment createDepartment;
    private final CreatePerson createPerson;
    private final boolean asked;
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
            Environment settings,
            @Value("${" + FirstSettings.NAME + ":" + NAME_DEFAULT + "}") String name,
            @Value("${" + FirstSettings.CODE + ":ROOT}") String code,
            @Value("${" + FirstSettings.LEVEL + ":}") String level,
            @Value("${" + FirstSettings.REGION + ":}") String region,
            @Value("${" + FirstSettings.ACCOUNT + ":" + ACCOUNT_DEFAULT + "}") String account,
            @Value("${" + FirstSettings.PASSWORD + ":}") String password) {
        this.people = people;
        this.departments = departments;
        this.createDepartment = createDepartment;
        this.createPerson = createPerson;
        this.asked = FirstSettings.given(settings);
        this.name = Words.stripped(name);
        this.code = code.strip();
        this.level = level.strip();
        this.region = region.strip();
        this.account = account.strip();
        this.password = password;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!people.isEmpty() || !departments.isEmpty()) {
            return;
        }
        List<Wrong> wrong = Stream.of(
                        wrongPassword(), wrongRegion(), wrongLevel(), wrongName(), wrongCode(), wrongAccount())
                .flatMap(Optional::stream)
                .toList();
        if (!wrong.isEmpty()) {
            String said = told(CHINESE, wrong, Wrong::chinese) + "\n" + told(ENGLISH, wrong, Wrong::english);
            if (asked) {
                throw new FirstSettingsWrong(said);
            }
            LOG.warn(said);
            return;
        }
        Department office = createDepartment.create(
                new Departments.NewDepartment(
                        0,
                        code,
                        name,
                        name,
                        level.isEmpty() ? new Region(region).level() : Department.Level.valueOf(level),
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

    private static String told(String text, List<Wrong> wrong, Function<Wrong, String> language) {
        return text.formatted(
                wrong.stream().map(language).collect(Collectors.joining()),
                FirstSettings.PASSWORD,
                PasswordRules.LENGTH_MIN,
                FirstSettings.REGION,
                FirstSettings.NAME,
                NAME_DEFAULT,
                FirstSettings.LEVEL,
                FirstSettings.ACCOUNT,
                ACCOUNT_DEFAULT,
                EXAMPLE);
    }

    /** What is wrong with a setting. */
    private record Wrong(String chinese, String english) {

        static Optional<Wrong> with(String chinese, String english) {
            return Optional.of(new Wrong(chinese, english));
        }
    }

    private Optional<Wrong> wrongPassword() {
        if (password.isBlank()) {
            return Wrong.with("未给出密码；", "no password was given; ");
        }
        if (!PasswordRules.hasLength(password)) {
            return Wrong.with(
                    "密码有 " + password.length() + " 个字符；", "the password has " + password.length() + " characters; ");
        }
        return PasswordRules.isCommon(account, password)
                ? Wrong.with("密码太常见，或含有账号名；", "the password is one that everybody tries first, or holds the account; ")
                : Optional.empty();
    }

    /** The region is that of a county, city or province that there is, or of something in such a county. */
    private Optional<Wrong> wrongRegion() {
        if (region.isEmpty()) {
            return Wrong.with("未给出行政区划；", "no region was given; ");
        }
        return Region.isCode(region)
                        && RegionNames.of(new Region(region).county()).isPresent()
                ? Optional.empty()
                : Wrong.with("“" + region + "”不是行政区划代码；", "'" + region + "' is not the code of a region; ");
    }

    private Optional<Wrong> wrongLevel() {
        return level.isEmpty()
                        || Arrays.stream(Department.Level.values())
                                .map(Enum::name)
                                .anyMatch(level::equals)
                ? Optional.empty()
                : Wrong.with("“" + level + "”不是单位级别；", "'" + level + "' is not a level; ");
    }

    /** The one name is the short name as well, with which numbers of documents begin. */
    private Optional<Wrong> wrongName() {
        if (name.isEmpty()) {
            return Wrong.with("未给出单位名称；", "no name was given; ");
        }
        OptionalInt invisible = name.codePoints().filter(Invisible::is).findFirst();
        if (invisible.isPresent()) {
            String which = "U+%04X".formatted(invisible.getAsInt());
            return Wrong.with(
                    "单位名称里有看不见的字符（" + which + "）；",
                    "the office's name holds a character that cannot be seen (" + which + "); ");
        }
        int most = Departments.NewDepartment.SHORT_NAME_MAX;
        return name.length() <= most
                ? Optional.empty()
                : Wrong.with(
                        "单位名称有 " + name.length() + " 个字符，最多 " + most + " 个；",
                        "the office's name has " + name.length() + " characters, at most " + most + "; ");
    }

    private Optional<Wrong> wrongCode() {
        return code.matches(Departments.NewDepartment.CODE_FORM)
                ? Optional.empty()
                : Wrong.with(
                        "“" + code + "”不能作单位编码（" + FirstSettings.CODE + "，应为 3 至 40 个大写字母、数字或横线）；",
                        "'" + code + "' cannot be the code of a department (" + FirstSettings.CODE
                                + ", 3 to 40 capital letters, digits or dashes); ");
    }

    private Optional<Wrong> wrongAccount() {
        return CreatePerson.isAccount(account) && !CreatePerson.isOfTheSystem(account)
                ? Optional.empty()
                : Wrong.with(
                        "“" + account + "”不能作账号（应为 2 至 60 个小写字母、数字、点、横线或下划线，system 除外）；",
                        "'" + account + "' cannot be an account (2 to 60 small letters, digits, dots, dashes or"
                                + " underscores, and not 'system'); ");
    }
}
