package org.shuangsuiji.console.review;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.PublishResult;
import org.shuangsuiji.publication.VisitState;
import org.shuangsuiji.publication.WithdrawResult;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for publication, what is public, what was withdrawn. */
@Controller
@RequestMapping("/console/publications")
class PublicationPages {
    private static final Map<String, VisitState> TABS =
            Map.of("passed", VisitState.PASSED, "published", VisitState.PUBLISHED, "withdrawn", VisitState.WITHDRAWN);

    private final ResultLists lists;
    private final PublishResult publishResult;
    private final WithdrawResult withdrawResult;
    private final FormCommands commands;

    PublicationPages(
            ResultLists lists, PublishResult publishResult, WithdrawResult withdrawResult, FormCommands commands) {
        this.lists = lists;
        this.publishResult = publishResult;
        this.withdrawResult = withdrawResult;
        this.commands = commands;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "passed") String tab,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        String shown = TABS.containsKey(tab) ? tab : "passed";
        lists.fill(model, Set.of(TABS.getOrDefault(shown, VisitState.PASSED)), after, actor);
        model.addAttribute("tab", shown);
        model.addAttribute("tabCounts", lists.counts(TABS, actor));
        return "publication/publications";
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    String one(@PathVariable long id, Actor actor, Model model) {
        lists.fillOne(model, id, actor);
        return "publication/publication-one";
    }

    /** Ledger: RESULT_PUBLISHED or RESULT_CORRECTED, once for each. */
    @PostMapping
    String publish(@RequestParam(required = false) String @Nullable [] visit, SentForm sent) {
        List<Long> ids = visit == null
                ? List.of()
                : Arrays.stream(visit)
                        .filter(id -> id.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .toList();
        if (ids.isEmpty()) {
            throw Refusal.invalid("publication.none-chosen");
        }
        return commands.once(
                sent,
                "/console/publications?tab=published",
                () -> publishResult.publishAll(ids, sent.actor()),
                "publication.published",
                ids.size());
    }

    /** Ledger: RESULT_WITHDRAWN. */
    @PostMapping("/{id:[0-9]{1,18}}/withdraw")
    String withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SentForm sent) {
        return commands.once(
                sent,
                "/console/publications/" + id,
                () -> withdrawResult.withdraw(id, reason, sent.actor()),
                "publication.withdrawn");
    }
}
