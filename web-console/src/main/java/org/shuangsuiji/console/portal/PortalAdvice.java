package org.shuangsuiji.console.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.shuangsuiji.model.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What all pages of the portal share: the frame, how long they may be kept, and one answer for whatever is not there. */
@ControllerAdvice(basePackageClasses = PortalAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortalAdvice {
    private final PortalSettings settings;
    private final Clock clock;

    PortalAdvice(PortalSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @ModelAttribute("portal")
    PortalFrame frame(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        // a page depends on its address and on the cookie of the language alone, never on who reads
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=30");
        response.setHeader(HttpHeaders.VARY, "Cookie");
        return frameOf(request, locale);
    }

    private PortalFrame frameOf(HttpServletRequest request, Locale locale) {
        String other = locale.getLanguage().equals("en") ? "zh-CN" : "en";
        var address = UriComponentsBuilder.fromPath(request.getRequestURI());
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
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var page = new ModelAndView("portal/absent");
        page.addObject("portal", frameOf(request, locale));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
