package org.shuangsuiji.sampling.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.Fault;
import org.shuangsuiji.sampling.draw.Vectors;

/** DR-1 §9: what is refused, with the reason and the file. */
class RefusalsTests {
    private static final String BASE = "single-department";
    private static final String JOINT = "joint-regions-differ";
    private static final String RULE = "rule.json";
    private static final String SEALED = "sealed.json";
    private static final String SOURCES = "sources.json";
    private static final String FRAME = "frame-1.tsv";
    private static final String INSPECTORS = "inspectors.tsv";
    private static final String RESULT = "result.json";
    private static final String FIRST_ROW = "911303040F19NUKJJC\tS1\t130304001\n";

    @ParameterizedTest
    @CsvSource({
        "frame-no-final-newline, frame-1.tsv, row 38: the row does not end in a line feed",
        "frame-row-missing, frame-1.tsv, 'holds 37 units, rule.json says 38'",
        "frame-strata-exchanged, frame-1.tsv, its root is",
        "frame-unsorted, frame-1.tsv, row 2: the unit is repeated or out of order",
        "inspector-recusal-dropped, inspectors.tsv, its root is",
        "public-source-silent, sources.json, may not be silent",
        "public-source-without-fallback, rule.json, needs a fallback",
        "result-inspector-swapped, result.json, visit 1 (91150502KQQ0NE8PR7).teams[0].inspectors[0]",
        "result-visit-swapped, result.json, visit 1 (91150502KQQ0NE8PR7).unit",
        "rule-not-canonical, rule.json, not canonical JSON",
        "rule-unknown-key, rule.json, 'key \"note\" is unknown'",
        "sealed-changed, sealed.json, its digest is",
        "source-other-value, result.json, seed: expected",
        "source-wrong-format, sources.json, expected groups of 7 digits",
        "witness-speaks-last, rule.json, (WITNESS) speaks last"
    })
    void whatTheIndependentProgramRefusesIsRefusedInTheSameFile(String vector, String file, String reason) {
        List<Fault> faults = faults(Vectors.files("refused/" + vector));
        assertThat(faults).isNotEmpty().allSatisfy(fault -> assertThat(fault.file())
                .isEqualTo(file));
        assertThat(faults).extracting(Fault::toString).anyMatch(text -> text.contains(reason));
    }

    @Test
    void everyRefusedVectorIsAmongThose() {
        assertThat(Vectors.refused()).hasSize(15);
    }

    static Stream<Arguments> faultsOfTheRule() {
        return Stream.of(
                change("a missing key", s("\"team\":2", "\"tean\":2"), "key \"team\" is missing"),
                change(
                        "an unknown key in a target",
                        s("\"cap\":60,", "\"cap\":60,\"cup\":1,"),
                        "key \"cup\" is unknown"),
                change(
                        "an unknown key in a source",
                        s("\"kind\":\"DICE\",", "\"kind\":\"DICE\",\"lucky\":1,"),
                        "key \"lucky\" is unknown"),
                change("another protocol", s("\"DR-1\"", "\"DR-2\""), "protocol: expected DR-1"),
                change("another digest", s("\"SHA-256\"", "\"MD5\""), "digest: expected SHA-256 or SM3"),
                change(
                        "another mode",
                        s("\"mode\":\"sealed\"", "\"mode\":\"secret\""),
                        "mode: expected one of open sealed"),
                change("another roster", s("\"person\"", "\"crowd\""), "roster: expected one of person group"),
                change("another kind", s("\"INDEX\"", "\"HOROSCOPE\""), "kind: expected one of DICE"),
                change(
                        "a number as text",
                        s("\"serial\":222", "\"serial\":\"222\""),
                        "serial: expected a whole number"),
                change(
                        "a flag as text",
                        s("\"rehearsal\":false", "\"rehearsal\":\"no\""),
                        "rehearsal: expected true or false"),
                change("serial zero", s("\"serial\":222", "\"serial\":0"), "serial: expected 1 or more"),
                change(
                        "serial one with a chain",
                        s("\"serial\":222", "\"serial\":1"),
                        "64 zeros stand exactly at serial 1"),
                change(
                        "a later serial without a chain",
                        RefusalsTests::withoutChain,
                        "64 zeros stand exactly at serial 1"),
                change("an upper-case digest", s("\"chain\":\"40f4", "\"chain\":\"40F4"), "chain: expected 64 digits"),
                change("an empty draw id", s("\"draw\":\"single-department\"", "\"draw\":\"\""), "draw: '' is empty"),
                change(
                        "a control character in a name",
                        s("\"office\":\"150581-SCJG\"", "\"office\":\"150581\\u0001\""),
                        "office: '150581\u0001' holds a control character"),
                change(
                        "a late control character in a name",
                        s("\"office\":\"150581-SCJG\"", "\"office\":\"1505\u0085\""),
                        "holds a control character"),
                change("text not composed", s("\"office\":\"150581-SCJG\"", "\"office\":\"e\u0301\""), "normal form C"),
                change(
                        "a reason without a superseded draw",
                        s("\"reason\":null", "\"reason\":\"x\""),
                        "both null or both set"),
                change(
                        "a superseded draw without a reason",
                        s("\"supersedes\":null", "\"supersedes\":\"x\""),
                        "both null or both set"),
                change("a team of one person", s("\"team\":2", "\"team\":1"), "team: expected 2 to 9"),
                change("a team of ten persons", s("\"team\":2", "\"team\":10"), "team: expected 2 to 9"),
                change("groups in teams of two", s("\"person\"", "\"group\""), "team: expected 1 to 1"),
                change("no cap", s("\"cap\":60", "\"cap\":0"), "expected a cap of 1 or more"),
                change("a day that is none", s("\"2026-12-31\"", "\"2026-02-30\""), "ends: expected a date"),
                change("a short day", s("\"2026-12-31\"", "\"2026-12-1\""), "ends: expected a date"),
                change("a day of the year 0", s("\"2026-12-31\"", "\"0000-12-31\""), "ends: expected a date"),
                change("an empty frame", s("\"size\":38", "\"size\":0"), "the frame is empty"),
                change("an empty list of inspectors", s("\"size\":6", "\"size\":0"), "the list of inspectors is empty"),
                change("a take below zero", s("\"take\":5", "\"take\":-1"), "expected a take from 0 to 38"),
                change("a take above the frame", s("\"take\":5", "\"take\":39"), "expected a take from 0 to 38"),
                change(
                        "no department",
                        t -> t.replaceFirst("\"targets\":\\[.*?\\}\\]", "\"targets\":[]"),
                        "there is no department"),
                change(
                        "scopes out of order",
                        s("[\"食品\"]", "[\"食品\",\"消防\"]"),
                        "scopes: element '消防' is repeated or out of order"),
                change("a scope twice", s("[\"食品\"]", "[\"食品\",\"食品\"]"), "is repeated or out of order"),
                change("an empty scope", s("[\"食品\"]", "[\"\"]"), "is empty"),
                change("a scope with a comma", s("[\"食品\"]", "[\"食,品\"]"), "holds a comma"),
                change(
                        "no source",
                        t -> t.replaceFirst("\"sources\":\\[.*\\],\"supersedes\"", "\"sources\":[],\"supersedes\""),
                        "there is no source"),
                change("sources out of order", s("2026-11-24T02:10:00Z", "2026-11-24T01:00:00Z"), "is due before"),
                change(
                        "a due with a fraction",
                        s("2026-11-24T02:10:00Z", "2026-11-24T02:10:00.0Z"),
                        "due: expected a moment"),
                change(
                        "a due at a minute that is none",
                        s("2026-11-24T02:10:00Z", "2026-11-24T02:60:00Z"),
                        "due: expected a moment"),
                change("a due at hour 24", s("2026-11-24T02:10:00Z", "2026-11-24T24:00:00Z"), "due: expected a moment"),
                change(
                        "a fallback not later than its source",
                        s("2026-11-26T07:00:00Z", "2026-11-25T07:00:00Z"),
                        "expected later than its source"),
                change(
                        "dice with a fallback",
                        s(
                                "\"format\":[6],\"kind\":\"WITNESS\"",
                                "\"fallback\":{\"due\":\"2026-11-26T07:00:00Z\",\"name\":\"x\"},\"format\":[6],\"kind\":\"WITNESS\""),
                        "may have no fallback"),
                change("two sources of one name", s("\"见证人所报数 甲\"", "\"现场骰子\""), "the name '现场骰子' stands twice"),
                change(
                        "a fallback named as a source",
                        s("\"福彩双色球第2026136期\"", "\"现场骰子\""),
                        "the name '现场骰子' stands twice"),
                change("a name with an equals sign", s("\"现场骰子\"", "\"现场=骰子\""), "holds '='"),
                change(
                        "a format without groups",
                        s("\"format\":[6]", "\"format\":[]"),
                        "format: expected the width of each group"),
                change(
                        "a group of no digits",
                        s("\"format\":[6]", "\"format\":[0]"),
                        "format: expected the width of each group"),
                change(
                        "people due with the last public sources",
                        s("2026-11-24T02:10:00Z", "2026-11-24T13:15:00Z"),
                        "two public sources, or one BEACON"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfTheRule")
    void aRuleIsRefusedFor(String name, UnaryOperator<String> change, String reason) {
        assertRefused(BASE, RULE, change, reason);
    }

    static Stream<Arguments> faultsOfTheSealedPart() {
        return Stream.of(
                change("a missing key", s("\"master\"", "\"mister\""), "key \"master\" is missing"),
                change("a short master", s("\"master\":\"79", "\"master\":\""), "master: expected 64 digits"),
                change(
                        "strata out of order",
                        s("\"id\":\"S1\"", "\"id\":\"S9\""),
                        "stratum 'S2' is repeated or out of order"),
                change(
                        "a stratum twice",
                        s("\"id\":\"S1\"", "\"id\":\"S2\""),
                        "stratum 'S2' is repeated or out of order"),
                change("an empty stratum id", s("\"id\":\"S1\"", "\"id\":\"\""), "is empty"),
                change(
                        "a reserve beyond the size",
                        s("\"reserve\":0,\"size\":1", "\"reserve\":1,\"size\":1"),
                        "take + reserve up to size"),
                change("a take below zero", s("\"size\":1,\"take\":1", "\"size\":1,\"take\":-1"), "expected 0 to"),
                change(
                        "a size that does not add up",
                        s("\"size\":24", "\"size\":25"),
                        "the sizes add up to 39, rule.json says 38"),
                change(
                        "a take that does not add up",
                        s("\"size\":24,\"take\":1", "\"size\":24,\"take\":2"),
                        "the takes add up to 6, rule.json says 5"),
                change("a table too few", s("[[", "[[],["), "expected one list for each of 1 departments, found 2"),
                change("a master of another draw", s("79e0", "79e1"), "its digest is"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfTheSealedPart")
    void aSealedPartIsRefusedFor(String name, UnaryOperator<String> change, String reason) {
        assertRefused(BASE, SEALED, change, reason);
    }

    static Stream<Arguments> faultsOfAFrame() {
        return Stream.of(
                change("no row", t -> "", "the frame is empty"),
                change("two fields", s("\tS1\t130304001\n", "\tS1\n"), "row 1: expected three fields"),
                change("four fields", s("\tS1\t130304001\n", "\tS1\t130304001\t\n"), "row 1: expected three fields"),
                change("an empty row", s(FIRST_ROW, FIRST_ROW + "\n"), "row 2: expected three fields"),
                change(
                        "a unit twice",
                        s(FIRST_ROW, FIRST_ROW + FIRST_ROW),
                        "row 2: the unit is repeated or out of order"),
                change(
                        "a short unit",
                        s("911303040F19NUKJJC", "911303040F19NUKJJ"),
                        "a unit has 18 digits or capital letters"),
                change(
                        "a long unit",
                        s("911303040F19NUKJJC", "911303040F19NUKJJCC"),
                        "a unit has 18 digits or capital letters"),
                change(
                        "a unit in small letters",
                        s("911303040F19NUKJJC", "911303040F19NUKJJc"),
                        "a unit has 18 digits or capital letters"),
                change("a region of seven digits", s("130304001\n", "1303040\n"), "A region has 6, 9 or 12 digits"),
                change("a region of letters", s("130304001\n", "13030A\n"), "A region has 6, 9 or 12 digits"),
                change("Windows line ends", s("130304001\n", "130304001\r\n"), "A region has 6, 9 or 12 digits"),
                change(
                        "a stratum missing from the table",
                        s("\tS1\t", "\tS0\t"),
                        "stratum 'S0' is missing from the table"),
                change("an empty stratum", s("\tS1\t", "\t\t"), "is empty"),
                change("a control character", s("\tS1\t", "\tS\u00011\t"), "holds a control character"),
                change("text not composed", s("\tS1\t", "\te\u0301\t"), "normal form C"),
                change(
                        "a byte order mark",
                        s("911303040F19NUKJJC", "\uFEFF911303040F19NUKJJC"),
                        "a unit has 18 digits or capital letters"),
                change("another region than committed", s("130304001\n", "130304002\n"), "its root is"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfAFrame")
    void aFrameIsRefusedFor(String name, UnaryOperator<String> change, String reason) {
        assertRefused(BASE, FRAME, change, reason);
    }

    static Stream<Arguments> faultsOfTheInspectors() {
        String entry = "150581-SCJG-001\t150581-SCJG\t计量\t*\t2028-01-01\t";
        return Stream.of(
                change("no row", t -> "", "the list of inspectors is empty"),
                change("five fields", s("\t计量\t*", "\t*"), "expected 6 fields, found 5"),
                change("seven fields", s("\t计量\t*", "\t计量\t\t*"), "expected 6 fields, found 7"),
                change(
                        "no final line feed",
                        t -> t.substring(0, t.length() - 1),
                        "the row does not end in a line feed"),
                change(
                        "an inspector twice",
                        s("150581-SCJG-002", "150581-SCJG-001"),
                        "the inspector is repeated or out of order"),
                change(
                        "an inspector out of order",
                        s("150581-SCJG-002", "150581-SCJG-000"),
                        "the inspector is repeated or out of order"),
                change("an empty number", s(entry, entry.replace("150581-SCJG-001", "")), "is empty"),
                change(
                        "a foreign department",
                        s("\t150581-SCJG\t计量\t*", "\t150581-XX\t计量\t*"),
                        "department '150581-XX' is none of the rule's"),
                change("scopes out of order", s("\t计量\t*", "\t食品,计量\t*"), "element '计量' is repeated or out of order"),
                change("a scope twice", s("\t计量\t*", "\t计量,计量\t*"), "element '计量' is repeated or out of order"),
                change("an empty scope", s("\t计量\t*", "\t,计量\t*"), "scopes: element '' is empty"),
                change("a star beside a region", s("\t计量\t*", "\t计量\t*,130304"), "'*' stands alone"),
                change(
                        "a region of thirteen digits",
                        s("\t计量\t*", "\t计量\t1303040010021"),
                        "expected '*' or 1 to 12 digits"),
                change("a region of letters", s("\t计量\t*", "\t计量\tx"), "expected '*' or 1 to 12 digits"),
                change(
                        "regions out of order",
                        s("\t130304,150502", "\t150502,130304"),
                        "element '130304' is repeated or out of order"),
                change(
                        "recusals out of order",
                        s("91150502KQQ0NE8PR7,91150502MHKYP0CRUT", "91150502MHKYP0CRUT,91150502KQQ0NE8PR7"),
                        "recusals: element '91150502KQQ0NE8PR7' is repeated or out of order"),
                change(
                        "an empty recusal",
                        s("91150502KQQ0NE8PR7,", "91150502KQQ0NE8PR7,,"),
                        "recusals: element '' is empty"),
                change("a date of another form", s("2028-01-01", "2028/01/01"), "expected a date like"),
                change("a day that is none", s("2028-01-01", "2027-02-29"), "expected a date like"),
                change("a control character", s("\t计量\t*", "\t计\u007f量\t*"), "holds a control character"),
                change("text not composed", s("\t计量\t*", "\te\u0301\t*"), "normal form C"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfTheInspectors")
    void inspectorsAreRefusedFor(String name, UnaryOperator<String> change, String reason) {
        assertRefused(BASE, INSPECTORS, change, reason);
    }

    static Stream<Arguments> faultsOfTheSources() {
        return Stream.of(
                change(
                        "a value too few",
                        s(",{\"value\":\"0332158\"}", ""),
                        "expected one value for each of 4 sources, found 3"),
                change(
                        "two keys",
                        s("{\"value\":\"847514\"}", "{\"none\":true,\"value\":\"847514\"}"),
                        "expected exactly one of the keys"),
                change("no key", s("{\"value\":\"847514\"}", "{}"), "expected exactly one of the keys"),
                change(
                        "an unknown key",
                        s("{\"value\":\"847514\"}", "{\"valve\":\"847514\"}"),
                        "key \"valve\" is unknown"),
                change("none that is false", s("{\"value\":\"847514\"}", "{\"none\":false}"), "or true as \"none\""),
                change("a number", s("\"847514\"", "847514"), "expected a text"),
                change(
                        "dice by a fallback",
                        s("{\"value\":\"847514\"}", "{\"fallback\":\"847514\"}"),
                        "has no fallback"),
                change(
                        "a lottery by a fallback of another form",
                        s("{\"value\":\"03 08", "{\"fallback\":\"3 08"),
                        "expected groups of 2, 2, 2"),
                change("digits not of ASCII", s("847514", "８47514"), "expected groups of 6"),
                change("two spaces", s("03 08", "03  08"), "expected groups of 2, 2, 2"),
                change("a digit short", s("847514", "84751"), "expected groups of 6"),
                change("a digit more", s("847514", "8475140"), "expected groups of 6"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfTheSources")
    void valuesAreRefusedFor(String name, UnaryOperator<String> change, String reason) {
        assertRefused(BASE, SOURCES, change, reason);
    }

    static Stream<Arguments> faultsOfTheResult() {
        return Stream.of(
                change(
                        "another draw",
                        s("\"draw\":\"single-department\"", "\"draw\":\"other\""),
                        "draw: expected \"single-department\", found \"other\""),
                change(
                        "another commitment",
                        s("\"commitment\":\"873e", "\"commitment\":\"873f"),
                        "commitment: expected"),
                change("another visitRoot", s("\"visitRoot\":\"d0f1", "\"visitRoot\":\"d0f2"), "visitRoot: expected"),
                change(
                        "another place",
                        s("\"place\":1", "\"place\":2"),
                        "visit 1 (91150502KQQ0NE8PR7).picks[0].place: expected 1, found 2"),
                change(
                        "another ticket",
                        s("\"ticket\":\"f29e", "\"ticket\":\"f29f"),
                        "visit 1 (91150502KQQ0NE8PR7).ticket"),
                change("an unknown key", s("\"draw\":", "\"done\":1,\"draw\":"), "key \"done\" is unknown"),
                change("a missing key", s(",\"unfilled\":[]", ""), "key \"unfilled\" is missing"),
                change(
                        "reserves exchanged",
                        s(
                                "\"91150581AKUCW9056U\",\"91150581JURQ283FQE\"",
                                "\"91150581JURQ283FQE\",\"91150581AKUCW9056U\""),
                        "reserves[0].units[0]: expected"),
                change(
                        "an invented empty seat",
                        s("\"unfilled\":[]", "\"unfilled\":[1]"),
                        "unfilled: expected 0 entries, found 1"),
                change("a final line feed", t -> t + "\n", "expected the end of the file"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsOfTheResult")
    void aResultIsRefusedFor(String name, UnaryOperator<String> change, String reason) {
        assertRefused(BASE, RESULT, change, reason);
    }

    @Test
    void departmentsOutOfOrderOrTwiceAreRefused() {
        assertRefused(
                JOINT,
                RULE,
                s("\"150581-SCJG\",\"root\"", "\"150581-ZZ\",\"root\""),
                "department '150581-ZJ' is repeated or out of order");
        assertRefused(
                JOINT,
                RULE,
                s("\"150581-ZJ\"", "\"150581-SCJG\""),
                "department '150581-SCJG' is repeated or out of order");
    }

    @ParameterizedTest
    @MethodSource("fileNames")
    void aMissingFileIsRefused(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>(Vectors.files(BASE));
        files.remove(name);
        assertThat(faults(files)).contains(new Fault(name, "", "the file is missing"));
    }

    static List<String> fileNames() {
        return List.of(RULE, SEALED, SOURCES, FRAME, INSPECTORS, RESULT);
    }

    @Test
    void aFrameTheRuleDoesNotNameIsRefused() {
        Map<String, byte[]> files = new LinkedHashMap<>(Vectors.files(BASE));
        files.put("frame-2.tsv", files.get(FRAME));
        assertThat(faults(files)).containsExactly(new Fault("frame-2.tsv", "", "rule.json names no such file"));
    }

    @ParameterizedTest
    @MethodSource("fileNames")
    void bytesThatAreNotUtf8AreRefused(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>(Vectors.files(BASE));
        byte[] bytes = Arrays.copyOf(files.get(name), files.get(name).length);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name.equals(FRAME) ? "S1" : "1")] = (byte) 0xff;
        files.put(name, bytes);
        assertThat(faults(files))
                .anySatisfy(
                        fault -> assertThat(fault.toString()).startsWith(name).contains("is not UTF-8"));
    }

    @Test
    void everyFaultIsReportedAtOnceAndNotOneByOne() {
        Map<String, byte[]> files = Vectors.files(BASE);
        files = Vectors.with(files, RULE, s("\"team\":2", "\"team\":77"));
        files = Vectors.with(files, SEALED, s("\"id\":\"S1\"", "\"id\":\"\""));
        files = Vectors.with(files, FRAME, s("\tS1\t", "\tS1\t\t"));
        files = Vectors.with(files, INSPECTORS, s("2028-01-01", "soon"));
        files = Vectors.with(files, SOURCES, s("847514", "x"));
        files = Vectors.with(files, RESULT, t -> t + " ");
        List<Fault> faults = faults(files);
        assertThat(faults.stream().map(Fault::file).distinct())
                .containsExactlyInAnyOrder(RULE, SEALED, FRAME, INSPECTORS, RESULT);
        assertThat(faults(Vectors.with(Vectors.files(BASE), FRAME, t -> t.replace("\tS1\t", "\t"))).stream()
                        .filter(fault -> fault.reason().startsWith("expected three fields")))
                .hasSize(24);
    }

    @Test
    void aFileOfBadRowsIsToldByItsFirstFaults() {
        Map<String, byte[]> files = Vectors.with(Vectors.files(BASE), FRAME, t -> "x\n".repeat(10_000));
        List<Fault> faults = faults(files);
        assertThat(faults).hasSize(101);
        assertThat(faults.get(100).reason()).contains("more faults follow");
    }

    @Test
    void anyChangedLostOrAddedByteIsRefused() {
        long seed = 20261125;
        Random random = new Random(seed);
        List<String> vectors = Vectors.good();
        for (int round = 0; round < 500; round++) {
            Map<String, byte[]> files = new LinkedHashMap<>(Vectors.files(vectors.get(random.nextInt(vectors.size()))));
            List<String> names = new ArrayList<>(files.keySet());
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = files.get(name);
            int at = random.nextInt(bytes.length);
            int kind = random.nextInt(3);
            byte[] changed = new byte[bytes.length + kind - 1];
            System.arraycopy(bytes, 0, changed, 0, at);
            System.arraycopy(bytes, at + 1, changed, at + kind, bytes.length - at - 1);
            for (int i = at; i < at + kind; i++) {
                changed[i] = (byte) (bytes[at] ^ (1 + random.nextInt(255)));
            }
            files.put(name, changed);
            assertThat(faults(files))
                    .as("seed %d, round %d, %s", seed, round, name)
                    .isNotEmpty();
        }
    }

    @Test
    void anUntouchedBundleIsNotRefused() {
        assertThat(Verification.verify(Vectors.files(BASE)).result().visits()).hasSize(5);
    }

    private static void assertRefused(String vector, String file, UnaryOperator<String> change, String reason) {
        List<Fault> faults = faults(Vectors.with(Vectors.files(vector), file, change));
        List<String> inFile = new ArrayList<>();
        faults.stream().filter(fault -> fault.file().equals(file)).forEach(fault -> inFile.add(fault.toString()));
        assertThat(inFile).anyMatch(text -> text.contains(reason));
    }

    private static List<Fault> faults(Map<String, byte[]> files) {
        BundleRefused refusal = catchThrowableOfType(BundleRefused.class, () -> Verification.verify(files));
        assertThat(refusal).as("the bundle is refused").isNotNull();
        return refusal.faults();
    }

    private static String withoutChain(String rule) {
        return rule.replaceFirst("\"chain\":\"[0-9a-f]{64}\"", "\"chain\":\"" + "0".repeat(64) + "\"");
    }

    private static Arguments change(String name, UnaryOperator<String> change, String reason) {
        return Arguments.of(name, change, reason);
    }

    /** Replaces the first occurrence. */
    private static UnaryOperator<String> s(String before, String after) {
        return text -> {
            int at = text.indexOf(before);
            return at < 0 ? text : text.substring(0, at) + after + text.substring(at + before.length());
        };
    }
}
