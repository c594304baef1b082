package org.shuangsuiji.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.ModelAndView;

/** Tells what failed at the addresses of one face in the words of that face. */
public interface FailurePages {

    /**
     * What happened.
     *
     * @param path the address that was asked for
     * @param incident the number under which the log knows it
     */
    record Failure(String path, int status, String incident) {}

    /** The page, for an address of this face. */
    Optional<ModelAndView> page(
            Failure failure, HttpServletRequest request, HttpServletResponse response, Locale locale);
}
