package org.shuangsuiji.console.identities;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Notice;
import org.shuangsuiji.console.shell.PageBefore;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.ingest.DecideLinks;
import org.shuangsuiji.ingest.Enterprise;
import org.shuangsuiji.ingest.Enterprises;
import org.shuangsuiji.ingest.Link;
import org.shuangsuiji.ingest.Links;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/console/identities")
class IdentityPages {
    private static final String LIST = "/console/identities";
    private static final int PAGE = 50;

    private static final Pattern ENTERPRISE = Pattern.compile("/console/enterprises/\\d+");

    private final Links links;
    private final Enterprises enterprises;
    private final DecideLinks decideLinks;
    private final FormCommands commands;
    private final Problems problems;
    private final MessageSource texts;

    IdentityPages(
            Links links,
            Enterprises enterprises,
            DecideLinks decideLinks,
            FormCommands commands,
            Problems problems,
            MessageSource texts) {
        this.links = links;
        this.enterprises = enterprises;
        this.decideLinks = decideLinks;
        this.commands = commands;
        this.problems = problems;
        this.texts = texts;
    }

    /** What waits for a person; with a state or words, whatever they name. */
    @GetMapping
    String list(
            @RequestParam(required = false) Link.@Nullable State state,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Long before,
            Actor actor,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        String typed = words == null ? "" : words.strip();
        boolean asked = request.getParameter("state") != null || !typed.isEmpty();
        Link.State shown = asked ? state : Link.State.PROPOSED;
        List<Link> found = links.list(shown, typed, actor.scope(), before, PAGE + 1);
        if (found.isEmpty() && shown == Link.State.PROPOSED && !typed.isEmpty()) {
            // the filter begins with those that wait: what is sought may have been decided
            shown = null;
            found = links.list(null, typed, actor.scope(), before, PAGE + 1);
        }
        List<Link> rows = found.stream().limit(PAGE).toList();
        long beyond = links.beyond(shown, actor.scope());
        model.addAttribute("rows", rows);
        model.addAttribute("state", shown);
        model.addAttribute("words", typed);
        model.addAttribute("beyond", typed.isEmpty() ? beyond : 0);
        model.addAttribute("empty", text(emptyBecause(shown, typed, beyond), locale, typed));
        model.addAttribute("before", before);
        model.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        Map<Link.State, String> states = new LinkedHashMap<>();
        for (Link.State each : Link.State.values()) {
            states.put(each, text("identity.state." + each.name(), locale));
        }
        model.addAttribute("states", states);
        return "ingest/identities";
    }

    private static String emptyBecause(Link.@Nullable State shown, String words, long beyond) {
        if (!words.isEmpty()) {
            return "identity.empty.words";
        }
        if (beyond > 0) {
            return "identity.empty.visible";
        }
        return "identity.empty." + (shown == null ? "all" : shown.name());
    }

    @GetMapping("/new/{of}")
    String blank(@PathVariable long of, Actor actor, Model model) {
        model.addAttribute("form", new ProposalForm(null, null));
        return formPage(of, actor, model);
    }

    /** Ledger: LINK_PROPOSED. */
    @PostMapping("/new/{of}")
    String propose(
            @PathVariable long of,
            @Valid @ModelAttribute("form") ProposalForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> {
                    String view = commands.once(sent, () -> {
                        decideLinks.propose(
                                of, requireNonNull(form.code()), requireNonNull(form.reason()), sent.actor());
                        return LIST;
                    });
                    Notice.after(sent.request(), "identity.proposed.done");
                    return view;
                },
                refusal -> problems.into(faults, fieldOf(refusal), refusal, sent.locale()),
                () -> formPage(of, sent.actor(), model));
    }

    /** Ledger: LINK_ACCEPTED. */
    @PostMapping("/{id}/accept")
    String accept(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SentForm sent) {
        return commands.once(
                sent, from(sent, LIST), () -> decideLinks.accept(id, reason, sent.actor()), "identity.accepted.done");
    }

    /** Ledger: LINK_REFUSED. */
    @PostMapping("/{id}/refuse")
    String refuse(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SentForm sent) {
        return commands.once(
                sent, from(sent, LIST), () -> decideLinks.refuse(id, reason, sent.actor()), "identity.refused.done");
    }

    /** Ledger: LINK_UPHELD. */
    @PostMapping("/{id}/uphold")
    String uphold(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SentForm sent) {
        return commands.once(
                sent, from(sent, LIST), () -> decideLinks.uphold(id, reason, sent.actor()), "identity.upheld.done");
    }

    /** Ledger: LINK_WITHDRAWN. */
    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SentForm sent) {
        return commands.once(
                sent,
                from(sent, LIST + "?state=IN_FORCE"),
                () -> decideLinks.withdraw(id, reason, sent.actor()),
                "identity.withdrawn.done");
    }

    /** Whoever decides on the page of an enterprise, or after a search, stays there. */
    private static String from(SentForm sent, String list) {
        return PageBefore.of(sent.request())
                .filter(page -> ENTERPRISE.matcher(page.path()).matches()
                        || (page.path().equals(LIST) && !page.query().isEmpty()))
                .map(page -> page.path() + page.query())
                .orElse(list);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return requireNonNull(texts.getMessage(key, arguments, locale));
    }

    private String formPage(long of, Actor actor, Model model) {
        Enterprise enterprise = enterprises.get(of, actor.scope());
        model.addAttribute("enterprise", enterprise);
        return "ingest/identity-new";
    }

    private static String fieldOf(Refusal refusal) {
        return refusal.code().equals("reason-length") ? "reason" : "code";
    }
}
