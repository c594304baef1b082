package org.shuangsuiji.console.gaps;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.grades.GradeWords;
import org.shuangsuiji.console.planning.FormFaults;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.ingest.GapRow;
import org.shuangsuiji.ingest.Gaps;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.Models;
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
@RequestMapping("/console/gaps")
class GapPages {
    private static final String HOME = "/console/gaps";
    private static final int PAGE = 50;

    private final Gaps gaps;
    private final WeighGaps weigh;
    private final Models models;
    private final GradeWords gradeWords;
    private final FormCommands commands;
    private final FormFaults faultsOf;
    private final Problems problems;
    private final Words words;
    private final Clock clock;

    GapPages(
            Gaps gaps,
            WeighGaps weigh,
            Models models,
            GradeWords gradeWords,
            FormCommands commands,
            FormFaults faultsOf,
            Problems problems,
            Words words,
            Clock clock) {
        this.gaps = gaps;
        this.weigh = weigh;
        this.models = models;
        this.gradeWords = gradeWords;
        this.commands = commands;
        this.faultsOf = faultsOf;
        this.problems = problems;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(name = "model", required = false) @Nullable Long asked,
            Actor actor,
            Model page,
            Locale locale) {
        List<ModelSheet> sheets = models.list(actor);
        if (sheets.isEmpty()) {
            return "risk/no-model";
        }
        ModelSheet model = asked == null
                ? sheets.get(0)
                : sheets.stream()
                        .filter(sheet -> sheet.id() == asked)
                        .findFirst()
                        .orElseThrow(() -> Refusal.absent("model", asked));
        WeighGaps.Weighed weighed = weigh.open(model.id(), actor);
        page.addAttribute("rows", weighed.rows());
        page.addAttribute("look", gaps.looked(actor.scope()));
        page.addAttribute("countedAt", weighed.countedAt());
        page.addAttribute("modelName", gradeWords.name(model, locale));
        page.addAttribute("modelId", model.id());
        Map<Long, String> names = new LinkedHashMap<>();
        sheets.forEach(sheet -> names.put(sheet.id(), gradeWords.name(sheet, locale)));
        page.addAttribute("models", names);
        page.addAttribute("today", LocalDate.now(clock));
        return "ingest/gaps";
    }

    @GetMapping("/closed")
    String closed(@RequestParam(required = false) @Nullable Long before, Actor actor, Model page) {
        List<GapRow> found = gaps.closed(actor.scope(), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        page.addAttribute("rows", found.stream().limit(PAGE).toList());
        page.addAttribute("before", before);
        page.addAttribute("next", found.size() > PAGE ? found.get(PAGE - 1).id() : null);
        return "ingest/gaps-closed";
    }

    @GetMapping("/limits")
    String limits(Actor actor, Model page, Locale locale) {
        page.addAttribute("form", new LimitForm(null, null, LocalDate.now(clock)));
        return limitsPage(actor, page, locale);
    }

    /** Ledger: GAP_LIMIT_SET. */
    @PostMapping("/limits")
    String limit(@Valid @ModelAttribute("form") LimitForm form, BindingResult faults, Model page, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        HOME + "/limits",
                        () -> gaps.limit(
                                requireNonNull(form.kind()),
                                requireNonNull(form.percent()),
                                requireNonNull(form.holdsFrom()),
                                sent.actor()),
                        "gap.limit.set"),
                refusal -> {
                    if (refusal.code().equals("gap-limit-there")) {
                        problems.into(faults, "holdsFrom", refusal, sent.locale());
                    } else {
                        faultsOf.into(faults, refusal, sent.locale());
                    }
                },
                () -> limitsPage(sent.actor(), page, sent.locale()));
    }

    private String limitsPage(Actor actor, Model page, Locale locale) {
        Map<RecordKind, String> kinds = new LinkedHashMap<>();
        for (RecordKind kind : RecordKind.values()) {
            if (kind != RecordKind.INSPECTION) {
                kinds.put(kind, words.text("kind." + kind.word(), locale));
            }
        }
        page.addAttribute("kinds", kinds);
        page.addAttribute("rows", gaps.limits(actor.scope()));
        return "ingest/gap-limits";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Actor actor, Model page) {
        page.addAttribute("gap", gaps.get(id, actor.scope()));
        page.addAttribute("row", gaps.row(id, actor.scope()));
        page.addAttribute("notes", gaps.notes(id, actor.scope()));
        page.addAttribute("today", LocalDate.now(clock));
        return "ingest/gap";
    }

    /** Ledger: GAP_ASKED. */
    @PostMapping("/{id}/ask")
    String ask(
            @PathVariable long id,
            @RequestParam long lockVersion,
            @RequestParam(defaultValue = "") String reason,
            SentForm sent) {
        return commands.once(sent, HOME + "/" + id, () -> gaps.ask(id, lockVersion, reason, sent.actor()), "gap.asked");
    }

    /** Ledger: GAP_NOTED. */
    @PostMapping("/{id}/note")
    String note(
            @PathVariable long id,
            @RequestParam long lockVersion,
            @RequestParam(defaultValue = "") String reason,
            SentForm sent) {
        return commands.once(
                sent, HOME + "/" + id, () -> gaps.note(id, lockVersion, reason, sent.actor()), "gap.noted");
    }

    /** Ledger: GAP_CLOSED. */
    @PostMapping("/{id}/close")
    String close(
            @PathVariable long id,
            @RequestParam long lockVersion,
            @RequestParam(defaultValue = "") String reason,
            SentForm sent) {
        return commands.once(
                sent, HOME + "/" + id, () -> gaps.close(id, lockVersion, reason, sent.actor()), "gap.closed");
    }

    @GetMapping("/{id}/promise")
    String askPromise(@PathVariable long id, Actor actor, Model page) {
        page.addAttribute(
                "form", new PromiseForm(null, null, gaps.get(id, actor.scope()).version()));
        return promisePage(id, actor, page);
    }

    /** Ledger: GAP_PROMISED. */
    @PostMapping("/{id}/promise")
    String promise(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PromiseForm form,
            BindingResult faults,
            Model page,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        HOME + "/" + id,
                        () -> gaps.promise(
                                id,
                                form.version(),
                                requireNonNull(form.until()),
                                Words.stripped(form.said()),
                                sent.actor()),
                        "gap.promised"),
                refusal -> problems.into(
                        faults, refusal.code().startsWith("reason-") ? "said" : "until", refusal, sent.locale()),
                () -> promisePage(id, sent.actor(), page));
    }

    private String promisePage(long id, Actor actor, Model page) {
        page.addAttribute("row", gaps.row(id, actor.scope()));
        return "ingest/gap-promise";
    }
}
