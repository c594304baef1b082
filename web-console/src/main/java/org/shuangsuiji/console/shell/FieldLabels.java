package org.shuangsuiji.console.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names the field before what is wrong with it, in the summary above a form; templates know it as {@code @fieldLabels}. */
@Component("fieldLabels")
public class FieldLabels {
    private static final Pattern PLACE = Pattern.compile("\\[([0-9]+)]");

    private final MessageSource texts;

    FieldLabels(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * The label and a colon; of a field in a list also its place, from 1.
     *
     * @param labels fields with the keys of their labels, as {@code name=campaign.name starts=campaign.starts}
     */
    public String before(String labels, String field, Locale locale) {
        String plain = PLACE.matcher(field).replaceAll("");
        String key = Arrays.stream(labels.split(" ", -1))
                .filter(each -> each.startsWith(plain + "="))
                .map(each -> each.substring(plain.length() + 1))
                .findFirst()
                .orElse("");
        String label = key.isEmpty() ? null : texts.getMessage(key, null, null, locale);
        if (label == null) {
            return "";
        }
        var place = PLACE.matcher(field);
        String number = place.find() ? " " + (Integer.parseInt(place.group(1)) + 1) : "";
        return label + number + texts.getMessage("shell.colon", null, locale);
    }
}
