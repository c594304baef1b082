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
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/**
 * A refusal that no page took into its form: something to correct leads back to the page that it was sent from, with
 * what was typed; all else gets a page of its own, or problem details.
 */
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
        if (refusal.kind() == Refusal.Kind.INVALID && request.getMethod().equals("POST") && shell.user() != null) {
            var before = PageBefore.of(request).filter(page -> shell.leadsSomewhere(page.path()));
            if (before.isPresent()) {
                String reason = request.getParameter("reason");
                RequestContextUtils.getOutputFlashMap(request)
                        .put(
                                "refused",
                                new Refused(
                                        request.getRequestURI()
                                                .substring(
                                                        request.getContextPath().length()),
                                        problems.text(refusal, locale),
                                        reason == null ? "" : reason));
                var back = new RedirectView(before.get().path() + before.get().query(), true);
                back.setExpandUriTemplateVariables(false);
                return new ModelAndView(back);
            }
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
