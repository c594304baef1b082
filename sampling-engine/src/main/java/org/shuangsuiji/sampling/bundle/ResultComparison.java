package org.shuangsuiji.sampling.bundle;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonText;
import org.shuangsuiji.sampling.canonical.NotCanonical;
import org.shuangsuiji.sampling.draw.Faults;

/** Holds a claimed result against the one that follows from the draw, and names visit and field where they part. */
final class ResultComparison {
    private static final String VISITS = "visits";
    private static final int SHOWN_MAX = 200;

    /** Causes before what follows from them; what a result holds beside these comes last. */
    private static final List<String> ORDER = List.of("draw", "commitment", "seed", VISITS);

    private final Faults.InFile in;

    private ResultComparison(Faults.InFile in) {
        this.in = in;
    }

    /** Compares with the bytes of our own result, or of its targets. */
    static void compare(byte[] expected, JsonValue claimed, Faults.InFile in) {
        try {
            new ResultComparison(in).compare("", JsonValue.read(expected), claimed);
        } catch (NotCanonical e) {
            throw new IllegalStateException("Our own result is not canonical: " + e.where() + " " + e.reason(), e);
        }
    }

    private void compare(String where, JsonValue expected, JsonValue claimed) {
        if (expected.equals(claimed)) {
            return;
        }
        if (expected instanceof JsonObject ours && claimed instanceof JsonObject theirs) {
            compareMembers(where, ours.members(), theirs.members());
        } else if (expected instanceof JsonArray ours && claimed instanceof JsonArray theirs) {
            compareItems(where, ours.items(), theirs.items());
        } else {
            in.add(where, "expected %s, found %s".formatted(shown(expected), shown(claimed)));
        }
    }

    private void compareMembers(String where, Map<String, JsonValue> ours, Map<String, JsonValue> theirs) {
        Set<String> keys = new LinkedHashSet<>(ORDER);
        keys.retainAll(ours.keySet());
        keys.addAll(ours.keySet());
        for (String key : keys) {
            @Nullable JsonValue expected = ours.get(key);
            @Nullable JsonValue claimed = theirs.get(key);
            if (claimed == null) {
                in.add(where, "key \"%s\" is missing".formatted(key));
            } else if (expected != null) {
                compare(where.isEmpty() ? key : where + "." + key, expected, claimed);
            }
        }
        for (String key : theirs.keySet()) {
            if (!ours.containsKey(key)) {
                in.add(where, "key \"%s\" is unknown".formatted(key));
            }
        }
    }

    private void compareItems(String where, List<JsonValue> ours, List<JsonValue> theirs) {
        if (ours.size() != theirs.size()) {
            in.add(where, "expected %d entries, found %d".formatted(ours.size(), theirs.size()));
        }
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            String item = where.equals(VISITS) ? visit(i, ours.get(i)) : "%s[%d]".formatted(where, i);
            compare(item, ours.get(i), theirs.get(i));
        }
    }

    /** How people call a visit: by its number, from 1, and its unit. */
    private static String visit(int index, JsonValue visit) {
        String unit = visit instanceof JsonObject object && object.members().get("unit") instanceof JsonText text
                ? text.text()
                : "?";
        return "visit %d (%s)".formatted(index + 1, unit);
    }

    private static String shown(JsonValue value) {
        String json = new String(value.canonicalBytes(), StandardCharsets.UTF_8);
        return json.length() <= SHOWN_MAX ? json : json.substring(0, SHOWN_MAX) + "…";
    }
}
