package org.shuangsuiji.console.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.shuangsuiji.console.database.DatabaseDown;
import org.shuangsuiji.console.security.PageHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Outermost: when the database cannot be reached, people read that, and that nothing was half done. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseDownFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseDownFilter.class);
    private static final String RETRY_SECONDS = "5";

    private final ITemplateEngine templates;
    private final LocaleResolver locales;
    private final Problems problems;

    DatabaseDownFilter(ITemplateEngine templates, LocaleResolver locales, Problems problems) {
        this.templates = templates;
        this.locales = locales;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!DatabaseDown.isBehind(e) || response.isCommitted()) {
                throw e;
            }
            LOG.error(
                    "The database cannot be reached: {} {}",
                    SentAgain.methodOf(request),
                    Problems.addressOf(request),
                    e);
            response.reset();
            PageHeaders.on(response);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            if (Problems.isApi(request)) {
                problems.write(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "api-status-503");
            } else {
                page(request, response);
            }
        }
    }

    /** The page of an error needs the database as well; where that fails, this is the last that can answer. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        if (locale.equals(LanguageChoice.asked(request))) {
            locales.setLocale(request, response, locale); // what was remembered on the way is lost with the answer
        }
        String other = locale.equals(Locale.ENGLISH) ? "zh-CN" : "en";
        SentAgain sent = SentAgain.of(request);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter()
                .write(templates.process(
                        "shell/database-down",
                        new Context(
                                locale,
                                Map.of(
                                        "language",
                                        locale.toLanguageTag(),
                                        "other",
                                        other,
                                        "address",
                                        address(request, other),
                                        "sent",
                                        sent))));
    }

    /** The same address, to ask for in the other language; the answer to a form has none of its own. */
    private static String address(HttpServletRequest request, String language) {
        boolean read = HttpMethod.GET.matches(SentAgain.methodOf(request));
        var address =
                UriComponentsBuilder.fromPath(read ? Problems.addressOf(request) : request.getContextPath() + "/");
        String query = request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING) instanceof String asked
                ? asked
                : request.getQueryString();
        if (read && query != null) {
            address.query(query);
        }
        return address.replaceQueryParam(LanguageChoice.PARAMETER, language)
                .build()
                .toUriString();
    }
}
