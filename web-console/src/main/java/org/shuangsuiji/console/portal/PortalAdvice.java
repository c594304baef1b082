package org.shuangsuiji.console.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shuangsuiji.console.security.Face;
import org.shuangsuiji.console.shell.FailurePages;
import org.shuangsuiji.model.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What all pages of the portal share: the frame, how long they may be kept, and one answer for whatever is not there. */
@ControllerAdvice(basePackageClasses = PortalAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortalAdvice implements FailurePages {
    private final PortalSettings settings;
    private final Clock clock;
    private final Set<Face> faces;

    PortalAdvice(
            PortalSettings settings,
            Clock clock,
            @Value("${shuangsuiji.faces:console,phone,portal,api}") Set<Face> faces) {
        this.faces = Set.copyOf(faces);
        this.settings = settings;
        this.clock = clock;
    }

    @ModelAttribute("portal")
    PortalFrame frame(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        // a page depends on its address and on the language that was chosen or asked for, never on who reads
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=30");
        response.setHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
        return frameOf(request.getRequestURI(), request, locale);
    }

    private PortalFrame frameOf(String path, HttpServletRequest request, Locale locale) {
        String other = locale.getLanguage().equals("en") ? "zh-CN" : "en";
        var address = UriComponentsBuilder.fromPath(path);
        if (request.getQueryString() != null) {
            address.query(request.getQueryString());
        }
        return new PortalFrame(
                settings,
                other,
                address.replaceQueryParam("lang", other).build().toUriString(),
                clock.getZone());
    }

    /** Absent and not yet public look the same, to the byte. */
    @ExceptionHandler(Refusal.class)
    ModelAndView absent(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return told("absent", HttpStatus.NOT_FOUND, request.getRequestURI(), request, response, locale);
    }

    /** Whatever else fails below the portal, before a page of it was found. */
    @Override
    public Optional<ModelAndView> page(
            Failure failure, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (!Face.isPublic(
                faces, failure.path().substring(request.getContextPath().length()))) {
            return Optional.empty();
        }
        String words = failure.status() == 404 ? "absent" : failure.status() < 500 ? "unreadable" : "failed";
        var page = told(words, HttpStatusCode.valueOf(failure.status()), failure.path(), request, response, locale);
        return Optional.of(page.addObject("incident", failure.status() < 500 ? null : failure.incident()));
    }

    private ModelAndView told(
            String words,
            HttpStatusCode status,
            String path,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var page = new ModelAndView("portal/absent");
        page.addObject("words", words);
        page.addObject("portal", frameOf(path, request, locale));
        page.setStatus(status);
        return page;
    }
}
