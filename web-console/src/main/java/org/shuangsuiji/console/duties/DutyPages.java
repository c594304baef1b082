package org.shuangsuiji.console.duties;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.FormFaults;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.ingest.Duties;
import org.shuangsuiji.ingest.Duty;
import org.shuangsuiji.ingest.SourceRow;
import org.shuangsuiji.ingest.Sources;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/console/duties")
class DutyPages {
    private static final String HOME = "/console/duties";

    private final Duties duties;
    private final Sources sources;
    private final FormCommands commands;
    private final FormFaults faultsOf;
    private final Problems problems;
    private final Words words;
    private final Clock clock;

    DutyPages(
            Duties duties,
            Sources sources,
            FormCommands commands,
            FormFaults faultsOf,
            Problems problems,
            Words words,
            Clock clock) {
        this.duties = duties;
        this.sources = sources;
        this.commands = commands;
        this.faultsOf = faultsOf;
        this.problems = problems;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("rows", duties.list(actor.scope()));
        model.addAttribute("today", LocalDate.now(clock));
        return "ingest/duties";
    }

    @GetMapping("/new")
    String blank(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable RecordKind kind,
            Actor actor,
            Model model,
            Locale locale) {
        model.addAttribute("form", new DutyForm(source, kind, null, null, null, LocalDate.now(clock), 0));
        return formPage(null, actor, model, locale);
    }

    /** Ledger: DUTY_ENTERED. */
    @PostMapping
    String enter(@Valid @ModelAttribute("form") DutyForm form, BindingResult faults, Model model, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        () -> HOME + "/" + duties.enter(requireNonNull(form.source()), form::terms, sent.actor()),
                        "duty.entered"),
                refusal -> into(faults, refusal, sent.locale()),
                () -> formPage(null, sent.actor(), model, sent.locale()));
    }

    @GetMapping("/template")
    String template(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", new TemplateForm(null, LocalDate.now(clock)));
        return templatePage(actor, model, locale);
    }

    /** Ledger: DUTY_ENTERED. */
    @PostMapping("/template")
    String enterTemplate(
            @Valid @ModelAttribute("form") TemplateForm form, BindingResult faults, Model model, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        HOME,
                        () -> duties.enterTemplate(
                                requireNonNull(form.source()), requireNonNull(form.beginsOn()), sent.actor()),
                        "duty.template.entered"),
                refusal -> problems.into(faults, "source", refusal, sent.locale()),
                () -> templatePage(sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Actor actor, Model model) {
        model.addAttribute("duty", duties.get(id, actor.scope()));
        model.addAttribute("rows", duties.history(id, actor.scope()));
        model.addAttribute("today", LocalDate.now(clock));
        return "ingest/duty";
    }

    @GetMapping("/{id}/change")
    String change(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Duty duty = duties.get(id, actor.scope());
        String source = sources.get(duty.sourceId(), actor.scope()).word();
        model.addAttribute("form", DutyForm.of(duty, source, LocalDate.now(clock)));
        return formPage(duty, actor, model, locale);
    }

    /** Ledger: DUTY_CHANGED. */
    @PostMapping("/{id}")
    String store(
            @PathVariable long id,
            @Valid @ModelAttribute("form") DutyForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        Duty duty = duties.get(id, sent.actor().scope());
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        () -> HOME + "/" + duties.change(id, form.version(), form.terms(duty.sourceId()), sent.actor()),
                        "duty.changed"),
                refusal -> into(faults, refusal, sent.locale()),
                () -> formPage(duty, sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}/end")
    String askEnd(@PathVariable long id, Actor actor, Model model) {
        Duty duty = duties.get(id, actor.scope());
        model.addAttribute("form", new EndForm(LocalDate.now(clock), null, duty.version()));
        return endPage(duty, model);
    }

    /** Ledger: DUTY_ENDED. */
    @PostMapping("/{id}/end")
    String end(
            @PathVariable long id,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        HOME + "/" + id,
                        () -> duties.end(
                                id,
                                form.version(),
                                requireNonNull(form.lastDay()),
                                Words.stripped(form.reason()),
                                sent.actor()),
                        "duty.ended"),
                refusal -> problems.into(
                        faults, refusal.code().startsWith("reason-") ? "reason" : "lastDay", refusal, sent.locale()),
                () -> endPage(duties.get(id, sent.actor().scope()), model));
    }

    private void into(BindingResult faults, Refusal refusal, Locale locale) {
        if (refusal.code().equals("duty-begins-before")) {
            problems.into(faults, "beginsOn", refusal, locale);
        } else if (refusal.code().equals("record-source-unknown")) {
            problems.into(faults, "source", refusal, locale);
        } else {
            faultsOf.into(faults, refusal, locale);
        }
    }

    private String formPage(@Nullable Duty duty, Actor actor, Model model, Locale locale) {
        model.addAttribute("duty", duty);
        model.addAttribute("sources", sourceNames(actor, locale));
        Map<RecordKind, String> kinds = new LinkedHashMap<>();
        for (RecordKind kind : RecordKind.values()) {
            if (kind != RecordKind.INSPECTION) {
                kinds.put(kind, words.text("kind." + kind.word(), locale));
            }
        }
        model.addAttribute("kinds", kinds);
        model.addAttribute("rhythms", words.of(DutyForm.RhythmWord.class, "duty.rhythm-of", locale));
        return "ingest/duty-form";
    }

    private String templatePage(Actor actor, Model model, Locale locale) {
        model.addAttribute("sources", sourceNames(actor, locale));
        return "ingest/duty-template";
    }

    private static String endPage(Duty duty, Model model) {
        model.addAttribute("duty", duty);
        return "ingest/duty-end";
    }

    private Map<String, String> sourceNames(Actor actor, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        for (SourceRow row : sources.choices(actor.scope())) {
            names.put(row.word(), row.id() == null ? words.text("duty.source.silent", locale, row.name()) : row.name());
        }
        return names;
    }
}
