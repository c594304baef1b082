package org.shuangsuiji.console.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A form that met a lost database, as the page of that answers it: with all that was typed in it, to be sent again with
 * one click. It carries the key of the first sending, so that it is carried out once. A page repeats no password, and it
 * cannot hold a file; of such a form only the browser still knows what was typed.
 *
 * @param form whether a form was sent at all
 * @param fields what the page holds; nothing where it cannot hold all
 */
record SentAgain(boolean form, String action, List<Field> fields) {
    private static final String TOKEN = "_csrf";

    /** One field with its value, as sent. */
    record Field(String name, String value) {}

    static SentAgain of(HttpServletRequest request) {
        String action = Problems.addressOf(request);
        if (!HttpMethod.POST.matches(methodOf(request))) {
            return new SentAgain(false, action, List.of());
        }
        return new SentAgain(true, action, holds(request) ? fields(request) : List.of());
    }

    /** How the address was asked for, also when the error page answers. */
    static String methodOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String asked
                ? asked
                : request.getMethod();
    }

    /** Without the token of a page of ours it would not be taken anyway; another site's form gets no button here. */
    private static boolean holds(HttpServletRequest request) {
        return plain(request)
                && request.getParameter(TOKEN) != null
                && request.getParameterMap().keySet().stream()
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("password"));
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value)))
                .toList();
    }

    private static boolean plain(HttpServletRequest request) {
        try {
            return request.getContentType() != null
                    && MediaType.parseMediaType(request.getContentType())
                            .isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
