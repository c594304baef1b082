package org.shuangsuiji.sampling.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonBoolean;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNumber;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonText;

/** Writes the one canonical spelling of a value. */
final class CanonicalWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    byte[] bytesOf(JsonValue value) {
        write(value);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(JsonValue value) {
        if (value instanceof JsonText text) {
            write(text.text());
        } else if (value instanceof JsonObject object) {
            write(object);
        } else if (value instanceof JsonArray array) {
            write(array);
        } else if (value instanceof JsonNumber number) {
            out.append(number.value());
        } else if (value instanceof JsonBoolean bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private void write(JsonObject object) {
        char before = '{';
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.append(before);
            before = ',';
            write(member.getKey());
            out.append(':');
            write(member.getValue());
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void write(JsonArray array) {
        char before = '[';
        for (JsonValue item : array.items()) {
            out.append(before);
            before = ',';
            write(item);
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private void write(String text) {
        if (Utf8.isBroken(text)) {
            throw new IllegalArgumentException("a text with half a surrogate pair has no canonical spelling");
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ') {
                out.append(c);
            } else {
                writeControl(c);
            }
        }
        out.append('"');
    }

    private void writeControl(char c) {
        switch (c) {
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
