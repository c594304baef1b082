package org.shuangsuiji.console.sources;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.departments.DepartmentChoice;
import org.shuangsuiji.console.planning.FormFaults;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.ingest.KindFigures;
import org.shuangsuiji.ingest.Source;
import org.shuangsuiji.ingest.SourceFigures;
import org.shuangsuiji.ingest.Sources;
import org.shuangsuiji.model.Actor;
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
@RequestMapping("/console/sources")
class SourcePages {
    private static final String HOME = "/console/sources";

    private final Sources sources;
    private final SourceFigures figures;
    private final DepartmentChoice departments;
    private final FormCommands commands;
    private final FormFaults faultsOf;
    private final Problems problems;
    private final Words words;
    private final Clock clock;

    SourcePages(
            Sources sources,
            SourceFigures figures,
            DepartmentChoice departments,
            FormCommands commands,
            FormFaults faultsOf,
            Problems problems,
            Words words,
            Clock clock) {
        this.sources = sources;
        this.figures = figures;
        this.departments = departments;
        this.commands = commands;
        this.faultsOf = faultsOf;
        this.problems = problems;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("rows", sources.list(actor.scope()));
        model.addAttribute("today", LocalDate.now(clock));
        return "ingest/sources";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Locale locale) {
        model.addAttribute(
                "form",
                new SourceForm(
                        Source.Standing.THIRD_PARTY, null, null, actor.departmentId(), Source.Trust.UNCONFIRMED, 0));
        return formPage(null, actor, model, locale);
    }

    /** Ledger: RECORD_SOURCE_ENTERED. */
    @PostMapping
    String enter(@Valid @ModelAttribute("form") SourceForm form, BindingResult faults, Model model, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent, () -> HOME + "/" + sources.enter(form.terms(), sent.actor()), "provider.entered"),
                refusal -> into(faults, refusal, sent.locale()),
                () -> formPage(null, sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Actor actor, Model model) {
        model.addAttribute("source", sources.get(id, actor.scope()));
        model.addAttribute("row", sources.row(id, actor.scope()));
        List<KindFigures> kinds = figures.of(id, actor.scope());
        model.addAttribute("figures", kinds);
        model.addAttribute(
                "value",
                kinds.stream()
                        .map(KindFigures::value)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("agreements", sources.agreements(id, actor.scope()));
        model.addAttribute("today", LocalDate.now(clock));
        return "ingest/source";
    }

    @GetMapping("/{id}/change")
    String change(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Source source = sources.get(id, actor.scope());
        model.addAttribute(
                "form", SourceForm.of(source, sources.row(id, actor.scope()).name()));
        return formPage(source, actor, model, locale);
    }

    /** Ledger: RECORD_SOURCE_CHANGED. */
    @PostMapping("/{id}")
    String store(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SourceForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        HOME + "/" + id,
                        () -> sources.change(id, form.version(), form.terms(), sent.actor()),
                        "provider.changed"),
                refusal -> into(faults, refusal, sent.locale()),
                () -> formPage(sources.get(id, sent.actor().scope()), sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}/agreements/new")
    String blankAgreement(@PathVariable long id, Actor actor, Model model) {
        model.addAttribute("form", new AgreementForm(null, null, null, null, null));
        return agreementPage(id, actor, model);
    }

    /** Ledger: AGREEMENT_ENTERED. */
    @PostMapping("/{id}/agreements")
    String agree(
            @PathVariable long id,
            @Valid @ModelAttribute("form") AgreementForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent, HOME + "/" + id, () -> sources.agree(id, form.terms(), sent.actor()), "provider.agreed"),
                refusal -> into(faults, refusal, sent.locale()),
                () -> agreementPage(id, sent.actor(), model));
    }

    @GetMapping("/{id}/agreements/end")
    String askEnd(@PathVariable long id, @RequestParam String number, Actor actor, Model model) {
        model.addAttribute("form", new AgreementEndForm(number, LocalDate.now(clock), null));
        return endPage(id, number, actor, model);
    }

    /** Ledger: AGREEMENT_ENDED. */
    @PostMapping("/{id}/agreements/end")
    String end(
            @PathVariable long id,
            @Valid @ModelAttribute("form") AgreementEndForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        String number = Words.stripped(form.number());
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        HOME + "/" + id,
                        () -> sources.endAgreement(
                                id,
                                number,
                                Objects.requireNonNull(form.endedOn()),
                                Words.stripped(form.reason()),
                                sent.actor()),
                        "provider.agreement-ended"),
                refusal -> problems.into(
                        faults, refusal.code().startsWith("reason-") ? "reason" : "endedOn", refusal, sent.locale()),
                () -> endPage(id, number, sent.actor(), model));
    }

    /** Ledger: RECORD_SOURCE_CLOSED. */
    @PostMapping("/{id}/close")
    String close(
            @PathVariable long id,
            @RequestParam long lockVersion,
            @RequestParam(defaultValue = "") String reason,
            SentForm sent) {
        return commands.once(
                sent, HOME + "/" + id, () -> sources.close(id, lockVersion, reason, sent.actor()), "provider.closed");
    }

    /** Ledger: RECORD_SOURCE_REOPENED. */
    @PostMapping("/{id}/reopen")
    String reopen(
            @PathVariable long id,
            @RequestParam long lockVersion,
            @RequestParam(defaultValue = "") String reason,
            SentForm sent) {
        return commands.once(
                sent,
                HOME + "/" + id,
                () -> sources.reopen(id, lockVersion, reason, sent.actor()),
                "provider.reopened");
    }

    private void into(BindingResult faults, Refusal refusal, Locale locale) {
        Map<String, String> fields = Map.of(
                "record-source-word-taken", "word",
                "record-source-name-taken", "name",
                "agreement-number-taken", "number");
        String field = fields.get(refusal.code());
        if (field == null) {
            faultsOf.into(faults, refusal, locale);
        } else {
            problems.into(faults, field, refusal, locale);
        }
    }

    private String formPage(@Nullable Source source, Actor actor, Model model, Locale locale) {
        model.addAttribute("source", source);
        model.addAttribute("departments", departments.of(actor.scope()));
        Map<Source.Standing, String> standings = words.of(Source.Standing.class, "provider.standing", locale);
        standings.remove(Source.Standing.DEPARTMENT);
        model.addAttribute("standings", standings);
        model.addAttribute("trusts", words.of(Source.Trust.class, "provider.trust", locale));
        return "ingest/source-form";
    }

    private String endPage(long id, String number, Actor actor, Model model) {
        model.addAttribute("row", sources.row(id, actor.scope()));
        model.addAttribute("agreement", sources.agreement(id, number, actor.scope()));
        return "ingest/agreement-end";
    }

    private String agreementPage(long id, Actor actor, Model model) {
        if (sources.get(id, actor.scope()).standing() != Source.Standing.THIRD_PARTY) {
            throw Refusal.conflict("record-source-no-third-party");
        }
        model.addAttribute("row", sources.row(id, actor.scope()));
        return "ingest/agreement-form";
    }
}
