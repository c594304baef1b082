package org.shuangsuiji.console.people;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.departments.DepartmentChoice;
import org.shuangsuiji.console.office.ChangePerson;
import org.shuangsuiji.console.office.CreatePerson;
import org.shuangsuiji.console.office.Departments;
import org.shuangsuiji.console.office.LedgerBook;
import org.shuangsuiji.console.office.People;
import org.shuangsuiji.console.office.Person;
import org.shuangsuiji.console.office.Role;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Notice;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.Refused;
import org.shuangsuiji.console.shell.SentForm;
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
@RequestMapping("/console/people")
class PeoplePages {
    private static final int PAGE = 50;
    private static final int HISTORY = 10;
    private static final String DEPARTMENT = "departmentId";
    private static final String INSPECTOR = "inspectorId";
    private static final String SEEN = "seen";

    private final People people;
    private final Departments departments;
    private final CreatePerson createPerson;
    private final ChangePerson changePerson;
    private final InspectorChoice inspectorChoice;
    private final StandsNow standsNow;
    private final LedgerBook ledger;
    private final FormCommands commands;
    private final Problems problems;
    private final DepartmentChoice departmentChoice;
    private final MessageSource texts;

    PeoplePages(
            People people,
            Departments departments,
            CreatePerson createPerson,
            ChangePerson changePerson,
            InspectorChoice inspectorChoice,
            StandsNow standsNow,
            LedgerBook ledger,
            FormCommands commands,
            Problems problems,
            DepartmentChoice departmentChoice,
            MessageSource texts) {
        this.people = people;
        this.departments = departments;
        this.createPerson = createPerson;
        this.changePerson = changePerson;
        this.inspectorChoice = inspectorChoice;
        this.standsNow = standsNow;
        this.ledger = ledger;
        this.commands = commands;
        this.problems = problems;
        this.departmentChoice = departmentChoice;
        this.texts = texts;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        String asked = words == null || words.isBlank() ? null : words.strip();
        List<People.Line> found = people.list(asked, after, actor.scope(), PAGE + 1);
        List<People.Line> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("next", found.size() > PAGE ? rows.get(PAGE - 1).account() : null);
        model.addAttribute("after", after);
        model.addAttribute("words", words);
        return "office/people";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", new PersonForm(null, null, actor.departmentId(), Set.of(), null, null));
        return formPage(actor, model, locale);
    }

    /** Ledger: USER_CREATED. */
    @PostMapping
    String create(@Valid @ModelAttribute("form") PersonForm form, BindingResult faults, Model model, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        () -> "/console/people/"
                                + createPerson
                                        .create(form.person(), sent.actor())
                                        .id(),
                        "person.created",
                        requireNonNull(form.account())),
                refusal -> problems.into(faults, fieldOf(refusal), refusal, sent.locale()),
                () -> formPage(sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Actor actor, Model model) {
        Person person = find(id, actor);
        return show(person, person.version(), actor, model);
    }

    /**
     * The page of a person.
     *
     * @param seen the version that whoever sets a password has seen
     */
    private String show(Person person, int seen, Actor actor, Model model) {
        seen(seen, model);
        model.addAttribute("person", person);
        model.addAttribute("department", departments.require(person.departmentId(), actor.scope()));
        model.addAttribute("inspector", inspectorChoice.of(person, actor.scope()));
        model.addAttribute(
                "history",
                ledger.find(
                        new LedgerBook.Question(null, null, "person:" + person.id(), null), actor.scope(), HISTORY));
        if (!model.containsAttribute("reset")) {
            model.addAttribute("reset", new PersonForm.Reset(null, person.version()));
        }
        return "office/person";
    }

    @GetMapping("/{id}/change")
    String change(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Person person = find(id, actor);
        model.addAttribute("form", PersonForm.Change.of(person));
        return changePage(person, person.version(), actor, model, locale);
    }

    /** Ledger: USER_CHANGED. */
    @PostMapping("/{id}/change")
    String saveChange(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PersonForm.Change form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        "/console/people/" + id,
                        () -> changePerson.change(id, form.lockVersion(), form.change(), form.reason(), sent.actor()),
                        "person.changed"),
                refusal -> {
                    throwAbsent(refusal);
                    if (isStale(refusal)) {
                        Person now = find(id, sent.actor());
                        standsNow.into(faults, form, now, sent.actor().scope(), sent.locale());
                        model.addAttribute(SEEN, now.version());
                    } else if (refusal.code().equals(ChangePerson.OWN_DEPARTMENT)) {
                        problems.into(faults, DEPARTMENT, refusal, sent.locale());
                    } else if (isAboutInspector(refusal)) {
                        problems.into(faults, INSPECTOR, refusal, sent.locale());
                    } else {
                        problems.into(faults, refusal, sent.locale());
                    }
                },
                () -> changePage(find(id, sent.actor()), form.lockVersion(), sent.actor(), model, sent.locale()));
    }

    /** Ledger: USER_DISABLED. */
    @PostMapping("/{id}/disable")
    String disable(
            @PathVariable long id,
            @RequestParam int lockVersion,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            SentForm sent) {
        Runnable disable = () -> changePerson.disable(id, lockVersion, reason, sent.actor());
        return act(id, disable, "person.disabled.done", reason, model, sent);
    }

    /** Ledger: USER_CHANGED. */
    @PostMapping("/{id}/enable")
    String enable(@PathVariable long id, @RequestParam int lockVersion, Model model, SentForm sent) {
        Runnable enable = () -> changePerson.enable(id, lockVersion, null, sent.actor());
        return act(id, enable, "person.enabled.done", "", model, sent);
    }

    /** Does it once and says so on the page of the person; refused, that page shows how the person stands now. */
    private String act(long id, Runnable command, String done, String reason, Model model, SentForm sent) {
        return sent.unlessRefused(() -> commands.once(sent, "/console/people/" + id, command, done), refusal -> {
            String text = problems.text(refusal, sent.locale());
            model.addAttribute("refusal", text);
            model.addAttribute("refused", new Refused(sent.request().getRequestURI(), text, reason));
            return show(id, sent.actor(), model);
        });
    }

    /** Ledger: PASSWORD_CHANGED. */
    @PostMapping("/{id}/password")
    String resetPassword(
            @PathVariable long id,
            @Valid @ModelAttribute("reset") PersonForm.Reset reset,
            BindingResult faults,
            Model model,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> {
                    changePerson.resetPassword(
                            id, reset.lockVersion(), requireNonNull(reset.newPassword()), sent.actor());
                    Notice.after(sent.request(), "person.reset.done");
                    return "redirect:/console/people/" + id;
                },
                refusal -> {
                    throwAbsent(refusal);
                    if (isStale(refusal)) {
                        problems.into(faults, refusal, sent.locale());
                        model.addAttribute(SEEN, find(id, sent.actor()).version());
                    } else {
                        problems.into(faults, "newPassword", refusal, sent.locale());
                    }
                },
                () -> show(find(id, sent.actor()), reset.lockVersion(), sent.actor(), model));
    }

    private Person find(long id, Actor actor) {
        return people.find(id, actor.scope()).orElseThrow(() -> Refusal.absent("person", id));
    }

    private String formPage(Actor actor, Model model, Locale locale) {
        choices(actor, model, locale);
        model.addAttribute("inspectors", inspectorChoice.forNobodyYet(actor.scope(), locale));
        return "office/person-new";
    }

    /**
     * The page that changes a person.
     *
     * @param seen the version that whoever decides has seen, unless the model knows that a newer one is shown
     */
    private String changePage(Person person, int seen, Actor actor, Model model, Locale locale) {
        seen(seen, model);
        model.addAttribute("person", person);
        choices(actor, model, locale);
        if (person.account().equals(actor.account())) {
            model.addAttribute("ownDepartment", departments.require(person.departmentId(), actor.scope()));
        }
        model.addAttribute("inspectors", inspectorChoice.forPerson(person, actor.scope(), locale));
        return "office/person-change";
    }

    private static void seen(int version, Model model) {
        if (!model.containsAttribute(SEEN)) {
            model.addAttribute(SEEN, version);
        }
    }

    private void choices(Actor actor, Model model, Locale locale) {
        model.addAttribute("departments", departmentChoice.of(actor.scope()));
        Map<Role, String> roles = new LinkedHashMap<>();
        Arrays.stream(Role.values()).forEach(role -> roles.put(role, text("role." + role, locale)));
        model.addAttribute("roles", roles);
    }

    private String text(String code, Locale locale) {
        return requireNonNull(texts.getMessage(code, null, locale));
    }

    /** What is not there has a page of its own, not a place among the faults. */
    private static void throwAbsent(Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.ABSENT) {
            throw refusal;
        }
    }

    private static boolean isStale(Refusal refusal) {
        return refusal.code().equals(People.CHANGED_MEANWHILE);
    }

    private static boolean isAboutInspector(Refusal refusal) {
        return refusal.code().startsWith("person-inspector");
    }

    private static String fieldOf(Refusal refusal) {
        if (isAboutInspector(refusal)) {
            return INSPECTOR;
        }
        return switch (refusal.code()) {
            case "password-length", "password-common" -> "password";
            case "person-roles" -> "roles";
            case "absent" -> DEPARTMENT;
            default -> "account";
        };
    }
}
