package org.shuangsuiji.sampling.draw;

import static org.shuangsuiji.sampling.canonical.JsonValue.number;
import static org.shuangsuiji.sampling.canonical.JsonValue.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonBoolean;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNull;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.digest.Digest;
import org.shuangsuiji.sampling.digest.Hash;

/** rule.json, both ways. */
final class RuleFile {
    static final String PROTOCOL = "DR-1";
    private static final Set<String> KEYS = Set.of(
            "protocol",
            "digest",
            "mode",
            "office",
            "serial",
            "chain",
            "draw",
            "supersedes",
            "reason",
            "rehearsal",
            "roster",
            "team",
            "ends",
            "targets",
            "inspectors",
            "sealed",
            "sources");

    private final Faults.InFile in;

    private RuleFile(Faults.InFile in) {
        this.in = in;
    }

    static Optional<Rule> read(byte[] bytes, Faults faults) {
        Faults.InFile in = faults.in(BundleFile.RULE);
        return Fields.read(bytes, in).flatMap(json -> new RuleFile(in).rule(json, faults));
    }

    private Optional<Rule> rule(JsonValue json, Faults faults) {
        Fields fields = new Fields(in, "", json, KEYS);
        fields.parsed("protocol", PROTOCOL, PROTOCOL, text -> Optional.of(text).filter(PROTOCOL::equals));
        Digest digest = fields.parsed("digest", "SHA-256 or SM3", Digest.SHA_256, Digest::labelled);
        Mode mode = fields.word("mode", Mode.values(), true);
        String office = fields.text("office");
        long serial = fields.number("serial");
        Hash chain = fields.hash("chain");
        String draw = fields.text("draw");
        @Nullable Supersession supersession = supersession(fields);
        boolean rehearsal = fields.flag("rehearsal");
        Roster roster = fields.word("roster", Roster.values(), true);
        int team = fields.count("team");
        var ends = fields.day("ends");
        List<Target> targets = targets(fields);
        Fields inspectors = new Fields(in, "inspectors", fields.value("inspectors"), Set.of("size", "root"));
        long inspectorsSize = inspectors.number("size");
        Hash inspectorsRoot = inspectors.hash("root");
        Hash sealed = fields.hash("sealed");
        List<Source> sources = sources(fields);
        if (in.count() > 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Rule(
                    digest,
                    mode,
                    office,
                    serial,
                    new Commitment(chain),
                    draw,
                    supersession,
                    rehearsal,
                    roster,
                    team,
                    ends,
                    targets,
                    inspectorsSize,
                    inspectorsRoot,
                    sealed,
                    sources));
        } catch (BundleRefused e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    private @Nullable Supersession supersession(Fields fields) {
        if (fields.isNull("supersedes") != fields.isNull("reason")) {
            in.add("reason", "supersedes and reason are both null or both set");
        }
        if (fields.isNull("supersedes") || fields.isNull("reason")) {
            return null;
        }
        String draw = fields.name("supersedes");
        String reason = fields.text("reason");
        return draw.isEmpty() ? null : made("supersedes", () -> new Supersession(draw, reason));
    }

    private List<Target> targets(Fields rule) {
        List<Target> targets = new ArrayList<>();
        for (JsonValue item : rule.list("targets")) {
            String where = "targets[%d]".formatted(targets.size());
            Fields fields = new Fields(in, where, item, Set.of("department", "size", "take", "root", "scopes", "cap"));
            int before = in.count();
            String department = fields.text("department");
            long size = fields.number("size");
            long take = fields.number("take");
            Hash root = fields.hash("root");
            List<String> scopes = fields.texts("scopes");
            long cap = fields.number("cap");
            Target target = in.count() > before
                    ? null
                    : made(where, () -> new Target(department, size, take, root, scopes, cap));
            targets.add(target == null ? new Target("?", 1, 0, Hash.ZEROS, List.of(), 1) : target);
        }
        return targets;
    }

    private List<Source> sources(Fields rule) {
        List<Source> sources = new ArrayList<>();
        for (JsonValue item : rule.list("sources")) {
            String where = "sources[%d]".formatted(sources.size());
            int before = in.count();
            Fields fields = new Fields(in, where, item, Set.of("name", "kind", "due", "format"), Set.of("fallback"));
            String name = fields.text("name");
            SourceKind kind = fields.word("kind", SourceKind.values(), false);
            Instant due = fields.instant("due");
            List<Long> format = fields.numbers("format");
            @Nullable
            Fallback fallback = fields.has("fallback") ? fallback(where + ".fallback", fields.value("fallback")) : null;
            Source source =
                    in.count() > before ? null : made(where, () -> new Source(name, kind, due, format, fallback));
            sources.add(source == null ? new Source("?", SourceKind.DICE, Instant.EPOCH, List.of(1L), null) : source);
        }
        return sources;
    }

    private @Nullable Fallback fallback(String where, JsonValue json) {
        int before = in.count();
        Fields fields = new Fields(in, where, json, Set.of("name", "due"));
        String name = fields.text("name");
        Instant due = fields.instant("due");
        return in.count() > before ? null : made(where, () -> new Fallback(name, due));
    }

    /** The value, or null with the reason told why it cannot be. */
    private <T> @Nullable T made(String where, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            in.add(where, String.valueOf(e.getMessage()));
            return null;
        }
    }

    static byte[] bytes(Rule rule) {
        Map<String, JsonValue> json = new TreeMap<>();
        json.put("protocol", text(PROTOCOL));
        json.put("digest", text(rule.digest().label()));
        json.put("mode", text(Fields.spelling(rule.mode(), true)));
        json.put("office", text(rule.office()));
        json.put("serial", number(rule.serial()));
        json.put("chain", text(rule.chain().hex()));
        json.put("draw", text(rule.draw()));
        @Nullable Supersession supersession = rule.supersession();
        json.put("supersedes", supersession == null ? new JsonNull() : text(supersession.draw()));
        json.put("reason", supersession == null ? new JsonNull() : text(supersession.reason()));
        json.put("rehearsal", new JsonBoolean(rule.rehearsal()));
        json.put("roster", text(Fields.spelling(rule.roster(), true)));
        json.put("team", number(rule.team()));
        json.put("ends", text(Days.day(rule.ends())));
        json.put("targets", list(rule.targets().stream().map(RuleFile::json).toList()));
        json.put(
                "inspectors",
                new JsonObject(Map.of(
                        "size", number(rule.inspectorsSize()),
                        "root", text(rule.inspectorsRoot().hex()))));
        json.put("sealed", text(rule.sealed().hex()));
        json.put("sources", list(rule.sources().stream().map(RuleFile::json).toList()));
        return new JsonObject(json).canonicalBytes();
    }

    private static JsonValue json(Target target) {
        return new JsonObject(Map.of(
                "department", text(target.department()),
                "size", number(target.size()),
                "take", number(target.take()),
                "root", text(target.root().hex()),
                "scopes", list(target.scopes().stream().map(JsonValue::text).toList()),
                "cap", number(target.cap())));
    }

    private static JsonValue json(Source source) {
        Map<String, JsonValue> json = new TreeMap<>();
        json.put("name", text(source.name()));
        json.put("kind", text(source.kind().name()));
        json.put("due", text(Days.instant(source.due())));
        json.put("format", list(source.format().stream().map(JsonValue::number).toList()));
        @Nullable Fallback fallback = source.fallback();
        if (fallback != null) {
            json.put(
                    "fallback",
                    new JsonObject(Map.of("name", text(fallback.name()), "due", text(Days.instant(fallback.due())))));
        }
        return new JsonObject(json);
    }

    private static JsonValue list(List<JsonValue> items) {
        return new JsonArray(items);
    }
}
