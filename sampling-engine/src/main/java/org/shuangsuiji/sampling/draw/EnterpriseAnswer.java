package org.shuangsuiji.sampling.draw;

import static org.shuangsuiji.sampling.canonical.JsonValue.number;
import static org.shuangsuiji.sampling.canonical.JsonValue.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonBoolean;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;

/**
 * What one enterprise is told about a draw (DR-1 §10): for each department whether it was in the frame, with the proof
 * and nothing else. Whoever has rule.json can check it; stratum, rank, region and ticket cannot be read from it.
 *
 * @param answers one for each target of the rule, in its order
 */
public record EnterpriseAnswer(Rule rule, String unit, List<FrameAnswer> answers) {

    /** An answer that its rule does not prove is none. */
    public EnterpriseAnswer {
        answers = List.copyOf(answers);
        List<Target> targets = rule.targets();
        if (answers.size() != targets.size()) {
            throw new IllegalArgumentException("Draw '%s' has %d departments; got %d answers"
                    .formatted(rule.draw(), targets.size(), answers.size()));
        }
        for (int i = 0; i < answers.size(); i++) {
            String department = targets.get(i).department();
            if (!answers.get(i).holdsFor(unit, department, rule)) {
                throw new IllegalArgumentException(
                        "Nothing proves the answer about unit '%s' and the frame of '%s'".formatted(unit, department));
            }
        }
    }

    /** The answer that follows from the committed lists. */
    public static EnterpriseAnswer of(CommittedDraw draw, String unit) {
        Rule rule = draw.rule();
        return new EnterpriseAnswer(
                rule,
                unit,
                rule.targets().stream()
                        .map(target -> draw.answer(unit, target.department()))
                        .toList());
    }

    /** Whether it was in the frame of any department, and so could be drawn. */
    public boolean present() {
        return answers.stream().anyMatch(FrameAnswer::present);
    }

    /** The bytes of answer.json. */
    public byte[] bytes() {
        List<JsonValue> frames = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            frames.add(json(rule.targets().get(i), answers.get(i)));
        }
        return new JsonObject(Map.of(
                        "protocol", text(RuleFile.PROTOCOL),
                        "digest", text(rule.digest().label()),
                        "draw", text(rule.draw()),
                        "commitment", text(rule.commitment().hex()),
                        "unit", text(unit),
                        "frames", new JsonArray(frames)))
                .canonicalBytes();
    }

    private static JsonValue json(Target target, FrameAnswer answer) {
        Map<String, JsonValue> json = new TreeMap<>();
        json.put("department", text(target.department()));
        json.put("size", number(target.size()));
        json.put("root", text(target.root().hex()));
        json.put("present", new JsonBoolean(answer.present()));
        if (answer instanceof FrameAnswer.Present present) {
            json.put("proof", json(present.proof()));
        } else if (answer instanceof FrameAnswer.Absent absent) {
            putIfThere(json, "before", absent.before());
            putIfThere(json, "after", absent.after());
        }
        return new JsonObject(json);
    }

    private static void putIfThere(Map<String, JsonValue> json, String key, @Nullable MembershipProof neighbour) {
        if (neighbour != null) {
            json.put(key, json(neighbour));
        }
    }

    private static JsonValue json(MembershipProof proof) {
        return new JsonObject(Map.of(
                "unit", text(proof.unit()),
                "index", number(proof.index()),
                "inner", text(proof.inner().hex()),
                "path",
                        new JsonArray(proof.path().stream()
                                .map(hash -> text(hash.hex()))
                                .toList())));
    }
}
