package org.shuangsuiji.console.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.shuangsuiji.console.shell.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells a system what a key may hold. Bytes beyond ASCII have no agreed meaning in a header: the firewall of the
 * security chain refuses some of them without a word and lets others through garbled, so this stands before it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class IdempotencyKeyFilter extends OncePerRequestFilter {
    private static final String KEY = "Idempotency-Key";
    private static final Pattern READABLE = Pattern.compile("[\\x20-\\x7E]*");

    private final Problems problems;

    IdempotencyKeyFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Problems.isApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (key != null && !READABLE.matcher(key).matches()) {
            problems.write(request, response, HttpServletResponse.SC_BAD_REQUEST, "idempotency-key-unreadable");
        } else {
            chain.doFilter(request, response);
        }
    }
}
