package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.console.jobs.JobView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Each fragment is shown with two different sets of parameters; what it shows has to be the parameters. */
class FragmentTests extends ConsoleTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ServletContext servletContext;

    @Autowired
    ThymeleafViewResolver views;

    @Autowired
    LocaleResolver locales;

    /** What the form fragments are bound to. */
    public record Form(String name, String remark, String letter, String radio, List<String> many) {}

    /** One set of parameters. */
    private record Set(
            String one,
            String two,
            String three,
            String path,
            String kind,
            int number,
            String letter,
            List<String> labels,
            Instant instant,
            String field,
            String otherField,
            boolean faulty) {}

    private static final Set FIRST = new Set(
            "甲一",
            "乙一",
            "丙一",
            "/console/one",
            "danger",
            1,
            "A",
            List.of("步一", "步二"),
            Instant.parse("2026-03-31T02:00:00Z"),
            "name",
            "remark",
            true);
    private static final Set SECOND = new Set(
            "first",
            "second",
            "third",
            "/console/two",
            "success",
            3,
            "C",
            List.of("s1", "s2", "s3", "s4"),
            Instant.parse("2026-06-30T16:30:00Z"),
            "remark",
            "name",
            false);

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void theFirstParametersAreShown() throws Exception {
        shows(FIRST, "●", "2026-03-31 10:00:00");
    }

    @Test
    void theSecondParametersAreShown() throws Exception {
        shows(SECOND, "▲", "2026-07-01 00:30:00");
    }

    @Test
    void aFaultIsTiedToItsFieldAndListedWithALink() throws Exception {
        Document faulty = render(FIRST);
        assertThat(faulty.select("#errors a").attr("href")).isEqualTo("#name");
        assertThat(faulty.select("#errors a").text()).isEqualTo("用户管理：请填写此项。");
        assertThat(faulty.select("input#name").attr("aria-describedby")).contains("name-error");
        assertThat(faulty.select("#name-error").text()).isEqualTo("请填写此项。");
        assertThat(faulty.select("input#name").attr("aria-invalid")).isEqualTo("true");

        Document good = render(SECOND);
        assertThat(good.select("#errors")).isEmpty();
        assertThat(good.select("[aria-invalid]")).isEmpty();
    }

    private void shows(Set set, String shape, String moment) throws Exception {
        Document page = render(set);
        assertThat(page.select("h1").eachText()).containsOnly(set.one());
        assertThat(page.select(".ssj-lead").text()).isEqualTo(set.two());
        assertThat(page.select(".ssj-actions .act").text()).isEqualTo(set.three());
        assertThat(page.select("#below .ssj-way li:last-child a").attr("href")).isEqualTo(set.path());
        assertThat(page.select("#below .ssj-way li:last-child a").text()).isEqualTo(set.two());
        assertThat(page.select("#link a").attr("href")).isEqualTo(set.path());
        assertThat(page.select("#link a").hasClass("btn-" + set.kind())).isTrue();
        assertThat(page.select("#alert .alert").hasClass("alert-" + set.kind())).isTrue();
        assertThat(page.select("#alert .alert").text()).isEqualTo(set.one() + " " + set.two());
        assertThat(page.select("#stat .ssj-stat-value").text()).isEqualTo(Integer.toString(set.number()));
        assertThat(page.select("#stat a").attr("href")).isEqualTo(set.path());
        assertThat(page.select("#state span").text()).isEqualTo(set.one());
        assertThat(page.select("#state span").hasClass("ssj-state-" + set.kind()))
                .isTrue();
        assertThat(page.select("#rank .ssj-rank").text()).isEqualTo(shape + set.letter() + set.two());
        assertThat(page.select("#rank .ssj-rank").hasClass("ssj-rank-" + set.number()))
                .isTrue();
        assertThat(page.select("#steps li")).hasSameSizeAs(set.labels());
        assertThat(page.select("#steps [aria-current=step]").text())
                .isEqualTo(set.number() + set.labels().get(set.number() - 1));
        assertThat(page.select("#row dt").text() + page.select("#row dd").text())
                .isEqualTo(set.one() + set.two());
        assertThat(page.select("#moment dd").text()).isEqualTo(moment);
        assertThat(page.select("#row-with dd b").text()).isEqualTo(set.three());
        assertThat(page.select("#empty").text()).isEqualTo(set.one() + " " + set.two());
        assertThat(page.select("#card h2").text()).isEqualTo(set.one());
        assertThat(page.select("#card b").text()).isEqualTo(set.two());
        assertThat(page.select("#list caption").text()).isEqualTo(set.one());
        assertThat(page.select("#list td").eachText()).isEqualTo(set.labels());
        assertThat(page.select("#none table")).isEmpty();
        assertThat(page.select("#none").text()).isEqualTo(set.two());
        assertThat(page.select("#filter form").attr("action")).isEqualTo(set.path());
        assertThat(page.select("#filter input[name=" + set.kind() + "]").attr("value"))
                .isEqualTo(set.two());
        assertThat(page.select("#filter option[selected]").attr("value")).isEqualTo(set.letter());
        assertThat(page.select("#pager a[rel=next]").attr("href"))
                .contains("after=")
                .contains("q=1");
        assertThat(page.select("#command form").attr("action")).isEqualTo(set.path());
        assertThat(page.select("#command input[name=idempotencyKey]").attr("value"))
                .isNotBlank();
        assertThat(page.select("#reasoned label").text()).startsWith(set.two());
        assertThat(page.select("#command [name=lockVersion], #reasoned [name=lockVersion]"))
                .isEmpty();
        for (String seen : List.of("#command-seen", "#reasoned-seen")) {
            assertThat(page.select(seen + " form").attr("action")).isEqualTo(set.path());
            assertThat(page.select(seen + " button").text()).isEqualTo(set.one());
            assertThat(page.select(seen + " [name=lockVersion]").val()).isEqualTo(Integer.toString(set.number()));
        }
        assertThat(page.select("label[for=" + set.field() + "]").text()).startsWith(set.one());
        assertThat(page.select("#" + set.field() + "-hint").text()).isEqualTo(set.two());
        assertThat(page.select("#form select option[selected]").attr("value")).isEqualTo(set.letter());
        assertThat(page.select("#form select option[value='']").text()).isEqualTo("请选择");
        assertThat(page.select("#form-or select option[value='']").text()).isEqualTo(set.three());
        assertThat(page.select("#form-or select option[selected]").attr("value"))
                .isEqualTo(set.letter());
        assertThat(page.select("#form input[type=radio][checked]").attr("value"))
                .isEqualTo(set.letter());
        assertThat(page.select("#form input[type=checkbox][checked]").eachAttr("value"))
                .containsExactly(set.letter());
        assertThat(page.select("#form .ssj-buttons button").text()).isEqualTo(set.three());
        assertThat(page.select("#form .ssj-buttons a").attr("href")).isEqualTo(set.path());
        assertThat(page.select("#job progress").attr("value")).isEqualTo(Integer.toString(set.number() * 10));
        assertThat(page.select("#job [data-job-events]").attr("data-job-events"))
                .isEqualTo("/console/jobs/%d/events".formatted(set.number()));
    }

    private Document render(Set set) throws Exception {
        var request = new MockHttpServletRequest(servletContext, "GET", "/console/test");
        request.setQueryString("q=1");
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        var response = new MockHttpServletResponse();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        var form = new Form("n", "r", set.letter(), set.letter(), List.of(set.letter()));
        var faults = new BeanPropertyBindingResult(form, "form");
        if (set.faulty()) {
            faults.rejectValue("name", "form.required");
        }
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put(BindingResult.MODEL_KEY_PREFIX + "form", faults);
        model.put("one", set.one());
        model.put("two", set.two());
        model.put("three", set.three());
        model.put("path", set.path());
        model.put("kind", set.kind());
        model.put("number", set.number());
        model.put("letter", set.letter());
        model.put("labels", set.labels());
        model.put("nothing", List.of());
        model.put("instant", set.instant());
        model.put("field", set.field());
        model.put("otherField", set.otherField());
        model.put("options", new LinkedHashMap<>(Map.of("A", "甲", "B", "乙", "C", "丙")));
        model.put("job", job(set));
        Objects.requireNonNull(views.resolveViewName("test/fragments", Locale.SIMPLIFIED_CHINESE))
                .render(model, request, response);
        return Jsoup.parse(response.getContentAsString());
    }

    private static JobView job(Set set) {
        return new JobView(
                set.number(),
                set.one(),
                "thing:1",
                null,
                set.two(),
                "RUNNING",
                "blue",
                false,
                "stage.begin",
                set.three(),
                set.number() * 10L,
                100,
                set.number() * 10,
                set.three(),
                null,
                false,
                set.instant(),
                set.instant(),
                null);
    }
}
