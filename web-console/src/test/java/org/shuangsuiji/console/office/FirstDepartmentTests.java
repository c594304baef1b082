package org.shuangsuiji.console.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The department that a first start makes where nobody says which. */
class FirstDepartmentTests {
    private static final Path COMPOSE = Path.of("..", "docker-compose.yml");
    private static final Path APPLICATION =
            Path.of("src/main/java/org/shuangsuiji/console/office/FirstAdministrator.java");

    private static String first(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCityHasTheRegionOfACityInTheFileForAServerAndInTheProgram() throws IOException {
        assertThat(first(COMPOSE, "(?<=FIRST_DEPARTMENT_LEVEL:-)\\w+")).isEqualTo("CITY");
        assertThat(first(APPLICATION, "(?<=first.department-level:)\\w+")).isEqualTo("CITY");
        assertThat(first(COMPOSE, "(?<=FIRST_DEPARTMENT_REGION:-)[0-9]+"))
                .matches("[0-9]{2}(?!00)[0-9]{2}00")
                .isEqualTo(first(APPLICATION, "(?<=first.department-region:)[0-9]+"));
    }
}
