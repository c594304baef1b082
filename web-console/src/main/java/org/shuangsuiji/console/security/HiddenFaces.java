package org.shuangsuiji.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers "not here" for a face this process does not show ({@code shuangsuiji.faces}), so that the portal can stand on
 * a machine from which nobody reaches the console. A console without portal sends its bare address to the console.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class HiddenFaces extends OncePerRequestFilter {
    private final Set<Face> faces;

    HiddenFaces(@Value("${shuangsuiji.faces:console,phone,portal,api}") Set<Face> faces) {
        if (faces.isEmpty()) {
            throw new IllegalArgumentException(
                    "shuangsuiji.faces names no face; expected some of console, phone, portal, api");
        }
        this.faces = Set.copyOf(faces);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = RouteRules.pathOf(request);
        if (Face.shows(faces, path)) {
            chain.doFilter(request, response);
        } else if (path.equals("/") && faces.contains(Face.CONSOLE)) {
            response.sendRedirect(request.getContextPath() + "/console");
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
