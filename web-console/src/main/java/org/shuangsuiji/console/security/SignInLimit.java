package org.shuangsuiji.console.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bad tries are few per account and per address; a good one gives its try back. Known and unknown names count alike. */
@Component
class SignInLimit extends OncePerRequestFilter {
    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final int REMEMBERED_MAX = 100_000;

    private final LoadingCache<String, Bucket> accounts;
    private final LoadingCache<String, Bucket> addresses;

    SignInLimit(
            @Value("${shuangsuiji.sign-in.tries-per-account:10}") int triesPerAccount,
            @Value("${shuangsuiji.sign-in.tries-per-address:60}") int triesPerAddress) {
        this.accounts = buckets(triesPerAccount);
        this.addresses = buckets(triesPerAddress);
    }

    private static LoadingCache<String, Bucket> buckets(int tries) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterAccess(REFILL.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, REFILL))
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().equals(request.getContextPath() + "/console/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean account = accounts.get(account(request)).tryConsume(1);
        boolean address = addresses.get(request.getRemoteAddr()).tryConsume(1);
        if (account && address) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/console/login?wait");
        }
    }

    void forgive(HttpServletRequest request) {
        accounts.get(account(request)).addTokens(1);
        addresses.get(request.getRemoteAddr()).addTokens(1);
    }

    private static String account(HttpServletRequest request) {
        String account = request.getParameter("account");
        return account == null ? "" : account.strip().toLowerCase(Locale.ROOT);
    }
}
