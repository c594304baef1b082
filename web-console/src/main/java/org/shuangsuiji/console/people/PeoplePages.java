package org.shuangsuiji.console.people;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/console/people")
class PeoplePages {
    private static final int PAGE = 50;
    private static final int HISTORY = 10;
    private static final String INSPECTOR = "inspectorId";

    private final People people;
    private final Departments departments;
    private final CreatePerson createPerson;
    private final ChangePerson changePerson;
    private final InspectorChoice inspectorChoice;
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
    String create(
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult faults,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        if (!faults.hasErrors()) {
            try {
                String view = commands.once(request, actor, () -> {
                    Person made = createPerson.create(
                            new CreatePerson.NewPerson(
                                    requireNonNull(form.account()).strip(),
                                    requireNonNull(form.name()).strip(),
                                    requireNonNull(form.departmentId()),
                                    requireNonNull(form.roles()),
                                    requireNonNull(form.password()),
                                    form.inspectorId(),
                                    false),
                            actor);
                    return "/console/people/" + made.id();
                });
                Notice.after(next, "person.created", requireNonNull(form.account()));
                return view;
            } catch (Refusal refusal) {
                problems.into(faults, fieldOf(refusal), refusal, locale);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return formPage(actor, model, locale);
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Actor actor, Model model) {
        Person person = find(id, actor);
        model.addAttribute("person", person);
        model.addAttribute("department", departments.require(person.departmentId(), actor.scope()));
        model.addAttribute("inspector", inspectorChoice.of(person, actor.scope()));
        model.addAttribute(
                "history",
                ledger.find(new LedgerBook.Question(null, null, "person:" + id, null), actor.scope(), HISTORY));
        if (!model.containsAttribute("reset")) {
            model.addAttribute("reset", new PersonForm.Reset(null));
        }
        return "office/person";
    }

    @GetMapping("/{id}/change")
    String change(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Person person = find(id, actor);
        model.addAttribute(
                "form",
                new PersonForm.Change(
                        person.name(), person.departmentId(), person.roles(), person.inspectorId(), null));
        return changePage(person, actor, model, locale);
    }

    /** Ledger: USER_CHANGED. */
    @PostMapping("/{id}/change")
    String saveChange(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PersonForm.Change form,
            BindingResult faults,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        if (!faults.hasErrors()) {
            try {
                String view = commands.once(request, actor, () -> {
                    changePerson.change(
                            id,
                            new ChangePerson.Change(
                                    requireNonNull(form.name()).strip(),
                                    requireNonNull(form.departmentId()),
                                    requireNonNull(form.roles()),
                                    form.inspectorId()),
                            form.reason(),
                            actor);
                    return "/console/people/" + id;
                });
                Notice.after(next, "person.changed");
                return view;
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.ABSENT) {
                    throw refusal;
                }
                if (isAboutInspector(refusal)) {
                    problems.into(faults, INSPECTOR, refusal, locale);
                } else {
                    problems.into(faults, refusal, locale);
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return changePage(find(id, actor), actor, model, locale);
    }

    /** Ledger: USER_DISABLED. */
    @PostMapping("/{id}/disable")
    String disable(
            @PathVariable long id,
            @RequestParam String reason,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes next) {
        String view = commands.once(request, actor, () -> {
            changePerson.disable(id, reason, actor);
            return "/console/people/" + id;
        });
        Notice.after(next, "person.disabled.done");
        return view;
    }

    /** Ledger: USER_CHANGED. */
    @PostMapping("/{id}/enable")
    String enable(@PathVariable long id, Actor actor, HttpServletRequest request, RedirectAttributes next) {
        String view = commands.once(request, actor, () -> {
            changePerson.enable(id, null, actor);
            return "/console/people/" + id;
        });
        Notice.after(next, "person.enabled.done");
        return view;
    }

    /** Ledger: PASSWORD_CHANGED. */
    @PostMapping("/{id}/password")
    String resetPassword(
            @PathVariable long id,
            @Valid @ModelAttribute("reset") PersonForm.Reset reset,
            BindingResult faults,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        if (!faults.hasErrors()) {
            try {
                changePerson.resetPassword(id, requireNonNull(reset.newPassword()), actor);
                Notice.after(next, "person.reset.done");
                return "redirect:/console/people/" + id;
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.ABSENT) {
                    throw refusal;
                }
                problems.into(faults, "newPassword", refusal, locale);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(id, actor, model);
    }

    private Person find(long id, Actor actor) {
        return people.find(id, actor.scope()).orElseThrow(() -> Refusal.absent("person", id));
    }

    private String formPage(Actor actor, Model model, Locale locale) {
        choices(actor, model, locale);
        model.addAttribute("inspectors", inspectorChoice.forNobodyYet(actor.scope(), locale));
        return "office/person-new";
    }

    private String changePage(Person person, Actor actor, Model model, Locale locale) {
        model.addAttribute("person", person);
        choices(actor, model, locale);
        model.addAttribute("inspectors", inspectorChoice.forPerson(person, actor.scope(), locale));
        return "office/person-change";
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
            case "absent" -> "departmentId";
            default -> "account";
        };
    }
}
