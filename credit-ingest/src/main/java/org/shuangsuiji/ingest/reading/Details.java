package org.shuangsuiji.ingest.reading;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts of a kind's own, by name and in the order of the names, so that equal facts make equal text. */
final class Details {
    private final Map<String, Object> facts = new TreeMap<>();

    /** Adds a fact; one that is absent adds nothing. */
    void add(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value instanceof LocalDate ? value.toString() : value);
        }
    }

    /** The facts as a JSON object; null when there are none. Numbers stay numbers, all else is text. */
    @Nullable
    String json() {
        if (facts.isEmpty()) {
            return null;
        }
        var json = new StringBuilder("{");
        facts.forEach((name, value) -> {
            json.append(json.length() == 1 ? "" : ",");
            quote(name, json);
            json.append(':');
            if (value instanceof Long number) {
                json.append((long) number);
            } else {
                quote(value.toString(), json);
            }
        });
        return json.append('}').toString();
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
