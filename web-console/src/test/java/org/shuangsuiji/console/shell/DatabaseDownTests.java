package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.sql.SQLException;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.Browser;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.database.DatabaseDown;
import org.shuangsuiji.console.office.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionOperations;

class DatabaseDownTests extends ConsoleTest {
    private static final int CONNECTIONS_MAX = 20;

    @Autowired
    DatabaseDownFilter filter;

    @Autowired
    TransactionOperations transactions;

    @Test
    void peopleReadThatTheDatabaseCannotBeReachedAndNoDetail() throws Exception {
        var response = failing("/console/people", lost());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotBlank();
        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'self'");
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
        var asked = document(failing(foreign, lost()));
        assertThat(asked.select("html").attr("lang")).isEqualTo("en");

        var mixed = new MockHttpServletRequest("GET", "/p/draws");
        mixed.addHeader("Accept-Language", "en-US,en;q=0.9,zh-CN;q=0.8");
        var chinese = document(failing(mixed, lost()));
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

    @Test
    void whatWasTypedStandsInTheAnswerWhenTheDatabaseDiesWhileAFormIsSent() {
        Browser planner = signedInAs(Role.PLANNER);
        var form = planner.get("/console/campaigns/new");
        String key =
                form.form("/console/campaigns").select("[name=idempotencyKey]").val();
        Browser.Page answer;
        lockTheConsoleOut();
        try {
            answer = planner.submit(form, "/console/campaigns", Map.of("name", "中断时填写的任务名称"));
        } finally {
            letTheConsoleIn();
        }
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.h1()).isEqualTo("数据库暂时无法连接");
        assertThat(answer.text()).contains("没有丢失", "重新提交");
        var kept = answer.form("/console/campaigns");
        assertThat(kept.select("[name=name]").val()).isEqualTo("中断时填写的任务名称");
        assertThat(kept.select("[name=idempotencyKey]").val())
                .as("carried out once")
                .isEqualTo(key);

        var again = answer;
        for (int clicks = 0; again.status() == 503 && clicks < CONNECTIONS_MAX; clicks++) {
            again = planner.submit(again, "/console/campaigns", Map.of()); // each finds one broken connection at most
        }
        assertThat(again.status())
                .as("the database is back, and the session with it")
                .isEqualTo(422);
        assertThat(again.document().select("#name").val()).isEqualTo("中断时填写的任务名称");
    }

    @Test
    void aConnectionLostWhileItIsUsedIsALostDatabaseAndAWrongStatementIsNot() {
        var lost = catchThrowable(() -> transactions.executeWithoutResult(begun -> {
            int server =
                    jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
            asOwner()
                    .sql("select pg_terminate_backend(:server, 5000)")
                    .param("server", server)
                    .query(Boolean.class)
                    .single();
            jdbc.sql("select 1").query(Integer.class).single();
        }));
        assertThat(lost).hasStackTraceContaining("Connection is closed");
        assertThat(DatabaseDown.isBehind(lost)).isTrue();

        var wrong = catchThrowable(() -> transactions.executeWithoutResult(
                begun -> jdbc.sql("select 1 / 0").query(Integer.class).single()));
        assertThat(wrong).hasStackTraceContaining("division by zero");
        assertThat(DatabaseDown.isBehind(wrong)).isFalse();
    }

    @Test
    void theLossIsFoundAlsoBehindWhatHidesIt() {
        var hiding = new IllegalStateException("Unable to roll back");
        assertThat(DatabaseDown.isBehind(hiding)).isFalse();
        hiding.addSuppressed(lost());
        assertThat(DatabaseDown.isBehind(hiding)).isTrue();

        var first = new SQLException("a batch failed", "23505");
        assertThat(DatabaseDown.isBehind(first)).isFalse();
        first.setNextException(new SQLException("the server goes down", "57P01"));
        assertThat(DatabaseDown.isBehind(first)).isTrue();
    }

    @Test
    void theAnswerIsTheSameWhenThePageOfAnErrorMeetsTheLostDatabase() throws Exception {
        var page = new MockHttpServletRequest("GET", "/error");
        page.setDispatcherType(DispatcherType.ERROR);
        page.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/console/campaigns");
        page.setAttribute(RequestDispatcher.ERROR_METHOD, "POST");
        page.setContentType("application/x-www-form-urlencoded");
        page.setParameter("_csrf", "token");
        page.setParameter("name", "任务<b>");
        var form = document(failing(page, lost())).selectFirst("form");
        assertThat(form.attr("action")).isEqualTo("/console/campaigns");
        assertThat(form.select("[name=name]").val()).isEqualTo("任务<b>");

        var asked = new MockHttpServletRequest("GET", "/error");
        asked.setDispatcherType(DispatcherType.ERROR);
        asked.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/grades");
        asked.setAttribute(RequestDispatcher.ERROR_METHOD, "GET");
        asked.addHeader("Accept-Language", "en");
        var answer = failing(asked, lost());
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).contains("The database cannot be reached", "\"/api/grades\"");
    }

    @Test
    void aPasswordAFileAndTheFormOfAnotherSiteAreNotRepeatedByThePage() throws Exception {
        assertThat(document(failing(aForm("name"), lost())).select("form")).hasSize(1);

        var password = document(failing(aForm("presentPassword"), lost()));
        assertThat(password.select("form")).isEmpty();
        assertThat(password.text()).contains("刷新本页").doesNotContain("typed");

        var file = aForm("kind");
        file.setContentType("multipart/form-data; boundary=x");
        assertThat(document(failing(file, lost())).select("form")).isEmpty();

        var foreign = aForm("name");
        foreign.removeParameter("_csrf");
        assertThat(document(failing(foreign, lost())).select("form")).isEmpty();

        var read = document(failing("/console/people", lost()));
        assertThat(read.select("form")).isEmpty();
        assertThat(read.text()).doesNotContain("重新提交");
    }

    private static MockHttpServletRequest aForm(String field) {
        var form = new MockHttpServletRequest("POST", "/console/campaigns");
        form.setContentType("application/x-www-form-urlencoded");
        form.setParameter("_csrf", "token");
        form.setParameter(field, "typed");
        return form;
    }

    /** No role may enter and nobody is inside: to the console that is a database out of reach. */
    private static void lockTheConsoleOut() {
        asOwner().sql("alter role shuangsuiji_app nologin").update();
        asOwner().sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where usename = 'shuangsuiji_app' and datname = current_database()""").query(Boolean.class).list();
    }

    private static void letTheConsoleIn() {
        asOwner().sql("alter role shuangsuiji_app login").update();
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
