package org.shuangsuiji.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.shuangsuiji.console.security.LostForms;
import org.shuangsuiji.console.security.OfficeUser;
import org.shuangsuiji.console.shell.Notice;
import org.shuangsuiji.console.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class SignInPages {
    private static final Set<String> STATES = Set.of("refused", "wait", "out", "ended", "lost", "file");

    private final LostForms lostForms;
    private final Shell shell;

    SignInPages(LostForms lostForms, Shell shell) {
        this.lostForms = lostForms;
        this.shell = shell;
    }

    @GetMapping("/console/login")
    String login(HttpServletRequest request, Model model) {
        request.getParameterMap().keySet().stream()
                .filter(STATES::contains)
                .findFirst()
                .ifPresent(state -> model.addAttribute("state", state));
        return "office/login";
    }

    /** What was typed when the session had ended. */
    @GetMapping(LostForms.PAGE)
    String kept(OfficeUser reader, HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = lostForms.find(reader, request, response);
        if (form.isEmpty()) {
            Notice.after(request, "kept.gone");
            return "redirect:/console";
        }
        model.addAttribute("kept", KeptForm.of(form.get(), shell));
        model.addAttribute("minutes", LostForms.MINUTES);
        return "shell/kept";
    }

    /** Changes nothing in the office's books, so it leaves no ledger entry. */
    @PostMapping(LostForms.PAGE + "/forget")
    String forget(HttpServletRequest request, HttpServletResponse response) {
        lostForms.forget(request, response);
        return "redirect:/console";
    }
}
