package org.shuangsuiji.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** The page of ours that a form stood on, where the browser says it. */
public record PageBefore(String path, String query) {

    public static Optional<PageBefore> of(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return Optional.empty();
        }
        try {
            URI page = URI.create(referer);
            String start = request.getContextPath() + "/";
            String path = page.getRawPath();
            boolean ours = request.getServerName().equals(page.getHost())
                    && path != null
                    && path.startsWith(start)
                    && !path.startsWith("//");
            String query = page.getRawQuery();
            return ours
                    ? Optional.of(new PageBefore(path.substring(start.length() - 1), query == null ? "" : "?" + query))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
