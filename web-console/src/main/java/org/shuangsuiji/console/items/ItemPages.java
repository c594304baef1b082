package org.shuangsuiji.console.items;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.console.departments.DepartmentChoice;
import org.shuangsuiji.console.joining.PublishItem;
import org.shuangsuiji.console.planning.FormFaults;
import org.shuangsuiji.console.planning.Words;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.Refusal;
import org.shuangsuiji.sampling.Item;
import org.shuangsuiji.sampling.Items;
import org.shuangsuiji.sampling.SubjectKind;
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
@RequestMapping("/console/items")
class ItemPages {
    private final Items items;
    private final PublishItem publishItem;
    private final DepartmentChoice departments;
    private final FormCommands commands;
    private final FormFaults problems;
    private final Words words;

    ItemPages(
            Items items,
            PublishItem publishItem,
            DepartmentChoice departments,
            FormCommands commands,
            FormFaults problems,
            Words words) {
        this.items = items;
        this.publishItem = publishItem;
        this.departments = departments;
        this.commands = commands;
        this.problems = problems;
        this.words = words;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("rows", items.list(actor.scope()));
        return "sampling/items";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Locale locale) {
        model.addAttribute(
                "form",
                new ItemForm(
                        null,
                        actor.departmentId(),
                        null,
                        Item.Category.GENERAL,
                        null,
                        Set.of(SubjectKind.ENTERPRISE),
                        Set.of(Item.Method.ON_SITE),
                        null,
                        null,
                        0));
        return formPage(null, actor, model, locale);
    }

    /** Ledger: ITEM_CREATED. */
    @PostMapping
    String create(@Valid @ModelAttribute("form") ItemForm form, BindingResult faults, Model model, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent, () -> "/console/items/" + items.create(form.terms(), sent.actor()), "item.created"),
                refusal -> problems.into(faults, refusal, sent.locale()),
                () -> formPage(null, sent.actor(), model, sent.locale()));
    }

    @GetMapping("/{id}")
    String detail(@PathVariable long id, Actor actor, Model model) {
        Item item = items.get(id, actor.scope());
        model.addAttribute("item", item);
        model.addAttribute("owned", items.owns(id, actor.scope()));
        model.addAttribute("revisions", items.revisions(id, actor.scope()));
        model.addAttribute(
                "departmentName",
                items.revisions(id, actor.scope()).stream()
                        .filter(row -> row.id() == id)
                        .findFirst()
                        .orElseThrow()
                        .departmentName());
        return "sampling/item";
    }

    @GetMapping("/{id}/change")
    String change(@PathVariable long id, Actor actor, Model model, Locale locale) {
        Item item = items.get(id, actor.scope());
        if (!items.owns(id, actor.scope())) {
            throw Refusal.absent("item", id);
        }
        model.addAttribute("form", ItemForm.of(item, words, locale));
        return formPage(item, actor, model, locale);
    }

    /** Ledger: ITEM_CHANGED. */
    @PostMapping("/{id}")
    String store(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ItemForm form,
            BindingResult faults,
            Model model,
            SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> commands.once(
                        sent,
                        () -> "/console/items/" + items.change(id, form.lockVersion(), form.terms(), sent.actor()),
                        "item.drafted"),
                refusal -> problems.into(faults, refusal, sent.locale()),
                () -> formPage(items.get(id, sent.actor().scope()), sent.actor(), model, sent.locale()));
    }

    /** Ledger: ITEM_CHANGED, ITEM_LIST_PUBLISHED. */
    @PostMapping("/{id}/publish")
    String publish(@PathVariable long id, SentForm sent) {
        return commands.once(
                sent, "/console/items/" + id, () -> publishItem.publish(id, sent.actor()), "item.published");
    }

    /** Ledger: ITEM_CHANGED, ITEM_LIST_PUBLISHED. */
    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SentForm sent) {
        return commands.once(
                sent, "/console/items/" + id, () -> publishItem.withdraw(id, reason, sent.actor()), "item.withdrawn");
    }

    private String formPage(@Nullable Item item, Actor actor, Model model, Locale locale) {
        model.addAttribute("item", item);
        model.addAttribute("departments", departments.of(actor.scope()));
        model.addAttribute("categories", words.of(Item.Category.class, "item.category", locale));
        model.addAttribute("kinds", words.of(SubjectKind.class, "subject-kind", locale));
        model.addAttribute("methods", words.of(Item.Method.class, "item.method", locale));
        return "sampling/item-form";
    }
}
