package org.shuangsuiji.console.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.security.PageHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last word when something failed: what happened and what to do, with a number that the log knows as well. */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    /** What a page says of these makes no sense to a system. */
    private static final Set<Integer> API_TEXT = Set.of(400, 405, 503);

    private static final Set<Integer> OWN_TEXT = Set.of(400, 403, 404, 405, 413, 415, 429, 500, 503);

    private final Problems problems;
    private final Shell shell;
    private final List<FailurePages> others;
    private final SecureRandom random = new SecureRandom();

    ErrorPages(Problems problems, Shell shell, List<FailurePages> others) {
        this.problems = problems;
        this.shell = shell;
        this.others = List.copyOf(others);
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView failed(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // what the firewall refused has passed no chain that would have put them on
        PageHeaders.on(response);
        String incident = HexFormat.of().toHexDigits(random.nextInt());
        if (status >= 500) {
            LOG.error("Incident {}: {} at {}", incident, status, path, (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        } else {
            LOG.debug("Incident {}: {} at {}", incident, status, path);
        }
        int text = OWN_TEXT.contains(status) ? status : status >= 500 ? 500 : 400;
        if (Problems.isApi(request)) {
            problems.write(request, response, status, (API_TEXT.contains(text) ? "api-status-" : "status-") + text);
            return null;
        }
        var failure =
                new FailurePages.Failure(path instanceof String uri ? uri : request.getRequestURI(), status, incident);
        ModelAndView page = others.stream()
                .flatMap(other -> other.page(failure, request, response, locale).stream())
                .findFirst()
                .orElseGet(() -> ownPage(request, failure, text));
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    private ModelAndView ownPage(HttpServletRequest request, FailurePages.Failure failure, int text) {
        Object named = request.getAttribute(Problems.NAMED);
        return new ModelAndView(
                "shell/error",
                Map.of(
                        "problem",
                        named == null ? "status-" + text : named,
                        "status",
                        failure.status(),
                        "incident",
                        failure.incident(),
                        "inside",
                        shell.user() != null && failure.status() < 500));
    }
}
