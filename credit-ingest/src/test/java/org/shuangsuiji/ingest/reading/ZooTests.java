package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.ingest.file.LibraryFormats;
import org.shuangsuiji.ingest.file.OddFiles;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;

/** Each file of the zoo has one fault, named by the file: {@code fault.kind.ending}. */
class ZooTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder;

    @TempDir
    private static Path built;

    @BeforeAll
    static void buildTheRest() {
        OddFiles.write(built);
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> kept = Files.list(zoo());
                Stream<Path> made = Files.list(built)) {
            return Stream.concat(kept, made)
                    .filter(file -> !name(file).startsWith("."))
                    .sorted(Comparator.comparing(ZooTests::name))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysOfEachFileWhatIsWrongWithIt(Path file) throws IOException {
        String[] parts = name(file).split("\\.", -1);
        Fault fault = firstFaultOf(kind(parts[1]), file);
        assertThat(fault).isNotNull();
        assertThat(fault.code()).isEqualTo(parts[0]);
    }

    @Test
    void tellsMoreThanEightyFaultsApart() throws IOException {
        var faults = new TreeSet<String>();
        files().forEach(file -> faults.add(name(file).substring(0, name(file).indexOf('.'))));
        assertThat(faults).hasSizeGreaterThan(80);
    }

    /** Each message says what was found, what was expected and what to do, and no two files get the same. */
    @ParameterizedTest
    @CsvSource({"_en, '[Ee]xpect|at most|must|needs|missing|only'", "'', '应|最多|缺少|只收'"})
    void noTwoFilesGetTheSameMessage(String language, String expectation) throws IOException {
        Properties texts = texts(language);
        Map<String, String> messages = new HashMap<>();
        var all = new SoftAssertions();
        for (Path file : files().toList()) {
            Fault fault = firstFaultOf(kind(name(file).split("\\.", -1)[1]), file);
            boolean row = fault.line() > 0;
            String message = text(texts, (row ? "fault." : "refusal.") + fault.code(), fault.args());
            if (row) {
                message += " " + text(texts, "fault." + fault.code() + ".do", fault.args());
            }
            all.assertThat(messages.put(message, name(file))).as(message).isNull();
            all.assertThat(message).as(name(file)).containsPattern(expectation).doesNotContainPattern("\\{\\d");
            all.assertThat(message.split("[.。；;：:，] ?").length).as(message).isGreaterThan(1);
        }
        all.assertAll();
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
            assertThat(Objects.requireNonNull(firstFaultOf(RecordKind.REGISTRATION, file))
                            .code())
                    .as("cut after %d bytes", length)
                    .isIn("fields-too-few", "file-quote-open", "file-bytes-broken");
        }
    }

    /** The first fault of a row, or why the file was refused, as a fault of line 0. */
    private static @Nullable Fault firstFaultOf(RecordKind kind, Path file) throws IOException {
        try (FileReading reading = open(kind, file)) {
            RowResult result = reading.next();
            if (result == null) {
                return Fault.of(0, null, null, "file-rows-missing");
            }
            while (result != null) {
                if (result instanceof RowResult.Rejected rejected) {
                    return rejected.fault();
                }
                result = reading.next();
            }
            return null;
        } catch (Refusal refusal) {
            return Fault.of(0, null, null, refusal.code(), refusal.arguments().toArray());
        }
    }

    /** The texts of the console, where people read them. */
    private static Properties texts(String language) throws IOException {
        Path file =
                Path.of("..", "web-console", "src", "main", "resources", "messages-ingest" + language + ".properties");
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static String text(Properties texts, String key, List<String> args) {
        String text = texts.getProperty(key);
        assertThat(text).as(key).isNotBlank();
        return args.isEmpty() ? text : new MessageFormat(text, Locale.ROOT).format(args.toArray());
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static FileReading open(RecordKind kind, Path file) throws IOException {
        return FileReading.open(kind, file, TODAY, new LibraryFormats(), NoPersons.KEYS, ReadingChoice.DETECT);
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
