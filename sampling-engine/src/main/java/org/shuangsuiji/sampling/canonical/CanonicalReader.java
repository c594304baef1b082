package org.shuangsuiji.sampling.canonical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonBoolean;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNull;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNumber;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonText;

/** Reads canonical JSON and nothing else: what it accepts, the writer writes back byte for byte. */
final class CanonicalReader {
    /** DR-1's files nest four deep; a hostile file may not exhaust the stack. */
    private static final int DEPTH_MAX = 16;

    private final String text;
    private int at;

    private CanonicalReader(String text) {
        this.text = text;
    }

    static JsonValue read(byte[] bytes) throws NotCanonical {
        String text = Utf8.decode(bytes).orElseThrow(() -> new NotCanonical("file", "is not UTF-8"));
        if (!Utf8.isNormal(text)) {
            throw new NotCanonical("file", "is not in Unicode normal form C");
        }
        CanonicalReader reader = new CanonicalReader(text);
        JsonValue value = reader.value(1);
        if (reader.at < text.length()) {
            throw reader.fault("expected the end of the file, found " + reader.found());
        }
        return value;
    }

    private JsonValue value(int depth) throws NotCanonical {
        if (depth > DEPTH_MAX) {
            throw fault("nested deeper than " + DEPTH_MAX);
        }
        char c = peek();
        if (c == '{') {
            return object(depth);
        }
        if (c == '[') {
            return array(depth);
        }
        if (c == '"') {
            return new JsonText(string());
        }
        if (c == '-' || isDigit(c)) {
            return number();
        }
        if (skip("true")) {
            return new JsonBoolean(true);
        }
        if (skip("false")) {
            return new JsonBoolean(false);
        }
        if (skip("null")) {
            return new JsonNull();
        }
        throw fault("expected a value, found " + found());
    }

    private JsonObject object(int depth) throws NotCanonical {
        Map<String, JsonValue> members = new TreeMap<>();
        expect('{');
        if (!skip("}")) {
            String before = null;
            do {
                int start = at;
                String name = string();
                if (before != null && before.compareTo(name) >= 0) {
                    at = start;
                    throw fault("key \"%s\" is repeated or out of order after \"%s\"".formatted(name, before));
                }
                before = name;
                expect(':');
                members.put(name, value(depth + 1));
            } while (skip(","));
            expect('}');
        }
        return new JsonObject(members);
    }

    private JsonArray array(int depth) throws NotCanonical {
        List<JsonValue> items = new ArrayList<>();
        expect('[');
        if (!skip("]")) {
            do {
                items.add(value(depth + 1));
            } while (skip(","));
            expect(']');
        }
        return new JsonArray(items);
    }

    private JsonNumber number() throws NotCanonical {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        while (isDigit(peek())) {
            at++;
        }
        String number = text.substring(start, at);
        boolean padded = text.startsWith("0", digits) && (at > digits + 1 || digits > start);
        char after = peek();
        if (at == digits || padded || after == '.' || after == 'e' || after == 'E' || at - digits > 16) {
            at = start;
            throw fault("expected a whole number in its shortest form");
        }
        try {
            return new JsonNumber(Long.parseLong(number));
        } catch (IllegalArgumentException e) {
            at = start;
            throw fault("a number goes up to %d, found %s".formatted(JsonNumber.MAX, number));
        }
    }

    private String string() throws NotCanonical {
        expect('"');
        int plain = at;
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) != '"' && text.charAt(at) != '\\') {
            at++;
        }
        if (peek() == '"') {
            return text.substring(plain, at++);
        }
        StringBuilder out = new StringBuilder(text.substring(plain, at));
        while (peek() != '"') {
            if (at >= text.length()) {
                throw fault("a text does not end");
            }
            char c = text.charAt(at);
            if (c < ' ') {
                throw fault("a control character inside a text");
            }
            out.append(c == '\\' ? escaped() : c);
            at++;
        }
        at++;
        return out.toString();
    }

    /** The character behind an escape that RFC 8785 §3.2.2.2 would write; stands on its last character. */
    private char escaped() throws NotCanonical {
        String rest = text.substring(at + 1, Math.min(text.length(), at + 6));
        int plain = rest.isEmpty() ? -1 : "\"\\btnfr".indexOf(rest.charAt(0));
        if (plain >= 0) {
            at++;
            return "\"\\\b\t\n\f\r".charAt(plain);
        }
        if (rest.matches("u00[01][0-9a-f]")) {
            char c = (char) Integer.parseInt(rest.substring(3), 16);
            if ("\b\t\n\f\r".indexOf(c) < 0) {
                at += 5;
                return c;
            }
        }
        throw fault("an escape that is not in canonical form");
    }

    private void expect(char c) throws NotCanonical {
        if (at >= text.length() || text.charAt(at) != c) {
            throw fault("expected '%c', found %s".formatted(c, found()));
        }
        at++;
    }

    private boolean skip(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    /** The next character, or a character that JSON never has outside a text. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String found() {
        if (at >= text.length()) {
            return "the end of the file";
        }
        int point = text.codePointAt(at);
        boolean shown = point > ' ' && point < 0x7f;
        return shown ? "'" + Character.toString(point) + "'" : "U+%04X".formatted(point);
    }

    private NotCanonical fault(String reason) {
        int bytes = text.substring(0, Math.min(at, text.length())).getBytes(StandardCharsets.UTF_8).length;
        return new NotCanonical("byte " + (bytes + 1), reason);
    }
}
