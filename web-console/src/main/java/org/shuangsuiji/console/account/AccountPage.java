package org.shuangsuiji.console.account;

import jakarta.validation.Valid;
import java.util.Locale;
import org.shuangsuiji.console.office.ChangePerson;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.console.security.OpenSession;
import org.shuangsuiji.console.shell.LanguageChoice;
import org.shuangsuiji.console.shell.Notice;
import org.shuangsuiji.console.shell.Problems;
import org.shuangsuiji.console.shell.Required;
import org.shuangsuiji.console.shell.SentForm;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

@Controller
class AccountPage {
    private final ChangePerson changePerson;
    private final OpenSession session;
    private final Problems problems;
    private final LocaleResolver locales;

    AccountPage(ChangePerson changePerson, OpenSession session, Problems problems, LocaleResolver locales) {
        this.changePerson = changePerson;
        this.session = session;
        this.problems = problems;
        this.locales = locales;
    }

    /** A new password, typed twice. */
    record PasswordForm(
            @Required String presentPassword,
            @Required String newPassword,
            @Required String newPasswordAgain) {}

    @GetMapping("/console/account")
    String show(OfficeUser reader, Model model) {
        model.addAttribute("form", new PasswordForm("", "", ""));
        return page(reader, model);
    }

    /** Ledger: PASSWORD_CHANGED. */
    @PostMapping("/console/account/password")
    String changePassword(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult faults,
            OfficeUser reader,
            Model model,
            SentForm sent) {
        if (!faults.hasErrors() && !form.newPassword().equals(form.newPasswordAgain())) {
            faults.rejectValue("newPasswordAgain", "account.password.different");
        }
        return sent.unlessFaulty(
                faults,
                () -> {
                    changePerson.changeOwnPassword(form.presentPassword(), form.newPassword(), sent.actor());
                    session.renew(sent.request(), sent.response());
                    Notice.after(sent.request(), "account.password.changed");
                    return "redirect:/console/account";
                },
                refusal -> {
                    String field = refusal.code().equals("password-present") ? "presentPassword" : "newPassword";
                    problems.into(faults, field, refusal, sent.locale());
                },
                () -> page(reader, model));
    }

    /** Ledger: LANGUAGE_CHOSEN. */
    @PostMapping("/console/account/language")
    String speak(@RequestParam String language, SentForm sent) {
        Locale chosen = LanguageChoice.LANGUAGES.stream()
                .filter(it -> it.toLanguageTag().equals(language))
                .findFirst()
                .orElseThrow(() -> Refusal.absent("language", language));
        changePerson.speak(chosen.toLanguageTag(), sent.actor());
        locales.setLocale(sent.request(), sent.response(), chosen);
        session.renew(sent.request(), sent.response());
        Notice.after(sent.request(), "account.language.changed");
        return "redirect:/console/account";
    }

    private static String page(OfficeUser reader, Model model) {
        model.addAttribute("reader", reader);
        model.addAttribute("languages", LanguageChoice.LANGUAGES);
        return "office/account";
    }
}
