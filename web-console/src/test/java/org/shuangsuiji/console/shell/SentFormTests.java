package org.shuangsuiji.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** What is answered to a form that can be done as it was sent, and to one that cannot. */
class SentFormTests {
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final SentForm sent =
            new SentForm(Actor.SYSTEM, Locale.SIMPLIFIED_CHINESE, new MockHttpServletRequest(), response);
    private final BindingResult faults = new MapBindingResult(Map.of(), "form");

    @Test
    void aFormWithoutFaultsIsDone() {
        assertThat(sent.unlessFaulty(faults, SentFormTests::done, this::among, () -> "form"))
                .isEqualTo("redirect:/done");
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void aFormWithAFaultIsShownAgainAndNotDone() {
        faults.reject("wrong");
        assertThat(sent.unlessFaulty(faults, SentFormTests::mustNotBeDone, this::among, () -> "form"))
                .isEqualTo("form");
        assertThat(response.getStatus()).isEqualTo(422);
    }

    @Test
    void aRefusedFormIsShownAgainWithTheRefusalAmongItsFaults() {
        Supplier<String> taken = refusing(Refusal.conflict("name-taken"));
        assertThat(sent.unlessFaulty(faults, taken, this::among, () -> "form")).isEqualTo("form");
        assertThat(faults.getGlobalErrors()).singleElement().satisfies(fault -> assertThat(fault.getCode())
                .isEqualTo("name-taken"));
        assertThat(response.getStatus()).isEqualTo(422);
    }

    @Test
    void aRefusedCommandShowsItsPageAgainWithTheStatusOfTheRefusal() {
        assertThat(sent.unlessRefused(SentFormTests::done, Refusal::code)).isEqualTo("redirect:/done");
        assertThat(sent.unlessRefused(refusing(Refusal.invalid("no-reason")), Refusal::code))
                .isEqualTo("no-reason");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(sent.unlessRefused(refusing(Refusal.conflict("too-late")), Refusal::code))
                .isEqualTo("too-late");
        assertThat(response.getStatus()).isEqualTo(409);
    }

    @Test
    void aCommandToSomethingAbsentHasNoPageToShowAgain() {
        var absent = Refusal.absent("draw", 7);
        assertThatThrownBy(() -> sent.unlessRefused(refusing(absent), Refusal::code))
                .isSameAs(absent);
    }

    private void among(Refusal refusal) {
        faults.reject(refusal.code());
    }

    private static Supplier<String> refusing(Refusal refusal) {
        return () -> {
            throw refusal;
        };
    }

    private static String done() {
        return "redirect:/done";
    }

    private static String mustNotBeDone() {
        throw new AssertionError("A faulty form was done");
    }
}
