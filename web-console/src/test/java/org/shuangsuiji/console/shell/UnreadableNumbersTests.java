package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** A number that cannot be read is told together with whatever else is wrong with its form. */
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

    @Controller
    static class Counter {
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
