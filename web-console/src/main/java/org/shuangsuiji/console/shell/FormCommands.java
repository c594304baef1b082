package org.shuangsuiji.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.shuangsuiji.console.office.Commands;
import org.shuangsuiji.model.Digests;
import org.shuangsuiji.model.Refusal;
import org.springframework.stereotype.Component;

/** Forms that run once: a double click, the back button or a retry after a time-out leads to the first outcome. */
@Component
public class FormCommands {
    private static final String KEY = "idempotencyKey";

    /** Attribute of a request whose key was used for another form; the fragment of the key reads it. */
    private static final String SPENT = "spentKey";

    private final Commands commands;

    FormCommands(Commands commands) {
        this.commands = commands;
    }

    /**
     * Runs the command of a form in one transaction.
     *
     * @param command does the work and answers with the address of the outcome
     * @return the view {@code redirect:<address>}
     */
    public String once(SentForm sent, Supplier<String> command) {
        String key = sent.request().getParameter(KEY);
        if (key == null || key.isBlank()) {
            throw Refusal.invalid("form-key");
        }
        try {
            return "redirect:" + commands.once(sent.actor(), key, digest(sent.request()), command);
        } catch (Refusal refusal) {
            if (!refusal.code().equals(Commands.KEY_REUSED)) {
                throw refusal;
            }
            // nobody can write another key into a form: shown again it carries a fresh one
            sent.request().setAttribute(SPENT, true);
            throw Refusal.conflict("form-sent-before");
        }
    }

    /** The same, with a word of success on the page that follows, also when the form is only sent again. */
    public String once(SentForm sent, Supplier<String> command, String notice, Object... arguments) {
        String view = once(sent, command);
        Notice.after(sent.request(), notice, arguments);
        return view;
    }

    /** The same where the address of the outcome is known beforehand. */
    public String once(SentForm sent, String address, Runnable command, String notice, Object... arguments) {
        Supplier<String> leading = () -> {
            command.run();
            return address;
        };
        return once(sent, leading, notice, arguments);
    }

    /** What was asked, without what changes between two sendings of the same form, and without passwords. */
    private static byte[] digest(HttpServletRequest form) {
        MessageDigest sha = Digests.newSha256();
        add(sha, form.getMethod());
        add(sha, form.getRequestURI());
        new TreeMap<>(form.getParameterMap()).forEach((name, values) -> {
            if (name.equals("_csrf")
                    || name.equals(KEY)
                    || name.toLowerCase(Locale.ROOT).contains("password")) {
                return;
            }
            add(sha, name);
            for (String value : values) {
                add(sha, value);
            }
        });
        return sha.digest();
    }

    private static void add(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
    }
}
