package org.shuangsuiji.console.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bad tries are few for an account from one address, and for an address; a good one gives its try back. A stranger who
 * types wrong passwords elsewhere does not lock the owner out: for the account alone the limit is much higher, against
 * a guesser with many addresses. Known and unknown names count alike.
 */
@Component
class SignInLimit extends OncePerRequestFilter {
    private final Tries pairs;
    private final Tries accounts;
    private final Tries addresses;

    SignInLimit(
            @Value("${shuangsuiji.sign-in.tries-per-account:10}") int triesPerAccountAndAddress,
            @Value("${shuangsuiji.sign-in.tries-per-account-anywhere:300}") int triesPerAccount,
            @Value("${shuangsuiji.sign-in.tries-per-address:60}") int triesPerAddress) {
        this.pairs = new Tries(triesPerAccountAndAddress);
        this.accounts = new Tries(triesPerAccount);
        this.addresses = new Tries(triesPerAddress);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().equals(request.getContextPath() + "/console/login");
    }

    /** A try that its own address may not make is not counted against the account. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (addresses.take(request.getRemoteAddr()) && pairs.take(pair(request)) && accounts.take(account(request))) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/console/login?wait");
        }
    }

    void forgive(HttpServletRequest request) {
        pairs.giveBack(pair(request));
        accounts.giveBack(account(request));
        addresses.giveBack(request.getRemoteAddr());
    }

    private static String pair(HttpServletRequest request) {
        return request.getRemoteAddr() + " " + account(request);
    }

    private static String account(HttpServletRequest request) {
        String account = request.getParameter("account");
        return account == null ? "" : account.strip().toLowerCase(Locale.ROOT);
    }
}
