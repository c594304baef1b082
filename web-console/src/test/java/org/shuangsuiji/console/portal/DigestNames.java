package org.shuangsuiji.console.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.DrawnProofs;
import org.shuangsuiji.sampling.draw.MembershipProof;
import org.shuangsuiji.sampling.draw.PublishedDraw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The digests that DR-1 §10 makes public in an office, and the hashes of its ledger, each under a name that says what
 * it is of. Any other digest has no name here: wherever it is shown, it stays what it is.
 */
final class DigestNames {
    private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-zA-Z])[0-9a-f]{64}(?![0-9a-zA-Z])");

    private final Map<String, String> names = new HashMap<>();

    private DigestNames() {}

    private record DrawRow(long id, String state, String rule, String commitment, List<@Nullable String> outcome) {}

    static DigestNames of(RankedDistrict office) {
        DigestNames names = new DigestNames();
        names.put("0".repeat(64), "beginning of the chain");
        office.owner()
                .sql("""
                        select id, state, convert_from(rule_json, 'UTF8') as rule, commitment, seed, visit_root,
                               result_digest from sampling.draw order by serial""")
                .query((row, number) -> {
                    List<@Nullable String> outcome = new ArrayList<>();
                    outcome.add(row.getString("seed"));
                    outcome.add(row.getString("visit_root"));
                    outcome.add(row.getString("result_digest"));
                    return new DrawRow(
                            row.getLong("id"),
                            row.getString("state"),
                            row.getString("rule"),
                            row.getString("commitment"),
                            outcome);
                })
                .list()
                .forEach(row -> names.addDraw(row, office));
        office.owner()
                .sql("select seq, encode(hash, 'hex') as hash from office.ledger_seal")
                .query(row -> {
                    names.put(row.getString("hash"), "ledger at " + row.getLong("seq"));
                });
        return names;
    }

    private void addDraw(DrawRow row, RankedDistrict office) {
        JsonNode rule = new JsonMapper().readTree(row.rule());
        String draw = "draw " + rule.get("serial").asInt();
        put(row.commitment(), "commitment of " + draw);
        put(rule.at("/sealed").asString(), "sealed.json of " + draw);
        put(rule.at("/inspectors/root").asString(), "root of the inspectors of " + draw);
        for (int i = 0; i < rule.get("targets").size(); i++) {
            put(rule.at("/targets/" + i + "/root").asString(), "root of frame " + (i + 1) + " of " + draw);
        }
        if (row.state().equals("DRAWN")) {
            put(row.outcome().get(0), "seed of " + draw);
            put(row.outcome().get(1), "visitRoot of " + draw);
            put(row.outcome().get(2), "resultDigest of " + draw);
            var released = office.the(DrawnProofs.class).of(row.id(), office.scope());
            released.units().forEach(unit -> addUnit(unit, draw));
            if (released.open() != null) {
                put(master(row.id(), office), "master of " + draw);
            }
        }
    }

    /** Of an open draw alone: with it everybody recomputes the targets. */
    private static String master(long draw, RankedDistrict office) {
        return office.owner()
                .sql("select encode(master, 'hex') from sampling.draw_secret where draw_id = :draw")
                .param("draw", draw)
                .query(String.class)
                .single();
    }

    private void addUnit(PublishedDraw.DrawnUnit unit, String draw) {
        String of = " of " + unit.unit() + " in " + draw;
        put(unit.visit().inner().hex(), "visit leaf" + of);
        for (MembershipProof proof : unit.proofs()) {
            put(proof.inner().hex(), "frame leaf" + of);
            for (int i = 0; i < proof.path().size(); i++) {
                put(proof.path().get(i).hex(), "step " + i + " of the path" + of);
            }
        }
    }

    /** Paths share their upper steps: those keep the name of the first unit whose path has them. */
    private void put(String digest, String name) {
        names.putIfAbsent(digest, name);
    }

    /** The text with names in the place of digests. */
    String in(String text) {
        return DIGEST.matcher(text).replaceAll(found -> {
            String name = names.get(found.group());
            return Matcher.quoteReplacement(name == null ? found.group() : "‹" + name + "›");
        });
    }
}
