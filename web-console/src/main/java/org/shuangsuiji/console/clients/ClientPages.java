package org.shuangsuiji.console.clients;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shuangsuiji.console.departments.DepartmentChoice;
import org.shuangsuiji.console.office.ApiClients;
import org.shuangsuiji.console.office.ManageApiClients;
import org.shuangsuiji.console.shell.FormCommands;
import org.shuangsuiji.console.shell.Problems;
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
@RequestMapping("/console/api-clients")
class ClientPages {
    private final ApiClients clients;
    private final ManageApiClients manageClients;
    private final FormCommands commands;
    private final Problems problems;
    private final DepartmentChoice choice;
    private final MessageSource texts;

    ClientPages(
            ApiClients clients,
            ManageApiClients manageClients,
            FormCommands commands,
            Problems problems,
            DepartmentChoice choice,
            MessageSource texts) {
        this.clients = clients;
        this.manageClients = manageClients;
        this.commands = commands;
        this.problems = problems;
        this.choice = choice;
        this.texts = texts;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("rows", clients.list(actor.scope()));
        return "office/api-clients";
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", new ClientForm(null, actor.departmentId(), Set.of()));
        return formPage(actor, model, locale);
    }

    /**
     * Ledger: API_CLIENT_CREATED. Answers with the page itself, not with a redirect: the key is shown this once and
     * kept nowhere, so that sending the form again finds the name taken.
     */
    @PostMapping
    String create(@Valid @ModelAttribute("form") ClientForm form, BindingResult faults, Model model, SentForm sent) {
        return sent.unlessFaulty(
                faults,
                () -> {
                    var made = manageClients.create(
                            requireNonNull(form.name()).strip(),
                            requireNonNull(form.departmentId()),
                            requireNonNull(form.scopes()),
                            sent.actor());
                    model.addAttribute("made", made);
                    return "office/api-client-key";
                },
                refusal -> problems.into(faults, fieldOf(refusal), refusal, sent.locale()),
                () -> formPage(sent.actor(), model, sent.locale()));
    }

    /** Ledger: API_CLIENT_REVOKED. */
    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SentForm sent) {
        return commands.once(
                sent,
                "/console/api-clients",
                () -> manageClients.revoke(id, reason, sent.actor()),
                "client.revoked.done");
    }

    private String formPage(Actor actor, Model model, Locale locale) {
        model.addAttribute("departments", choice.of(actor.scope()));
        Map<String, String> scopes = new LinkedHashMap<>();
        ManageApiClients.SCOPES.forEach(
                scope -> scopes.put(scope, requireNonNull(texts.getMessage("api-scope." + scope, null, locale))));
        model.addAttribute("scopes", scopes);
        return "office/api-client-new";
    }

    private static String fieldOf(Refusal refusal) {
        return switch (refusal.code()) {
            case "api-scopes" -> "scopes";
            case "absent" -> "departmentId";
            default -> "name";
        };
    }
}
