package org.shuangsuiji.ingest.file;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of JSON as the fields of a row.
 *
 * @param fields by their keys, in the order of the line
 * @param fault why the line as a whole cannot be read; null when it can
 */
record JsonObject(Map<String, CellText> fields, @Nullable CellText fault) {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final int EXPONENT_MAX = 30;
    private static final int DIGITS_MAX = 60;

    static JsonObject read(String line) {
        Map<String, CellText> fields = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return failed(fields, line, "json-not-object", found(first));
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                if (token == null) {
                    return failed(fields, line, "json-broken", line.length());
                }
                String key = parser.currentName();
                CellText value = value(parser, parser.nextToken());
                if (fields.putIfAbsent(key, value) != null) {
                    return failed(fields, line, "json-key-twice", key);
                }
            }
            if (parser.nextToken() != null) {
                return failed(
                        fields,
                        line,
                        "json-more-than-one",
                        parser.currentTokenLocation().getColumnNr());
            }
            return new JsonObject(fields, null);
        } catch (JacksonException e) {
            int column =
                    e.getLocation() == null ? line.length() : e.getLocation().getColumnNr();
            return failed(fields, line, "json-broken", column);
        }
    }

    private static JsonObject failed(Map<String, CellText> fields, String line, String code, Object arg) {
        return new JsonObject(fields, CellText.fault(line, code, arg));
    }

    private static CellText value(JsonParser parser, @Nullable JsonToken token) {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return CellText.fault(found(token), "json-nested", found(token));
        }
        if (token == JsonToken.VALUE_NULL || token == null) {
            return CellText.EMPTY;
        }
        String text = parser.getString();
        return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT
                ? number(text)
                : CellText.of(text);
    }

    /** All the digits of the line, written out; an exponent that nobody could write out is none of an office. */
    private static CellText number(String text) {
        BigDecimal exact = new BigDecimal(text);
        if (Math.abs((long) exact.scale()) > EXPONENT_MAX || exact.precision() > DIGITS_MAX) {
            return CellText.fault(text, "json-number", text);
        }
        return CellText.of(exact.toPlainString());
    }

    private static String found(@Nullable JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            return "{…}";
        }
        return token == JsonToken.START_ARRAY ? "[…]" : token == null ? "" : String.valueOf(token.asString());
    }
}
