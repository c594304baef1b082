package org.shuangsuiji.console.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Pace;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SubjectWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a job into the reader's words; templates use it as {@code @jobViews}. */
@Component("jobViews")
public class JobViews {
    private static final long MINUTE = 60;
    /** Seconds are told in steps: a number that changes twice a second is read by nobody. */
    private static final long STEP = 5;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final MessageSource texts;
    private final SubjectWords subjects;
    private final Problems problems;

    JobViews(MessageSource texts, SubjectWords subjects, Problems problems) {
        this.texts = texts;
        this.subjects = subjects;
        this.problems = problems;
    }

    public JobView of(Job job, Locale locale) {
        String code = job.messageCode();
        return new JobView(
                job.id(),
                text("job.kind." + job.kind(), job.kind(), locale),
                subjects.of(job.subject(), locale),
                page(job),
                subjects.who(job.actor().name(), locale),
                job.state().name(),
                tone(job.state()),
                job.state().over(),
                job.stage(),
                stage(job.stage(), locale),
                job.done(),
                job.total(),
                job.percent(),
                pace(job.pace(), locale),
                code == null ? null : reason(code, problems.readable(job.arguments(), locale), locale),
                job.cancelRequested(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    private @Nullable String pace(@Nullable Pace pace, Locale locale) {
        if (pace == null) {
            return null;
        }
        Long perSecond = pace.perSecond();
        Long left = pace.secondsLeft();
        if (perSecond == null || left == null) {
            return text("job.rows", "", locale, pace.rows());
        }
        return text("job.pace", "", locale, pace.rows(), perSecond, left(left, locale));
    }

    private String left(long seconds, Locale locale) {
        if (seconds < MINUTE) {
            return text("job.left.seconds", "", locale, (seconds + STEP - 1) / STEP * STEP);
        }
        long minutes = (seconds + MINUTE - 1) / MINUTE;
        return minutes < MINUTE
                ? text("job.left.minutes", "", locale, minutes)
                : text("job.left.hours", "", locale, (minutes + MINUTE - 1) / MINUTE);
    }

    private String stage(@Nullable String stage, Locale locale) {
        return stage == null ? "" : text(stage, stage, locale);
    }

    /** The row keeps arguments as texts; a message that wants a number gets it back. */
    private String reason(String code, Object[] arguments, Locale locale) {
        try {
            return text(code, code, locale, arguments);
        } catch (IllegalArgumentException e) {
            return text(
                    code,
                    code,
                    locale,
                    Arrays.stream(arguments)
                            .map(it -> it instanceof String kept
                                            && WHOLE_NUMBER.matcher(kept).matches()
                                    ? Long.valueOf(kept)
                                    : it)
                            .toArray());
        }
    }

    private String text(String code, String otherwise, Locale locale, Object... arguments) {
        return Objects.requireNonNullElse(texts.getMessage(code, arguments, null, locale), otherwise);
    }

    private static @Nullable String page(Job job) {
        return job.subject().startsWith("delivery:") ? "/console/deliveries/" + job.subjectId() : null;
    }

    private static String tone(Job.State state) {
        return switch (state) {
            case WAITING -> "gray";
            case RUNNING -> "blue";
            case DONE -> "green";
            case FAILED -> "red";
            case CANCELLED -> "yellow";
        };
    }
}
