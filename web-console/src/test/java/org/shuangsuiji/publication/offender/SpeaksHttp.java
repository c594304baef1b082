package org.shuangsuiji.publication.offender;

import jakarta.servlet.http.HttpServletRequest;

/** Offends: only the console speaks HTTP. */
public class SpeaksHttp {
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
