package org.shuangsuiji.sampling.draw;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One named source of chance, with the moment its value is due and the one form of that value (DR-1 §3, §5). */
public record Source(
        String name,
        SourceKind kind,
        Instant due,
        List<Long> format,
        @Nullable Fallback fallback) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern HEX_DIGITS = Pattern.compile("[0-9a-f]+");

    public Source {
        format = List.copyOf(format);
        requireNameAndDue(name, due);
        if (format.isEmpty() || format.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("format: expected the width of each group, 1 or more, found " + format);
        }
        if (kind.isPublic() && fallback == null) {
            throw new IllegalArgumentException(
                    "%s '%s' needs a fallback for the day its publisher stays silent".formatted(kind, name));
        }
        if (!kind.isPublic() && fallback != null) {
            throw new IllegalArgumentException(
                    "%s '%s' may have no fallback: a silent person enters as NONE".formatted(kind, name));
        }
        if (fallback != null && !fallback.due().isAfter(due)) {
            throw new IllegalArgumentException("fallback '%s' is due at %s, expected later than its source at %s"
                    .formatted(fallback.name(), Days.instant(fallback.due()), Days.instant(due)));
        }
    }

    /** Why this value cannot enter the seed, or empty when it can. */
    public Optional<String> faultOf(SourceValue value) {
        if (value instanceof SourceValue.Silent) {
            return kind.isPublic()
                    ? Optional.of("public source '%s' may not be silent; its fallback speaks for it".formatted(name))
                    : Optional.empty();
        }
        if (value instanceof SourceValue.ByFallback byFallback) {
            return fallback == null
                    ? Optional.of("source '%s' has no fallback".formatted(name))
                    : faultOfText(fallback.name(), byFallback.text());
        }
        return faultOfText(name, ((SourceValue.Spoken) value).text());
    }

    /** How the value stands in the seed, without the line feed. */
    String seedLine(SourceValue value) {
        if (value instanceof SourceValue.Spoken spoken) {
            return name + "=" + spoken.text();
        }
        if (value instanceof SourceValue.ByFallback byFallback && fallback != null) {
            return fallback.name() + "=" + byFallback.text();
        }
        return name + "=NONE";
    }

    private Optional<String> faultOfText(String speaker, String text) {
        Pattern digits = kind == SourceKind.BEACON ? HEX_DIGITS : DIGITS;
        String[] groups = text.split(" ", -1);
        boolean fits = groups.length == format.size();
        for (int i = 0; fits && i < groups.length; i++) {
            fits = groups[i].length() == format.get(i)
                    && digits.matcher(groups[i]).matches();
        }
        return fits
                ? Optional.empty()
                : Optional.of(
                        "'%s': expected %s, one space between, found '%s'".formatted(speaker, formatInWords(), text));
    }

    private String formatInWords() {
        return "groups of %s %s"
                .formatted(
                        format.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        kind == SourceKind.BEACON ? "digits 0-9a-f" : "digits 0-9");
    }

    static void requireNameAndDue(String name, Instant due) {
        Texts.requireName("name", name);
        if (name.indexOf('=') >= 0) {
            throw new IllegalArgumentException("name '%s' holds '='".formatted(name));
        }
        if (!Days.isWritable(due)) {
            throw new IllegalArgumentException("due: expected a whole second of a year 0001-9999, found " + due);
        }
    }
}
