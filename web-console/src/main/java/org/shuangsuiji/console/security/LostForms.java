package org.shuangsuiji.console.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps what somebody typed when the session had ended before it was sent: after the sign-in the content is shown and
 * sent on with one click. Passwords and files are not kept, and nothing that another site sent.
 */
@Component
public class LostForms implements AccessDeniedHandler {
    /** Shows the kept form. */
    public static final String PAGE = "/console/kept";

    private static final String COOKIE = "shuangsuiji-kept";
    private static final Duration KEPT_FOR = Duration.ofMinutes(30);
    private static final int FORMS_MAX = 2000;
    private static final int LENGTH_MAX = 200_000;

    /** One field with its value, as sent. */
    public record Field(String name, String value) {}

    /** What was typed, and where it was to go. */
    public record LostForm(String action, List<Field> fields) {}

    private final Cache<String, LostForm> forms = Caffeine.newBuilder()
            .maximumSize(FORMS_MAX)
            .expireAfterWrite(KEPT_FOR)
            .build();
    private final SecureRandom random = new SecureRandom();
    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException)) {
            otherwise.handle(request, response, denied);
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals("/console/login") || path.equals("/console/logout")) {
            response.sendRedirect(request.getContextPath() + "/console/login?ended");
            return;
        }
        if (!keep(request, response, path)) {
            otherwise.handle(request, response, denied);
            return;
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = who != null && who.getPrincipal() instanceof OfficeUser;
        response.sendRedirect(request.getContextPath() + (signedIn ? PAGE : "/console/login?ended"));
    }

    /** Whether this browser has a form to come back to. */
    boolean waiting(HttpServletRequest request) {
        return find(request).isPresent();
    }

    public Optional<LostForm> find(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .map(forms::getIfPresent);
    }

    /** The form was sent on, or is not wanted any more. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            forms.invalidate(cookie.getValue());
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO).toString());
        }
    }

    private boolean keep(HttpServletRequest request, HttpServletResponse response, String path) {
        if (!"POST".equals(request.getMethod()) || !ownForm(request)) {
            return false;
        }
        List<Field> fields = new ArrayList<>();
        int length = 0;
        for (var parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey();
            if (name.equals("_csrf") || name.toLowerCase(Locale.ROOT).contains("password")) {
                continue;
            }
            for (String value : parameter.getValue()) {
                fields.add(new Field(name, value));
                length += name.length() + value.length();
            }
        }
        if (length > LENGTH_MAX) {
            return false;
        }
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        forms.put(token, new LostForm(path, List.copyOf(fields)));
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, token, KEPT_FOR).toString());
        return true;
    }

    /** A browser says where a form came from; another site's form is not kept. */
    private static boolean ownForm(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String type = request.getContentType();
        return (site == null || site.equals("same-origin"))
                && type != null
                && MediaType.parseMediaType(type).isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private static ResponseCookie cookie(HttpServletRequest request, String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/console")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }
}
