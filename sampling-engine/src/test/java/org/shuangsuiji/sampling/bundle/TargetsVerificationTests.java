package org.shuangsuiji.sampling.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.sampling.canonical.JsonValue;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonArray;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonNumber;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonObject;
import org.shuangsuiji.sampling.canonical.JsonValue.JsonText;
import org.shuangsuiji.sampling.canonical.NotCanonical;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.Draw;
import org.shuangsuiji.sampling.draw.Fault;
import org.shuangsuiji.sampling.draw.Vectors;

/** What an open draw gives to everybody (DR-1 §10): enough to recompute its targets, and no word of who inspects. */
class TargetsVerificationTests {
    private static final String OPEN = "open-rehearsal-three-departments";
    private static final String TARGETS = "targets.json";

    private final Map<String, byte[]> open = Vectors.open(OPEN);

    @TempDir
    private Path temp;

    @Test
    void anybodyRecomputesTheTargetsOfAnOpenDrawWithoutTheInspectors() {
        TargetsVerification.Agreed agreed = TargetsVerification.verify(open);
        Draw whole = Vectors.draw(OPEN);
        assertThat(agreed.rule()).isEqualTo(whole.rule());
        assertThat(agreed.targets()).isEqualTo(whole.openTargets());
        assertThat(agreed.targets().visits()).hasSize(12);
    }

    @Test
    void whatAnOpenDrawGivesAwayIsWhatWasCommittedToAndTheTargetsOfItsResult() throws IOException {
        List<BundlePart> parts = BundleWriter.open(Vectors.draw(OPEN));
        assertThat(parts)
                .extracting(BundlePart::name)
                .containsExactly("sealed.json", "frame-1.tsv", "frame-2.tsv", "frame-3.tsv", TARGETS);
        for (BundlePart part : parts) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            part.content().writeTo(out);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .as(part.name())
                    .isEqualTo(new String(open.get(part.name()), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theTargetsNameNoTeamAndNoInspector() {
        String targets = new String(Vectors.draw(OPEN).openTargets().bytes(), StandardCharsets.UTF_8);
        assertThat(targets).contains("\"picks\"", "\"ticket\"").doesNotContain("teams", "inspectors", "unfilled");
        Vectors.committedDraw(OPEN).inspectors().list().forEach(entry -> assertThat(targets)
                .doesNotContain(entry.inspector()));
    }

    static List<String> sealed() {
        return Vectors.good().stream().filter(name -> !name.equals(OPEN)).toList();
    }

    @ParameterizedTest
    @MethodSource("sealed")
    void aSealedDrawGivesNothingAway(String vector) {
        Draw draw = Vectors.draw(vector);
        assertThatThrownBy(draw::openTargets).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> BundleWriter.open(draw)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("sealed")
    void whoeverGotHoldOfASealedDrawIsToldThatItsTargetsAreNotPublic(String vector) {
        assertThat(faults(Vectors.open(vector)))
                .containsExactly(
                        new Fault("rule.json", "mode", "expected open: the targets of a sealed draw are never public"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            visits 0 ticket           | visit 1 (%s).ticket: expected
            visits 11 ticket          | visit 12 (%s).ticket: expected
            visits 0 picks 0 place    | visit 1 (%s).picks[0].place: expected
            visits 3 picks 0 stratum  | visit 4 (%s).picks[0].stratum: expected
            visits 5 unit             | visit 6 (%s).unit: expected
            seed                      | seed: expected
            commitment                | commitment: expected
            visitRoot                 | visitRoot: expected
            draw                      | draw: expected
            reserves 0 stratum        | reserves[0].stratum: expected
            """)
    void aChangedTargetIsRefusedWithItsVisitAndField(String path, String reason) throws NotCanonical {
        List<String> steps = List.of(path.split(" ", -1));
        String unit = steps.get(0).equals("visits")
                ? Vectors.draw(OPEN)
                        .result()
                        .visits()
                        .get(Integer.parseInt(steps.get(1)))
                        .unit()
                : "";
        List<Fault> faults = faults(withTargets(changed(JsonValue.read(open.get(TARGETS)), steps)));
        assertThat(faults).singleElement().asString().startsWith(TARGETS + ": " + reason.formatted(unit));
    }

    /** The same value but for the one at the end of these steps. */
    private static JsonValue changed(JsonValue value, List<String> steps) {
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
            members.put(steps.get(0), changed(members.get(steps.get(0)), steps.subList(1, steps.size())));
            return new JsonObject(members);
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>(array.items());
            int at = Integer.parseInt(steps.get(0));
            items.set(at, changed(items.get(at), steps.subList(1, steps.size())));
            return new JsonArray(items);
        }
        if (value instanceof JsonNumber number) {
            return new JsonNumber(number.value() + 1);
        }
        String text = ((JsonText) value).text();
        return new JsonText(text.substring(0, text.length() - 1) + (text.endsWith("1") ? '2' : '1'));
    }

    private Map<String, byte[]> withTargets(JsonValue targets) {
        Map<String, byte[]> files = new LinkedHashMap<>(open);
        files.put(TARGETS, targets.canonicalBytes());
        return files;
    }

    @Test
    void aVisitLeftOutOrPutInAnotherPlaceIsRefused() throws NotCanonical {
        JsonObject targets = (JsonObject) JsonValue.read(open.get(TARGETS));
        List<JsonValue> visits = ((JsonArray) targets.members().get("visits")).items();
        assertThat(faults(withTargets(with(targets, visits.subList(0, 11)))))
                .containsExactly(new Fault(TARGETS, "visits", "expected 12 entries, found 11"));
        List<JsonValue> exchanged = new ArrayList<>(visits);
        Collections.swap(exchanged, 0, 1);
        assertThat(faults(withTargets(with(targets, exchanged))))
                .allSatisfy(fault -> {
                    assertThat(fault.file()).isEqualTo(TARGETS);
                    assertThat(fault.where()).matches("visit [12] .*");
                })
                .anyMatch(fault -> fault.where().endsWith(".unit"));
    }

    private static JsonValue with(JsonObject targets, List<JsonValue> visits) {
        Map<String, JsonValue> members = new LinkedHashMap<>(targets.members());
        members.put("visits", new JsonArray(visits));
        return new JsonObject(members);
    }

    @Test
    void aTeamAmongTheTargetsIsRefused() {
        Map<String, byte[]> files =
                Vectors.with(open, TARGETS, text -> text.replaceFirst("\"ticket\":", "\"teams\":[],\"ticket\":"));
        assertThat(faults(files)).singleElement().satisfies(fault -> assertThat(fault.reason())
                .isEqualTo("key \"teams\" is unknown"));
    }

    @Test
    void aRowOfAFrameThatWasNotCommittedToIsRefusedInItsFile() {
        Map<String, byte[]> region = Vectors.with(open, "frame-2.tsv", text -> {
            int end = text.indexOf('\n');
            return text.substring(0, end - 1) + (text.charAt(end - 1) == '1' ? '2' : '1') + text.substring(end);
        });
        assertThat(faults(region)).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("frame-2.tsv");
            assertThat(fault.reason()).startsWith("its root is");
        });
        Map<String, byte[]> lost = Vectors.with(open, "frame-3.tsv", text -> text.substring(text.indexOf('\n') + 1));
        assertThat(faults(lost)).extracting(Fault::file).containsOnly("frame-3.tsv");
    }

    @Test
    void anotherSecretOrAnotherTableThanTheCommittedIsRefused() {
        assertThat(faults(Vectors.with(
                        open, "sealed.json", text -> text.replaceFirst("\"master\":\"..", "\"master\":\"00"))))
                .extracting(Fault::toString)
                .anyMatch(text -> text.startsWith("sealed.json: its digest is"));
    }

    @Test
    void anotherValueOfASourceGivesAnotherSeedThanTheTargetsClaim() {
        String sources = new String(open.get("sources.json"), StandardCharsets.UTF_8);
        int last = sources.lastIndexOf('"') - 1;
        char digit = sources.charAt(last) == '1' ? '2' : '1';
        Map<String, byte[]> files =
                Vectors.with(open, "sources.json", text -> text.substring(0, last) + digit + text.substring(last + 1));
        List<Fault> faults = faults(files);
        assertThat(faults).extracting(Fault::file).containsOnly(TARGETS);
        assertThat(faults.get(0).where()).isEqualTo("seed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rule.json", "sealed.json", "sources.json", "frame-1.tsv", "frame-2.tsv", "frame-3.tsv", TARGETS
            })
    void aMissingFileIsRefused(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>(open);
        files.remove(name);
        assertThat(faults(files)).contains(new Fault(name, "", "the file is missing"));
    }

    @Test
    void theInspectorsOrTheWholeResultAmongPublicFilesAreRefused() throws IOException {
        for (String name : List.of("inspectors.tsv", "result.json", "frame-4.tsv")) {
            Map<String, byte[]> files = new LinkedHashMap<>(open);
            files.put(name, "x\n".getBytes(StandardCharsets.UTF_8));
            assertThat(faults(files)).contains(new Fault(name, "", "rule.json names no such file"));
        }
        Path zip = zip(Vectors.files(OPEN));
        BundleRefused refusal = catchThrowableOfType(BundleRefused.class, () -> TargetsVerification.verify(zip));
        assertThat(refusal.faults())
                .containsExactlyInAnyOrder(
                        new Fault("'inspectors.tsv'", "", "a bundle has no such file"),
                        new Fault("'result.json'", "", "a bundle has no such file"));
    }

    @Test
    void aFullBundleHasNoTargetsBesideItsResult() {
        Map<String, byte[]> files = Vectors.files(OPEN);
        files.put(TARGETS, open.get(TARGETS));
        BundleRefused refusal = catchThrowableOfType(BundleRefused.class, () -> Verification.verify(files));
        assertThat(refusal.faults()).containsExactly(new Fault(TARGETS, "", "rule.json names no such file"));
    }

    @Test
    void aFolderAndAZipOfItAreTheSame() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("open"));
        for (Map.Entry<String, byte[]> file : open.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(TargetsVerification.verify(folder)).isEqualTo(TargetsVerification.verify(zip(open)));
        assertThat(Files.readAllBytes(zip(open))).isEqualTo(Files.readAllBytes(zip(open)));
    }

    @Test
    void anyChangedLostOrAddedByteIsRefused() {
        long seed = 20261122;
        Random random = new Random(seed);
        List<String> names = new ArrayList<>(open.keySet());
        for (int round = 0; round < 300; round++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = open.get(name);
            int at = random.nextInt(bytes.length);
            int kind = random.nextInt(3);
            byte[] changed = new byte[bytes.length + kind - 1];
            System.arraycopy(bytes, 0, changed, 0, at);
            System.arraycopy(bytes, at + 1, changed, at + kind, bytes.length - at - 1);
            for (int i = at; i < at + kind; i++) {
                changed[i] = (byte) (bytes[at] ^ (1 + random.nextInt(255)));
            }
            Map<String, byte[]> files = new LinkedHashMap<>(open);
            files.put(name, changed);
            assertThat(faults(files))
                    .as("seed %d, round %d, %s", seed, round, name)
                    .isNotEmpty();
        }
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        Path zip = temp.resolve("open.zip");
        try (var out = Files.newOutputStream(zip)) {
            BundleZip packed = new BundleZip(out);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                packed.add(file.getKey(), file.getValue());
            }
            packed.finish();
        }
        return zip;
    }

    private static List<Fault> faults(Map<String, byte[]> files) {
        BundleRefused refusal = catchThrowableOfType(BundleRefused.class, () -> TargetsVerification.verify(files));
        assertThat(refusal).as("the files are refused").isNotNull();
        return refusal.faults();
    }
}
