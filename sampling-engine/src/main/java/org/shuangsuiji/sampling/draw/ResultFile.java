package org.shuangsuiji.sampling.draw;

import static org.shuangsuiji.sampling.canonical.JsonValue.number;
import static org.shuangsuiji.sampling.canonical.JsonValue.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.digest.Hash;

/** result.json, both ways, and the part of it that targets.json is. */
final class ResultFile {
    private final Faults.InFile in;

    private ResultFile(Faults.InFile in) {
        this.in = in;
    }

    static Optional<Result> read(byte[] bytes, Faults faults) {
        Faults.InFile in = faults.in(BundleFile.RESULT);
        return Fields.read(bytes, in).flatMap(json -> new ResultFile(in).result(json));
    }

    private Optional<Result> result(JsonValue json) {
        Fields fields = new Fields(
                in, "", json, Set.of("draw", "commitment", "seed", "visitRoot", "visits", "reserves", "unfilled"));
        String draw = fields.name("draw");
        Commitment commitment = new Commitment(fields.hash("commitment"));
        Seed seed = new Seed(fields.hash("seed"));
        boolean nothing = fields.value("visitRoot").equals(text(""));
        @Nullable Hash visitRoot = nothing ? null : fields.hash("visitRoot");
        List<Unfilled> unfilled = all(fields, "unfilled", this::unfilled);
        Set<String> leadless = new HashSet<>();
        unfilled.stream()
                .filter(empty -> empty.role() == Role.LEAD)
                .forEach(empty -> leadless.add(empty.department() + "\n" + empty.unit()));
        List<Visit> visits = all(fields, "visits", item -> visit(item, leadless));
        List<Reserve> reserves = all(fields, "reserves", this::reserve);
        return in.count() > 0
                ? Optional.empty()
                : Optional.of(new Result(draw, commitment, seed, visitRoot, visits, reserves, unfilled));
    }

    private Visit visit(Item item, Set<String> leadless) {
        Fields fields = item.fields(Set.of("unit", "ticket", "picks", "teams"));
        String unit = fields.name("unit");
        Hash ticket = fields.hash("ticket");
        List<Pick> picks = all(fields, "picks", this::pick);
        List<Team> teams = all(fields, "teams", team -> team(team, unit, leadless));
        return new Visit(unit, ticket, picks, teams);
    }

    private Pick pick(Item item) {
        Fields fields = item.fields(Set.of("department", "stratum", "place"));
        return new Pick(fields.name("department"), fields.name("stratum"), fields.count("place"));
    }

    private Team team(Item item, String unit, Set<String> leadless) {
        Fields fields = item.fields(Set.of("department", "inspectors"));
        String department = fields.name("department");
        List<String> inspectors = fields.texts("inspectors");
        boolean led = !inspectors.isEmpty() && !leadless.contains(department + "\n" + unit);
        return led
                ? new Team(department, inspectors.get(0), inspectors.subList(1, inspectors.size()))
                : new Team(department, null, inspectors);
    }

    private Reserve reserve(Item item) {
        Fields fields = item.fields(Set.of("department", "stratum", "units"));
        return new Reserve(fields.name("department"), fields.name("stratum"), fields.texts("units"));
    }

    private Unfilled unfilled(Item item) {
        Fields fields = item.fields(Set.of("department", "unit", "role", "missing"));
        return new Unfilled(
                fields.name("department"),
                fields.name("unit"),
                fields.word("role", Role.values(), true),
                fields.count("missing"));
    }

    private <T> List<T> all(Fields fields, String key, Function<Item, T> reader) {
        List<T> all = new ArrayList<>();
        for (JsonValue value : fields.list(key)) {
            all.add(reader.apply(new Item("%s[%d]".formatted(fields.path(key), all.size()), value)));
        }
        return all;
    }

    /** One element of a list, with its place. */
    private final class Item {
        private final String where;
        private final JsonValue value;

        Item(String where, JsonValue value) {
            this.where = where;
            this.value = value;
        }

        Fields fields(Set<String> keys) {
            return new Fields(in, where, value, keys);
        }
    }

    static JsonValue json(Result result) {
        @Nullable Hash visitRoot = result.visitRoot();
        return new JsonObject(Map.of(
                "draw", text(result.draw()),
                "commitment", text(result.commitment().hex()),
                "seed", text(result.seed().hex()),
                "visitRoot", text(visitRoot == null ? "" : visitRoot.hex()),
                "visits", list(result.visits(), ResultFile::json),
                "reserves", list(result.reserves(), ResultFile::json),
                "unfilled", list(result.unfilled(), ResultFile::json)));
    }

    static JsonValue json(OpenTargets targets) {
        @Nullable Hash visitRoot = targets.visitRoot();
        return new JsonObject(Map.of(
                "draw", text(targets.draw()),
                "commitment", text(targets.commitment().hex()),
                "seed", text(targets.seed().hex()),
                "visitRoot", text(visitRoot == null ? "" : visitRoot.hex()),
                "visits", list(targets.visits(), ResultFile::json),
                "reserves", list(targets.reserves(), ResultFile::json)));
    }

    private static JsonValue json(OpenTargets.Drawn drawn) {
        return new JsonObject(Map.of(
                "unit", text(drawn.unit()),
                "ticket", text(drawn.ticket().hex()),
                "picks", list(drawn.picks(), ResultFile::json)));
    }

    private static JsonValue json(Visit visit) {
        return new JsonObject(Map.of(
                "unit", text(visit.unit()),
                "ticket", text(visit.ticket().hex()),
                "picks", list(visit.picks(), ResultFile::json),
                "teams", list(visit.teams(), ResultFile::json)));
    }

    private static JsonValue json(Pick pick) {
        return new JsonObject(Map.of(
                "department", text(pick.department()),
                "stratum", text(pick.stratum()),
                "place", number(pick.place())));
    }

    private static JsonValue json(Team team) {
        return new JsonObject(
                Map.of("department", text(team.department()), "inspectors", list(team.inspectors(), JsonValue::text)));
    }

    private static JsonValue json(Reserve reserve) {
        return new JsonObject(Map.of(
                "department", text(reserve.department()),
                "stratum", text(reserve.stratum()),
                "units", list(reserve.units(), JsonValue::text)));
    }

    private static JsonValue json(Unfilled unfilled) {
        return new JsonObject(Map.of(
                "department", text(unfilled.department()),
                "unit", text(unfilled.unit()),
                "role", text(Fields.spelling(unfilled.role(), true)),
                "missing", number(unfilled.missing())));
    }

    private static <T> JsonValue list(List<T> items, Function<T, JsonValue> writer) {
        return new JsonArray(items.stream().map(writer).toList());
    }
}
