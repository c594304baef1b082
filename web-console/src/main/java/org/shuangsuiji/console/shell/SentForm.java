package org.shuangsuiji.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

/** A form or a single button as it was sent: by whom, in which language, and how the answer is given. */
public record SentForm(Actor actor, Locale locale, HttpServletRequest request, HttpServletResponse response) {

    /**
     * Does what the form asks for; with faults, or refused, the form is shown again with what was typed.
     *
     * @param work does it and answers with the view
     * @param refused puts a refusal among the faults, or throws it again where the form is no place for it
     * @param form fills the page of the form and answers with its view
     */
    public String unlessFaulty(
            BindingResult faults, Supplier<String> work, Consumer<Refusal> refused, Supplier<String> form) {
        if (!faults.hasErrors()) {
            try {
                return work.get();
            } catch (Refusal refusal) {
                refused.accept(refusal);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form.get();
    }

    /**
     * Does what a page commands; refused, that page is shown again with the reason, unless it is absent itself.
     *
     * @param work does it and answers with the view
     * @param page fills the page and answers with its view
     */
    public String unlessRefused(Supplier<String> work, Function<Refusal, String> page) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.ABSENT) {
                throw refusal;
            }
            response.setStatus(Problems.status(refusal).value());
            return page.apply(refusal);
        }
    }
}
