package org.shuangsuiji.console.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.shuangsuiji.console.shell.Problems;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What somebody hears who was not let in: sign in first, your roles do not allow it, your session had ended, or there is
 * no such page. Whether a door is open was decided before, by {@link RouteRules} alone.
 */
@Component
class ClosedDoors implements AccessDeniedHandler, AuthenticationEntryPoint {
    private final LostForms lostForms;
    private final Addresses addresses;
    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/console/login");
    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

    ClosedDoors(LostForms lostForms, Addresses addresses) {
        this.lostForms = lostForms;
        this.addresses = addresses;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (nowhere(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!(denied instanceof CsrfException) || !lostForms.answered(request, response)) {
            RouteRules.find(request)
                    .filter(rule -> rule.door() == RouteRules.Door.LEADING_ROLES)
                    .ifPresent(rule -> request.setAttribute(Problems.NAMED, "leading-only"));
            forbidden.handle(request, response, denied);
        }
    }

    /** Strangers do not learn which pages the console has; everywhere else they learn that there is none. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException, ServletException {
        if (nowhere(request) && !Face.isInternal(RouteRules.pathOf(request))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            signIn.commence(request, response, unknown);
        }
    }

    private boolean nowhere(HttpServletRequest request) {
        return RouteRules.find(request).isEmpty() && !addresses.exists(RouteRules.pathOf(request));
    }
}
