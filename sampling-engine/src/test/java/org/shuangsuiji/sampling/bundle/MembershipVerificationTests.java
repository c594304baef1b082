package org.shuangsuiji.sampling.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shuangsuiji.sampling.draw.ADraw.aDraw;
import static org.shuangsuiji.sampling.draw.ADraw.unit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonBoolean;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNumber;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonText;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.CommittedDraw;
import org.shuangsuiji.sampling.draw.EnterpriseAnswer;
import org.shuangsuiji.sampling.draw.Fault;
import org.shuangsuiji.sampling.draw.Vectors;

/** Whether one enterprise was in the frames, from answer.json and rule.json alone (DR-1 §10). */
class MembershipVerificationTests {
    private static final String HERE = unit(5);
    private static final String NEXT = unit(6);
    private static final String BETWEEN = HERE.substring(0, 17) + "Z";

    private final CommittedDraw draw =
            aDraw().department("A", 40, 3, 0).inspectors("A", 5).drawn().committed();

    @TempDir
    private Path folder;

    static List<String> vectors() {
        return Vectors.good();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whoeverWasInAFrameIsShownToHaveBeenAndWhoeverWasNotIsNot(String vector) {
        CommittedDraw committed = Vectors.committedDraw(vector);
        List<String> units = frameUnits(vector);
        for (String unit : List.of(units.get(0), units.get(units.size() / 2), units.get(units.size() - 1))) {
            assertThat(told(committed, unit).present()).as(unit).isTrue();
        }
        for (String unit : List.of("0".repeat(18), "Z".repeat(18), units.get(0).substring(0, 17) + "~")) {
            String absent = unit.replace("~", units.get(0).endsWith("0") ? "1" : "0");
            if (!units.contains(absent)) {
                assertThat(told(committed, absent).present()).as(absent).isFalse();
            }
        }
    }

    private static EnterpriseAnswer told(CommittedDraw committed, String unit) {
        EnterpriseAnswer answer = EnterpriseAnswer.of(committed, unit);
        EnterpriseAnswer proven =
                MembershipVerification.verify(answer.bytes(), committed.rule().bytes());
        assertThat(proven).isEqualTo(answer);
        return proven;
    }

    /** The first column of the first frame, as the file has it. */
    private static List<String> frameUnits(String vector) {
        return new String(Vectors.files(vector).get("frame-1.tsv"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
    }

    @Test
    void everyUntruthIsRefusedByWhatIsUntrue() throws Exception {
        refuses(HERE, "commitment: the rule says", answer -> answer.put("commitment", "0".repeat(64)));
        refuses(HERE, "draw: the rule says", answer -> answer.put("draw", "another"));
        refuses(HERE, "digest: the rule says", answer -> answer.put("digest", "SM3"));
        refuses(HERE, "'A'.size: the rule says '40', found '41'", in("size", 41L));
        refuses(HERE, "'A'.root: the rule says", in("root", "0".repeat(64)));
        refuses(HERE, "'A'.department: the rule says 'A', found 'B'", in("department", "B"));
        refuses(HERE, "does not lead", inProof("inner", "0".repeat(64)));
        refuses(HERE, "does not lead", inProof("index", 6L));
        refuses(HERE, "does not lead", answer -> path(answer).remove(0));
        refuses(HERE, "does not lead", answer -> path(answer).add("0".repeat(64)));
        refuses(HERE, "40 is beyond a frame of 40", inProof("index", 40L));
        refuses(HERE, "-1 is beyond a frame of 40", inProof("index", -1L));
        refuses(HERE, "it is about " + HERE, answer -> answer.put("unit", NEXT));
        refuses(HERE, "false is not shown by proof", in("present", false));
        refuses(HERE, "true is not shown by proof, before", answer -> frame(answer)
                .put("before", frame(answer).get("proof")));
        refuses(HERE, "true is not shown by nothing", answer -> frame(answer).remove("proof"));
        refuses(BETWEEN, "do not follow each other", answer -> frame(answer).remove("after"));
        refuses(BETWEEN, "do not follow each other", answer -> frame(answer).remove("before"));
        refuses(BETWEEN, "does not stand before", answer -> answer.put("unit", HERE));
        refuses(BETWEEN, "does not stand after", answer -> answer.put("unit", unit(11)));
        refuses(BETWEEN, "0 frames, the rule has 1", answer -> answer.put("frames", new ArrayList<>()));
    }

    @Test
    void whatIsNoAnswerIsRefusedByWhatIsNotInForm() throws Exception {
        refuses(HERE, "key \"stratum\" is unknown", in("stratum", "S1"));
        refuses(HERE, "key \"unit\" is missing", answer -> answer.remove("unit"));
        refuses(HERE, "unit: expected 18 digits or capital letters", answer -> answer.put("unit", "9115"));
        refuses(HERE, "protocol: expected DR-1", answer -> answer.put("protocol", "DR-2"));
        refuses(HERE, "frames[0].present: expected true or false", in("present", "yes"));
        refuses(HERE, "frames[0].proof.path[0]: expected 64 digits", answer -> path(answer)
                .set(0, "not a digest"));
        refuses(HERE, "frames[0].proof.path[1]: expected 64 digits", answer -> path(answer)
                .set(1, 7L));
        refuses(HERE, "frames[0].proof: expected an object", in("proof", "none"));
        assertThat(faults(new byte[] {'{'}, draw.rule().bytes()))
                .allSatisfy(fault -> assertThat(fault.toString()).startsWith("answer.json: "));
        assertThat(faults(answer(HERE), new byte[] {'{'}))
                .allSatisfy(fault -> assertThat(fault.toString()).startsWith("rule.json: "));
    }

    @Test
    void allThatIsUntrueIsToldAtOnce() throws Exception {
        byte[] wrong = edited(answer(HERE), answer -> {
            answer.put("draw", "another");
            frame(answer).put("size", 41L);
            proof(answer).put("inner", "0".repeat(64));
        });
        assertThat(faults(wrong, draw.rule().bytes()))
                .extracting(Fault::where)
                .containsExactly("draw", "'A'.size", "'A'.proof");
    }

    @Test
    void anotherRuleThanTheOneAnsweredUnderIsRefused() {
        assertThat(faults(answer(HERE), Vectors.files("corners").get("rule.json")))
                .anyMatch(fault -> fault.where().equals("commitment"));
    }

    @Test
    void aNeighbourThatIsNotTheNextIsRefused() throws Exception {
        Map<String, Object> further = new TreeMap<>();
        edited(
                answer(unit(17).substring(0, 17) + "Z"),
                answer -> further.putAll(map(frame(answer).get("after"))));
        refuses(BETWEEN, "do not follow each other", answer -> frame(answer).put("after", further));
    }

    @Test
    void aFileLargerThanAnyAnswerIsNotReadToItsEnd() throws Exception {
        Path huge = Files.write(folder.resolve("huge.json"), new byte[(16 << 20) + 1]);
        Path rule = Files.write(folder.resolve("rule.json"), draw.rule().bytes());
        BundleRefused refused =
                catchThrowableOfType(BundleRefused.class, () -> MembershipVerification.verify(huge, rule));
        assertThat(refused.faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .startsWith("answer.json: the file is larger"));
    }

    private byte[] answer(String unit) {
        return EnterpriseAnswer.of(draw, unit).bytes();
    }

    private void refuses(String unit, String reason, Consumer<Map<String, Object>> edit) throws Exception {
        byte[] honest = answer(unit);
        byte[] wrong = edited(honest, edit);
        assertThat(wrong).as(reason).isNotEqualTo(honest);
        assertThat(faults(wrong, draw.rule().bytes())).isNotEmpty().allSatisfy(fault -> assertThat(fault.file())
                .isEqualTo("answer.json"));
        assertThat(faults(wrong, draw.rule().bytes()))
                .anyMatch(fault -> (fault.where() + ": " + fault.reason()).contains(reason));
    }

    private static List<Fault> faults(byte[] answer, byte[] rule) {
        BundleRefused refused =
                catchThrowableOfType(BundleRefused.class, () -> MembershipVerification.verify(answer, rule));
        assertThat(refused).isNotNull();
        return refused.faults();
    }

    private static Consumer<Map<String, Object>> in(String key, Object value) {
        return answer -> frame(answer).put(key, value);
    }

    private static Consumer<Map<String, Object>> inProof(String key, Object value) {
        return answer -> proof(answer).put(key, value);
    }

    private static Map<String, Object> frame(Map<String, Object> answer) {
        return map(((List<?>) answer.get("frames")).get(0));
    }

    private static Map<String, Object> proof(Map<String, Object> answer) {
        return map(frame(answer).get("proof"));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> path(Map<String, Object> answer) {
        return (List<Object>) proof(answer).get("path");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }

    private static byte[] edited(byte[] file, Consumer<Map<String, Object>> edit) throws Exception {
        Map<String, Object> members = map(plain(JsonValue.read(file)));
        edit.accept(members);
        return ((JsonObject) json(members)).canonicalBytes();
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, Object> members = new TreeMap<>();
            object.members().forEach((key, member) -> members.put(key, plain(member)));
            return members;
        }
        if (value instanceof JsonArray array) {
            List<Object> items = new ArrayList<>();
            array.items().forEach(item -> items.add(plain(item)));
            return items;
        }
        if (value instanceof JsonNumber number) {
            return number.value();
        }
        return value instanceof JsonBoolean flag ? flag.value() : ((JsonText) value).text();
    }

    private static JsonValue json(Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<String, JsonValue> json = new TreeMap<>();
            members.forEach((key, member) -> json.put((String) key, json(member)));
            return new JsonObject(json);
        }
        if (value instanceof List<?> items) {
            return new JsonArray(
                    items.stream().map(MembershipVerificationTests::json).toList());
        }
        if (value instanceof Long number) {
            return new JsonNumber(number);
        }
        return value instanceof Boolean flag ? new JsonBoolean(flag) : new JsonText((String) value);
    }
}
