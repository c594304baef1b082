package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.sql.SQLException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
    void thePageSpeaksTheLanguageOfAllOthersAndLeadsToTheOtherOne() throws Exception {
        var chosen = new MockHttpServletRequest("GET", "/p/draws");
        chosen.setCookies(new Cookie("shuangsuiji-language", "en"));
        var english = document(failing(chosen, lost()));
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select("h1").text()).isEqualTo("The database cannot be reached");
        assertThat(english.select("a").attr("href")).isEqualTo("/p/draws?lang=zh-CN");

        var foreign = new MockHttpServletRequest("GET", "/p/draws");
        foreign.addHeader("Accept-Language", "en-US,en;q=0.9");
        var chinese = document(failing(foreign, lost()));
        assertThat(chinese.select("html").attr("lang")).as("as every page does").isEqualTo("zh-CN");
        assertThat(chinese.select("a").attr("href")).isEqualTo("/p/draws?lang=en");
    }

    @Test
    void theLanguageAskedForIsRememberedAlthoughTheDatabaseIsDown() throws Exception {
        var asking = new MockHttpServletRequest("GET", "/console/people");
        asking.setQueryString("words=%E6%9D%8E&lang=en");
        asking.setParameter("lang", "en");
        var answer = failing(asking, lost());
        assertThat(document(answer).select("h1").text()).isEqualTo("The database cannot be reached");
        assertThat(document(answer).select("a").attr("href")).isEqualTo("/console/people?words=%E6%9D%8E&lang=zh-CN");
        assertThat(answer.getCookie("shuangsuiji-language").getValue()).isEqualTo("en");
        assertThat(failing("/console/people", lost()).getCookies()).isEmpty();

        var sent = document(failing(new MockHttpServletRequest("POST", "/console/people"), lost()));
        assertThat(sent.select("a").attr("href")).as("a form is not sent again").isEqualTo("/?lang=en");
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
        return failing(new MockHttpServletRequest("GET", path), failure);
    }

    private static Document document(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(503);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse failing(MockHttpServletRequest request, RuntimeException failure) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (received, answer) -> {
            throw new ServletException(failure.getMessage(), failure);
        });
        return response;
    }
}
