package org.shuangsuiji.console.matters;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.joining.PublishMatterList;
import org.shuangsuiji.console.planning.FormFaults;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.ingest.Matter;
import org.shuangsuiji.ingest.MatterDraft;
import org.shuangsuiji.ingest.MatterDraftRow;
import org.shuangsuiji.ingest.MatterTerms;
import org.shuangsuiji.ingest.Matters;
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
@RequestMapping("/console/matters")
class MatterPages {
    private static final String HOME = "/console/matters";
    private static final Set<String> OF_CODES =
            Set.of("matter-draft-there", "matter-code-fixed", "matter-code-of-another", "matter-not-listed");

    private final Matters matters;
    private final PublishMatterList publishing;
    private final MatterSheet sheet;
    private final FormCommands commands;
    private final FormFaults faultsOf;
    private final Problems problems;
    private final Words words;
    private final Clock clock;

    MatterPages(
            Matters matters,
            PublishMatterList publishing,
            MatterSheet sheet,
            FormCommands commands,
            FormFaults faultsOf,
            Problems problems,
            Words words,
            Clock clock) {
        this.matters = matters;
        this.publishing = publishing;
        this.sheet = sheet;
        this.commands = commands;
        this.faultsOf = faultsOf;
        this.problems = problems;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String home(Actor actor, Model page) {
        page.addAttribute("changes", matters.unreported(actor.scope()));
        page.addAttribute("reported", matters.reported(actor.scope()));
        page.addAttribute("drafts", matters.drafts(actor.scope()));
        page.addAttribute("lists", matters.lists(actor.scope()));
        page.addAttribute("today", LocalDate.now(clock));
        return "ingest/matters";
    }

    @GetMapping("/versions/{id}")
    String version(@PathVariable long id, Actor actor, Model page) {
        page.addAttribute("version", matters.list(id, actor.scope()));
        page.addAttribute("rows", matters.matters(id, actor.scope()));
        page.addAttribute("own", actor.departmentId());
        page.addAttribute("today", LocalDate.now(clock));
        return "ingest/matter-version";
    }

    @GetMapping("/versions/{id}/matters.csv")
    void export(@PathVariable long id, Actor actor, HttpServletResponse response, Locale locale) throws IOException {
        sheet.write(matters.list(id, actor.scope()), matters.matters(id, actor.scope()), response, locale);
    }

    /** What stands in the list already is changed or removed beginning with what it says there. */
    @GetMapping("/new")
    String blank(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "KEEP") MatterForm.Aim aim,
            Actor actor,
            Model page,
            Locale locale) {
        List<Matter> standing = matters.standing(actor);
        page.addAttribute(
                "form",
                standing.stream()
                        .filter(matter -> matter.terms().code().equals(code))
                        .findFirst()
                        .map(matter -> MatterForm.of(matter.terms(), aim == MatterForm.Aim.REMOVE, 0))
                        .orElseGet(MatterForm::blank));
        page.addAttribute("standing", code == null ? standing : List.of());
        return formPage(null, page, locale);
    }

    /** Ledger: MATTER_DRAFTED. */
    @PostMapping
    String begin(@Valid @ModelAttribute("form") MatterForm form, BindingResult faults, Model page, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        () -> HOME + "/" + matters.begin(form.terms(), form.removal(), sent.actor()),
                        "matter.drafted"),
                refusal -> into(faults, refusal, sent.locale()),
                () -> formPage(null, page, sent.locale()));
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Actor actor, Model page) {
        MatterDraft draft = matters.draft(id, actor.scope());
        page.addAttribute("draft", draft);
        page.addAttribute("terms", draft.terms());
        page.addAttribute("own", draft.departmentId() == actor.departmentId());
        return "ingest/matter-draft";
    }

    @GetMapping("/{id}/change")
    String change(@PathVariable long id, Actor actor, Model page, Locale locale) {
        MatterDraft draft = matters.draft(id, actor.scope());
        page.addAttribute("form", MatterForm.of(draft.terms(), draft.removal(), draft.version()));
        return formPage(draft, page, locale);
    }

    /** Ledger: MATTER_DRAFT_CHANGED. */
    @PostMapping("/{id}")
    String store(
            @PathVariable long id,
            @Valid @ModelAttribute("form") MatterForm form,
            BindingResult faults,
            Model page,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        HOME + "/" + id,
                        () -> matters.change(id, form.version(), form.terms(), form.removal(), sent.actor()),
                        "matter.changed"),
                refusal -> into(faults, refusal, sent.locale()),
                () -> formPage(matters.draft(id, sent.actor().scope()), page, sent.locale()));
    }

    /** Ledger: MATTER_HANDED_IN. */
    @PostMapping("/{id}/hand-in")
    String handIn(@PathVariable long id, @RequestParam long lockVersion, SentForm sent) {
        return commands.once(
                sent, HOME + "/" + id, () -> matters.handIn(id, lockVersion, sent.actor()), "matter.handed-in");
    }

    /** Ledger: MATTER_DROPPED. */
    @PostMapping("/{id}/drop")
    String drop(@PathVariable long id, @RequestParam long lockVersion, SentForm sent) {
        return commands.once(sent, HOME, () -> matters.drop(id, lockVersion, sent.actor()), "matter.dropped");
    }

    /** Ledger: MATTER_RETURNED. */
    @PostMapping("/{id}/return")
    String giveBack(
            @PathVariable long id,
            @RequestParam long lockVersion,
            @RequestParam(defaultValue = "") String reason,
            SentForm sent) {
        return commands.once(
                sent,
                HOME + "/" + id,
                () -> matters.giveBack(id, lockVersion, reason, sent.actor()),
                "matter.returned");
    }

    @GetMapping("/publish")
    String askPublish(Actor actor, Model page) {
        List<MatterDraftRow> waiting = matters.handedIn(actor.scope());
        page.addAttribute("form", new PublishForm(LocalDate.now(clock), Matters.seen(waiting)));
        page.addAttribute("rows", waiting);
        return "ingest/matter-publish";
    }

    /** Ledger: MATTERS_PUBLISHED, MATTERS_MADE_PUBLIC. */
    @PostMapping("/publish")
    String publish(@Valid @ModelAttribute("form") PublishForm form, BindingResult faults, Model page, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        () -> HOME + "/versions/"
                                + publishing.publish(
                                        requireNonNull(form.effectiveOn()),
                                        form.seen() == null ? "" : form.seen(),
                                        sent.actor()),
                        "matter.published"),
                refusal -> {
                    if (refusal.code().startsWith("matter-effective-")) {
                        problems.into(faults, "effectiveOn", refusal, sent.locale());
                    } else {
                        problems.into(faults, refusal, sent.locale());
                    }
                },
                () -> {
                    page.addAttribute("rows", matters.handedIn(sent.actor().scope()));
                    return "ingest/matter-publish";
                });
    }

    @GetMapping("/changes/{id}/report")
    String askReport(@PathVariable long id, Actor actor, Model page) {
        page.addAttribute("form", new ReportForm(null, LocalDate.now(clock)));
        return reportPage(id, actor, page);
    }

    /** Ledger: MATTER_REPORTED. */
    @PostMapping("/changes/{id}/report")
    String report(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ReportForm form,
            BindingResult faults,
            Model page,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        HOME,
                        () -> matters.report(
                                id, Words.stripped(form.documentNo()), requireNonNull(form.reportedOn()), sent.actor()),
                        "matter.reported"),
                refusal -> faultsOf.into(faults, refusal, sent.locale()),
                () -> reportPage(id, sent.actor(), page));
    }

    private String reportPage(long id, Actor actor, Model page) {
        page.addAttribute(
                "change",
                matters.unreported(actor.scope()).stream()
                        .filter(each -> each.matterId() == id)
                        .findFirst()
                        .orElseThrow(() -> Refusal.absent("matter", id)));
        return "ingest/matter-report";
    }

    private void into(BindingResult faults, Refusal refusal, Locale locale) {
        if (OF_CODES.contains(refusal.code())) {
            problems.into(faults, "code", refusal, locale);
        } else {
            faultsOf.into(faults, refusal, locale);
        }
    }

    private String formPage(@Nullable MatterDraft draft, Model page, Locale locale) {
        page.addAttribute("draft", draft);
        Map<RecordKind, String> kinds = new LinkedHashMap<>();
        for (RecordKind kind : RecordKind.values()) {
            kinds.put(kind, words.text("kind." + kind.word(), locale));
        }
        page.addAttribute("kinds", kinds);
        page.addAttribute("aims", words.of(MatterForm.Aim.class, "matter.aim", locale));
        page.addAttribute("shares", words.of(MatterTerms.Share.class, "matter.share", locale));
        page.addAttribute("publicities", words.of(MatterForm.Publicity.class, "matter.publicity", locale));
        return "ingest/matter-form";
    }
}
