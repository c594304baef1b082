package org.shuangsuiji.sampling.canonical;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JSON value that has a canonical spelling. */
public sealed interface JsonValue
        permits JsonValue.JsonObject,
                JsonValue.JsonArray,
                JsonValue.JsonText,
                JsonValue.JsonNumber,
                JsonValue.JsonBoolean,
                JsonValue.JsonNull {

    /** Members by name, in the order RFC 8785 §3.2.3 asks for (UTF-16 units, as Java compares strings). */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        public JsonObject {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }
    }

    /** Values in order. */
    record JsonArray(List<JsonValue> items) implements JsonValue {
        public JsonArray {
            items = List.copyOf(items);
        }
    }

    /** A text. */
    record JsonText(String text) implements JsonValue {}

    /** A whole number that every JSON reader holds exactly. */
    record JsonNumber(long value) implements JsonValue {
        /** 2^53 − 1. */
        public static final long MAX = (1L << 53) - 1;

        public JsonNumber {
            if (value > MAX || value < -MAX) {
                throw new IllegalArgumentException("a number goes up to %d, found %d".formatted(MAX, value));
            }
        }
    }

    /** True or false. */
    record JsonBoolean(boolean value) implements JsonValue {}

    /** Null. */
    record JsonNull() implements JsonValue {}

    static JsonValue text(String text) {
        return new JsonText(text);
    }

    static JsonValue number(long value) {
        return new JsonNumber(value);
    }

    /** The bytes of RFC 8785, without a final line feed. */
    default byte[] canonicalBytes() {
        return new CanonicalWriter().bytesOf(this);
    }

    /** Reads a file that is in canonical form, or says at which byte it is not. */
    static JsonValue read(byte[] bytes) throws NotCanonical {
        return CanonicalReader.read(bytes);
    }
}
