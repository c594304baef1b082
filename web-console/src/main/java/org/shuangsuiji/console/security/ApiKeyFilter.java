package org.shuangsuiji.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.shuangsuiji.console.office.ApiClients;
import org.shuangsuiji.console.office.ManageApiClients;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a system by the key it sends: {@code Authorization: Bearer ssj_…}. Bad keys are few per address; a good one
 * always gets through, since systems behind one proxy share its address and a key is too long to be guessed.
 */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiClients clients;
    private final ApiProblems problems;
    private final Tries badKeys;

    ApiKeyFilter(ApiClients clients, ApiProblems problems, Tries badKeys) {
        this.badKeys = badKeys;
        this.clients = clients;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            var client = clients.byKeyHash(
                    ManageApiClients.hash(header.substring(BEARER.length()).strip()));
            if (client.isEmpty() && !badKeys.take(request.getRemoteAddr())) {
                problems.tooMany(request, response);
                return;
            }
            if (client.isEmpty()) {
                problems.commence(request, response, new BadCredentialsException("unknown or revoked key"));
                return;
            }
            var user = new ApiUser(client.get());
            var authentication = UsernamePasswordAuthenticationToken.authenticated(
                    user,
                    null,
                    List.copyOf(client.get().scopes().stream()
                            .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                            .toList()));
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
