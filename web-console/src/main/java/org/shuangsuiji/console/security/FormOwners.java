package org.shuangsuiji.console.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * Keeps the token of forms in the session and remembers whose session it was, so that a form which outlived its session
 * is still known by its token to be somebody's. A token opens nothing once its session has ended.
 */
@Component
class FormOwners implements CsrfTokenRepository {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int OWNERS_MAX = 50_000;

    /** Tells the decoder how long a token is. */
    private static final CsrfToken SHAPE = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "0".repeat(36));

    private final CsrfTokenRepository sessions = new HttpSessionCsrfTokenRepository();
    private final XorCsrfTokenRequestAttributeHandler decoder = new XorCsrfTokenRequestAttributeHandler();
    private final Cache<String, String> owners = Caffeine.newBuilder()
            .maximumSize(OWNERS_MAX)
            .expireAfterAccess(REMEMBERED)
            .build();

    /** The account for which the form that is being sent was shown. */
    Optional<String> ownerOf(HttpServletRequest form) {
        String token = decoder.resolveCsrfTokenValue(form, SHAPE);
        return Optional.ofNullable(token).map(owners::getIfPresent);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return sessions.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveToken(token, request, response);
        remember(token);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        CsrfToken token = sessions.loadToken(request);
        remember(token);
        return token;
    }

    private void remember(@Nullable CsrfToken token) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (token != null && who != null && who.getPrincipal() instanceof OfficeUser user) {
            owners.put(token.getToken(), user.getUsername());
        }
    }
}
