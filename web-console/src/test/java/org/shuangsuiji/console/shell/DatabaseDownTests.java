package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.ConsoleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseDownTests extends ConsoleTest {

    @Autowired
    DatabaseDownFilter filter;

    @Test
    void peopleReadThatTheDatabaseCannotBeReachedAndNoDetail() throws Exception {
        var response = failing("/console/people", lost());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotBlank();
        assertThat(response.getContentAsString()).contains("数据库暂时无法连接").doesNotContain("secret-host");
    }

    @Test
    void systemsReadTheSameAsProblemDetails() throws Exception {
        var response = failing("/api/deliveries/1", lost());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).doesNotContain("secret-host");
    }

    @Test
    void anyOtherFailureGoesItsOwnWay() {
        assertThatThrownBy(() -> failing("/console", new IllegalStateException("other")))
                .hasMessage("other");
    }

    private static RuntimeException lost() {
        return new DataAccessResourceFailureException(
                "no", new SQLException("Connection to secret-host refused", "08001"));
    }

    private MockHttpServletResponse failing(String path, RuntimeException failure) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", path), response, (request, answer) -> {
            throw new ServletException(failure.getMessage(), failure);
        });
        return response;
    }
}
