package org.shuangsuiji.console.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.shuangsuiji.console.shell.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells a system what was wrong with its request, by the name of the parameter; pages keep their own words. */
@ControllerAdvice
class ApiRequests {
    private final Problems problems;

    ApiRequests(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    void missing(
            MissingServletRequestParameterException missing, HttpServletRequest request, HttpServletResponse response)
            throws MissingServletRequestParameterException, IOException {
        if (!Problems.isApi(request)) {
            throw missing;
        }
        problems.write(request, response, 400, "api-parameter-missing", missing.getParameterName());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void unreadable(
            MethodArgumentTypeMismatchException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!Problems.isApi(request)) {
            throw unreadable;
        }
        Class<?> type = Objects.requireNonNullElse(unreadable.getRequiredType(), String.class);
        boolean number = type == long.class || type == int.class || Number.class.isAssignableFrom(type);
        problems.write(
                request,
                response,
                400,
                number ? "api-number" : "api-parameter",
                unreadable.getName(),
                String.valueOf(unreadable.getValue()));
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    void otherMethod(
            HttpRequestMethodNotSupportedException other, HttpServletRequest request, HttpServletResponse response)
            throws HttpRequestMethodNotSupportedException, IOException {
        if (!Problems.isApi(request)) {
            throw other;
        }
        String known = String.join(", ", Objects.requireNonNullElse(other.getSupportedMethods(), new String[0]));
        response.setHeader(HttpHeaders.ALLOW, known);
        problems.write(request, response, 405, "api-method", other.getMethod(), known);
    }
}
