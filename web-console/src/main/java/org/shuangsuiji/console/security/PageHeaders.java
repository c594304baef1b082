package org.shuangsuiji.console.security;

import jakarta.servlet.http.HttpServletResponse;

/** What protects a page from being framed, mixed with foreign content or read as something else. */
public final class PageHeaders {
    /** Nothing inline, nothing from elsewhere; Tabler's style sheet carries its small pictures as data. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private PageHeaders() {}

    /** Puts them on an answer that no chain of security has seen, or that was emptied after it. */
    public static void on(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
    }
}
