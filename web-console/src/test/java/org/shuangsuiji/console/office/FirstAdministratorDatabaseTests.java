package org.shuangsuiji.console.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.console.DatabaseOfTests;
import org.shuangsuiji.console.Shuangsuiji;
import org.shuangsuiji.console.database.OfficeMark;
import org.shuangsuiji.db.OfficeDatabase;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Transactional;

/** The first start of an office without a demo, on a database in which nobody is; each test leaves it so. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@Transactional
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "shuangsuiji.demo=false",
            // as docker-compose.yml gives a level that nobody said
            "shuangsuiji.first.department-level=",
            "shuangsuiji.data=target/first-administrator-data"
        })
class FirstAdministratorDatabaseTests {
    private static final String PASSWORD = "Correct-Horse-2026";

    private static final String NAME = "开鲁县市场监督管理局";
    private static final OfficeDatabase DATABASE = OfficeDatabase.create();

    @Autowired
    private People people;

    @Autowired
    private Departments departments;

    @Autowired
    private CreateDepartment createDepartment;

    @Autowired
    private CreatePerson createPerson;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DatabaseOfTests.register(registry, DATABASE);
    }

    private void start(String region, String password, String level) {
        start(NAME, "ROOT", level, region, "admin", password);
    }

    private void start(String name, String code, String level, String region, String account, String password) {
        new FirstAdministrator(
                        people,
                        departments,
                        createDepartment,
                        createPerson,
                        new MockEnvironment()
                                .withProperty("shuangsuiji.first.department-region", region)
                                .withProperty("shuangsuiji.first.password", password),
                        name,
                        code,
                        level,
                        region,
                        account,
                        password)
                .run(new DefaultApplicationArguments());
    }

    /** What a start says that ends because it can make no office, and makes nothing of one. */
    private String refusedStart(Runnable start) {
        Throwable ending = catchThrowable(start::run);
        assertThat(ending).isInstanceOf(FirstSettingsWrong.class);
        assertThat(departments.isEmpty()).isTrue();
        assertThat(people.isEmpty()).isTrue();
        return new FirstSettingsWrongAnalyzer().analyze(ending).getDescription();
    }

    private String refusedStart(String region, String password) {
        return refusedStart(() -> start(region, password, ""));
    }

    /** What one start says; the output before it is of the application that the tests run in. */
    private static String saidBy(CapturedOutput output, Runnable start) {
        int before = output.getAll().length();
        start.run();
        return output.getAll().substring(before);
    }

    @Test
    void aStartThatAsksForNoOfficeSaysHowToAskAndGoesOn(CapturedOutput output) {
        assertThat(departments.isEmpty()).as("after the start of this test").isTrue();
        assertThat(people.isEmpty()).as("after the start of this test").isTrue();
        assertThat(saidBy(output, () -> start("", "", "")))
                .contains("未给出密码；未给出行政区划；")
                .contains("--shuangsuiji.first.department-region=150581");
    }

    @Test
    void aStartThatAsksForAnOfficeOfNoRegionEndsInWordsAndMakesNothing(@TempDir Path folder, CapturedOutput output) {
        assertThat(saidBy(output, () -> assertThatThrownBy(() -> SpringApplication.run(
                                Shuangsuiji.class,
                                "--shuangsuiji.first.department-region=159999",
                                "--shuangsuiji.first.password=" + PASSWORD,
                                "--server.port=0",
                                "--shuangsuiji.data=" + folder,
                                "--spring.datasource.url=" + DATABASE.url(),
                                "--spring.datasource.username=" + DATABASE.user(),
                                "--spring.datasource.password=" + DATABASE.password(),
                                "--shuangsuiji.database.app-password=app-of-the-tests",
                                "--shuangsuiji.database.portal-password=portal-of-the-tests"))
                        .isInstanceOf(FirstSettingsWrong.class)))
                .contains("APPLICATION FAILED TO START", "“159999”不是行政区划代码", "'159999' is not the code of a region")
                .doesNotContain("\tat org.");
        assertThat(departments.isEmpty()).isTrue();
        assertThat(people.isEmpty()).isTrue();
    }

    @Test
    void namesEachSettingToGiveWithAnExampleWhereTheRegionIsMissing() {
        assertThat(refusedStart("", PASSWORD))
                .contains("未给出行政区划")
                .contains("no region was given")
                .contains("shuangsuiji.first.password")
                .contains("--shuangsuiji.first.department-region=150581")
                .contains("--shuangsuiji.first.department-name=霍林郭勒市市场监督管理局")
                .contains("--shuangsuiji.first.department-level=COUNTY")
                .doesNotContain("未给出密码")
                .doesNotContain(PASSWORD);
    }

    @Test
    void namesThemAllAsWellWhereThePasswordIsMissing() {
        assertThat(refusedStart("150523", " "))
                .contains("未给出密码")
                .contains("no password was given")
                .contains("--shuangsuiji.first.department-region=150581")
                .doesNotContain("未给出行政区划");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15052", "1505230", "开鲁县", "000000", "990000", "159999", "159999001"})
    void makesNothingForWhatIsNoRegionAndSaysWhatWasGiven(String given) {
        assertThat(refusedStart(given, PASSWORD))
                .contains("“" + given + "”不是行政区划代码")
                .contains("'" + given + "' is not the code of a region");
    }

    @ParameterizedTest
    @CsvSource({
        "110000, PROVINCE",
        "150500, CITY",
        "150523, COUNTY",
        " 150523 , COUNTY",
        "150523001, STATION",
        "150523000000, COUNTY"
    })
    void makesTheOfficeOfTheRegionGivenAtTheLevelThatItsCodeTells(String region, Department.Level level) {
        start(region, PASSWORD, "");
        Department office = departments.list(Scope.WHOLE_OFFICE).get(0);
        assertThat(office.region().code()).isEqualTo(region.strip());
        assertThat(office.level()).isEqualTo(level);
        assertThat(office.name()).isEqualTo(NAME);
        assertThat(people.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"short-one, 密码有 9 个字符", "shuangsuiji, 密码太常见", "admin-of-ours, 密码太常见"})
    void makesNothingForAPasswordThatNobodyMayHave(String password, String said) {
        assertThat(refusedStart("150523", password)).contains(said);
    }

    @Test
    void makesNothingForALevelThatThereIsNot() {
        assertThat(refusedStart(() -> start("150523", PASSWORD, "TOWN")))
                .contains("“TOWN”不是单位级别", "'TOWN' is not a level");
    }

    static Stream<Arguments> namesThatNoFormTakes() {
        return Stream.of(
                Arguments.of(" ", "未给出单位名称；", "no name was given; "),
                Arguments.of("开鲁县\u200b市场监督管理局", "（U+200B）", "(U+200B)"),
                Arguments.of("开鲁县\n市场监督管理局", "（U+000A）", "(U+000A)"),
                Arguments.of("局".repeat(31), "单位名称有 31 个字符，最多 30 个；", "has 31 characters, at most 30"));
    }

    @ParameterizedTest
    @MethodSource("namesThatNoFormTakes")
    void makesNothingForANameThatNoFormTakes(String name, String chinese, String english) {
        assertThat(refusedStart(() -> start(name, "ROOT", "", "150523", "admin", PASSWORD)))
                .contains(chinese, english);
    }

    @Test
    void takesTheLongestNameThatIsAShortNameTooInTheOneSpelling() {
        start(" " + "局".repeat(26) + "cafe\u0301 ", "ROOT", "", "150523", "admin", PASSWORD);
        assertThat(departments.list(Scope.WHOLE_OFFICE).get(0).name()).isEqualTo("局".repeat(26) + "caf\u00E9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RO", "根单位"})
    void makesNothingForACodeThatNoFormTakes(String code) {
        assertThat(refusedStart(() -> start(NAME, code, "", "150523", "admin", PASSWORD)))
                .contains("“" + code + "”不能作单位编码", "'" + code + "' cannot be the code of a department");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Admin", "a", "管理员", "system"})
    void makesNothingForAnAccountThatNobodyMayHave(String account) {
        assertThat(refusedStart(() -> start(NAME, "ROOT", "", "150523", account, PASSWORD)))
                .contains("“" + account + "”不能作账号", "'" + account + "' cannot be an account");
    }

    @Test
    void takesTheLevelThatIsGivenInsteadOfTheOneThatTheCodeTells() {
        start("441900", PASSWORD, "COUNTY");
        assertThat(departments.list(Scope.WHOLE_OFFICE).get(0).level()).isEqualTo(Department.Level.COUNTY);
    }

    @Test
    void leavesAnOfficeAloneThatHasADepartment(CapturedOutput output) {
        start("150523", PASSWORD, "");
        assertThat(saidBy(output, () -> start("", "", ""))).doesNotContain("shuangsuiji.first");
        assertThat(departments.list(Scope.WHOLE_OFFICE)).hasSize(1);
    }

    @Test
    void marksTheFolderOnceAnOfficeWorksInIt(@TempDir Path folder) {
        var mark = new OfficeMark(folder);
        afterStart(mark);
        assertThat(mark.stands()).as("nobody is there yet").isFalse();
        start("150523", PASSWORD, "");
        afterStart(mark);
        assertThat(mark.stands()).isTrue();
        assertThat(folder.resolve("office")).content().contains("不是演示区", "not of the demo");
    }

    @Test
    void saysThatADemoIsClosedAndThatNoOfficeWasMadeBesideIt(@TempDir Path folder, CapturedOutput output) {
        start("150523", PASSWORD, "");
        long office = departments.list(Scope.WHOLE_OFFICE).get(0).id();
        people.add(new Person("planner", "计划员", office, Set.of(Role.PLANNER), null, true, Instant.EPOCH));
        var mark = new OfficeMark(folder);
        String said = saidBy(output, () -> afterStart(mark, "shuangsuiji.first.department-name"));
        assertThat(said)
                .contains("演示账号和演示接口密钥一律停用", "accounts and its API key are closed")
                .contains("没有建立单位", "No office was made", "--shuangsuiji.data=DIR");
        assertThat(saidBy(output, () -> afterStart(mark)))
                .contains("演示账号和演示接口密钥一律停用")
                .doesNotContain("没有建立单位");
        assertThat(mark.stands()).isFalse();
    }

    private void afterStart(OfficeMark mark, String... given) {
        var settings = new MockEnvironment();
        for (String name : given) {
            settings.setProperty(name, "any");
        }
        var marks = new StaticListableBeanFactory(Map.of("mark", mark)).getBeanProvider(OfficeMark.class);
        new AfterStart(people, marks, settings).ready();
    }

    @Test
    void theFileForAServerAsksForTheRegionAndHasNoneOfItsOwn() throws IOException {
        String compose = Files.readString(Path.of("..", "docker-compose.yml"));
        assertThat(compose)
                .containsPattern("SHUANGSUIJI_FIRST_DEPARTMENT_REGION: \"?\\$\\{FIRST_REGION:\\?[^}]*FIRST_REGION")
                .contains("SHUANGSUIJI_FIRST_DEPARTMENT_LEVEL: ${FIRST_DEPARTMENT_LEVEL:-}\n");
    }
}
