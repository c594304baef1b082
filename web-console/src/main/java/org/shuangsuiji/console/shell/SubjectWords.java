package org.shuangsuiji.console.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.Actor;
import org.shuangsuiji.model.RowContent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what the ledger and the jobs call {@code campaign:7} as people do; templates know it as {@code @subjects}. */
@Component("subjects")
public class SubjectWords {
    private static final Pattern SUBJECT =
            Pattern.compile("([a-z-]+):([0-9]+)(?: (?:rank-([1-4])|(not-yet-gradable)))?");

    private static final String NOTHING = "—";

    private static final Pattern LISTED = Pattern.compile("\\[[A-Za-z][^\\]]*]");

    /** Where the words of a fact's choices stand, beside {@code fact.value.*}. */
    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("kind", List.of("kind.", "job.kind.")),
            Map.entry("directoryPart", List.of("directory.part.")),
            Map.entry("matterState", List.of("matter.state.")),
            Map.entry("share", List.of("matter.share.")),
            Map.entry("kinds", List.of("kind.")),
            Map.entry("rhythm", List.of("duty.rhythm-of.")),
            Map.entry("state", List.of("item.state.", "inspector.state.", "campaign.state.")),
            Map.entry("roles", List.of("role.")),
            Map.entry("roles.before", List.of("role.")),
            Map.entry("ground", List.of("recusal.ground.")),
            Map.entry("category", List.of("item.category.")),
            Map.entry("methods", List.of("item.method.")),
            Map.entry("subjectKinds", List.of("subject-kind.")),
            Map.entry("statuses", List.of("subject-status.")),
            Map.entry("sections", List.of("section.")),
            Map.entry("sourceKinds", List.of("source.kind.")));

    private final MessageSource texts;

    SubjectWords(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * The value of a fact, or what it was and became: choices and subjects in words, several of them one by one, digests
     * and numbers as written.
     */
    public String value(String key, @Nullable String value, Locale locale) {
        return value == null
                ? NOTHING
                : Arrays.stream(value.split(RowContent.BECAME, -1))
                        .map(side -> side(key, side, locale))
                        .collect(Collectors.joining(RowContent.BECAME));
    }

    private String side(String key, String value, Locale locale) {
        if (value.isEmpty() || value.equals("null")) {
            return NOTHING;
        }
        boolean listed = LISTED.matcher(value).matches();
        if (!listed && !PLACES.containsKey(key)) {
            return word(key, value, locale);
        }
        String between = Objects.requireNonNull(texts.getMessage("list.separator", null, locale));
        String list = listed ? value.substring(1, value.length() - 1) : value;
        return Arrays.stream(list.split(RowContent.AND, -1))
                .map(each -> word(key, each, locale))
                .collect(Collectors.joining(between));
    }

    private String word(String key, String value, Locale locale) {
        List<String> places = new ArrayList<>(PLACES.getOrDefault(key, List.of()));
        places.add("fact.value.");
        return places.stream()
                .map(place -> texts.getMessage(place + value, null, null, locale))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> of(value, locale));
    }

    /** A person's name as it is, and in the reader's language what stands for what nobody did by hand. */
    public String who(String name, Locale locale) {
        return name.equals(Actor.SYSTEM.name())
                ? Objects.requireNonNullElse(texts.getMessage("who.system", null, name, locale), name)
                : name;
    }

    /**
     * The kind in the reader's language and the number, and which of its ranks where it is the list of one; what has no
     * word stays as it is.
     */
    public String of(String subject, Locale locale) {
        var parts = SUBJECT.matcher(subject);
        if (!parts.matches()) {
            return subject;
        }
        String thing = texts.getMessage("thing." + parts.group(1), null, null, locale);
        if (thing == null) {
            return subject;
        }
        String named = thing + " " + parts.group(2);
        if (parts.group(3) != null) {
            return text("subject.rank", locale, named, parts.group(3));
        }
        return parts.group(4) == null ? named : text("subject.not-yet-gradable", locale, named);
    }

    private String text(String code, Locale locale, Object... arguments) {
        return Objects.requireNonNull(texts.getMessage(code, arguments, locale));
    }
}
