package org.shuangsuiji.console.visits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.publication.Categories;
import org.shuangsuiji.publication.EnterResult;
import org.shuangsuiji.publication.FaultyResult;
import org.shuangsuiji.publication.RegisterVisit;
import org.shuangsuiji.publication.Visit;
import org.shuangsuiji.publication.VisitLine;
import org.shuangsuiji.publication.Visits;
import org.shuangsuiji.publication.notice.Fault;
import org.shuangsuiji.publication.notice.Method;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an inspector does on the way: whom to visit, at the door, what was found. The enterprise looks over the shoulder. */
@Controller
@RequestMapping("/m")
class PhonePages {
    private final Visits visits;
    private final Categories categories;
    private final EnterResult enterResult;
    private final RegisterVisit registerVisit;
    private final FormCommands commands;
    private final Problems problems;
    private final MessageSource texts;
    private final Clock clock;

    PhonePages(
            Visits visits,
            Categories categories,
            EnterResult enterResult,
            RegisterVisit registerVisit,
            FormCommands commands,
            Problems problems,
            MessageSource texts,
            Clock clock) {
        this.visits = visits;
        this.categories = categories;
        this.enterResult = enterResult;
        this.registerVisit = registerVisit;
        this.commands = commands;
        this.problems = problems;
        this.texts = texts;
        this.clock = clock;
    }

    /** Something to mend, and where it stands on the page. */
    record Mend(String href, String text) {}

    @GetMapping
    String tasks(Actor actor, OfficeUser user, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("linked", user.inspectorId() != null);
        List<VisitLine> open = visits.mine(actor).stream()
                .filter(line -> line.state().enterable())
                .toList();
        model.addAttribute(
                "returned",
                open.stream().filter(line -> line.returnedBecause() != null).toList());
        model.addAttribute(
                "late",
                open.stream()
                        .filter(line -> line.returnedBecause() == null && line.overdue(today))
                        .toList());
        model.addAttribute(
                "now",
                open.stream()
                        .filter(line -> line.returnedBecause() == null && !line.overdue(today))
                        .filter(line -> !line.starts().isAfter(today))
                        .toList());
        model.addAttribute(
                "later",
                open.stream().filter(line -> line.starts().isAfter(today)).toList());
        return "publication/phone-tasks";
    }

    @GetMapping("/sent")
    String sent(Actor actor, OfficeUser user, Model model) {
        model.addAttribute("linked", user.inspectorId() != null);
        model.addAttribute(
                "lines",
                visits.mine(actor).stream()
                        .filter(line -> !line.state().enterable())
                        .toList());
        return "publication/phone-sent";
    }

    @GetMapping("/me")
    String me(OfficeUser user, Model model) {
        model.addAttribute("user", user);
        return "publication/phone-me";
    }

    @GetMapping("/visits/{id:[0-9]{1,18}}")
    String visit(@PathVariable long id, Actor actor, OfficeUser user, Model model) {
        Visit visit = ofTeam(id, actor, user);
        LocalDate today = LocalDate.now(clock);
        return page(visit, VisitForm.first(visit, myId(user), today), List.of(), user, model);
    }

    /** Ledger: VISIT_REGISTERED. */
    @PostMapping("/visits/{id:[0-9]{1,18}}/arrival")
    String arrive(@PathVariable long id, SentForm sent) {
        return commands.once(sent, "/m/visits/" + id, () -> registerVisit.register(id, sent.actor()), "phone.arrived");
    }

    /**
     * Ledger: RESULT_DRAFTED or RESULT_SUBMITTED; nothing is kept when only "all in order" is filled in.
     *
     * @param act which button was pressed; only the one that says so hands the result in
     */
    @PostMapping("/visits/{id:[0-9]{1,18}}")
    String enter(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "draft") String act,
            OfficeUser user,
            Model model,
            SentForm sent) {
        Visit visit = ofTeam(id, sent.actor(), user);
        VisitForm form = VisitForm.sent(typed, visit);
        if (act.equals("clean")) {
            return page(visit, form.clean(categories.on(LocalDate.now(clock))), List.of(), user, model);
        }
        var result = form.read();
        if (result.isEmpty()) {
            sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(visit, form, List.of(badDay(form, sent.locale())), user, model);
        }
        boolean draft = !act.equals("submit");
        return sent.unlessRefused(
                () -> commands.once(
                        sent,
                        draft ? "/m/visits/" + id : "/m",
                        () -> {
                            if (draft) {
                                enterResult.saveDraft(id, form.version(), result.get(), sent.actor());
                            } else {
                                enterResult.submit(id, form.version(), result.get(), sent.actor());
                            }
                        },
                        draft ? "phone.draft-kept" : "phone.submitted",
                        visit.enterpriseName()),
                refusal -> {
                    Visit now = ofTeam(id, sent.actor(), user);
                    return refusal.code().equals(EnterResult.CHANGED_MEANWHILE) && now.result() != null
                            ? beside(form, refusal, now, user, sent.locale(), model)
                            : refused(form, refusal, visit, user, sent.locale(), model);
                });
    }

    /** Where a colleague has handed a result in, there is no form any more; what was typed stays to be read and copied. */
    private String refused(VisitForm form, Refusal refusal, Visit visit, OfficeUser user, Locale locale, Model model) {
        if (!visit.state().enterable()) {
            model.addAttribute("unsaved", form);
        }
        return page(visit, form, mends(refusal, visit, locale), user, model);
    }

    /** What was typed, and beside it what a colleague kept meanwhile; sent once more, it is entered after theirs. */
    private String beside(VisitForm form, Refusal refusal, Visit visit, OfficeUser user, Locale locale, Model model) {
        VisitForm theirs = VisitForm.first(visit, myId(user), LocalDate.now(clock));
        model.addAttribute("theirs", theirs);
        return page(visit, form.after(theirs), mends(refusal, visit, locale), user, model);
    }

    private Visit ofTeam(long id, Actor actor, OfficeUser user) {
        return visits.find(id, actor)
                .filter(visit -> visit.teamIds().contains(myId(user)))
                .orElseThrow(() -> Refusal.absent("visit", id));
    }

    private static long myId(OfficeUser user) {
        Long inspectorId = user.inspectorId();
        return inspectorId == null ? 0 : inspectorId;
    }

    private String page(Visit visit, VisitForm form, List<Mend> mends, OfficeUser user, Model model) {
        model.addAttribute("visit", visit);
        model.addAttribute("form", form);
        model.addAttribute("mends", mends);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("categories", categories.on(LocalDate.now(clock)).categories());
        model.addAttribute("methods", Method.values());
        model.addAttribute(
                "others",
                visit.team().stream()
                        .filter(member -> member.inspectorId() != myId(user))
                        .toList());
        return "publication/phone-visit";
    }

    private Mend badDay(VisitForm form, Locale locale) {
        return new Mend("#inspectedOn", texts.getMessage("fault.bad-day", new Object[] {form.inspectedOn()}, locale));
    }

    private List<Mend> mends(Refusal refusal, Visit visit, Locale locale) {
        if (!(refusal instanceof FaultyResult faulty)) {
            return List.of(new Mend("#top", problems.text(refusal, locale)));
        }
        return faulty.faults().stream()
                .map(fault -> new Mend(
                        href(fault),
                        texts.getMessage(
                                "fault." + fault.rule().word(),
                                new Object[] {itemName(visit, fault.seq()), fault.detail()},
                                locale)))
                .toList();
    }

    private static String href(Fault fault) {
        if (fault.seq() > 0) {
            return fault.rule() == Fault.Rule.NOTE_MISSING || fault.rule() == Fault.Rule.NOTE_TOO_LONG
                    ? "#n" + fault.seq()
                    : "#item-" + fault.seq();
        }
        return switch (fault.rule()) {
            case TOO_EARLY, IN_FUTURE -> "#inspectedOn";
            case METHOD_MISSING -> "#methods";
            case SECOND_MISSING, SECOND_NOT_IN_TEAM -> "#second";
            default -> "#top";
        };
    }

    private static String itemName(Visit visit, int seq) {
        return visit.items().stream()
                .filter(item -> item.seq() == seq)
                .map(Visit.Item::name)
                .findFirst()
                .orElse("");
    }
}
