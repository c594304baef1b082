package org.shuangsuiji.sampling.draw;

import static org.shuangsuiji.sampling.canonical.JsonValue.number;
import static org.shuangsuiji.sampling.canonical.JsonValue.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.Utf8;
import org.shuangsuiji.sampling.digest.Hash;

/** What sealed.json keeps from the public: the master secret and the stratum table of each target entry. */
public record Sealed(Master master, List<List<Stratum>> strata) {
    public Sealed {
        strata = strata.stream().map(List::copyOf).toList();
        Faults faults = new Faults();
        Faults.InFile in = faults.in(BundleFile.SEALED);
        for (int n = 0; n < strata.size(); n++) {
            List<Stratum> table = strata.get(n);
            for (int i = 1; i < table.size(); i++) {
                if (Utf8.ORDER.compare(table.get(i - 1).id(), table.get(i).id()) >= 0) {
                    in.add(
                            "strata[%d][%d]".formatted(n, i),
                            "stratum '%s' is repeated or out of order"
                                    .formatted(table.get(i).id()));
                }
            }
        }
        faults.refuseIfAny();
    }

    /** The sealed part of these bytes; what is wrong goes to {@code faults}, and then there is none. */
    static Optional<Sealed> read(byte[] bytes, Faults faults) {
        Faults.InFile in = faults.in(BundleFile.SEALED);
        return Fields.read(bytes, in).flatMap(json -> read(json, in, faults));
    }

    private static Optional<Sealed> read(JsonValue json, Faults.InFile in, Faults faults) {
        Fields fields = new Fields(in, "", json, Set.of("master", "strata"));
        Hash master = fields.hash("master");
        List<List<Stratum>> strata = new ArrayList<>();
        for (JsonValue item : fields.list("strata")) {
            String where = "strata[%d]".formatted(strata.size());
            List<Stratum> table = new ArrayList<>();
            if (item instanceof JsonArray rows) {
                for (int i = 0; i < rows.items().size(); i++) {
                    stratum(in, "%s[%d]".formatted(where, i), rows.items().get(i))
                            .ifPresent(table::add);
                }
            } else {
                in.add(where, "expected a list");
            }
            strata.add(table);
        }
        if (in.count() > 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Sealed(new Master(master), strata));
        } catch (BundleRefused e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    private static Optional<Stratum> stratum(Faults.InFile in, String where, JsonValue json) {
        int before = in.count();
        Fields fields = new Fields(in, where, json, Set.of("id", "size", "take", "reserve"));
        String id = fields.text("id");
        int size = fields.count("size");
        int take = fields.count("take");
        int reserve = fields.count("reserve");
        if (in.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Stratum(id, size, take, reserve));
        } catch (IllegalArgumentException e) {
            in.add(where, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The bytes of sealed.json. */
    public byte[] bytes() {
        List<JsonValue> tables = new ArrayList<>();
        for (List<Stratum> table : strata) {
            tables.add(new JsonArray(table.stream().map(Sealed::json).toList()));
        }
        return new JsonObject(Map.of("master", text(master.value().hex()), "strata", new JsonArray(tables)))
                .canonicalBytes();
    }

    private static JsonValue json(Stratum stratum) {
        return new JsonObject(Map.of(
                "id", text(stratum.id()),
                "size", number(stratum.size()),
                "take", number(stratum.take()),
                "reserve", number(stratum.reserve())));
    }
}
