package org.shuangsuiji.console.shell;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what the ledger and the jobs call {@code campaign:7} as people do; templates know it as {@code @subjects}. */
@Component("subjects")
public class SubjectWords {
    private static final Pattern SUBJECT = Pattern.compile("([a-z-]+):([0-9]+)");

    private final MessageSource texts;

    SubjectWords(MessageSource texts) {
        this.texts = texts;
    }

    /** The kind in the reader's language and the number; what has no word stays as it is. */
    public String of(String subject, Locale locale) {
        var parts = SUBJECT.matcher(subject);
        if (!parts.matches()) {
            return subject;
        }
        String thing = texts.getMessage("thing." + parts.group(1), null, null, locale);
        return thing == null ? subject : thing + " " + parts.group(2);
    }
}
