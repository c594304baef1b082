package org.shuangsuiji.console.jobs;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.Job;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a job into the reader's words; templates use it as {@code @jobViews}. */
@Component("jobViews")
public class JobViews {
    private final MessageSource texts;

    JobViews(MessageSource texts) {
        this.texts = texts;
    }

    public JobView of(Job job, Locale locale) {
        String code = job.messageCode();
        return new JobView(
                job.id(),
                text("job.kind." + job.kind(), job.kind(), locale),
                job.subject(),
                page(job),
                job.actor().name(),
                job.state().name(),
                tone(job.state()),
                job.state().over(),
                job.stage(),
                stage(job.stage(), locale),
                job.done(),
                job.total(),
                job.percent(),
                code == null
                        ? null
                        : text(code, code, locale, job.messageArguments().toArray()),
                job.cancelRequested(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    private String stage(@Nullable String stage, Locale locale) {
        return stage == null ? "" : text(stage, stage, locale);
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
