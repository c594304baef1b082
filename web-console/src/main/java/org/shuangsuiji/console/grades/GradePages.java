package org.shuangsuiji.console.grades;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.ingest.Enterprises;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.GradeReads;
import org.shuangsuiji.model.Rank;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.risk.Distribution;
import org.shuangsuiji.risk.GradeReport;
import org.shuangsuiji.risk.GradeRow;
import org.shuangsuiji.risk.Grades;
import org.shuangsuiji.risk.ModelSheet;
import org.shuangsuiji.risk.Models;
import org.shuangsuiji.risk.scoring.Standing;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class GradePages {
    private static final int PAGE = 50;

    private final Grades grades;
    private final Enterprises enterprises;
    private final Models models;
    private final RequestRegrade requestRegrade;
    private final FormCommands commands;
    private final OwedRegrades owed;
    private final GradeWords words;
    private final ReportView reportView;
    private final MessageSource texts;

    GradePages(
            Grades grades,
            Enterprises enterprises,
            Models models,
            RequestRegrade requestRegrade,
            FormCommands commands,
            OwedRegrades owed,
            GradeWords words,
            ReportView reportView,
            MessageSource texts) {
        this.grades = grades;
        this.enterprises = enterprises;
        this.models = models;
        this.requestRegrade = requestRegrade;
        this.commands = commands;
        this.owed = owed;
        this.words = words;
        this.reportView = reportView;
        this.texts = texts;
    }

    @GetMapping("/console/risk")
    String distribution(@ModelAttribute("asked") GradeQuestion asked, Actor actor, Model page, Locale locale) {
        List<ModelSheet> sheets = models.list(actor);
        if (sheets.isEmpty()) {
            return "risk/no-model";
        }
        ModelSheet model = chosen(sheets, asked.model());
        Distribution spread = grades.distribution(model.id(), asked.filter(), actor);
        page.addAttribute("model", model);
        page.addAttribute("modelName", words.name(model, locale));
        page.addAttribute("ranks", words.ranks(model, locale));
        page.addAttribute("all", CountLine.of(null, text("grade.all", locale), spread.all()));
        page.addAttribute(
                "regions",
                spread.byRegion().stream()
                        .map(group -> CountLine.of(group.key(), words.region(group.key(), locale), group.counts()))
                        .toList());
        page.addAttribute(
                "sections",
                spread.bySection().stream()
                        .map(group -> CountLine.of(group.key(), words.section(group.key(), locale), group.counts()))
                        .toList());
        page.addAttribute("lastRun", spread.lastRun());
        page.addAttribute("narrowed", asked.narrows());
        page.addAttribute(
                "first",
                !asked.narrows()
                        && spread.all().all() == 0
                        && enterprises.search("", actor.scope(), null, 1).isEmpty());
        page.addAttribute("owed", owed.of(model, actor));
        choices(sheets, page, locale);
        return "risk/distribution";
    }

    @GetMapping("/console/risk/list")
    String list(
            @ModelAttribute("asked") GradeQuestion asked,
            @RequestParam(defaultValue = "4") int rank,
            @RequestParam(required = false) @Nullable Long after,
            Actor actor,
            Model page,
            Locale locale) {
        if (rank < 0 || rank > Rank.values().length) {
            throw Refusal.invalid("grade-rank", rank);
        }
        List<ModelSheet> sheets = models.list(actor);
        if (sheets.isEmpty()) {
            return "risk/no-model";
        }
        ModelSheet model = chosen(sheets, asked.model());
        List<GradeRow> found = grades.list(
                model.id(),
                rank == 0 ? null : Rank.of(rank),
                asked.filter(),
                after == null ? 0 : after,
                PAGE + 1,
                actor);
        List<GradeRow> rows = found.stream().limit(PAGE).toList();
        GradeWords.Badge badge = rank == 0
                ? words.without(Standing.NOT_YET_GRADABLE, locale)
                : words.badge(model.schemeCode(), Rank.of(rank), locale);
        page.addAttribute("model", model);
        page.addAttribute("badge", badge);
        page.addAttribute("rank", rank);
        page.addAttribute("rows", rows.stream().map(row -> line(row, locale)).toList());
        page.addAttribute("after", after);
        page.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).enterpriseId() : null);
        Map<Integer, String> ranks = new LinkedHashMap<>();
        words.ranks(model, locale).forEach(it -> ranks.put(it.rank(), it.letter() + " " + it.word()));
        ranks.put(0, words.without(Standing.NOT_YET_GRADABLE, locale).word());
        page.addAttribute("rankChoice", ranks);
        choices(sheets, page, locale);
        return "risk/list";
    }

    private GradeLine line(GradeRow row, Locale locale) {
        return new GradeLine(
                row.enterpriseId(),
                row.name(),
                row.creditCode(),
                words.region(row.region(), locale),
                words.section(row.section(), locale),
                row.score(),
                row.asOf(),
                row.nextChange());
    }

    @GetMapping("/console/enterprises/{id}/grade")
    String why(
            @PathVariable long id,
            @RequestParam(name = "model", required = false) @Nullable Long modelId,
            Actor actor,
            Model page,
            Locale locale) {
        if (enterprises.get(id, actor.scope()).sameAs() != null) {
            // another identity has no grade of its own; its page says whose it is, as far as the reader may know
            return "redirect:/console/enterprises/" + id;
        }
        List<ModelSheet> sheets = models.list(actor).stream()
                .filter(sheet -> sheet.activeVersionId() != null)
                .toList();
        if (sheets.isEmpty()) {
            return "risk/no-model";
        }
        ModelSheet model = chosen(sheets, modelId);
        GradeReport report = grades.explain(id, model.id(), GradeReads.Purpose.ENTERPRISE_PAGE, actor);
        page.addAttribute("report", reportView.of(report, locale));
        choices(sheets, page, locale);
        return "risk/enterprise";
    }

    /** Ledger: REGRADE_REQUESTED. */
    @PostMapping("/console/risk/regrade")
    String regrade(@RequestParam("model") long modelId, SentForm sent) {
        return commands.once(
                sent, () -> "/console/jobs/" + requestRegrade.all(modelId, sent.actor()), "grade.regrade.requested");
    }

    private static ModelSheet chosen(List<ModelSheet> sheets, @Nullable Long asked) {
        if (asked == null) {
            return sheets.get(0);
        }
        return sheets.stream()
                .filter(sheet -> sheet.id() == asked)
                .findFirst()
                .orElseThrow(() -> Refusal.absent("model", asked));
    }

    private void choices(List<ModelSheet> sheets, Model page, Locale locale) {
        Map<Long, String> names = new LinkedHashMap<>();
        sheets.forEach(sheet -> names.put(sheet.id(), words.name(sheet, locale)));
        page.addAttribute("modelChoice", names);
        page.addAttribute(
                "sectionChoice",
                IntStream.rangeClosed('A', 'T')
                        .mapToObj(letter -> String.valueOf((char) letter))
                        .collect(Collectors.toMap(
                                letter -> letter,
                                letter -> words.section(letter, locale),
                                (a, b) -> a,
                                LinkedHashMap::new)));
        Map<String, String> subjects = new LinkedHashMap<>();
        for (String kind : List.of("ENTERPRISE", "INDIVIDUAL", "COOPERATIVE")) {
            subjects.put(kind, text("grade.subject." + kind, locale));
        }
        page.addAttribute("subjectChoice", subjects);
    }

    private String text(String code, Locale locale) {
        return Objects.requireNonNull(texts.getMessage(code, null, code, locale));
    }
}
