package org.shuangsuiji.console.inspectors;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.departments.DepartmentChoice;
import org.shuangsuiji.console.planning.FormFaults;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Notice;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.sampling.Inspector;
import org.shuangsuiji.sampling.InspectorRow;
import org.shuangsuiji.sampling.Inspectors;
import org.shuangsuiji.sampling.Recusal;
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
@RequestMapping("/console/inspectors")
class InspectorPages {
    private final Inspectors inspectors;
    private final DepartmentChoice departments;
    private final FormCommands commands;
    private final FormFaults problems;
    private final Words words;
    private final Clock clock;

    InspectorPages(
            Inspectors inspectors,
            DepartmentChoice departments,
            FormCommands commands,
            FormFaults problems,
            Words words,
            Clock clock) {
        this.inspectors = inspectors;
        this.departments = departments;
        this.commands = commands;
        this.problems = problems;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(name = "words", required = false) @Nullable String asked, Actor actor, Model model) {
        List<InspectorRow> rows = inspectors.list(actor.scope());
        String sought = Words.stripped(asked);
        model.addAttribute("asked", asked);
        model.addAttribute("first", rows.isEmpty() && sought.isEmpty());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "rows",
                rows.stream()
                        .filter(row -> row.name().contains(sought)
                                || row.staffNo().contains(sought)
                                || row.scopes().contains(sought)
                                || row.departmentName().contains(sought))
                        .toList());
        return "sampling/inspectors";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Locale locale) {
        model.addAttribute(
                "form",
                new InspectorForm(null, null, actor.departmentId(), null, null, null, "*", Inspector.State.ACTIVE, 0));
        return formPage(null, actor, model, locale);
    }

    /** Ledger: INSPECTOR_CREATED. */
    @PostMapping
    String create(@Valid @ModelAttribute("form") InspectorForm form, BindingResult faults, Model model, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        () -> "/console/inspectors/" + inspectors.create(form.terms(), sent.actor()),
                        "inspector.created"),
                refusal -> problems.into(faults, refusal, sent.locale()),
                () -> formPage(null, sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}")
    String detail(@PathVariable long id, Actor actor, Model model, Locale locale) {
        model.addAttribute("form", new RecusalForm(null, null, null));
        return detailPage(id, actor, model, locale);
    }

    @GetMapping("/{id}/change")
    String change(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Inspector inspector = inspectors.get(id, actor.scope());
        model.addAttribute("form", InspectorForm.of(inspector, words, locale));
        return formPage(inspector, actor, model, locale);
    }

    /** Ledger: INSPECTOR_CHANGED. */
    @PostMapping("/{id}")
    String store(
            @PathVariable long id,
            @Valid @ModelAttribute("form") InspectorForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        "/console/inspectors/" + id,
                        () -> inspectors.change(id, form.lockVersion(), form.terms(), sent.actor()),
                        "inspector.changed"),
                refusal -> problems.into(faults, refusal, sent.locale()),
                () -> formPage(inspectors.get(id, sent.actor().scope()), sent.actor(), model, sent.locale()));
    }

    /** Ledger: RECUSAL_DECLARED. */
    @PostMapping("/{id}/recusals")
    String recuse(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RecusalForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> declared(id, form, sent),
                refusal -> problems.into(faults, refusal, sent.locale()),
                () -> detailPage(id, sent.actor(), model, sent.locale()));
    }

    /** Ledger: INSPECTOR_CHANGED. */
    @PostMapping("/{id}/recusals/{recusalId}/withdraw")
    String withdraw(
            @PathVariable long id,
            @PathVariable long recusalId,
            @RequestParam(defaultValue = "") String reason,
            SentForm sent) {
        return commands.once(
                sent,
                "/console/inspectors/" + id,
                () -> inspectors.withdrawRecusal(id, recusalId, reason, sent.actor()),
                "recusal.withdrawn");
    }

    private String declared(long id, RecusalForm form, SentForm sent) {
        String creditCode = Words.stripped(form.creditCode());
        String view = commands.once(sent, () -> {
            inspectors.declareRecusal(
                    id, creditCode, requireNonNull(form.ground()), Words.stripped(form.note()), sent.actor());
            return "/console/inspectors/" + id;
        });
        Notice.after(
                sent.request(),
                inspectors.isRegistered(creditCode) ? "recusal.declared" : "recusal.declared-unregistered");
        return view;
    }

    private String detailPage(long id, Actor actor, Model model, Locale locale) {
        Inspector inspector = inspectors.get(id, actor.scope());
        model.addAttribute("inspector", inspector);
        model.addAttribute(
                "departmentName",
                departments
                        .of(actor.scope())
                        .getOrDefault(inspector.terms().departmentId(), "")
                        .strip());
        model.addAttribute("recusals", inspectors.recusals(id, actor.scope()));
        model.addAttribute("grounds", words.of(Recusal.Ground.class, "recusal.ground", locale));
        model.addAttribute("today", LocalDate.now(clock));
        return "sampling/inspector";
    }

    private String formPage(@Nullable Inspector inspector, Actor actor, Model model, Locale locale) {
        model.addAttribute("inspector", inspector);
        model.addAttribute("departments", departments.of(actor.scope()));
        model.addAttribute("states", words.of(Inspector.State.class, "inspector.state", locale));
        return "sampling/inspector-form";
    }
}
