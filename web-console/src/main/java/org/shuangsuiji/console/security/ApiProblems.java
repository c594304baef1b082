package org.shuangsuiji.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.shuangsuiji.console.shell.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells a system without a good key, or without the scope it needs, what is missing. */
@Component
class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Problems problems;

    ApiProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(request, response, 401, "api-key");
    }

    /** Too many bad keys from this address. */
    void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Tries.REFILL.toSeconds()));
        problems.write(request, response, 429, "status-429");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean closed = RouteRules.find(request).isEmpty();
        problems.write(request, response, closed ? 404 : 403, closed ? "api-status-404" : "api-scope");
    }
}
