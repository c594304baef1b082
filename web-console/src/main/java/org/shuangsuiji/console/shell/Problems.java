package org.shuangsuiji.console.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.model.TermsRefused;
import org.shuangsuiji.model.Who;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Says what went wrong in the reader's language: as a text for pages, as RFC 9457 problem details for systems. */
@Component
public class Problems {
    /** Attribute of a request that fails: the word of {@code problem.<word>} where the status alone says too little. */
    public static final String NAMED = "shuangsuiji.problem";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final MessageSource texts;
    private final SubjectWords subjects;
    private final LocaleResolver locales;
    private final JsonMapper json;
    private final Clock clock;

    Problems(MessageSource texts, SubjectWords subjects, LocaleResolver locales, JsonMapper json, Clock clock) {
        this.texts = texts;
        this.subjects = subjects;
        this.locales = locales;
        this.json = json;
        this.clock = clock;
    }

    /** Whether a system asks, not a person. */
    public static boolean isApi(HttpServletRequest request) {
        return addressOf(request).startsWith(request.getContextPath() + "/api/");
    }

    /** The address that was asked for, also when the error page answers. */
    static String addressOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    /** The text of a refusal; of terms with what is wrong about each. */
    public String text(Refusal refusal, Locale locale) {
        String text = Objects.requireNonNullElse(
                texts.getMessage("refusal." + refusal.code(), arguments(refusal, locale), null, locale),
                refusal.code());
        return refusal instanceof TermsRefused terms
                ? terms.faults().stream()
                        .map(fault -> text(fault, locale))
                        .collect(Collectors.joining(" ", text + " ", ""))
                : text;
    }

    /** The text of one fault. */
    public String text(TermsRefused.Fault fault, Locale locale) {
        return Objects.requireNonNullElse(
                texts.getMessage("fault." + fault.code(), readable(fault.arguments(), locale), null, locale),
                fault.code());
    }

    /** Puts a refusal into the error summary of a form, so that the page can be shown again with what was typed. */
    public void into(BindingResult form, Refusal refusal, Locale locale) {
        form.reject("refusal." + refusal.code(), arguments(refusal, locale), refusal.code());
    }

    /** The same at one field. */
    public void into(BindingResult form, String field, Refusal refusal, Locale locale) {
        form.rejectValue(field, "refusal." + refusal.code(), arguments(refusal, locale), refusal.code());
    }

    public static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case ABSENT -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }

    ProblemDetail detail(Refusal refusal, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(status(refusal), text(refusal, locale));
        problem.setType(URI.create("urn:shuangsuiji:problem:" + refusal.code()));
        problem.setTitle(texts.getMessage(
                "problem.kind." + refusal.kind().name(), null, refusal.kind().name(), locale));
        problem.setProperty("code", refusal.code());
        return problem;
    }

    /** Writes {@code problem.<code>} with this status, outside of any handler. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status, String code, Object... args)
            throws IOException {
        Locale locale = locales.resolveLocale(request);
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:shuangsuiji:problem:" + code));
        problem.setTitle(texts.getMessage("problem." + code + ".title", null, code, locale));
        problem.setDetail(texts.getMessage("problem." + code, args, code, locale));
        problem.setInstance(URI.create(addressOf(request)));
        problem.setProperty("code", code);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }

    private Object[] arguments(Refusal refusal, Locale locale) {
        Object[] arguments = readable(refusal.arguments(), locale);
        if (refusal.kind() == Refusal.Kind.ABSENT && arguments.length > 0) {
            String what = String.valueOf(arguments[0]);
            arguments[0] = texts.getMessage("thing." + what, null, what, locale);
        }
        return arguments;
    }

    /** Arguments as people read them: moments and days in the office's zone; who, lengths, choices and lists in words. */
    public Object[] readable(List<?> arguments, Locale locale) {
        return arguments.stream().map(each -> readable(each, locale)).toArray();
    }

    private Object readable(Object argument, Locale locale) {
        if (argument instanceof Who who) {
            return subjects.who(who.name(), locale);
        }
        if (argument instanceof Instant moment) {
            return MOMENT.format(moment.atZone(clock.getZone()));
        }
        if (argument instanceof LocalDate day) {
            return day.toString();
        }
        if (argument instanceof Duration length) {
            return words(length, locale);
        }
        if (argument instanceof Collection<?> several) {
            return several.stream()
                    .map(each -> String.valueOf(readable(each, locale)))
                    .collect(Collectors.joining(
                            Objects.requireNonNull(texts.getMessage("list.separator", null, locale))));
        }
        if (argument instanceof RecordKind kind) {
            return Objects.requireNonNull(texts.getMessage("kind." + kind.word(), null, kind.word(), locale));
        }
        if (argument instanceof Enum<?> choice) {
            String type = choice.getDeclaringClass().getName();
            String code = "word." + type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + choice.name();
            return Objects.requireNonNull(texts.getMessage(code, null, choice.name(), locale));
        }
        return argument;
    }

    private String words(Duration length, Locale locale) {
        boolean hours = length.toMinutesPart() == 0 && length.toSecondsPart() == 0 && !length.isZero();
        return Objects.requireNonNull(
                hours
                        ? texts.getMessage("duration.hours", new Object[] {length.toHours()}, locale)
                        : texts.getMessage("duration.seconds", new Object[] {length.toSeconds()}, locale));
    }
}
