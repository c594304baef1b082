package org.shuangsuiji.console.jobs;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.model.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Tells open pages how far a job is: twice a second when something changed, a sign of life every 15 seconds. */
@Component
class JobEvents {
    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private static final Duration STREAM_MAX = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 500;
    private static final int BEATS_OF_SILENCE = 30;

    private final Jobs jobs;
    private final JobViews views;
    private final ITemplateEngine templates;
    private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(2, work -> {
        var thread = new Thread(work, "job-events");
        thread.setDaemon(true);
        return thread;
    });

    JobEvents(Jobs jobs, JobViews views, ITemplateEngine templates) {
        this.jobs = jobs;
        this.views = views;
        this.templates = templates;
    }

    SseEmitter of(long id, Actor actor, Locale locale) {
        var emitter = new SseEmitter(STREAM_MAX.toMillis());
        var stream = new Stream(id, actor, locale, emitter);
        ScheduledFuture<?> beat =
                clockwork.scheduleWithFixedDelay(stream::beat, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        emitter.onCompletion(() -> beat.cancel(false));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> beat.cancel(false));
        return emitter;
    }

    @PreDestroy
    void stop() {
        clockwork.shutdownNow();
    }

    private final class Stream {
        private final long id;
        private final Actor actor;
        private final Locale locale;
        private final SseEmitter emitter;
        private @Nullable JobView last;
        private int silent;

        Stream(long id, Actor actor, Locale locale, SseEmitter emitter) {
            this.id = id;
            this.actor = actor;
            this.locale = locale;
            this.emitter = emitter;
        }

        void beat() {
            try {
                var job = jobs.find(id, actor.scope());
                if (job.isEmpty()) {
                    emitter.complete();
                    return;
                }
                JobView now = views.of(job.get(), locale);
                if (!now.equals(last)) {
                    last = now;
                    silent = 0;
                    emitter.send(SseEmitter.event().name("progress").data(html(now), MediaType.TEXT_HTML));
                } else if (++silent >= BEATS_OF_SILENCE) {
                    silent = 0;
                    emitter.send(SseEmitter.event().comment("here"));
                }
                if (now.over()) {
                    emitter.complete();
                }
            } catch (IOException | IllegalStateException e) {
                LOG.debug("The page of job {} was closed", id, e);
                emitter.complete();
            } catch (RuntimeException e) {
                LOG.warn("The progress of job {} could not be told", id, e);
                emitter.completeWithError(e);
            }
        }

        private String html(JobView job) {
            return templates.process("shell/job-event", new Context(locale, Map.of("job", job)));
        }
    }
}
