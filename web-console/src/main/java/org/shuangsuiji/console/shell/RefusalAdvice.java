package org.shuangsuiji.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.shuangsuiji.model.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A refusal that no page took into its form: a page of its own, or problem details. */
@ControllerAdvice
class RefusalAdvice {
    private final Problems problems;
    private final Shell shell;

    RefusalAdvice(Problems problems, Shell shell) {
        this.problems = problems;
        this.shell = shell;
    }

    @ExceptionHandler(Refusal.class)
    Object refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        var status = Problems.status(refusal);
        if (Problems.isApi(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problems.detail(refusal, locale));
        }
        var page = new ModelAndView(
                "shell/refusal",
                Map.of(
                        "kind", refusal.kind().name(),
                        "text", problems.text(refusal, locale),
                        "inside", shell.user() != null));
        page.setStatus(status);
        return page;
    }
}
