package org.shuangsuiji.console.draws;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.planning.RankNames;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.DrawSheet;
import org.shuangsuiji.sampling.Draws;
import org.shuangsuiji.sampling.GradeModel;
import org.shuangsuiji.sampling.Redraws;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The chain of commitments, for those who doubt a draw (抽取复核). */
@Controller
@RequestMapping("/console/draws")
class DrawAuditPages {
    private static final int PAGE = 50;

    private final Draws draws;
    private final Redraws redraws;
    private final Campaigns campaigns;
    private final RankNames rankNames;
    private final BundleDownload bundle;

    DrawAuditPages(Draws draws, Redraws redraws, Campaigns campaigns, RankNames rankNames, BundleDownload bundle) {
        this.draws = draws;
        this.redraws = redraws;
        this.campaigns = campaigns;
        this.rankNames = rankNames;
        this.bundle = bundle;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Long below, Actor actor, Model model) {
        List<DrawSheet> found = draws.list(actor.scope(), below == null ? Long.MAX_VALUE : below, PAGE + 1);
        List<DrawSheet> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "overdue",
                draws.overdue(actor.scope()).stream().map(DrawSheet::id).collect(Collectors.toSet()));
        model.addAttribute("below", below);
        model.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        return "sampling/draws";
    }

    @GetMapping("/{id}")
    String detail(@PathVariable long id, Actor actor, Model model, Locale locale) {
        DrawSheet draw = draws.get(id, actor.scope());
        GradeModel gradeModel = campaigns
                .model(campaigns.get(draw.campaignId(), actor.scope()).terms(), actor.scope())
                .orElse(null);
        model.addAttribute("draw", draw);
        model.addAttribute("redraw", redraws.of(draw.campaignId(), actor.scope()));
        model.addAttribute("sources", draws.sources(id, actor.scope()));
        model.addAttribute("targets", draws.targets(id, actor.scope()));
        model.addAttribute("exclusions", draws.exclusions(id, actor.scope()));
        model.addAttribute("strata", draws.strata(id, actor));
        model.addAttribute("ranks", rankNames.of(gradeModel == null ? null : gradeModel.schemeCode(), locale));
        model.addAttribute("unfilled", draws.unfilled(id, actor.scope()));
        return "sampling/draw-audit";
    }

    /** The public rule, byte for byte: its digest is the commitment. */
    @GetMapping("/{id}/rule.json")
    ResponseEntity<byte[]> rule(@PathVariable long id, Actor actor) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(draws.rule(id, actor.scope()));
    }

    /** Ledger: BUNDLE_EXPORTED. */
    @PostMapping("/{id}/bundle")
    void bundle(@PathVariable long id, Actor actor, HttpServletResponse response) throws IOException {
        bundle.send(id, actor, response);
    }
}
