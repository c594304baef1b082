package org.shuangsuiji.sampling.draw;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonBoolean;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNull;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNumber;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonText;
import org.shuangsuiji.sampling.canonical.NotCanonical;
import org.shuangsuiji.sampling.digest.Hash;

/**
 * The members of one JSON object, taken one by one. A member that is missing or of another kind goes to the faults
 * and a stand-in of the right kind is returned; whoever reads looks at the faults before using what was read.
 */
final class Fields {
    private final Faults.InFile in;
    private final String where;
    private final Map<String, JsonValue> members;

    /** The members of a value that should be an object with all of {@code keys}, perhaps some of {@code optional}. */
    Fields(Faults.InFile in, String where, JsonValue value, Set<String> keys, Set<String> optional) {
        this.in = in;
        this.where = where;
        if (value instanceof JsonObject object) {
            members = object.members();
            for (String key : keys) {
                if (!members.containsKey(key)) {
                    in.add(where, "key \"%s\" is missing".formatted(key));
                }
            }
            for (String key : members.keySet()) {
                if (!keys.contains(key) && !optional.contains(key)) {
                    in.add(where, "key \"%s\" is unknown".formatted(key));
                }
            }
        } else {
            members = Map.of();
            in.add(where, "expected an object");
        }
    }

    Fields(Faults.InFile in, String where, JsonValue value, Set<String> keys) {
        this(in, where, value, keys, Set.of());
    }

    /** The canonical value of a file's bytes, or empty with the fault told. */
    static Optional<JsonValue> read(byte[] bytes, Faults.InFile in) {
        try {
            return Optional.of(JsonValue.read(bytes));
        } catch (NotCanonical e) {
            in.add(e.where(), "not canonical JSON: " + e.reason());
            return Optional.empty();
        }
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    boolean isNull(String key) {
        return members.get(key) instanceof JsonNull;
    }

    JsonValue value(String key) {
        JsonValue value = members.get(key);
        return value == null ? new JsonNull() : value;
    }

    String text(String key) {
        if (members.get(key) instanceof JsonText text) {
            return text.text();
        }
        wrong(key, "a text");
        return "";
    }

    String name(String key) {
        String text = text(key);
        if (members.get(key) instanceof JsonText) {
            Texts.faultOfName(text).ifPresent(fault -> in.add(path(key), "'%s' %s".formatted(text, fault)));
        }
        return text;
    }

    long number(String key) {
        if (members.get(key) instanceof JsonNumber number) {
            return number.value();
        }
        wrong(key, "a whole number");
        return 1;
    }

    /** A number that must fit an array; more is beyond any frame that could be held. */
    int count(String key) {
        long number = number(key);
        if (number < 0 || number > Integer.MAX_VALUE) {
            in.add(path(key), "expected 0 to %d, found %d".formatted(Integer.MAX_VALUE, number));
            return 0;
        }
        return (int) number;
    }

    boolean flag(String key) {
        if (members.get(key) instanceof JsonBoolean flag) {
            return flag.value();
        }
        wrong(key, "true or false");
        return false;
    }

    Hash hash(String key) {
        return parsed(key, "64 digits of 0-9a-f", Hash.ZEROS, text -> {
            try {
                return Optional.of(new Hash(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    LocalDate day(String key) {
        return parsed(key, "a date like 2026-12-31", LocalDate.EPOCH, Days::day);
    }

    Instant instant(String key) {
        return parsed(key, "a moment like 2026-11-24T13:15:00Z", Instant.EPOCH, Days::instant);
    }

    /** The constant of an enumeration whose names are written in lower or in upper case. */
    <E extends Enum<E>> E word(String key, E[] words, boolean lowerCase) {
        StringBuilder all = new StringBuilder("one of");
        for (E word : words) {
            all.append(' ').append(spelling(word, lowerCase));
        }
        return parsed(key, all.toString(), words[0], text -> {
            for (E word : words) {
                if (spelling(word, lowerCase).equals(text)) {
                    return Optional.of(word);
                }
            }
            return Optional.empty();
        });
    }

    List<JsonValue> list(String key) {
        if (members.get(key) instanceof JsonArray array) {
            return array.items();
        }
        wrong(key, "a list");
        return List.of();
    }

    List<String> texts(String key) {
        return list(key).stream()
                .map(item -> {
                    if (item instanceof JsonText text) {
                        return text.text();
                    }
                    wrong(key, "a list of texts");
                    return "";
                })
                .toList();
    }

    List<Long> numbers(String key) {
        return list(key).stream()
                .map(item -> {
                    if (item instanceof JsonNumber number) {
                        return number.value();
                    }
                    wrong(key, "a list of whole numbers");
                    return 1L;
                })
                .toList();
    }

    /** The full name of a member, for messages. */
    String path(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    static String spelling(Enum<?> word, boolean lowerCase) {
        return lowerCase ? word.name().toLowerCase(Locale.ROOT) : word.name();
    }

    <T> T parsed(String key, String expected, T standIn, Parser<T> parser) {
        if (members.get(key) instanceof JsonText text) {
            Optional<T> value = parser.parse(text.text());
            if (value.isPresent()) {
                return value.get();
            }
            in.add(path(key), "expected %s, found '%s'".formatted(expected, text.text()));
            return standIn;
        }
        wrong(key, expected);
        return standIn;
    }

    /** Reads a text, if it has the form. */
    @FunctionalInterface
    interface Parser<T> {
        Optional<T> parse(String text);
    }

    /** A missing member was told when the object was opened. */
    private void wrong(String key, String expected) {
        @Nullable JsonValue found = members.get(key);
        if (found != null) {
            in.add(path(key), "expected " + expected);
        }
    }
}
