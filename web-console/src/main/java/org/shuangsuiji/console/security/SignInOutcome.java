package org.shuangsuiji.console.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.LanguageChoice;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What follows a sign-in, good or bad, and a sign-out. A refusal says the same for every reason. */
@Component
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, LogoutHandler {
    private final SignInBook book;
    private final SignInLimit limit;
    private final LostForms lostForms;
    private final LocaleResolver locales;

    SignInOutcome(SignInBook book, SignInLimit limit, LostForms lostForms, LocaleResolver locales) {
        this.book = book;
        this.limit = limit;
        this.lostForms = lostForms;
        this.locales = locales;
        setDefaultTargetUrl("/console");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof OfficeUser user) {
            limit.forgive(request);
            book.signedIn(user, request.getRemoteAddr());
            Optional<LostForms.LostForm> kept = lostForms.find(user, request, response);
            Locale language = LanguageChoice.takeChosenBeforeSignIn(request)
                    .or(() -> kept.flatMap(form -> form.languageOf(user)))
                    .orElseGet(() -> Locale.forLanguageTag(user.language()));
            locales.setLocale(request, response, language);
            if (kept.isPresent()) {
                clearAuthenticationAttributes(request);
                getRedirectStrategy().sendRedirect(request, response, LostForms.PAGE);
                return;
            }
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof InternalAuthenticationServiceException) {
            throw exception; // the database is down: nothing was decided about the person
        }
        String account = request.getParameter("account");
        book.refused(account == null ? "" : account.strip(), request.getRemoteAddr());
        response.sendRedirect(request.getContextPath() + "/console/login?refused");
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OfficeUser user) {
            book.signedOut(user);
        }
    }
}
