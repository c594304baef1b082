package org.shuangsuiji.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A word of success on the page that follows a command.
 *
 * @param code message key
 */
public record Notice(String code, List<Object> arguments) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Puts the notice on the page to which the answer redirects. */
    public static void after(HttpServletRequest request, String code, Object... arguments) {
        RequestContextUtils.getOutputFlashMap(request).put("notice", new Notice(code, List.of(arguments)));
    }
}
