package org.shuangsuiji.console.draws;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.campaigns.Journey;
import org.shuangsuiji.console.identities.LinkRemarks;
import org.shuangsuiji.console.jobs.JobViews;
import org.shuangsuiji.console.joining.CompleteDraws;
import org.shuangsuiji.console.joining.DrawCampaign;
import org.shuangsuiji.console.joining.EndDraw;
import org.shuangsuiji.console.joining.EnterSource;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.Refused;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.Campaign;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.DrawSheet;
import org.shuangsuiji.sampling.Draws;
import org.shuangsuiji.sampling.Redraws;
import org.shuangsuiji.sampling.SourceEntry;
import org.shuangsuiji.sampling.SourceSheet;
import org.shuangsuiji.sampling.SourceStatement;
import org.shuangsuiji.sampling.VisitRow;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The draw of a campaign, from the published commitment to the teams. */
@Controller
@RequestMapping("/console/campaigns/{id}/draw")
class DrawPages {
    private static final int PAGE = 50;

    private final Campaigns campaigns;
    private final Draws draws;
    private final Redraws redraws;
    private final EnterSource enterSource;
    private final DrawCampaign drawCampaign;
    private final EndDraw endDraw;
    private final CompleteDraws completeDraws;
    private final Journey journey;
    private final FormCommands commands;
    private final Problems problems;
    private final JobViews jobViews;
    private final LinkRemarks linkRemarks;
    private final Clock clock;

    DrawPages(
            Campaigns campaigns,
            Draws draws,
            Redraws redraws,
            EnterSource enterSource,
            DrawCampaign drawCampaign,
            EndDraw endDraw,
            CompleteDraws completeDraws,
            Journey journey,
            FormCommands commands,
            Problems problems,
            JobViews jobViews,
            LinkRemarks linkRemarks,
            Clock clock) {
        this.campaigns = campaigns;
        this.draws = draws;
        this.redraws = redraws;
        this.enterSource = enterSource;
        this.drawCampaign = drawCampaign;
        this.endDraw = endDraw;
        this.completeDraws = completeDraws;
        this.journey = journey;
        this.commands = commands;
        this.problems = problems;
        this.jobViews = jobViews;
        this.linkRemarks = linkRemarks;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int after,
            Actor actor,
            Model model,
            Locale locale) {
        return drawPage(id, after, actor, model, locale);
    }

    /** The public rule, byte for byte: its digest is the commitment. */
    @GetMapping("/rule.json")
    ResponseEntity<byte[]> rule(@PathVariable long id, Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(draws.rule(sheet(id, actor).id(), actor.scope()));
    }

    /** Ledger: SOURCE_VALUE_ENTERED, SOURCE_SILENT, SOURCE_PUBLISHED. */
    @PostMapping("/sources")
    String enter(@PathVariable long id, @ModelAttribute("typed") SourceForm form, Model model, SentForm sent) {
        return act(id, () -> enter(id, form, sent.actor()), "source.stored", model, sent);
    }

    private void enter(long id, SourceForm form, Actor actor) {
        String value = form.spacedValue();
        String valueAgain = form.spacedValueAgain();
        String evidence = requireNonNullElse(form.evidence(), "");
        switch (requireNonNullElse(form.spoken(), SourceEntry.Spoken.VALUE)) {
            case VALUE -> enterSource.value(id, form.place(), value, valueAgain, evidence, actor);
            case FALLBACK -> enterSource.fallback(id, form.place(), value, valueAgain, evidence, actor);
            case NONE -> enterSource.silence(id, form.place(), evidence, actor);
        }
    }

    /** Ledger: SOURCE_VALUE_CORRECTED, SOURCE_PUBLISHED. */
    @PostMapping("/sources/{place}/correction")
    String correct(
            @PathVariable long id,
            @PathVariable int place,
            @ModelAttribute("typed") SourceForm form,
            Model model,
            SentForm sent) {
        Runnable correct = () -> enterSource.correction(
                id,
                place,
                form.spoken(),
                form.spacedValue(),
                form.spacedValueAgain(),
                requireNonNullElse(form.evidence(), ""),
                requireNonNullElse(form.reason(), ""),
                sent.actor());
        return act(id, correct, "source.corrected", model, sent);
    }

    /** Ledger: SOURCE_STATED, SOURCE_PUBLISHED. */
    @PostMapping("/sources/{place}/silence")
    String silence(
            @PathVariable long id,
            @PathVariable int place,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            SentForm sent) {
        return state(id, place, SourceStatement.Says.SILENT, reason, model, sent);
    }

    /** Ledger: SOURCE_STATED, SOURCE_PUBLISHED. */
    @PostMapping("/sources/{place}/both-silent")
    String bothSilent(
            @PathVariable long id,
            @PathVariable int place,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            SentForm sent) {
        return state(id, place, SourceStatement.Says.BOTH_SILENT, reason, model, sent);
    }

    /** Ledger: SOURCE_STATED, SOURCE_PUBLISHED. */
    @PostMapping("/sources/{place}/spoke")
    String spoke(
            @PathVariable long id,
            @PathVariable int place,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            SentForm sent) {
        return state(id, place, SourceStatement.Says.SPOKE, reason, model, sent);
    }

    private String state(long id, int place, SourceStatement.Says says, String evidence, Model model, SentForm sent) {
        Runnable state = () -> enterSource.statement(id, place, says, evidence, sent.actor());
        return act(id, state, "source.stated", model, sent);
    }

    /** Ledger: DRAWN, VISITS_OPENED. */
    @PostMapping("/run")
    String run(@PathVariable long id, Model model, SentForm sent) {
        return act(id, () -> drawCampaign.draw(id, sent.actor()), "draw.done", model, sent);
    }

    /** Ledger: DRAW_ABANDONED. */
    @PostMapping("/abandon")
    String abandon(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Model model, SentForm sent) {
        Runnable abandon = () -> endDraw.abandon(id, reason, sent.actor());
        return act(id, abandon, "draw.abandoned", model, sent);
    }

    /** Ledger: DRAW_FAILED. */
    @PostMapping("/sources/{place}/fail")
    String fail(
            @PathVariable long id,
            @PathVariable int place,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            SentForm sent) {
        Runnable fail = () -> endDraw.fail(id, place, reason, sent.actor());
        return act(id, fail, "draw.failed", model, sent);
    }

    /** Does it once and says so on the page of the draw; refused, it shows that page again with the reason. */
    private String act(long id, Runnable act, String done, Model model, SentForm sent) {
        return sent.unlessRefused(
                () -> commands.once(sent, "/console/campaigns/%d/draw".formatted(id), act, done), refusal -> {
                    String text = problems.text(refusal, sent.locale());
                    String reason = sent.request().getParameter("reason");
                    if (reason != null) {
                        model.addAttribute("refused", new Refused(sent.request().getRequestURI(), text, reason));
                    }
                    model.addAttribute("refusal", text);
                    return drawPage(id, 0, sent.actor(), model, sent.locale());
                });
    }

    private DrawSheet sheet(long id, Actor actor) {
        return draws.ofCampaign(id, actor.scope()).orElseThrow(() -> Refusal.absent("draw", id));
    }

    private String drawPage(long id, int after, Actor actor, Model model, Locale locale) {
        Campaign campaign = campaigns.get(id, actor.scope());
        DrawSheet draw = sheet(id, actor);
        List<SourceSheet> sources = draws.sources(draw.id(), actor.scope());
        model.addAttribute("campaign", campaign);
        model.addAttribute("draw", draw);
        model.addAttribute("redraw", redraws.of(id, actor.scope()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("sources", sources);
        model.addAttribute(
                "completesAt", draws.completesAt(draw.id(), actor.scope()).orElse(null));
        model.addAttribute(
                "incomplete",
                completeDraws
                        .failed(draw.id())
                        .map(job -> jobViews.of(job, locale).messageText())
                        .orElse(null));
        model.addAttribute("typedBy", draws.typedBy(draw.id(), actor));
        model.addAttribute("targets", draws.targets(draw.id(), actor.scope()));
        model.addAttribute("steps", journey.of(campaign, draw, actor.scope(), locale));
        List<VisitRow> visits = draws.visits(draw.id(), after, PAGE, actor.scope());
        model.addAttribute("visits", visits);
        model.addAttribute(
                "linked",
                linkRemarks.of(visits.stream().map(VisitRow::creditCode).toList(), actor));
        model.addAttribute("after", after == 0 ? null : after);
        model.addAttribute("next", next(draw, visits));
        model.addAttribute("unfilled", draws.unfilled(draw.id(), actor.scope()));
        return "sampling/draw";
    }

    private static @Nullable Integer next(DrawSheet draw, List<VisitRow> visits) {
        Integer all = draw.visits();
        if (all == null || visits.isEmpty()) {
            return null;
        }
        int last = visits.get(visits.size() - 1).place();
        return last < all ? last : null;
    }
}
