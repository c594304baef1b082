package org.shuangsuiji.console.review;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.Refused;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.ReviewResult;
import org.shuangsuiji.publication.Visit;
import org.shuangsuiji.publication.VisitState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Results that wait for review: pass many at once, look at one, send it back with a reason. */
@Controller
@RequestMapping("/console/review")
class ReviewPages {
    private static final Pattern SEEN = Pattern.compile("([0-9]{1,18}):([0-9]{1,9})");

    private final ResultLists lists;
    private final ReviewResult reviewResult;
    private final FormCommands commands;
    private final Problems problems;

    ReviewPages(ResultLists lists, ReviewResult reviewResult, FormCommands commands, Problems problems) {
        this.lists = lists;
        this.reviewResult = reviewResult;
        this.commands = commands;
        this.problems = problems;
    }

    @GetMapping
    String waiting(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        lists.fill(model, Set.of(VisitState.SUBMITTED), after, actor);
        return "publication/review";
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    String one(@PathVariable long id, Actor actor, Model model) {
        lists.fillOne(model, id, actor);
        return "publication/review-one";
    }

    /** Ledger: RESULT_PASSED, once for each. */
    @PostMapping("/pass")
    String passAll(@RequestParam(required = false) String @Nullable [] seen, SentForm sent) {
        List<ReviewResult.Seen> results = seen == null
                ? List.of()
                : Arrays.stream(seen).map(ReviewPages::seen).toList();
        if (results.isEmpty()) {
            throw Refusal.invalid("review.none-chosen");
        }
        return commands.once(
                sent,
                "/console/review",
                () -> reviewResult.passAll(results, sent.actor()),
                "review.passed",
                results.size());
    }

    /** Ledger: RESULT_PASSED. */
    @PostMapping("/{id:[0-9]{1,18}}/pass")
    String pass(@PathVariable long id, @RequestParam int version, Model model, SentForm sent) {
        return sent.unlessRefused(
                () -> commands.once(
                        sent,
                        "/console/review",
                        () -> reviewResult.pass(new ReviewResult.Seen(id, version), sent.actor()),
                        "review.passed",
                        1),
                refusal -> refused(id, refusal, "", model, sent));
    }

    /** Ledger: RESULT_RETURNED. */
    @PostMapping("/{id:[0-9]{1,18}}/return")
    String sendBack(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            SentForm sent) {
        Visit visit = lists.require(id, sent.actor());
        return sent.unlessRefused(
                () -> commands.once(
                        sent,
                        "/console/review",
                        () -> reviewResult.sendBack(new ReviewResult.Seen(id, version), reason, sent.actor()),
                        "review.returned",
                        visit.enterpriseName()),
                refusal -> refused(id, refusal, reason, model, sent));
    }

    /** The result as it stands now, with the refusal and the reason that was typed. */
    private String refused(long id, Refusal refusal, String reason, Model model, SentForm sent) {
        model.addAttribute(
                "refused", new Refused(sent.request().getServletPath(), problems.text(refusal, sent.locale()), reason));
        lists.fillOne(model, id, sent.actor());
        return "publication/review-one";
    }

    private static ReviewResult.Seen seen(String text) {
        Matcher match = SEEN.matcher(text);
        if (!match.matches()) {
            throw Refusal.invalid("review.none-chosen");
        }
        return new ReviewResult.Seen(Long.parseLong(match.group(1)), Integer.parseInt(match.group(2)));
    }
}
