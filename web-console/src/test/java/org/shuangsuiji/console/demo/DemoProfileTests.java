package org.shuangsuiji.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.console.database.OfficeMark;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DemoProfileTests {
    @TempDir
    private Path folder;

    @Test
    void isADemoWithTheDatabaseThatComesAlong() {
        assertThat(started(new MockEnvironment()).matchesProfiles("demo")).isTrue();
    }

    @Test
    void isNoneWhenSwitchedOff() {
        var environment = new MockEnvironment().withProperty("shuangsuiji.demo", "false");
        assertThat(started(environment).matchesProfiles("demo")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shuangsuiji.first.password",
                "shuangsuiji.first.account",
                "shuangsuiji.first.department-name",
                "shuangsuiji.first.department-code",
                "shuangsuiji.first.department-level",
                "shuangsuiji.first.department-region"
            })
    void isNoneWhereARealOfficeIsToBeginUnlessAskedForByName(String first) {
        var office = new MockEnvironment().withProperty(first, "150581");
        assertThat(started(office).matchesProfiles("demo")).isFalse();
        var both = new MockEnvironment().withProperty(first, "150581").withProperty("shuangsuiji.demo", "true");
        assertThat(started(both).matchesProfiles("demo")).isTrue();
        assertThat(started(new MockEnvironment().withProperty(first, " ")).matchesProfiles("demo"))
                .isTrue();
    }

    @Test
    void isNoneOnTheSecondStartOfAnOfficeUnlessAskedForByName() {
        new OfficeMark(folder).set();
        assertThat(started(new MockEnvironment()).matchesProfiles("demo")).isFalse();
        assertThat(started(new MockEnvironment().withProperty("shuangsuiji.demo", "true"))
                        .matchesProfiles("demo"))
                .isTrue();
    }

    @Test
    void isNoneInTheFolderThatNobodyNamedOnceAnOfficeWorksThere() {
        assertThat(OfficeMark.in(new MockEnvironment()).folder())
                .isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void isNoneWithSomebodysOwnDatabase() {
        var environment = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/office");
        assertThat(started(environment).matchesProfiles("demo")).isFalse();
    }

    @Test
    void isOneWithSomebodysOwnDatabaseWhenAskedForByName() {
        var environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/office")
                .withProperty("shuangsuiji.demo", "true");
        assertThat(started(environment).matchesProfiles("demo")).isTrue();
    }

    @Test
    void shortensTheNoticeOfDrawsInADemoOnlyAndOnlyWhenNobodySetIt() {
        assertThat(started(new MockEnvironment()).getProperty("shuangsuiji.draw.notice"))
                .isEqualTo("2s");
        assertThat(started(new MockEnvironment().withProperty("shuangsuiji.draw.notice", "1h"))
                        .getProperty("shuangsuiji.draw.notice"))
                .isEqualTo("1h");
        assertThat(started(new MockEnvironment().withProperty("shuangsuiji.demo", "false"))
                        .getProperty("shuangsuiji.draw.notice"))
                .isNull();
    }

    private MockEnvironment started(MockEnvironment environment) {
        environment.setProperty("shuangsuiji.data", folder.toString());
        new DemoProfile().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
