package org.shuangsuiji.console.draws;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.joining.AnswerSubject;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.AnswerEnterprise;
import org.shuangsuiji.sampling.Campaigns;
import org.shuangsuiji.sampling.Draws;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whether an enterprise was in the list of a draw. Each look opens a sealed list and is noted, so it is a POST that
 * may be sent again: what is noted twice was looked at twice.
 */
@Controller
@RequestMapping("/console/campaigns/{id}/draw/answer")
class FrameAnswerPages {
    private final Campaigns campaigns;
    private final Draws draws;
    private final AnswerSubject answerSubject;
    private final AnswerEnterprise answerEnterprise;
    private final Problems problems;

    FrameAnswerPages(
            Campaigns campaigns,
            Draws draws,
            AnswerSubject answerSubject,
            AnswerEnterprise answerEnterprise,
            Problems problems) {
        this.campaigns = campaigns;
        this.draws = draws;
        this.answerSubject = answerSubject;
        this.answerEnterprise = answerEnterprise;
        this.problems = problems;
    }

    /** The question; a link may bring the code along, and tells nothing yet. */
    @GetMapping
    String question(
            @PathVariable long id, @RequestParam(required = false) @Nullable String code, Actor actor, Model model) {
        model.addAttribute("form", new AnswerForm(code));
        return page(id, actor, model);
    }

    /** Ledger: FRAME_ANSWERED. */
    @PostMapping
    String answer(
            @PathVariable long id,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        String view = page(id, sent.actor(), model);
        return sent.unlessFaulty(
                faults,
                () -> {
                    model.addAttribute("answer", answerSubject.answer(id, requireNonNull(form.code()), sent.actor()));
                    return view;
                },
                refusal -> {
                    if (refusal.kind() == Refusal.Kind.INVALID) {
                        problems.into(faults, "code", refusal, sent.locale());
                    } else {
                        problems.into(faults, refusal, sent.locale());
                    }
                },
                () -> view);
    }

    /** The answer about one code as a file for the enterprise. Ledger: FRAME_ANSWERED. */
    @PostMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable long id, @RequestParam String code, Actor actor) {
        var answer = answerEnterprise.answer(id, code, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("answer.json")
                                .build()
                                .toString())
                .body(answer.bytes());
    }

    private String page(long id, Actor actor, Model model) {
        model.addAttribute("campaign", campaigns.get(id, actor.scope()));
        model.addAttribute("draw", draws.ofCampaign(id, actor.scope()).orElseThrow(() -> Refusal.absent("draw", id)));
        return "sampling/frame-answer";
    }
}
