package org.shuangsuiji.console.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.shuangsuiji.console.security.LostForms.Field;
import org.shuangsuiji.console.security.LostForms.LostForm;
import org.shuangsuiji.console.shell.Shell;

/**
 * A kept form as its person reads it: where it belongs, how much was filled in and the texts that were typed, without
 * the names and codes by which a page and the program know its fields.
 *
 * @param section menu word of the pages that it belongs to
 * @param filled how many fields were filled in
 * @param texts what was typed in words
 * @param back the page to fill it in again
 * @param again what that page can be given beforehand
 */
record KeptForm(
        String action,
        String section,
        boolean withFile,
        List<Field> fields,
        long filled,
        List<String> texts,
        String back,
        Map<String, String> again) {
    private static final Set<String> NOT_TYPED = Set.of("idempotencyKey", "lockVersion", "act");
    private static final Pattern IN_WORDS = Pattern.compile("\\p{IsHan}|\\S\\s+\\S");
    private static final int GIVEN_MAX = 100;

    static KeptForm of(LostForm form, Shell shell) {
        List<Field> typed = form.fields().stream()
                .filter(field -> !NOT_TYPED.contains(field.name())
                        && !field.name().startsWith("_")
                        && !field.value().isBlank())
                .toList();
        Map<String, String> again = new LinkedHashMap<>();
        typed.stream()
                .filter(field -> field.value().length() <= GIVEN_MAX)
                .forEach(field -> again.putIfAbsent(field.name(), field.value()));
        String section = shell.sectionOf(form.action());
        return new KeptForm(
                form.action(),
                section,
                form.withFile(),
                form.fields(),
                typed.stream().map(Field::name).distinct().count(),
                typed.stream()
                        .map(Field::value)
                        .filter(value -> IN_WORDS.matcher(value).find())
                        .toList(),
                back(form, section, shell),
                again);
    }

    /** Whether one click sends it on; a form with a file, or of which nothing was kept, has to be filled in again. */
    public boolean complete() {
        return !withFile && !fields.isEmpty();
    }

    private static String back(LostForm form, String section, Shell shell) {
        String blank = form.action() + "/new";
        if (shell.leadsSomewhere(blank)) {
            return blank;
        }
        String from = form.from();
        return from != null && shell.leadsSomewhere(from) ? from : shell.pathOf(section);
    }
}
