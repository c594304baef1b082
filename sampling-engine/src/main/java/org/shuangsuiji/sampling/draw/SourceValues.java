package org.shuangsuiji.sampling.draw;

import static org.shuangsuiji.sampling.canonical.JsonValue.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonBoolean;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonText;

/** What all sources of a draw came to say, in the rule's order; sources.json. */
public record SourceValues(List<SourceValue> list) {
    private static final Set<String> KEYS = Set.of("value", "fallback", "none");

    public SourceValues {
        list = List.copyOf(list);
    }

    public static SourceValues of(SourceValue... values) {
        return new SourceValues(List.of(values));
    }

    /** The values of these bytes; what is wrong goes to {@code faults}, and then there are none. */
    public static Optional<SourceValues> read(byte[] bytes, Faults faults) {
        Faults.InFile in = faults.in(BundleFile.SOURCES);
        return Fields.read(bytes, in).flatMap(json -> read(json, in));
    }

    private static Optional<SourceValues> read(JsonValue json, Faults.InFile in) {
        List<SourceValue> values = new ArrayList<>();
        if (json instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                value("[%d]".formatted(i), array.items().get(i), in).ifPresent(values::add);
            }
        } else {
            in.add("", "expected a list");
        }
        return in.count() == 0 ? Optional.of(new SourceValues(values)) : Optional.empty();
    }

    private static Optional<SourceValue> value(String where, JsonValue json, Faults.InFile in) {
        Fields fields = new Fields(in, where, json, Set.of(), KEYS);
        int before = in.count();
        if (json instanceof JsonObject object && object.members().size() != 1) {
            in.add(where, "expected exactly one of the keys \"value\", \"fallback\", \"none\"");
        } else if (fields.value("value") instanceof JsonText text) {
            return Optional.of(SourceValue.spoken(text.text()));
        } else if (fields.value("fallback") instanceof JsonText text) {
            return Optional.of(SourceValue.byFallback(text.text()));
        } else if (fields.value("none") instanceof JsonBoolean none && none.value()) {
            return Optional.of(SourceValue.silent());
        }
        if (in.count() == before) {
            in.add(where, "expected a text as \"value\" or \"fallback\", or true as \"none\"");
        }
        return Optional.empty();
    }

    /** What keeps these values from entering the seed of a draw under this rule. */
    public List<Fault> faultsUnder(Rule rule) {
        Faults faults = new Faults();
        Faults.InFile in = faults.in(BundleFile.SOURCES);
        if (list.size() != rule.sources().size()) {
            in.add(
                    "",
                    "expected one value for each of %d sources, found %d"
                            .formatted(rule.sources().size(), list.size()));
        } else {
            for (int i = 0; i < list.size(); i++) {
                String where = "[%d]".formatted(i);
                rule.sources().get(i).faultOf(list.get(i)).ifPresent(fault -> in.add(where, fault));
            }
        }
        return faults.list();
    }

    /** The bytes of sources.json. */
    public byte[] bytes() {
        return new JsonArray(list.stream().map(SourceValues::json).toList()).canonicalBytes();
    }

    private static JsonValue json(SourceValue value) {
        if (value instanceof SourceValue.Spoken spoken) {
            return new JsonObject(Map.of("value", text(spoken.text())));
        }
        if (value instanceof SourceValue.ByFallback byFallback) {
            return new JsonObject(Map.of("fallback", text(byFallback.text())));
        }
        return new JsonObject(Map.of("none", new JsonBoolean(true)));
    }
}
