package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What cannot be read is named, and told together with whatever else is wrong with its form. */
class UnreadableNumbersTests {
    private final LocalValidatorFactoryBean rules = new LocalValidatorFactoryBean();
    private MockMvc mvc;

    /** As in the application, where whole forms are checked by a validator that knows nothing else. */
    @BeforeEach
    void open() {
        rules.afterPropertiesSet();
        mvc = MockMvcBuilders.standaloneSetup(new Counter())
                .setValidator(Validator.forInstanceOf(Object.class, rules::validate))
                .setControllerAdvice(new TypedValues(rules))
                .build();
    }

    /** Two lines, a sum and the most it may be. */
    record Sums(
            @Nullable List<@Valid Line> lines,
            @Required @Nullable String name,
            @Required @Nullable Integer sum,
            @Required @Nullable Integer most) {
        record Line(
                @Required @Nullable Integer number,
                @Required @Nullable String what) {}
    }

    /** A day, a moment and a number. */
    record Times(
            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate day,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
            LocalDateTime moment,

            @Nullable Integer number,
            @Nullable BigDecimal share) {}

    @Controller
    static class Counter {
        private final MessageSource texts = new Texts().messageSource();

        @PostMapping(path = "/times", produces = "text/plain;charset=UTF-8")
        @ResponseBody
        String times(@Valid @ModelAttribute("form") Times form, BindingResult faults, @RequestParam String lang) {
            return String.join(
                    "\n",
                    faults.getFieldErrors().stream()
                            .map(fault -> texts.getMessage(fault, Locale.forLanguageTag(lang)))
                            .toList());
        }

        @PostMapping("/sums")
        @ResponseBody
        String sums(@Valid @ModelAttribute("form") Sums form, BindingResult faults) {
            return String.join(
                    "\n",
                    faults.getFieldErrors().stream()
                            .map(fault -> fault.getField() + " " + fault.getCode())
                            .sorted()
                            .toList());
        }
    }

    private List<String> faults(Map<String, String> typed) throws Exception {
        var request = post("/sums");
        Map.of("lines[0].number", "1", "lines[0].what", "a", "lines[1].number", "2", "lines[1].what", "b")
                .forEach((field, value) -> request.param(field, typed.getOrDefault(field, value)));
        Map.of("name", "n", "sum", "3", "most", "9")
                .forEach((field, value) -> request.param(field, typed.getOrDefault(field, value)));
        return mvc.perform(request)
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .toList();
    }

    private List<String> said(String language, String field, String typed) throws Exception {
        return mvc.perform(post("/times").param("lang", language).param(field, typed))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .toList();
    }

    @Test
    void whatCannotBeReadIsNamed() throws Exception {
        assertThat(said("zh-CN", "day", "31/3")).containsExactly("日期“31/3”无法识别，请填写如 2026-03-31 的日期。");
        assertThat(said("en", "day", "31/3")).containsExactly("“31/3” is not a date; write it like 2026-03-31.");
        assertThat(said("zh-CN", "moment", "周二上午")).containsExactly("填写的“周二上午”无法识别，请按格式填写。");
        assertThat(said("en", "moment", "{0}'")).containsExactly("“{0}'” cannot be read; please follow the format.");
        assertThat(said("zh-CN", "number", "三")).containsExactly("填写的“三”无法识别，请填写整数。");
        assertThat(said("en", "share", "half")).containsExactly("“half” cannot be read; please write a number.");
        assertThat(said("zh-CN", "day", "2026-03-31")).isEmpty();
    }

    @Test
    void ofALongTextTheBeginningIsNamed() {
        assertThat(FoundInField.shown("风".repeat(40))).isEqualTo("风".repeat(40));
        assertThat(FoundInField.shown("风".repeat(41))).isEqualTo("风".repeat(40) + "…");
        assertThat(FoundInField.shown("𠮷".repeat(41))).isEqualTo("𠮷".repeat(40) + "…");
        assertThat(FoundInField.shown("31\u202E\n3 ")).isEqualTo("31  3");
    }

    @Test
    void aFormWithoutFaultsHasNone() throws Exception {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void besidesAnUnreadableSumTheLinesAreChecked() throws Exception {
        assertThat(faults(Map.of("sum", "drei", "name", "", "lines[0].what", "", "lines[1].number", "")))
                .containsExactly(
                        "lines[0].what Required", "lines[1].number Required", "name Required", "sum typeMismatch");
    }

    @Test
    void besidesAnUnreadableLineItsNeighboursAreChecked() throws Exception {
        assertThat(faults(Map.of("lines[1].number", "zwei", "lines[0].number", "", "lines[1].what", "", "sum", "")))
                .containsExactly(
                        "lines[0].number Required",
                        "lines[1].number typeMismatch",
                        "lines[1].what Required",
                        "sum Required");
    }

    @Test
    void besidesAnUnreadableSumAndAnUnreadableLineTheRestIsChecked() throws Exception {
        assertThat(faults(Map.of("sum", "drei", "most", "", "lines[0].number", "", "lines[1].number", "zwei")))
                .containsExactly(
                        "lines[0].number Required",
                        "lines[1].number typeMismatch",
                        "most Required",
                        "sum typeMismatch");
    }

    @Test
    void whatIsWrongInAReadableFormIsToldOnce() throws Exception {
        assertThat(faults(Map.of("lines[0].what", "", "name", "")))
                .containsExactly("lines[0].what Required", "name Required");
    }
}
