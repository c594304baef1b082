package org.shuangsuiji.sampling.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values into a query where it names them, for {@code COPY}, which takes no parameters. */
final class Literals {
    /** A name behind one colon; two colons are a cast. */
    private static final Pattern NAME = Pattern.compile("(?<!:):(\\w+)");

    private Literals() {}

    static String written(String query, Map<String, ?> values) {
        return NAME.matcher(query)
                .replaceAll(name -> Matcher.quoteReplacement(
                        literal(Objects.requireNonNull(values.get(name.group(1)), name.group()))));
    }

    private static String literal(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof LocalDate day) {
            return "date '%s'".formatted(day);
        }
        if (value instanceof Integer[] numbers) {
            return list(numbers, "integer");
        }
        if (value instanceof String[] texts) {
            return list(texts, "text");
        }
        if (value instanceof String text) {
            return "'" + text.replace("'", "''") + "'";
        }
        throw new IllegalArgumentException("No literal is known for " + value.getClass());
    }

    private static String list(Object[] elements, String type) {
        return Arrays.stream(elements)
                .map(Literals::literal)
                .collect(Collectors.joining(", ", "array[", "]::" + type + "[]"));
    }
}
