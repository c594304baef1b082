package org.shuangsuiji.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.shuangsuiji.console.office.People;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose person was disabled or got other roles, department, inspector or password since the sign-in. */
final class SessionStampFilter extends OncePerRequestFilter {
    private final People people;

    SessionStampFilter(People people) {
        this.people = people;
    }

    /** What everybody may see needs no look at the session. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return RouteRules.find(request)
                .filter(rule -> rule.door() == RouteRules.Door.PUBLIC)
                .isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof OfficeUser user && !current(user)) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean current(OfficeUser user) {
        return people.sessionStamp(user.personId())
                .filter(stamp -> stamp == user.sessionStamp())
                .isPresent();
    }
}
