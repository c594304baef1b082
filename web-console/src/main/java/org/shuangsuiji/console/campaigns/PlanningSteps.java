package org.shuangsuiji.console.campaigns;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.departments.DepartmentChoice;
import org.shuangsuiji.console.joining.FreezeCampaign;
import org.shuangsuiji.console.planning.FormFaults;
import org.shuangsuiji.console.planning.RankNames;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.TermsRefused;
import org.shuangsuiji.sampling.Campaign;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.DrawSettings;
import org.shuangsuiji.sampling.GradeModel;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.Items;
import org.shuangsuiji.sampling.StandingList;
import org.shuangsuiji.sampling.SubjectKind;
import org.shuangsuiji.sampling.SubjectStatus;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.draw.SourceKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps from a new campaign to frozen lists; each is stored when it is left, so nothing typed gets lost. */
@Controller
@RequestMapping("/console/campaigns")
class PlanningSteps {
    /** The refusals that the reason for a further list answers. */
    private static final Set<String> FURTHER_REASON = Set.of(
            "further-list",
            "further-ended",
            "further-list-ended",
            "further-reason-length",
            "further-reason-unreadable");

    private final Campaigns campaigns;
    private final Items items;
    private final FreezeCampaign freezeCampaign;
    private final DepartmentChoice departments;
    private final RankNames rankNames;
    private final FormCommands commands;
    private final FormFaults faultsOf;
    private final Problems problems;
    private final Words words;
    private final DrawSettings settings;
    private final Clock clock;

    PlanningSteps(
            Campaigns campaigns,
            Items items,
            FreezeCampaign freezeCampaign,
            DepartmentChoice departments,
            RankNames rankNames,
            FormCommands commands,
            FormFaults faultsOf,
            Problems problems,
            Words words,
            DrawSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.items = items;
        this.freezeCampaign = freezeCampaign;
        this.departments = departments;
        this.rankNames = rankNames;
        this.commands = commands;
        this.faultsOf = faultsOf;
        this.problems = problems;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        Long general = campaigns.models(actor.departmentId(), actor.scope()).stream()
                .map(GradeModel::id)
                .findFirst()
                .orElse(null);
        model.addAttribute(
                "form",
                new ScopeForm(
                        null,
                        actor.departmentId(),
                        null,
                        today,
                        today.plusMonths(1),
                        null,
                        Set.of(),
                        EnumSet.of(SubjectStatus.ACTIVE),
                        EnumSet.of(SubjectKind.ENTERPRISE),
                        general,
                        null,
                        0));
        return scopePage(null, actor.departmentId(), actor, model, locale);
    }

    /** Ledger: CAMPAIGN_CREATED. */
    @PostMapping
    String create(@Valid @ModelAttribute("form") ScopeForm form, BindingResult faults, Model model, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(sent, () -> "/console/campaigns/%d/eligible"
                        .formatted(campaigns.create(form.terms(), sent.actor()))),
                refusal -> faultsOf.into(faults, refusal, sent.locale()),
                () -> scopePage(null, departmentOf(faults, sent.actor()), sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}/scope")
    String scope(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Campaign campaign = planned(id, actor);
        ScopeForm form = ScopeForm.of(inForce(campaign.terms(), actor), campaign.lockVersion(), words, locale);
        BindingResult faults = new BeanPropertyBindingResult(form, "form");
        faultsOf.into(faults, campaigns.unfit(id, actor), UnaryOperator.identity(), locale);
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", faults);
        return scopePage(campaign, campaign.departmentId(), actor, model, locale);
    }

    /** With the revision of its item that is in force chosen already; the planner reads it, and stores it with the step. */
    private CampaignTerms inForce(CampaignTerms terms, Actor actor) {
        return items.inForce(terms.itemId(), actor.scope())
                .map(item -> terms.withItem(item.id()))
                .orElse(terms);
    }

    /** Ledger: CAMPAIGN_CHANGED. */
    @PostMapping("/{id}/scope")
    String changeScope(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ScopeForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        Campaign campaign = planned(id, sent.actor());
        return sent.unlessFaulty(
                faults,
                () -> change(sent, campaign, form.lockVersion(), form.terms(campaign.terms()), "eligible"),
                refusal -> faultsOf.into(faults, refusal, sent.locale()),
                () -> scopePage(campaign, campaign.departmentId(), sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}/eligible")
    String eligible(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Campaign campaign = planned(id, actor);
        count(campaign, actor, model, locale);
        common(campaign, campaign.terms(), actor, model, locale);
        return "sampling/campaign-eligible";
    }

    @GetMapping("/{id}/rates")
    String rates(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Campaign campaign = planned(id, actor);
        model.addAttribute("form", RatesForm.of(campaign.terms(), campaign.lockVersion()));
        count(campaign, actor, model, locale);
        return ratesPage(campaign, campaign.terms(), actor, model, locale);
    }

    /**
     * Stores the step, or only counts again what these rates would draw.
     *
     * <p>Ledger: CAMPAIGN_CHANGED when stored.
     */
    @PostMapping("/{id}/rates")
    String changeRates(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String count,
            @Valid @ModelAttribute("form") RatesForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        Campaign campaign = planned(id, sent.actor());
        return sent.unlessFaulty(
                faults,
                () -> {
                    CampaignTerms terms = form.terms(campaign.terms());
                    if (count == null) {
                        return change(sent, campaign, form.lockVersion(), terms, "sources");
                    }
                    model.addAttribute("preview", campaigns.preview(terms, sent.actor()));
                    return ratesPage(campaign, terms, sent.actor(), model, sent.locale());
                },
                refusal -> faultsOf.into(faults, refusal, form::nameOf, sent.locale()),
                () -> {
                    count(campaign, sent.actor(), model, sent.locale());
                    return ratesPage(campaign, campaign.terms(), sent.actor(), model, sent.locale());
                });
    }

    @GetMapping("/{id}/sources")
    String sources(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Campaign campaign = planned(id, actor);
        var sources = campaign.terms().sources();
        Instant earliest = clock.instant().plus(settings.notice());
        model.addAttribute(
                "form",
                sources.isEmpty()
                        ? SourcesForm.usual(earliest, campaign.lockVersion(), clock)
                        : SourcesForm.of(sources, campaign.lockVersion(), clock));
        return sourcesPage(campaign, actor, model, locale);
    }

    /** Ledger: CAMPAIGN_CHANGED. */
    @PostMapping("/{id}/sources")
    String changeSources(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SourcesForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        Campaign campaign = planned(id, sent.actor());
        form.faults().forEach((field, fault) -> {
            if (!faults.hasFieldErrors(field)) {
                faults.addError(
                        new FieldError(faults.getObjectName(), field, null, false, new String[] {fault}, null, null));
            }
        });
        return sent.unlessFaulty(
                faults,
                () -> change(sent, campaign, form.lockVersion(), form.terms(campaign.terms(), clock), "check"),
                refusal -> faultsOf.into(faults, refusal, form::nameOf, sent.locale()),
                () -> sourcesPage(campaign, sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}/check")
    String check(@PathVariable long id, Actor actor, Model model, Locale locale) {
        return checkPage(planned(id, actor), actor, model, locale);
    }

    /** Ledger: FRAME_FROZEN, COMMITMENT_PUBLISHED. */
    @PostMapping("/{id}/freeze")
    String freeze(
            @PathVariable long id,
            @RequestParam int lockVersion,
            @RequestParam String confirmation,
            @RequestParam(required = false) @Nullable String reason,
            Model model,
            SentForm sent) {
        Campaign campaign = campaigns.get(id, sent.actor().scope());
        model.addAttribute("confirmation", confirmation);
        model.addAttribute("reason", reason);
        if (!Words.stripped(confirmation).equals(Words.stripped(campaign.name()))) {
            sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return checkAgain(id, words.text("campaign.freeze.not-confirmed", sent.locale()), model, sent);
        }
        return sent.unlessRefused(
                () -> commands.once(
                        sent,
                        "/console/campaigns/%d/draw".formatted(id),
                        () -> freezeCampaign.freeze(id, lockVersion, Words.stripped(reason), sent.actor()),
                        "campaign.frozen"),
                refusal -> {
                    model.addAttribute("reasonRefused", FURTHER_REASON.contains(refusal.code()));
                    return checkAgain(id, problems.text(refusal, sent.locale()), model, sent);
                });
    }

    private String checkAgain(long id, String refusal, Model model, SentForm sent) {
        model.addAttribute("refusal", refusal);
        return checkPage(planned(id, sent.actor()), sent.actor(), model, sent.locale());
    }

    /** Only a planned campaign has steps. */
    private Campaign planned(long id, Actor actor) {
        return campaigns.planned(id, actor.scope());
    }

    private String change(SentForm sent, Campaign campaign, int lockVersion, CampaignTerms terms, String nextStep) {
        return commands.once(sent, () -> {
            campaigns.change(campaign.id(), lockVersion, terms, sent.actor());
            return "/console/campaigns/%d/%s".formatted(campaign.id(), nextStep);
        });
    }

    /** The department chosen, also on a form of which something else could not be read. */
    private static long departmentOf(BindingResult typed, Actor actor) {
        return typed.getFieldValue("departmentId") instanceof Long department ? department : actor.departmentId();
    }

    private String scopePage(@Nullable Campaign campaign, long departmentId, Actor actor, Model model, Locale locale) {
        model.addAttribute("campaign", campaign);
        model.addAttribute("departments", departments.of(actor.scope()));
        Map<Long, String> choices = new LinkedHashMap<>();
        items.list(actor.scope()).stream()
                .filter(row -> row.state() == Item.State.PUBLISHED)
                .forEach(row -> choices.put(row.id(), row.code() + " " + row.name()));
        model.addAttribute("items", choices);
        model.addAttribute("sections", words.sections(locale));
        model.addAttribute("statuses", words.of(SubjectStatus.class, "subject-status", locale));
        model.addAttribute("kinds", words.of(SubjectKind.class, "subject-kind", locale));
        Map<Long, String> models = new LinkedHashMap<>();
        campaigns
                .models(departmentId, actor.scope())
                .forEach(known -> models.put(known.id(), known.name(isEnglish(locale))));
        model.addAttribute("models", models);
        return "sampling/campaign-scope";
    }

    private String ratesPage(Campaign campaign, CampaignTerms terms, Actor actor, Model model, Locale locale) {
        common(campaign, terms, actor, model, locale);
        model.addAttribute("digests", digests());
        return "sampling/campaign-rates";
    }

    private String sourcesPage(Campaign campaign, Actor actor, Model model, Locale locale) {
        common(campaign, campaign.terms(), actor, model, locale);
        model.addAttribute("kinds", words.of(SourceKind.class, "source.kind", locale));
        model.addAttribute("lines", SourcesForm.LINES);
        model.addAttribute("earliest", clock.instant().plus(settings.notice()));
        return "sampling/campaign-sources";
    }

    private String checkPage(Campaign campaign, Actor actor, Model model, Locale locale) {
        CampaignTerms terms = campaign.terms();
        common(campaign, terms, actor, model, locale);
        count(campaign, actor, model, locale);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("tooLate", terms.drawnTooLate(clock.getZone()).orElse(null));
        List<StandingList> standing = campaigns.standing(campaign.id(), actor.scope());
        model.addAttribute("standing", standing);
        model.addAttribute("endedHere", campaigns.endedWithin(standing, actor.scope()));
        model.addAttribute("earliest", clock.instant().plus(settings.notice()));
        return "sampling/campaign-check";
    }

    /** Counts what a freeze would find; of terms that fit no more the page tells what is wrong, and counts nothing. */
    private void count(Campaign campaign, Actor actor, Model model, Locale locale) {
        List<TermsRefused.Fault> unfit = campaigns.unfit(campaign.id(), actor);
        model.addAttribute("unfit", faultsOf.texts(unfit, locale));
        model.addAttribute("preview", unfit.isEmpty() ? campaigns.preview(campaign.terms(), actor) : null);
    }

    private void common(Campaign campaign, CampaignTerms terms, Actor actor, Model model, Locale locale) {
        GradeModel gradeModel = campaigns.model(terms, actor.scope()).orElse(null);
        model.addAttribute("campaign", campaign);
        model.addAttribute("terms", terms);
        model.addAttribute("item", items.get(terms.itemId(), actor.scope()));
        model.addAttribute("gradeModel", gradeModel);
        model.addAttribute("ranks", rankNames.of(gradeModel == null ? null : gradeModel.schemeCode(), locale));
    }

    private static Map<Digest, String> digests() {
        Map<Digest, String> labels = new LinkedHashMap<>();
        for (Digest digest : Digest.values()) {
            labels.put(digest, digest.label());
        }
        return labels;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
