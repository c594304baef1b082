package org.shuangsuiji.console.grades;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.office.People;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.Models;
import org.shuangsuiji.risk.PushedDifference;
import org.shuangsuiji.risk.PushedGradeBook;
import org.shuangsuiji.risk.PushedGrades;
import org.shuangsuiji.risk.PushedLabel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Grades that other bodies pushed, what their labels stand for, and where they differ from ours. */
@Controller
@RequestMapping("/console/risk/pushed")
class PushedGradePages {
    private static final String HOME = "/console/risk/pushed";
    private static final int PAGE = 50;
    private static final int STEPS_MAX = Rank.values().length - 1;

    private final PushedGrades pushed;
    private final Models models;
    private final GradeWords words;
    private final People people;
    private final FormCommands commands;
    private final Problems problems;

    PushedGradePages(
            PushedGrades pushed,
            Models models,
            GradeWords words,
            People people,
            FormCommands commands,
            Problems problems) {
        this.pushed = pushed;
        this.models = models;
        this.words = words;
        this.people = people;
        this.commands = commands;
        this.problems = problems;
    }

    /** A label, the badge of what it stands for and the name of who decided that; absent where nobody did. */
    record LabelLine(
            PushedLabel label,
            GradeWords.@Nullable Badge badge,
            @Nullable String decidedBy) {}

    /** An enterprise and the badges of both ranks. */
    record DifferenceLine(PushedDifference difference, GradeWords.Badge theirs, GradeWords.Badge ours) {}

    @GetMapping
    String labels(
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(required = false) @Nullable String label,
            Actor actor,
            Model page,
            Locale locale) {
        page.addAttribute("form", new PushedLabelForm(scheme, label, null, null, null));
        return labelsPage(actor, page, locale);
    }

    /** Ledger: PUSHED_LABEL_DECIDED. */
    @PostMapping("/labels")
    String decide(
            @Valid @ModelAttribute("form") PushedLabelForm form, BindingResult faults, Model page, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(sent, HOME, () -> pushed.decide(meaning(form), sent.actor()), "pushed.decided"),
                refusal -> problems.into(faults, refusal, sent.locale()),
                () -> labelsPage(sent.actor(), page, sent.locale()));
    }

    @GetMapping("/differences")
    String differences(
            @RequestParam(name = "model", required = false) @Nullable Long modelId,
            @RequestParam(defaultValue = "") String scheme,
            @RequestParam(defaultValue = "1") int steps,
            @RequestParam(required = false) @Nullable Long after,
            Actor actor,
            Model page,
            Locale locale) {
        List<ModelSheet> sheets = models.list(actor);
        if (sheets.isEmpty()) {
            return "risk/no-model";
        }
        ModelSheet model = sheets.stream()
                .filter(sheet -> modelId == null || sheet.id() == modelId)
                .findFirst()
                .orElseThrow(() -> Refusal.absent("model", requireNonNull(modelId)));
        int stepsMin = Math.max(1, Math.min(steps, STEPS_MAX));
        List<PushedDifference> found = pushed.differences(
                model.id(), scheme.isBlank() ? null : scheme, stepsMin, after == null ? 0 : after, PAGE + 1, actor);
        List<PushedDifference> rows = found.stream().limit(PAGE).toList();
        page.addAttribute(
                "rows", rows.stream().map(row -> line(row, model, locale)).toList());
        page.addAttribute("model", model);
        page.addAttribute("scheme", scheme);
        page.addAttribute("steps", stepsMin);
        page.addAttribute("after", after);
        page.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).recordId() : null);
        Map<String, String> schemes = new LinkedHashMap<>();
        pushed.labels(actor).forEach(each -> schemes.put(each.scheme(), each.scheme()));
        page.addAttribute("schemeChoice", schemes);
        Map<Integer, Integer> atLeast = new LinkedHashMap<>();
        for (int each = 1; each <= STEPS_MAX; each++) {
            atLeast.put(each, each);
        }
        page.addAttribute("stepsChoice", atLeast);
        return "risk/pushed-differences";
    }

    private DifferenceLine line(PushedDifference row, ModelSheet model, Locale locale) {
        return new DifferenceLine(
                row,
                words.badge(model.schemeCode(), row.theirs(), locale),
                words.badge(model.schemeCode(), row.ours(), locale));
    }

    private String labelsPage(Actor actor, Model page, Locale locale) {
        List<ModelSheet> sheets = models.list(actor);
        if (sheets.isEmpty()) {
            return "risk/no-model";
        }
        ModelSheet model = sheets.get(0);
        List<PushedLabel> labels = pushed.labels(actor);
        Map<String, String> names = people.names(labels.stream()
                .map(PushedLabel::meaning)
                .filter(Objects::nonNull)
                .map(PushedLabel.Meaning::decidedBy)
                .collect(Collectors.toSet()));
        page.addAttribute(
                "rows",
                labels.stream().map(label -> line(label, names, model, locale)).toList());
        Map<Integer, String> ranks = new LinkedHashMap<>();
        words.ranks(model, locale).forEach(badge -> ranks.put(badge.rank(), badge.letter() + " " + badge.word()));
        page.addAttribute("ranks", ranks);
        return "risk/pushed";
    }

    private LabelLine line(PushedLabel label, Map<String, String> names, ModelSheet model, Locale locale) {
        PushedLabel.Meaning meaning = label.meaning();
        if (meaning == null) {
            return new LabelLine(label, null, null);
        }
        Rank rank = meaning.rank();
        return new LabelLine(
                label,
                rank == null ? null : words.badge(model.schemeCode(), rank, locale),
                names.getOrDefault(meaning.decidedBy(), meaning.decidedBy()));
    }

    private static PushedGradeBook.Meaning meaning(PushedLabelForm form) {
        Integer rank = form.rank();
        if (rank != null && (rank < 1 || rank > Rank.values().length)) {
            throw Refusal.invalid("grade-rank", rank);
        }
        return new PushedGradeBook.Meaning(
                requireNonNull(form.scheme()).strip(),
                requireNonNull(form.label()).strip(),
                rank == null ? null : Rank.of(rank),
                requireNonNull(form.since()),
                requireNonNull(form.reason()).strip());
    }
}
