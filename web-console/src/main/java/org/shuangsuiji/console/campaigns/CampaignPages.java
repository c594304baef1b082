package org.shuangsuiji.console.campaigns;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.identities.LinkRemarks;
import org.shuangsuiji.console.planning.FormFaults;
import org.shuangsuiji.console.planning.RankNames;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.Visits;
import org.shuangsuiji.sampling.Campaign;
import org.shuangsuiji.sampling.CampaignRow;
import org.shuangsuiji.sampling.CampaignTerms;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.DrawSheet;
import org.shuangsuiji.sampling.Draws;
import org.shuangsuiji.sampling.Exclusion;
import org.shuangsuiji.sampling.Frames;
import org.shuangsuiji.sampling.GradeModel;
import org.shuangsuiji.sampling.Items;
import org.shuangsuiji.sampling.Redraws;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of campaigns and the page of each. */
@Controller
@RequestMapping("/console/campaigns")
class CampaignPages {
    private static final int PAGE = 50;
    private static final int EXCLUDED_SHOWN = 200;

    private final Campaigns campaigns;
    private final Draws draws;
    private final Redraws redraws;
    private final Items items;
    private final Visits visits;
    private final Journey journey;
    private final RankNames rankNames;
    private final LinkRemarks linkRemarks;
    private final FormFaults faultsOf;
    private final FormCommands commands;

    CampaignPages(
            Campaigns campaigns,
            Draws draws,
            Redraws redraws,
            Items items,
            Visits visits,
            Journey journey,
            RankNames rankNames,
            LinkRemarks linkRemarks,
            FormFaults faultsOf,
            FormCommands commands) {
        this.campaigns = campaigns;
        this.draws = draws;
        this.redraws = redraws;
        this.items = items;
        this.visits = visits;
        this.journey = journey;
        this.rankNames = rankNames;
        this.linkRemarks = linkRemarks;
        this.faultsOf = faultsOf;
        this.commands = commands;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Long below, Actor actor, Model model) {
        List<CampaignRow> found = campaigns.list(actor.scope(), below == null ? Long.MAX_VALUE : below, PAGE + 1);
        List<CampaignRow> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("below", below);
        model.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        return "sampling/campaigns";
    }

    @GetMapping("/{id}")
    String page(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Campaign campaign = campaigns.get(id, actor.scope());
        CampaignTerms terms = campaign.terms();
        DrawSheet draw = draws.ofCampaign(id, actor.scope()).orElse(null);
        GradeModel gradeModel = campaigns.model(terms, actor.scope()).orElse(null);
        model.addAttribute("campaign", campaign);
        model.addAttribute("terms", terms);
        model.addAttribute("item", items.get(terms.itemId(), actor.scope()));
        model.addAttribute("draw", draw);
        model.addAttribute("redraw", redraws.of(id, actor.scope()));
        model.addAttribute("gradeModel", gradeModel);
        model.addAttribute("ranks", rankNames.of(gradeModel == null ? null : gradeModel.schemeCode(), locale));
        model.addAttribute("steps", journey.of(campaign, draw, actor.scope(), locale));
        model.addAttribute(
                "unfit",
                campaign.state() == Campaign.State.PLANNED
                        ? faultsOf.texts(campaigns.unfit(id, actor), locale)
                        : List.of());
        if (draw != null) {
            model.addAttribute("targets", draws.targets(draw.id(), actor.scope()));
            model.addAttribute("exclusions", draws.exclusions(draw.id(), actor.scope()));
            Map<VisitState, Long> counts = visits.countsOf(id, actor.scope());
            model.addAttribute("visitCounts", counts);
            model.addAttribute("published", counts.getOrDefault(VisitState.PUBLISHED, 0L));
            model.addAttribute(
                    "opened",
                    counts.values().stream().mapToLong(Long::longValue).sum());
        }
        return "sampling/campaign";
    }

    /** Who was left out of the frozen list for a reason. */
    @GetMapping("/{id}/excluded/{reason}")
    String excluded(@PathVariable long id, @PathVariable Exclusion reason, Actor actor, Model model) {
        Campaign campaign = campaigns.get(id, actor.scope());
        DrawSheet draw = draws.ofCampaign(id, actor.scope()).orElseThrow(() -> Refusal.absent("draw", id));
        model.addAttribute("campaign", campaign);
        model.addAttribute("reason", reason);
        model.addAttribute("total", draws.exclusions(draw.id(), actor.scope()).getOrDefault(reason, 0));
        List<Frames.ExcludedRow> rows = draws.excluded(draw.id(), reason, EXCLUDED_SHOWN, actor);
        model.addAttribute("rows", rows);
        List<String> codes = rows.stream()
                .map(Frames.ExcludedRow::code)
                .filter(Objects::nonNull)
                .toList();
        model.addAttribute("linked", linkRemarks.of(codes, actor));
        return "sampling/excluded";
    }

    /** Ledger: CAMPAIGN_CANCELLED. */
    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SentForm sent) {
        return commands.once(
                sent,
                "/console/campaigns/" + id,
                () -> campaigns.cancel(id, reason, sent.actor()),
                "campaign.cancelled");
    }

    /** Ledger: CAMPAIGN_CREATED. */
    @PostMapping("/{id}/again")
    String again(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SentForm sent) {
        return commands.once(
                sent,
                () -> "/console/campaigns/%d/scope"
                        .formatted(campaigns.again(id, Words.stripped(reason), sent.actor())),
                "campaign.planned-again");
    }
}
