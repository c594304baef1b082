package org.shuangsuiji.console.models;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.grades.GradeWords;
import org.shuangsuiji.console.grades.OwedRegrades;
import org.shuangsuiji.console.office.People;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.console.shell.SubjectWords;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.Comparison;
import org.shuangsuiji.risk.DefinitionRefused;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.Models;
import org.shuangsuiji.risk.VersionSheet;
import org.shuangsuiji.risk.VersionState;
import org.shuangsuiji.risk.model.Fault;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/console/models")
class ModelPages {
    private final Models models;
    private final FormCommands commands;
    private final Problems problems;
    private final OwedRegrades owed;
    private final GradeWords words;
    private final VersionView view;
    private final MessageSource texts;
    private final People people;
    private final SubjectWords subjects;
    private final Clock clock;

    ModelPages(
            Models models,
            FormCommands commands,
            Problems problems,
            OwedRegrades owed,
            GradeWords words,
            VersionView view,
            MessageSource texts,
            People people,
            SubjectWords subjects,
            Clock clock) {
        this.models = models;
        this.commands = commands;
        this.problems = problems;
        this.owed = owed;
        this.words = words;
        this.view = view;
        this.texts = texts;
        this.people = people;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** A model in the list. */
    record ModelLine(ModelSheet sheet, String name) {}

    @GetMapping
    String list(Actor actor, Model page, Locale locale) {
        page.addAttribute(
                "rows",
                models.list(actor).stream()
                        .map(sheet -> new ModelLine(sheet, words.name(sheet, locale)))
                        .toList());
        return "risk/models";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Actor actor, Model page, Locale locale) {
        ModelSheet model = model(id, actor);
        page.addAttribute("model", model);
        page.addAttribute("modelName", words.name(model, locale));
        List<VersionSheet> versions = models.versions(id, actor);
        page.addAttribute("versions", versions);
        addNames(versions, page, locale);
        page.addAttribute("owed", owed.of(model, actor));
        return "risk/model";
    }

    /** Ledger: MODEL_DRAFTED. */
    @PostMapping("/{id}/draft")
    String draft(@PathVariable long id, SentForm sent) {
        return commands.once(
                sent,
                () -> "/console/models/" + id + "/versions/" + models.draft(id, sent.actor()) + "/edit",
                "model.drafted");
    }

    @GetMapping("/{id}/versions/{versionId}")
    String version(
            @PathVariable long id,
            @PathVariable long versionId,
            @RequestParam(defaultValue = "false") boolean compare,
            Actor actor,
            Model page,
            Locale locale) {
        VersionSheet version = version(id, versionId, actor);
        versionPage(version, actor, page, locale);
        if (compare) {
            comparison(models.compare(versionId, actor), version, actor, page, locale);
        }
        return "risk/version";
    }

    @GetMapping("/{id}/versions/{versionId}/edit")
    String edit(@PathVariable long id, @PathVariable long versionId, Actor actor, Model page, Locale locale) {
        VersionSheet version = version(id, versionId, actor);
        if (version.state() != VersionState.DRAFT || !version.draftedBy().equals(actor.account())) {
            return "redirect:/console/models/" + id + "/versions/" + versionId;
        }
        return editPage(version, DraftForm.of(version.definition()), version.lock(), List.of(), actor, page, locale);
    }

    /** Ledger: MODEL_DRAFT_CHANGED. */
    @PostMapping("/{id}/versions/{versionId}/edit")
    String save(
            @PathVariable long id,
            @PathVariable long versionId,
            @RequestParam int lock,
            @RequestParam MultiValueMap<String, String> typed,
            Model page,
            SentForm sent) {
        VersionSheet version = version(id, versionId, sent.actor());
        DraftForm form = DraftForm.read(typed, version.definition());
        List<FaultLine> faults = unreadable(form, version, sent.locale());
        if (faults.isEmpty()) {
            try {
                return commands.once(
                        sent,
                        "/console/models/" + id + "/versions/" + versionId + "/edit",
                        () -> models.change(versionId, lock, form.change(version.definition()), sent.actor()),
                        "model.saved");
            } catch (Refusal refusal) {
                VersionSheet now = version(id, versionId, sent.actor());
                if (refusal.code().equals(Models.CHANGED_MEANWHILE) && now.state() == VersionState.DRAFT) {
                    sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    return comparePage(now, form, sent.actor(), page, sent.locale());
                }
                faults = faults(refusal, "", version, sent.locale());
            }
        }
        sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return editPage(version, form, lock, faults, sent.actor(), page, sent.locale());
    }

    /** Changes nothing and only shows what the typed numbers would do, so it leaves no ledger entry. */
    @PostMapping("/{id}/versions/{versionId}/rehearse")
    String rehearse(
            @PathVariable long id,
            @PathVariable long versionId,
            @RequestParam int lock,
            @RequestParam MultiValueMap<String, String> typed,
            Model page,
            SentForm sent) {
        VersionSheet version = version(id, versionId, sent.actor());
        DraftForm form = DraftForm.read(typed, version.definition());
        List<FaultLine> faults = unreadable(form, version, sent.locale());
        if (faults.isEmpty()) {
            try {
                Comparison comparison = models.rehearse(versionId, form.change(version.definition()), sent.actor());
                comparison(comparison, version, sent.actor(), page, sent.locale());
            } catch (Refusal refusal) {
                faults = faults(refusal, "", version, sent.locale());
            }
        }
        if (!faults.isEmpty()) {
            sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return editPage(version, form, lock, faults, sent.actor(), page, sent.locale());
    }

    /** Ledger: MODEL_SUBMITTED. */
    @PostMapping("/{id}/versions/{versionId}/submit")
    String submit(
            @PathVariable long id,
            @PathVariable long versionId,
            @RequestParam int lock,
            @RequestParam(defaultValue = "") String reason,
            Model page,
            SentForm sent) {
        return act(
                id,
                versionId,
                () -> models.submit(versionId, lock, reason, sent.actor()),
                "submit-reason",
                "model.submitted",
                page,
                sent);
    }

    /** Ledger: MODEL_RETURNED. */
    @PostMapping("/{id}/versions/{versionId}/return")
    String returnToDraft(
            @PathVariable long id,
            @PathVariable long versionId,
            @RequestParam int lock,
            @RequestParam(defaultValue = "") String reason,
            Model page,
            SentForm sent) {
        return act(
                id,
                versionId,
                () -> models.returnToDraft(versionId, lock, reason, sent.actor()),
                "return-reason",
                "model.returned",
                page,
                sent);
    }

    /** Ledger: MODEL_ACTIVATED. */
    @PostMapping("/{id}/versions/{versionId}/activate")
    String activate(
            @PathVariable long id,
            @PathVariable long versionId,
            @RequestParam int lock,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate effectiveFrom,
            Model page,
            SentForm sent) {
        return act(
                id,
                versionId,
                () -> models.activate(
                        versionId,
                        lock,
                        Optional.ofNullable(effectiveFrom).orElseThrow(() -> Refusal.invalid("model-effective-wanted")),
                        sent.actor()),
                "effectiveFrom",
                "model.activated",
                page,
                sent);
    }

    /** Ledger: MODEL_WITHDRAWN. */
    @PostMapping("/{id}/versions/{versionId}/withdraw")
    String withdraw(
            @PathVariable long id,
            @PathVariable long versionId,
            @RequestParam int lock,
            @RequestParam(defaultValue = "") String reason,
            Model page,
            SentForm sent) {
        return act(
                id,
                versionId,
                () -> models.withdraw(versionId, lock, reason, sent.actor()),
                "withdraw-reason",
                "model.withdrawn",
                page,
                sent);
    }

    /** Ledger: MODEL_DRAFT_DISCARDED. */
    @PostMapping("/{id}/versions/{versionId}/discard")
    String discard(
            @PathVariable long id, @PathVariable long versionId, @RequestParam int lock, Model page, SentForm sent) {
        return act(
                id, versionId, () -> models.discard(versionId, lock, sent.actor()), "", "model.discarded", page, sent);
    }

    /**
     * Runs a command of the version page; what was refused is shown there with what was typed.
     *
     * @param field the one field of the command, to which a fault leads; empty for none
     */
    private String act(
            long id, long versionId, Runnable command, String field, String notice, Model page, SentForm sent) {
        VersionSheet version = version(id, versionId, sent.actor());
        return sent.unlessRefused(
                () -> commands.once(
                        sent, "/console/models/" + id + "/versions/" + versionId, command, notice, version.number()),
                refusal -> {
                    page.addAttribute("faults", faults(refusal, field, version, sent.locale()));
                    versionPage(version(id, versionId, sent.actor()), sent.actor(), page, sent.locale());
                    return "risk/version";
                });
    }

    private void versionPage(VersionSheet version, Actor actor, Model page, Locale locale) {
        ModelSheet model = model(version.modelId(), actor);
        page.addAttribute("model", model);
        page.addAttribute("modelName", words.name(model, locale));
        page.addAttribute("version", view.of(version, model, locale));
        addNames(List.of(version), page, locale);
        page.addAttribute("own", version.draftedBy().equals(actor.account()));
        page.addAttribute("today", LocalDate.now(clock));
        page.addAttribute("latest", models.latestEffectiveDay());
        if (!page.containsAttribute("faults")) {
            page.addAttribute("faults", List.of());
        }
    }

    /** What those are called who drafted, approved and withdrew; who has left stays under the account. */
    private void addNames(List<VersionSheet> versions, Model page, Locale locale) {
        Set<String> accounts = versions.stream()
                .flatMap(each -> Stream.of(each.draftedBy(), each.approvedBy(), each.withdrawnBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> names = people.names(accounts);
        accounts.forEach(account -> names.putIfAbsent(account, subjects.who(account, locale)));
        page.addAttribute("names", names);
    }

    /** The page of numbers that came too late: what stands there now beside each of them, and it can be saved again. */
    private String comparePage(VersionSheet now, DraftForm form, Actor actor, Model page, Locale locale) {
        List<GradeWords.Badge> ranks = words.ranks(model(now.modelId(), actor), locale);
        Map<String, String> stands = new LinkedHashMap<>();
        List<FaultLine> lines = new ArrayList<>();
        lines.add(new FaultLine("", text("model.compare-typed", locale, String.valueOf(now.number()))));
        form.otherwise(now.definition()).forEach((field, value) -> {
            String present = text("model.stands", locale, DraftForm.isVeto(field) ? rank(value, ranks) : value);
            stands.put(field, present);
            lines.add(new FaultLine(field, nameOf(field, now, locale) + text("fault.model.colon", locale) + present));
        });
        page.addAttribute("stands", stands);
        return editPage(now, form, now.lock(), lines, actor, page, locale);
    }

    private static String rank(String number, List<GradeWords.Badge> ranks) {
        GradeWords.Badge badge = ranks.get(Integer.parseInt(number) - 1);
        return badge.letter() + " " + badge.word();
    }

    /** The page with what the form says, its totals too; they wait until each number of an indicator is one. */
    private String editPage(
            VersionSheet version,
            DraftForm form,
            int lock,
            List<FaultLine> faults,
            Actor actor,
            Model page,
            Locale locale) {
        versionPage(version, actor, page, locale);
        Optional<ModelDefinition> tried = form.tried(version.definition());
        page.addAttribute(
                "version",
                view.of(version, tried.orElse(version.definition()), model(version.modelId(), actor), locale));
        page.addAttribute("counted", tried.isPresent());
        page.addAttribute("form", form);
        if (!page.containsAttribute("stands")) {
            page.addAttribute("stands", Map.of());
        }
        page.addAttribute("lock", lock);
        page.addAttribute("faults", faults);
        page.addAttribute("ranks", words.ranks(model(version.modelId(), actor), locale));
        return "risk/draft";
    }

    private void comparison(Comparison comparison, VersionSheet version, Actor actor, Model page, Locale locale) {
        ModelSheet model = model(version.modelId(), actor);
        page.addAttribute("ranks", words.ranks(model, locale));
        page.addAttribute(
                "comparison",
                ComparisonView.of(
                        comparison,
                        words.ranks(model, locale),
                        text("model.compare.before", locale, String.valueOf(model.activeNumber())),
                        text("model.compare.after", locale, String.valueOf(version.number()))));
    }

    /** What cannot be read, and with it what breaks a rule elsewhere; nothing when all can be read. */
    private List<FaultLine> unreadable(DraftForm form, VersionSheet version, Locale locale) {
        List<FaultLine> lines = new ArrayList<>();
        for (String name : form.wrong()) {
            String fault = form.isTooLarge(name) ? "fault.model.number-too-large" : "fault.model.not-a-number";
            lines.add(new FaultLine(name, text(fault, locale, nameOf(name, version, locale), form.value(name))));
        }
        lines.addAll(lines(form.faultsBesideWrong(version.definition()), version, locale));
        return lines;
    }

    /** What people call a field of the draft: the indicator, veto or border, and which of its numbers. */
    private String nameOf(String field, VersionSheet version, Locale locale) {
        String[] parts = field.split("\\.", -1);
        String part = parts[0];
        String code = parts[1];
        Object thing =
                switch (part) {
                    case "threshold", "veto" -> code;
                    default ->
                        version.definition()
                                .indicator(code)
                                .map(indicator -> words.of(indicator.name(), locale))
                                .orElse(code);
                };
        return text(
                "model.field." + part,
                locale,
                thing,
                parts.length > 2 ? String.valueOf(Integer.parseInt(parts[2]) + 1) : "");
    }

    /** What has to be corrected; what is wrong with what was typed leads to this field. */
    private List<FaultLine> faults(Refusal refusal, String field, VersionSheet version, Locale locale) {
        if (refusal.kind() == Refusal.Kind.ABSENT) {
            throw refusal;
        }
        if (refusal instanceof DefinitionRefused refused) {
            return lines(refused.faults(), version, locale);
        }
        return List.of(
                new FaultLine(refusal.kind() == Refusal.Kind.INVALID ? field : "", problems.text(refusal, locale)));
    }

    private List<FaultLine> lines(List<Fault> faults, VersionSheet version, Locale locale) {
        return faults.stream()
                .map(fault -> new FaultLine(
                        DraftForm.fieldOf(fault.where(), version.definition()),
                        thing(fault.where(), version, locale)
                                + text(
                                        "fault.model." + fault.code(),
                                        locale,
                                        problems.readable(fault.arguments(), locale))))
                .toList();
    }

    /** The name of the indicator or veto that a fault is about, with a colon; empty for the whole model. */
    private String thing(String where, VersionSheet version, Locale locale) {
        String code = where.substring(0, where.lastIndexOf('.'));
        return version.definition()
                .indicator(code)
                .map(indicator -> code + " " + words.of(indicator.name(), locale) + text("fault.model.colon", locale))
                .orElse(code.equals("model") ? "" : code + text("fault.model.colon", locale));
    }

    private ModelSheet model(long id, Actor actor) {
        return models.list(actor).stream()
                .filter(sheet -> sheet.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.absent("model", id));
    }

    private VersionSheet version(long modelId, long versionId, Actor actor) {
        VersionSheet version = models.version(versionId, actor);
        if (version.modelId() != modelId) {
            throw Refusal.absent("model-version", versionId);
        }
        return version;
    }

    private String text(String code, Locale locale, Object... arguments) {
        return Objects.requireNonNull(texts.getMessage(code, arguments, code, locale));
    }
}
