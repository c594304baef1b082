package org.shuangsuiji.console.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.PageBefore;
import org.shuangsuiji.console.shell.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Keeps what somebody typed when the session had ended before it was sent, for that person and nobody else: after the
 * sign-in it is sent on with one click. Passwords and files are not kept, nothing that another site sent, and nothing of
 * which it is not known whose it was.
 */
@Component
public class LostForms {
    /** Shows the kept form. */
    public static final String PAGE = "/console/kept";

    /** How long something is kept, in minutes. */
    public static final int MINUTES = 30;

    private static final String COOKIE = "shuangsuiji-kept";
    private static final Duration KEPT_FOR = Duration.ofMinutes(MINUTES);
    private static final int FORMS_MAX = 2000;
    private static final int LENGTH_MAX = 200_000;

    /** One field with its value, as sent. */
    public record Field(String name, String value) {}

    /**
     * What was typed, and where it was to go.
     *
     * @param owner whose it is; null where that is not known, and then there are no fields
     * @param from path of the page that the form stood on, where the browser said it
     * @param withFile whether a file was sent along, which is not kept
     * @param language the language of the page that it was typed into
     */
    public record LostForm(
            @Nullable String owner,
            String action,
            @Nullable String from,
            boolean withFile,
            List<Field> fields,
            Locale language) {

        boolean isFor(OfficeUser reader) {
            return owner == null || owner.equals(reader.getUsername());
        }

        /** In which language this reader typed it; nothing where it is not known to be theirs. */
        Optional<Locale> languageOf(OfficeUser reader) {
            return reader.getUsername().equals(owner) ? Optional.of(language) : Optional.empty();
        }
    }

    private final FormOwners owners;
    private final LocaleResolver locales;
    private final Cache<String, LostForm> forms = Caffeine.newBuilder()
            .maximumSize(FORMS_MAX)
            .expireAfterWrite(KEPT_FOR)
            .build();
    private final SecureRandom random = new SecureRandom();

    LostForms(FormOwners owners, LocaleResolver locales) {
        this.owners = owners;
        this.locales = locales;
    }

    /** Answers a form that came without the token of a living session; false where it was no form of ours. */
    boolean answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = RouteRules.pathOf(request);
        String login = request.getContextPath() + "/console/login";
        if (path.equals("/console/login") || path.equals("/console/logout")) {
            response.sendRedirect(login + "?ended");
            return true;
        }
        boolean withFile = hasType(request, MediaType.MULTIPART_FORM_DATA);
        if (!ownForm(request, path) || !(withFile || hasType(request, MediaType.APPLICATION_FORM_URLENCODED))) {
            request.setAttribute(Problems.NAMED, "unasked-form");
            return false;
        }
        String owner = owners.ownerOf(request).orElse(null);
        OfficeUser reader = reader();
        if (reader != null && !reader.getUsername().equals(owner)) {
            // typed into a page of an earlier session, perhaps somebody else's
            request.setAttribute(Problems.NAMED, "stale-form");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return true;
        }
        List<Field> typed = owner == null ? List.of() : fields(request);
        String from = PageBefore.of(request).map(PageBefore::path).orElse(null);
        keep(
                request,
                response,
                new LostForm(
                        typed.isEmpty() ? null : owner, path, from, withFile, typed, locales.resolveLocale(request)));
        String state = withFile ? "file" : typed.isEmpty() ? "lost" : "ended";
        response.sendRedirect(reader == null ? login + "?" + state : request.getContextPath() + PAGE);
        return true;
    }

    /** What waits in this browser for this person; what waits for somebody else is thrown away. */
    public Optional<LostForm> find(OfficeUser reader, HttpServletRequest request, HttpServletResponse response) {
        Optional<LostForm> found = Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .map(forms::getIfPresent);
        if (found.isPresent() && !found.get().isFor(reader)) {
            forget(request, response);
            return Optional.empty();
        }
        return found;
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

    private void keep(HttpServletRequest request, HttpServletResponse response, LostForm form) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        forms.put(token, form);
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, token, KEPT_FOR).toString());
    }

    /** What can be kept; nothing when it is too much. */
    private static List<Field> fields(HttpServletRequest request) {
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
        return length > LENGTH_MAX ? List.of() : List.copyOf(fields);
    }

    private static @Nullable OfficeUser reader() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof OfficeUser user ? user : null;
    }

    /** A browser says where a form came from; another site's form is not kept. */
    private static boolean ownForm(HttpServletRequest request, String path) {
        String site = request.getHeader("Sec-Fetch-Site");
        return "POST".equals(request.getMethod())
                && (site == null || site.equals("same-origin"))
                && RouteRules.find(HttpMethod.POST, path).isPresent();
    }

    private static boolean hasType(HttpServletRequest request, MediaType type) {
        try {
            return request.getContentType() != null
                    && MediaType.parseMediaType(request.getContentType()).isCompatibleWith(type);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
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
