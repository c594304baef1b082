package org.shuangsuiji.console.planning;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns closed choices into what a form shows, and lists typed in a line into lists. */
@Component
public class Words {
    private static final String BETWEEN = "(?U)[\\s,，、;；]+";

    private final MessageSource texts;

    Words(MessageSource texts) {
        this.texts = texts;
    }

    /** Each value with its text {@code <prefix>.<VALUE>}. */
    public <E extends Enum<E>> Map<E, String> of(Class<E> type, String prefix, Locale locale) {
        Map<E, String> choices = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            choices.put(value, text(prefix + "." + value.name(), locale));
        }
        return choices;
    }

    /** The industry sections A to T (GB/T 4754) with their names. */
    public Map<String, String> sections(Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (char section = 'A'; section <= 'T'; section++) {
            choices.put(String.valueOf(section), section + " " + text("section." + section, locale));
        }
        return choices;
    }

    public String text(String code, Locale locale, Object... arguments) {
        return Objects.requireNonNull(texts.getMessage(code, arguments, locale));
    }

    /** The words typed in one line, apart by blanks or commas of either width, spelt as {@link #stripped} spells. */
    public static List<String> split(@Nullable String line) {
        return line == null
                ? List.of()
                : Arrays.stream(normal(line).split(BETWEEN, -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** The words in one line, as {@link #split} takes them apart again and the reader would type them. */
    public String join(Iterable<String> words, Locale locale) {
        return String.join(text("list.separator", locale), words);
    }

    /**
     * The text without blanks at its ends; empty when nothing was typed. What a PDF or another keyboard spells in parts
     * gets the one spelling that a draw can publish (DR-1 §2).
     */
    public static String stripped(@Nullable String text) {
        return Stream.ofNullable(text)
                .map(Words::normal)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }
}
