package org.shuangsuiji.console.jobs;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.CancelJob;
import org.shuangsuiji.console.office.Job;
import org.shuangsuiji.console.office.Jobs;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Controller
class JobPages {
    private static final int PAGE = 50;

    private final Jobs jobs;
    private final CancelJob cancelJob;
    private final JobViews views;
    private final JobEvents events;
    private final FormCommands commands;
    private final MessageSource texts;

    JobPages(
            Jobs jobs,
            CancelJob cancelJob,
            JobViews views,
            JobEvents events,
            FormCommands commands,
            MessageSource texts) {
        this.jobs = jobs;
        this.cancelJob = cancelJob;
        this.views = views;
        this.events = events;
        this.commands = commands;
        this.texts = texts;
    }

    @GetMapping("/console/jobs")
    String list(
            @RequestParam(required = false) Job.@Nullable State state,
            @RequestParam(required = false) @Nullable Long before,
            Actor actor,
            Model model,
            Locale locale) {
        List<Job> found = jobs.list(state, before, actor.scope(), PAGE + 1);
        List<JobView> rows =
                found.stream().limit(PAGE).map(job -> views.of(job, locale)).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        model.addAttribute("before", before);
        model.addAttribute("state", state);
        Map<Job.State, String> states = new EnumMap<>(Job.State.class);
        for (Job.State each : Job.State.values()) {
            states.put(each, texts.getMessage("job.state." + each, null, locale));
        }
        model.addAttribute("states", states);
        return "office/jobs";
    }

    @GetMapping("/console/jobs/{id}")
    String show(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Job job = find(id, actor);
        model.addAttribute("job", views.of(job, locale));
        model.addAttribute("stoppable", cancelJob.stoppable(job));
        return "office/job";
    }

    /** The inner part alone, as the events carry it, for browsers that ask again and again. */
    @GetMapping("/console/jobs/{id}/progress")
    String progress(@PathVariable long id, Actor actor, Model model, Locale locale) {
        model.addAttribute("job", views.of(find(id, actor), locale));
        return "shell/job-event";
    }

    @GetMapping(path = "/console/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable long id, Actor actor, Locale locale) {
        find(id, actor);
        return events.of(id, actor, locale);
    }

    /** Ledger: JOB_CANCEL_REQUESTED. */
    @PostMapping("/console/jobs/{id}/cancel")
    String cancel(@PathVariable long id, SentForm sent) {
        return commands.once(sent, "/console/jobs/" + id, () -> cancelJob.ask(id, sent.actor()), "job.cancel.asked");
    }

    private Job find(long id, Actor actor) {
        return jobs.find(id, actor.scope()).orElseThrow(() -> Refusal.absent("job", id));
    }
}
