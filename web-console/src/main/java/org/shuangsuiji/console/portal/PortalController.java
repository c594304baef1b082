package org.shuangsuiji.console.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.PublicPages;
import org.shuangsuiji.publication.notice.SearchName;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the portal: search, the list of items, plans, tasks, results, one enterprise. */
@Controller
class PortalController {
    private static final int PAGE = 50;
    private static final int LATEST = 6;
    private static final int HITS = 50;

    private final PublicPages pages;
    private final Clock clock;

    PortalController(PublicPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("results", pages.results(null, LATEST));
        model.addAttribute("plans", pages.plans(null, LATEST));
        model.addAttribute("tasks", pages.tasks(null, LATEST));
        model.addAttribute("draws", pages.draws(null, LATEST));
        model.addAttribute("head", pages.ledgerHead().orElse(null));
        return "portal/home";
    }

    /** Any other address below the portal: the same answer as for what is not public. */
    @GetMapping("/p/**")
    String absent(HttpServletRequest request) {
        throw Refusal.absent("page", request.getRequestURI());
    }

    @GetMapping("/p/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        String typed = q.strip();
        List<PublicPages.EnterpriseLine> hits = pages.search(typed, HITS);
        if (hits.size() == 1
                && hits.get(0).creditCode().equals(SearchName.of(typed).value())) {
            return "redirect:/p/e/" + hits.get(0).creditCode();
        }
        model.addAttribute("q", typed);
        model.addAttribute("hits", hits);
        model.addAttribute("more", hits.size() == HITS);
        return "portal/search";
    }

    @GetMapping("/p/items")
    String items(Model model) {
        model.addAttribute("items", pages.items());
        return "portal/items";
    }

    @GetMapping("/p/plans")
    String plans(@RequestParam(required = false) @Nullable String after, Model model) {
        list(
                model,
                "/p/plans",
                pages.plans(Position.moment(after), PAGE + 1),
                line -> Position.of(line.announcedAt(), line.campaignId()));
        return "portal/plans";
    }

    @GetMapping("/p/tasks")
    String tasks(@RequestParam(required = false) @Nullable String after, Model model) {
        list(model, "/p/tasks", pages.tasks(Position.moment(after), PAGE + 1), line -> {
            var drawnAt = line.drawnAt();
            return drawnAt == null ? "" : Position.of(drawnAt, line.campaignId());
        });
        return "portal/tasks";
    }

    @GetMapping("/p/results")
    String results(@RequestParam(required = false) @Nullable String after, Model model) {
        list(model, "/p/results", pages.results(Position.result(after), PAGE + 1), Position::of);
        return "portal/results";
    }

    @GetMapping("/p/campaigns/{id:[0-9]{1,18}}")
    String campaign(@PathVariable long id, @RequestParam(required = false) @Nullable String after, Model model) {
        PublicPages.CampaignLine campaign = pages.campaign(id).orElseThrow(() -> Refusal.absent("campaign", id));
        model.addAttribute("campaign", campaign);
        Long drawId = campaign.drawId();
        if (drawId != null) {
            model.addAttribute("redraws", pages.redraws(List.of(drawId)));
            addOthersOfItsItem(pages, drawId, model);
            model.addAttribute("ended", endedUndrawn(campaign.stage()));
        }
        pages.progress(id).ifPresent(progress -> {
            model.addAttribute("progress", progress);
            model.addAttribute("overdue", progress.overdueOn(LocalDate.now(clock)));
        });
        list(model, "/p/campaigns/" + id, pages.resultsOf(id, Position.result(after), PAGE + 1), Position::of);
        return "portal/campaign";
    }

    @GetMapping("/p/e/{code:[0-9A-Za-z]{18}}")
    String enterprise(@PathVariable String code, Model model) {
        String creditCode = code.toUpperCase(Locale.ROOT);
        model.addAttribute(
                "enterprise", pages.enterprise(creditCode).orElseThrow(() -> Refusal.absent("enterprise", creditCode)));
        model.addAttribute("results", pages.resultsOf(creditCode));
        return "portal/enterprise";
    }

    /** Beside which lists of its item a draw stands, and which were drawn beside it later. */
    static void addOthersOfItsItem(PublicPages pages, long drawId, Model model) {
        model.addAttribute("further", pages.further(drawId).orElse(null));
        model.addAttribute("later", pages.later(drawId));
    }

    /** Whether a draw, by its outcome, is over with nobody drawn. */
    static boolean endedUndrawn(String outcome) {
        return outcome.equals("ABANDONED") || outcome.equals("FAILED");
    }

    /** One page of a list and the address of the next; one line more than fits tells that there is a next. */
    static <T> void list(Model model, String path, List<T> lines, Function<T, String> position) {
        boolean more = lines.size() > PAGE;
        List<T> shown = more ? lines.subList(0, PAGE) : lines;
        model.addAttribute("lines", shown);
        model.addAttribute("next", more ? path + "?after=" + position.apply(shown.get(PAGE - 1)) : null);
    }
}
