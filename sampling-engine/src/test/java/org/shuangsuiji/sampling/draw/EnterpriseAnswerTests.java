package org.shuangsuiji.sampling.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuangsuiji.sampling.draw.ADraw.aDraw;
import static org.shuangsuiji.sampling.draw.ADraw.unit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonBoolean;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;

class EnterpriseAnswerTests {
    private final Draw draw = aDraw().department("A", 900, 30, 3)
            .department("B", 300, 7, 0)
            .inspectors("A", 5)
            .inspectors("B", 5)
            .drawn();

    private EnterpriseAnswer about(String unit) {
        return EnterpriseAnswer.of(draw.committed(), unit);
    }

    private static Map<String, JsonValue> read(EnterpriseAnswer answer) throws Exception {
        return ((JsonObject) JsonValue.read(answer.bytes())).members();
    }

    private static List<Map<String, JsonValue>> frames(EnterpriseAnswer answer) throws Exception {
        return ((JsonArray) read(answer).get("frames"))
                .items().stream().map(item -> ((JsonObject) item).members()).toList();
    }

    private static Map<String, JsonValue> proof(Map<String, JsonValue> frame, String key) {
        return ((JsonObject) frame.get(key)).members();
    }

    @Test
    void anEnterpriseOfOneDepartmentIsToldOfBoth() throws Exception {
        EnterpriseAnswer answer = about(unit(500));
        assertThat(answer.present()).isTrue();
        assertThat(frames(answer))
                .extracting(frame -> frame.get("present"))
                .containsExactly(new JsonBoolean(true), new JsonBoolean(false));
        assertThat(read(answer))
                .containsEntry("unit", JsonValue.text(unit(500)))
                .containsEntry(
                        "commitment", JsonValue.text(draw.rule().commitment().hex()));
        assertThat(proof(frames(answer).get(0), "proof")).containsEntry("index", JsonValue.number(500));
        assertThat(frames(answer).get(1))
                .as("behind the last of B")
                .containsKey("before")
                .doesNotContainKey("after");
        assertThat(proof(frames(answer).get(1), "before")).containsEntry("unit", JsonValue.text(unit(299)));
    }

    @Test
    void anEnterpriseThatWasNowhereGetsItsTwoNeighbours() throws Exception {
        String between = unit(17).substring(0, 17) + "Z";
        EnterpriseAnswer answer = about(between);
        assertThat(answer.present()).isFalse();
        assertThat(frames(answer)).allSatisfy(frame -> {
            assertThat(frame).containsEntry("present", new JsonBoolean(false)).doesNotContainKey("proof");
            assertThat(proof(frame, "before")).containsEntry("index", JsonValue.number(19));
            assertThat(proof(frame, "after")).containsEntry("index", JsonValue.number(20));
        });
    }

    @Test
    void theFileHoldsWhatProvesTheAnswerAndNothingElse() throws Exception {
        for (EnterpriseAnswer answer : List.of(about(unit(3)), about("Z".repeat(18)), about("0".repeat(18)))) {
            assertThat(read(answer).keySet())
                    .isEqualTo(Set.of("protocol", "digest", "draw", "commitment", "unit", "frames"));
            for (Map<String, JsonValue> frame : frames(answer)) {
                assertThat(frame.keySet())
                        .isSubsetOf("department", "size", "root", "present", "proof", "before", "after");
                for (String key : List.of("proof", "before", "after")) {
                    if (frame.containsKey(key)) {
                        assertThat(proof(frame, key).keySet()).isEqualTo(Set.of("unit", "index", "inner", "path"));
                    }
                }
            }
        }
    }

    @Test
    void theFileTellsNeitherStratumNorRegionNorTicketNorSecret() {
        for (Visit visit : draw.result().visits()) {
            String text = new String(about(visit.unit()).bytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .doesNotContain("S1", "150581\"", visit.ticket().hex())
                    .doesNotContain(draw.committed().sealed().master().value().hex());
        }
    }

    @Test
    void whatItsRuleDoesNotProveIsNoAnswer() {
        EnterpriseAnswer honest = about(unit(5));
        assertThatThrownBy(() -> new EnterpriseAnswer(draw.rule(), unit(6), honest.answers()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(unit(6));
        assertThatThrownBy(() -> new EnterpriseAnswer(
                        draw.rule(), unit(5), honest.answers().subList(0, 1)))
                .hasMessageContaining("2 departments");
        assertThatThrownBy(() -> new EnterpriseAnswer(
                        draw.rule(),
                        unit(5),
                        List.of(honest.answers().get(1), honest.answers().get(0))))
                .hasMessageContaining("'A'");
    }
}
