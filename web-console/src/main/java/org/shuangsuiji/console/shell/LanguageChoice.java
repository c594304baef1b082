package org.shuangsuiji.console.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chinese, unless {@code ?lang=} or the cookie says otherwise; where nobody chose, a browser that asks for English and
 * not for Chinese gets English. A system says it with {@code Accept-Language} alone.
 *
 * <p>At the sign-in the language of the account is taken, unless the visitor chose one on the sign-in page or comes back
 * to a form typed in another: that holds for the session, until another is chosen.
 */
public final class LanguageChoice implements LocaleResolver {
    /** The languages of pages, the first by default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    static final String PARAMETER = "lang";
    private static final String COOKIE = "shuangsuiji-language";
    private static final String CHOSEN = LanguageChoice.class.getName();
    private static final String BEFORE_SIGN_IN = CHOSEN + ".before-sign-in";
    private static final String SIGN_IN = "/console/login";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
            return chosen;
        }
        Locale asked = asked(request);
        if (asked != null) {
            return asked;
        }
        List<Locale.LanguageRange> wanted = wanted(request);
        if (Problems.isApi(request)) {
            return best(wanted);
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        Locale kept = cookie == null ? null : known(cookie.getValue());
        if (kept != null) {
            return kept;
        }
        // many a browser in a Chinese office came with English before Chinese; its person reads Chinese
        return wanted.stream().anyMatch(LanguageChoice::isChinese) ? LANGUAGES.get(0) : best(wanted);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        Locale chosen = locale == null ? LANGUAGES.get(0) : locale;
        request.setAttribute(CHOSEN, chosen);
        if (response != null) {
            var cookie = ResponseCookie.from(COOKIE, chosen.toLanguageTag())
                    .path("/")
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .maxAge(REMEMBERED)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    /** Takes the language that the address asks for; on the sign-in page the session remembers that it was chosen there. */
    void choose(HttpServletRequest request, HttpServletResponse response, Locale asked) {
        setLocale(request, response, asked);
        if (request.getRequestURI().equals(request.getContextPath() + SIGN_IN)) {
            request.getSession().setAttribute(BEFORE_SIGN_IN, asked);
        }
    }

    /** The language that was chosen on the sign-in page of this session, given out once. */
    public static Optional<Locale> takeChosenBeforeSignIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(BEFORE_SIGN_IN) instanceof Locale chosen)) {
            return Optional.empty();
        }
        session.removeAttribute(BEFORE_SIGN_IN);
        return Optional.of(chosen);
    }

    /** The language that the address itself asks for; a body is not looked into. */
    static @Nullable Locale asked(HttpServletRequest request) {
        return known(request.getQueryString() == null ? null : request.getParameter(PARAMETER));
    }

    static @Nullable Locale known(@Nullable String tag) {
        return tag == null
                ? null
                : LANGUAGES.stream()
                        .filter(it -> it.toLanguageTag().equalsIgnoreCase(tag))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isChinese(Locale.LanguageRange range) {
        return range.getWeight() > 0
                && (range.getRange().equals("zh") || range.getRange().startsWith("zh-"));
    }

    private static Locale best(List<Locale.LanguageRange> wanted) {
        Locale match = Locale.lookup(wanted, LANGUAGES);
        return match == null ? LANGUAGES.get(0) : match;
    }

    /** What a caller says it reads, the best first; nothing where it says nothing, or nothing that can be read. */
    private static List<Locale.LanguageRange> wanted(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return header == null ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
