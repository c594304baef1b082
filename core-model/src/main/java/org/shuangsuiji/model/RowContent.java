package org.shuangsuiji.model;

import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, value by value, as the ledger binds it: all of it by one digest, and what a change made of it by name.
 *
 * <p>Values are texts, numbers, truths, days, moments and choices, absent ones, and collections of these.
 */
public final class RowContent {
    /** The value of a fact about what was changed and is not told. */
    public static final String CHANGED = "changed";

    /** Stands between what was and what is. */
    public static final String BECAME = " → ";

    /** Stands between the values of a list. */
    public static final String AND = ", ";

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private record Field(@Nullable Object value, boolean told) {}

    private final Map<String, Field> fields;

    private RowContent(Map<String, Field> fields) {
        this.fields = fields;
    }

    public static RowContent empty() {
        return new RowContent(Map.of());
    }

    /** A value that the ledger may tell. */
    public RowContent told(String name, @Nullable Object value) {
        return and(name, new Field(plain(value), true));
    }

    /** A value that only the digest binds: it is personal, or long; the ledger tells that it changed. */
    public RowContent bound(String name, @Nullable Object value) {
        return and(name, new Field(plain(value), false));
    }

    /** SHA-256 of all values in their order, in hexadecimal digits; {@code RowDigest} says of which bytes. */
    public String digest() {
        RowDigest digest = new RowDigest();
        fields.forEach((name, field) -> digest.add(name, field.value()));
        return digest.hex();
    }

    /** Of several rows in their order: the digest of a row whose one value, {@code rows}, is the list of their digests. */
    public static String digestOf(List<RowContent> rows) {
        return empty().told("rows", rows.stream().map(RowContent::digest).toList())
                .digest();
    }

    /** For each value that is another one in {@code after}: what it was and became, or only that it changed. */
    public SortedMap<String, String> changesTo(RowContent after) {
        if (!fields.keySet().equals(after.fields.keySet())) {
            throw new IllegalArgumentException("Two rows of one kind have the same values; got %s and %s"
                    .formatted(fields.keySet(), after.fields.keySet()));
        }
        SortedMap<String, String> changes = new TreeMap<>();
        fields.forEach((name, was) -> {
            Field is = Objects.requireNonNull(after.fields.get(name));
            if (!Objects.equals(was.value(), is.value())) {
                changes.put(name, is.told() ? words(was.value()) + BECAME + words(is.value()) : CHANGED);
            }
        });
        return changes;
    }

    private RowContent and(String name, Field field) {
        Map<String, Field> more = new LinkedHashMap<>(fields);
        if (more.put(name, field) != null) {
            throw new IllegalArgumentException("A row has one value '%s'".formatted(name));
        }
        return new RowContent(more);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Set<?> set) {
            return set.stream().map(RowContent::text).sorted(BY_BYTES).toList();
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(each -> plain.add(plain(each)));
            return Collections.unmodifiableList(plain);
        }
        return value == null ? null : text(value);
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal) {
            return value.toString();
        }
        throw new IllegalArgumentException("The ledger binds no value of type " + value.getClass());
    }

    private static String words(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(RowContent::words).collect(Collectors.joining(AND))
                : Objects.toString(value, "—");
    }
}
