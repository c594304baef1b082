package org.shuangsuiji.console.review;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Notice;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Results that wait for review: pass many at once, look at one, send it back with a reason. */
@Controller
@RequestMapping("/console/review")
class ReviewPages {
    private static final Pattern SEEN = Pattern.compile("([0-9]{1,18}):([0-9]{1,9})");

    private final ResultLists lists;
    private final ReviewResult reviewResult;
    private final FormCommands commands;

    ReviewPages(ResultLists lists, ReviewResult reviewResult, FormCommands commands) {
        this.lists = lists;
        this.reviewResult = reviewResult;
        this.commands = commands;
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
    String passAll(
            @RequestParam(required = false) String @Nullable [] seen,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        List<ReviewResult.Seen> results = seen == null
                ? List.of()
                : Arrays.stream(seen).map(ReviewPages::seen).toList();
        if (results.isEmpty()) {
            throw Refusal.invalid("review.none-chosen");
        }
        String view = commands.once(request, actor, () -> {
            reviewResult.passAll(results, actor);
            return "/console/review";
        });
        Notice.after(next, "review.passed", results.size());
        return view;
    }

    /** Ledger: RESULT_PASSED. */
    @PostMapping("/{id:[0-9]{1,18}}/pass")
    String pass(
            @PathVariable long id,
            @RequestParam int version,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        String view = commands.once(request, actor, () -> {
            reviewResult.pass(new ReviewResult.Seen(id, version), actor);
            return "/console/review";
        });
        Notice.after(next, "review.passed", 1);
        return view;
    }

    /** Ledger: RESULT_RETURNED. */
    @PostMapping("/{id:[0-9]{1,18}}/return")
    String sendBack(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        Visit visit = lists.require(id, actor);
        String view = commands.once(request, actor, () -> {
            reviewResult.sendBack(new ReviewResult.Seen(id, version), reason, actor);
            return "/console/review";
        });
        Notice.after(next, "review.returned", visit.enterpriseName());
        return view;
    }

    private static ReviewResult.Seen seen(String text) {
        Matcher match = SEEN.matcher(text);
        if (!match.matches()) {
            throw Refusal.invalid("review.none-chosen");
        }
        return new ReviewResult.Seen(Long.parseLong(match.group(1)), Integer.parseInt(match.group(2)));
    }
}
