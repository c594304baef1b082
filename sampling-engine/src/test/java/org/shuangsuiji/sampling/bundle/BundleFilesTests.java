package org.shuangsuiji.sampling.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuangsuiji.sampling.draw.BundleRefused;
import org.shuangsuiji.sampling.draw.Vectors;

class BundleFilesTests {
    private static final String VECTOR = "joint-regions-differ";
    private final Map<String, byte[]> good = Vectors.files(VECTOR);

    @TempDir
    private Path temp;

    private Path zip;

    @BeforeEach
    void nameTheZip() {
        zip = temp.resolve("bundle.zip");
    }

    @Test
    void aFolderAndAZipOfItAreTheSameBundle() throws IOException {
        write(good);
        assertThat(verified(zip)).isEqualTo(verified(Vectors.FOLDER.resolve(VECTOR)));
    }

    @Test
    void aZipMayHaveOneLeadingFolder() throws IOException {
        write(inFolder("2026-抽查/"));
        assertThat(verified(zip)).isEqualTo(verified(Vectors.FOLDER.resolve(VECTOR)));
        Map<String, byte[]> withEntryOfItsOwn = new LinkedHashMap<>(Map.of("draw/", new byte[0]));
        withEntryOfItsOwn.putAll(inFolder("draw/"));
        write(withEntryOfItsOwn);
        assertThat(verified(zip)).isEqualTo(verified(Vectors.FOLDER.resolve(VECTOR)));
    }

    @Test
    void theSameDrawGivesTheSameZipAndItIsAccepted() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        BundleWriter.writeZip(Vectors.draw(VECTOR), one);
        BundleWriter.writeZip(Vectors.draw(VECTOR), other);
        assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
        Files.write(zip, one.toByteArray());
        assertThat(verified(zip)).isEqualTo(verified(Vectors.FOLDER.resolve(VECTOR)));
    }

    @Test
    void aFolderWrittenIsTheFolderOfTheIndependentProgram() throws IOException {
        Path folder = temp.resolve("out");
        BundleWriter.writeFolder(Vectors.draw(VECTOR), folder);
        for (Map.Entry<String, byte[]> file : good.entrySet()) {
            assertThat(Files.readAllBytes(folder.resolve(file.getKey()))).isEqualTo(file.getValue());
        }
        assertThatThrownBy(() -> BundleWriter.writeFolder(Vectors.draw(VECTOR), folder))
                .as("a bundle never overwrites another")
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../rule.json",
                "/rule.json",
                "./rule.json",
                "a/b/rule.json",
                "..\\rule.json",
                "C:\\rule.json",
                "notes.txt",
                "rule.json/",
                "frame-0.tsv",
                "frame-01.tsv",
                "RULE.JSON",
                "rule.json ",
                "other/rule.json"
            })
    void anEntryOfAnotherNameIsRefused(String name) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(good);
        files.put(name, new byte[0]);
        write(files);
        assertThat(refusal(zip)).anySatisfy(fault -> assertThat(fault).contains("a bundle has no such file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../", "./", "/", "a\\..\\", "a/b/"})
    void aLeadingFolderThatIsNoneIsRefused(String folder) throws IOException {
        write(inFolder(folder));
        assertThat(refusal(zip)).anySatisfy(fault -> assertThat(fault).contains("a bundle has no such file"));
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(good);
        files.put("rule.jsoN", files.get("rule.json"));
        write(files);
        replaceInZip("rule.jsoN", "rule.json");
        assertThat(refusal(zip)).contains("rule.json: the entry stands in the zip twice");
    }

    @Test
    void aZipWhoseTwoListsDifferIsRefused() throws IOException {
        write(good);
        byte[] bytes = Files.readAllBytes(zip);
        int first = indexOf(bytes, "frame-2.tsv", 0);
        bytes[first + 6] = '3';
        Files.write(zip, bytes);
        assertThat(refusal(zip)).contains("frame-2.tsv: its own header names it 'frame-3.tsv'");
    }

    @Test
    void aZipWithAnEntryThatItsListDoesNotNameIsRefused() throws IOException {
        write(good);
        byte[] listed = Files.readAllBytes(zip);
        Map<String, byte[]> hidden = new LinkedHashMap<>(good);
        hidden.remove("rule.json");
        write(hidden);
        byte[] bytes = Files.readAllBytes(zip);
        assertThat(bytes.length).isLessThan(listed.length);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(listed, 0, indexOf(listed, "PK\u0001\u0002", 0));
        joined.write(bytes);
        Files.write(zip, joined.toByteArray());
        assertThat(refusal(zip)).isNotEmpty();
    }

    @Test
    void aCutOrForeignFileIsRefusedAndNotACrash() throws IOException {
        write(good);
        byte[] bytes = Files.readAllBytes(zip);
        for (int length : new int[] {0, 1, 22, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(zip, Arrays.copyOf(bytes, length));
            assertThat(refusal(zip)).as("%d bytes", length).isNotEmpty();
        }
        Files.writeString(zip, "this is no zip");
        assertThat(refusal(zip)).singleElement().asString().contains("is neither a folder nor a sound zip");
    }

    @Test
    void bytesInFrontOfAZipAreRefused() throws IOException {
        write(good);
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        script.writeBytes("#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII));
        script.writeBytes(Files.readAllBytes(zip));
        Files.write(zip, script.toByteArray());
        assertThat(refusal(zip)).singleElement().asString().startsWith("'bundle.zip': ");
    }

    @Test
    void anUnknownFileIsNamedAsItStandsInTheArchiveAndQuoted() throws IOException {
        write(Map.of("x/y/rule.json", new byte[0], "x/y'\\.txt", new byte[0], "x/" + "长".repeat(200), new byte[0]));
        assertThat(refusal(zip))
                .containsExactlyInAnyOrder(
                        "'x/y/rule.json': a bundle has no such file",
                        "'x/y\\'\\\\.txt': a bundle has no such file",
                        "'x/%s...%s': a bundle has no such file".formatted("长".repeat(58), "长".repeat(57)));
    }

    @Test
    void aWrongChecksumIsToldOfItsFile() throws IOException {
        write(inFolder("draw/"));
        byte[] bytes = Files.readAllBytes(zip);
        // the checksum stands behind the content and once more in the list at the end
        int described = indexOf(bytes, "PK\u0007\b", indexOf(bytes, "draw/frame-1.tsv", 0));
        int listed = indexOf(bytes, "draw/frame-1.tsv", indexOf(bytes, "PK\u0001\u0002", 0)) - 46;
        bytes[described + 4] ^= 1;
        bytes[listed + 16] ^= 1;
        Files.write(zip, bytes);
        assertThat(refusal(zip)).singleElement().asString().startsWith("frame-1.tsv: is damaged: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "draw/"})
    void aFilePackedInAnotherWayIsToldByItsName(String folder) throws IOException {
        write(folder.isEmpty() ? good : inFolder(folder));
        byte[] bytes = Files.readAllBytes(zip);
        String name = folder + "frame-1.tsv";
        int bzip2 = 12;
        int first = indexOf(bytes, name, 0) - 30;
        bytes[first + 6] = 0; // sizes stand in front, as they must for such a packing
        bytes[first + 8] = (byte) bzip2;
        bytes[indexOf(bytes, name, indexOf(bytes, "PK\u0001\u0002", 0)) - 46 + 10] = (byte) bzip2;
        Files.write(zip, bytes);
        assertThat(refusal(zip)).containsExactly("frame-1.tsv: is packed in another way than stored or deflated");
    }

    @Test
    void aDamagedEntryIsRefused() throws IOException {
        write(good);
        byte[] bytes = Files.readAllBytes(zip);
        int content = indexOf(bytes, "frame-1.tsv", 0) + 40;
        bytes[content] ^= 0x55;
        Files.write(zip, bytes);
        assertThat(refusal(zip)).isNotEmpty();
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(good);
        files.put("frame-1.tsv", new byte[4 << 20]);
        write(files);
        assertThat(refusal(zip)).contains("frame-1.tsv: unpacks to more than 100 times its packed size");
    }

    @Test
    void filesBeyondTheLimitsAreRefused() throws IOException {
        Limits limits = new Limits(10_000, 10_000, 30_000, 12);
        write(good);
        assertThat(BundleFiles.read(zip, BundleContents.FULL, limits)).hasSize(good.size());
        assertRefused(Map.of("rule.json", new byte[10_001]), limits, "the limit is 10000");
        assertRefused(Map.of("frame-9.tsv", new byte[10_001]), limits, "the limit is 10000");
        Map<String, byte[]> together = new LinkedHashMap<>();
        for (int n = 1; n <= 4; n++) {
            together.put("frame-%d.tsv".formatted(n), new byte[9000]);
        }
        assertRefused(together, limits, "larger than the limit");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int n = 1; n <= 13; n++) {
            many.put("frame-%d.tsv".formatted(n), new byte[1]);
        }
        assertRefused(many, limits, "more than 12 files");
    }

    @Test
    void aFolderWithinAFolderOrALinkIsRefused() throws IOException {
        Path folder = temp.resolve("folder");
        Files.createDirectories(folder.resolve("inner"));
        Files.createSymbolicLink(
                folder.resolve("rule.json"),
                Vectors.FOLDER.resolve(VECTOR).resolve("rule.json").toAbsolutePath());
        Files.writeString(folder.resolve("notes.txt"), "x");
        assertThat(refusal(folder))
                .containsExactlyInAnyOrder(
                        "'inner': is not a plain file",
                        "'rule.json': is not a plain file",
                        "'notes.txt': a bundle has no such file");
    }

    private void assertRefused(Map<String, byte[]> files, Limits limits, String reason) throws IOException {
        write(files);
        assertThatThrownBy(() -> BundleFiles.read(zip, BundleContents.FULL, limits))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining(reason);
    }

    private Map<String, byte[]> inFolder(String folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        good.forEach((name, bytes) -> files.put(folder + name, bytes));
        return files;
    }

    private void write(Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream zipped = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zipped.putNextEntry(new ZipEntry(file.getKey()));
                zipped.write(file.getValue());
                zipped.closeEntry();
            }
        }
    }

    private void replaceInZip(String before, String after) throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        for (int at = indexOf(bytes, before, 0); at >= 0; at = indexOf(bytes, before, at + 1)) {
            System.arraycopy(after.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, after.length());
        }
        Files.write(zip, bytes);
    }

    private static int indexOf(byte[] bytes, String text, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
    }

    private static String verified(Path bundle) throws IOException {
        return Verification.verify(bundle).resultDigest().hex();
    }

    private static List<String> refusal(Path bundle) {
        BundleRefused refusal = catchThrowableOfType(BundleRefused.class, () -> Verification.verify(bundle));
        assertThat(refusal).as("the bundle is refused").isNotNull();
        return refusal.faults().stream().map(Object::toString).toList();
    }
}
