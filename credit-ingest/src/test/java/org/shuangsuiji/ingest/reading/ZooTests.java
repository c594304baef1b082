package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.ingest.file.FastCsvTable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;

/** Each file of the zoo has one fault, named by the file: {@code fault.kind.ending}. */
class ZooTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder;

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(zoo())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysOfEachFileWhatIsWrongWithIt(String name) throws IOException {
        String[] parts = name.split("\\.", -1);
        assertThat(firstFaultOf(kind(parts[1]), zoo().resolve(name))).isEqualTo(parts[0]);
    }

    @Test
    void tellsMoreThanThirtyFaultsApart() throws IOException {
        var faults = new TreeSet<String>();
        files().forEach(name -> faults.add(name.substring(0, name.indexOf('.'))));
        assertThat(faults).hasSizeGreaterThan(30);
    }

    @Test
    void tellsLineAndColumnOfTheFirstBrokenByte() {
        assertThatThrownBy(() -> open(RecordKind.REGISTRATION, zoo().resolve("file-bytes-broken.registration.csv")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.arguments())
                        .containsExactly("UTF-8", 3L, 11L, "0xFF"));
        assertThatThrownBy(() -> open(RecordKind.PENALTY, zoo().resolve("file-bytes-broken.penalty.csv")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.arguments())
                        .containsExactly("GB18030", 3L, 1L, "0x80"));
    }

    @Test
    void stopsAtALineOfAHundredMegabytesInFlatMemory() throws IOException {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write("企业名称,统一社会信用代码\n甲,91150581MA0N00018Q\n\"");
            String block = "x".repeat(1 << 20);
            for (int i = 0; i < 100; i++) {
                writer.write(block);
            }
            writer.write("\",1\n");
        }
        System.gc();
        long before = used();
        try (FileReading reading = open(RecordKind.REGISTRATION, file)) {
            reading.next();
            assertThatThrownBy(reading::next).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("file-field-too-long");
                assertThat(refusal.arguments()).containsExactly(3L, FileReading.FIELD_MAX);
            });
        }
        assertThat(used() - before).isLessThan(64L << 20);
    }

    @Test
    void countsAMillionFieldsOfOneRowWithoutKeepingThem() throws IOException {
        Path file = folder.resolve("wide.csv");
        Files.writeString(file, "企业名称,统一社会信用代码\n" + "甲,".repeat(1_000_000) + "\n");
        try (FileReading reading = open(RecordKind.REGISTRATION, file)) {
            var rejected = (RowResult.Rejected) Objects.requireNonNull(reading.next());
            assertThat(rejected.fault().code()).isEqualTo("fields-too-many");
            assertThat(rejected.fault().args()).containsExactly("1000001", "2");
        }
    }

    /** Everything before the cut is read as it stands, and the row that was cut is a fault or the file is refused. */
    @Test
    void takesNothingFromARowThatWasCutInTheMiddle() throws IOException {
        String whole = "企业名称,统一社会信用代码,住所\n甲一,91150581MA0N00018Q,\"珠斯花街,1号\"\n乙二,91440300192317458F,\"珠斯花街,2号\"\n";
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        int secondRow = whole.substring(0, whole.indexOf("乙二")).getBytes(StandardCharsets.UTF_8).length;
        Path file = folder.resolve("cut.csv");
        int afterLastDelimiter = whole.substring(0, whole.indexOf("\"珠斯花街,2")).getBytes(StandardCharsets.UTF_8).length;
        for (int length = secondRow + 1; length < bytes.length - 2; length++) {
            if (length == afterLastDelimiter) {
                continue; // this looks like a whole row with an empty last field; only a declared digest could tell
            }
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            assertThat(firstFaultOf(RecordKind.REGISTRATION, file))
                    .as("cut after %d bytes", length)
                    .isIn("fields-too-few", "file-quote-open", "file-bytes-broken");
        }
    }

    private static @Nullable String firstFaultOf(RecordKind kind, Path file) throws IOException {
        try (FileReading reading = open(kind, file)) {
            RowResult result = reading.next();
            if (result == null) {
                return "file-rows-missing";
            }
            while (result != null) {
                if (result instanceof RowResult.Rejected rejected) {
                    return rejected.fault().code();
                }
                result = reading.next();
            }
            return null;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static FileReading open(RecordKind kind, Path file) throws IOException {
        return FileReading.open(kind, file, TODAY, new FastCsvTable(), NoPersons.KEYS);
    }

    private static RecordKind kind(String word) {
        return RecordKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Path zoo() {
        try {
            return Path.of(
                    Objects.requireNonNull(ZooTests.class.getResource("zoo")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
