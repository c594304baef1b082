package org.shuangsuiji.console.departments;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuangsuiji.console.office.CreateDepartment;
import org.shuangsuiji.console.office.Departments;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Department;
import org.shuangsuiji.model.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/console/departments")
class DepartmentPages {
    private final Departments departments;
    private final CreateDepartment createDepartment;
    private final FormCommands commands;
    private final Problems problems;
    private final DepartmentChoice choice;
    private final MessageSource texts;

    DepartmentPages(
            Departments departments,
            CreateDepartment createDepartment,
            FormCommands commands,
            Problems problems,
            DepartmentChoice choice,
            MessageSource texts) {
        this.departments = departments;
        this.createDepartment = createDepartment;
        this.commands = commands;
        this.problems = problems;
        this.choice = choice;
        this.texts = texts;
    }

    /**
     * One line of the tree.
     *
     * @param depth 0 for the reader's own department
     */
    record Line(Department department, int depth) {}

    @GetMapping
    String list(Actor actor, Model model) {
        int top = DepartmentChoice.depth(actor.scope().departmentPath());
        List<Line> rows = departments.list(actor.scope()).stream()
                .map(each -> new Line(each, DepartmentChoice.depth(each.path()) - top))
                .toList();
        model.addAttribute("rows", rows);
        return "office/departments";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", new DepartmentForm(actor.departmentId(), null, null, null, null, null, null));
        return formPage(actor, model, locale);
    }

    /** Ledger: DEPARTMENT_CREATED. */
    @PostMapping
    String create(
            @Valid @ModelAttribute("form") DepartmentForm form, BindingResult faults, Model model, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        "/console/departments",
                        () -> createDepartment.create(form.department(), sent.actor()),
                        "department.created",
                        requireNonNull(form.name())),
                refusal -> problems.into(faults, fieldOf(refusal), refusal, sent.locale()),
                () -> formPage(sent.actor(), model, sent.locale()));
    }

    private String formPage(Actor actor, Model model, Locale locale) {
        model.addAttribute("departments", choice.of(actor.scope()));
        Map<Department.Level, String> levels = new EnumMap<>(Department.Level.class);
        for (Department.Level level : Department.Level.values()) {
            levels.put(level, requireNonNull(texts.getMessage("department.level." + level, null, locale)));
        }
        model.addAttribute("levels", levels);
        return "office/department-new";
    }

    private static String fieldOf(Refusal refusal) {
        return switch (refusal.code()) {
            case "department-code-taken" -> "code";
            case "department-name-taken" -> "name";
            case "department-region" -> "region";
            case "department-level" -> "level";
            default -> "parentId";
        };
    }
}
