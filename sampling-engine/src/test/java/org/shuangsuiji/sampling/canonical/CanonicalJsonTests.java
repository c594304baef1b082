package org.shuangsuiji.sampling.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonBoolean;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNull;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNumber;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonText;

class CanonicalJsonTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "false",
                "0",
                "-1",
                "10",
                "9007199254740991",
                "-9007199254740991",
                "\"\"",
                "\"双随机 😀\"",
                "\"\\b\\t\\n\\f\\r\\\"\\\\\"",
                "\"\\u0000\\u001f\"",
                "\"/\u007f\u2028\"",
                "{\"\":1,\"A\":2,\"a\":{},\"é\":[1,[2,{\"x\":null}]]}",
                "{\"😀\":1,\"Ａ\":2}"
            })
    void whatIsCanonicalIsReadAndWrittenBackByteForByte(String json) throws NotCanonical {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(JsonValue.read(bytes).canonicalBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{}\n",
                "{ }",
                "[1, 2]",
                "[1,]",
                "[,1]",
                "[1",
                "[1}",
                "{\"a\":1,}",
                "{\"a\" :1}",
                "{\"a\":1,\"a\":2}",
                "{\"b\":1,\"a\":2}",
                "{\"Ａ\":2,\"😀\":1}",
                "{a:1}",
                "{\"a\"}",
                "{1:2}",
                "01",
                "-0",
                "-",
                "+1",
                "1.0",
                "1.5",
                "1e3",
                "1E3",
                "9007199254740992",
                "-9007199254740992",
                "99999999999999999999",
                "NaN",
                "True",
                "nul",
                "tru",
                "\"a",
                "\"\t\"",
                "\"\\/\"",
                "\"\\u0041\"",
                "\"\\u001F\"",
                "\"\\u000a\"",
                "\"\\u007f\"",
                "\"\\ud83d\\ude00\"",
                "\"\\ud83d\"",
                "\"\\x\"",
                "\"\\",
                "'a'",
                "// c",
                "\uFEFF{}",
                "{}{}"
            })
    void whatCouldBeSpelledOtherwiseIsRefused(String json) {
        assertThatThrownBy(() -> JsonValue.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotCanonical.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        for (byte[] bytes : List.of(
                new byte[] {'"', (byte) 0xff, '"'},
                new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xe5, (byte) 0x8f})) {
            assertThatThrownBy(() -> JsonValue.read(bytes))
                    .isInstanceOf(NotCanonical.class)
                    .hasMessage("is not UTF-8");
        }
    }

    @Test
    void textThatIsNotComposedIsRefused() {
        assertThatThrownBy(() -> JsonValue.read("\"e\u0301\"".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotCanonical.class)
                .hasMessageContaining("normal form C");
    }

    @Test
    void nestingIsBoundedSoThatNoFileExhaustsTheStack() throws NotCanonical {
        byte[] deep = ("[".repeat(16) + "]".repeat(16)).getBytes(StandardCharsets.UTF_8);
        assertThat(JsonValue.read(deep).canonicalBytes()).isEqualTo(deep);
        byte[] deeper = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonValue.read(deeper)).hasMessageContaining("nested deeper than 16");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"双\":x}|byte 8", "[1 ]|byte 3", "{\"b\":1,\"a\":2}|byte 8"})
    void aFaultIsToldWithTheByteWhereItStands(String json, String where) {
        assertThatThrownBy(() -> JsonValue.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        NotCanonical.class, fault -> assertThat(fault.where()).isEqualTo(where));
    }

    @Test
    void whatIsWrittenIsReadAsTheSameValue() throws NotCanonical {
        long seed = 8785;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            JsonValue value = any(random, 4);
            assertThat(JsonValue.read(value.canonicalBytes()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(value);
        }
    }

    @Test
    void halfASurrogatePairCannotBeWritten() {
        assertThatThrownBy(() -> JsonValue.text("\ud83d").canonicalBytes()).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> JsonValue.text("\ude00\ud83d").canonicalBytes())
                .hasMessageContaining("surrogate");
    }

    @Test
    void textIsSortedByItsBytes() {
        List<String> texts = new ArrayList<>(List.of("😀", "Ａ", "", "a", "B", "双", "aa", "\ue000", "😁"));
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort(Utf8.ORDER);
        texts.sort((left, right) ->
                Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8)));
        assertThat(sorted).isEqualTo(texts).endsWith("Ａ", "😀", "😁");
    }

    private static JsonValue any(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 4 : 6);
        if (kind == 0) {
            return new JsonNumber(random.nextLong() >> 10);
        }
        if (kind == 1) {
            return new JsonBoolean(random.nextBoolean());
        }
        if (kind == 2) {
            return new JsonNull();
        }
        if (kind == 3) {
            return new JsonText(anyText(random));
        }
        List<JsonValue> items = new ArrayList<>();
        Map<String, JsonValue> members = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(any(random, depth - 1));
            members.put(anyText(random), any(random, depth - 1));
        }
        return kind == 4 ? new JsonArray(items) : new JsonObject(members);
    }

    private static String anyText(Random random) {
        List<String> letters = List.of("a", "\"", "\\", "/", "\n", "\u0001", "双", "😀", "é", " ", "\u007f");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(letters.get(random.nextInt(letters.size())));
        }
        return text.toString();
    }
}
