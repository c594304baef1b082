package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.ingest.file.LibraryFormats;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Refusal;

/** What somebody says of how a file is to be read. */
class ReadingChoiceTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String CODE = "91150581MA0W00014U";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @Test
    void aHeaderThatNobodyKnowsIsTakenForTheColumnThatWasSaid() throws IOException {
        write("甲方,统一社会信用代码,成立日期\n甲公司," + CODE + ",2016-03-31\n");
        refused(() -> open(ReadingChoice.DETECT), "file-column-missing");
        try (FileReading reading = open(columns(Map.of("甲方", "企业名称")))) {
            assertThat(registration(reading).name()).isEqualTo("甲公司");
            assertThat(reading.notes()).contains(new Note("columns-chosen", List.of("甲方 → 企业名称")));
        }
    }

    @Test
    void aColumnIsLeftOutAndTheFileSaysSo() throws IOException {
        write("企业名称,统一社会信用代码,成立日期,某列\n甲公司," + CODE + ",2016-03-31,x\n");
        try (FileReading reading =
                open(columns(Map.of("成立日期", ReadingChoice.LEAVE_OUT, "某列", ReadingChoice.LEAVE_OUT)))) {
            assertThat(registration(reading).established()).isNull();
            assertThat(reading.notes()).contains(new Note("columns-left-out", List.of("成立日期", "某列")));
            assertThat(reading.notes()).extracting(Note::code).doesNotContain("columns-unknown");
        }
    }

    @Test
    void ofTwoHeadersForOneColumnOneIsLeftOut() throws IOException {
        write("企业名称,单位名称,统一社会信用代码\n甲公司,乙公司," + CODE + "\n");
        refused(() -> open(ReadingChoice.DETECT), "file-column-twice");
        try (FileReading reading = open(columns(Map.of("企业名称", ReadingChoice.LEAVE_OUT)))) {
            assertThat(registration(reading).name()).isEqualTo("乙公司");
        }
        refused(() -> open(columns(Map.of("统一社会信用代码", "企业名称", "单位名称", "企业名称"))), "file-column-twice");
    }

    @Test
    void theHeaderStandsWhereItWasSaid() throws IOException {
        write("某某局导出\n\n第一页\n第二页\n三\n四\n企业名称,统一社会信用代码\n甲公司," + CODE + "\n");
        refused(() -> open(ReadingChoice.DETECT), "file-header-missing");
        try (FileReading reading = open(new ReadingChoice(null, null, null, 6, Map.of()))) {
            assertThat(registration(reading).line()).isEqualTo(8);
        }
        Refusal beyond = refused(() -> open(new ReadingChoice(null, null, null, 9, Map.of())), "choice-header-row");
        assertThat(beyond.arguments()).containsExactly(9, 7);
    }

    @Test
    void theDelimiterIsTheOneThatWasSaid() throws IOException {
        write("企业名称,旧;统一社会信用代码\n甲公司,旧;" + CODE + "\n");
        try (FileReading reading = open(new ReadingChoice(null, "semicolon", null, null, Map.of("企业名称,旧", "企业名称")))) {
            assertThat(reading.delimiter()).isEqualTo(";");
            assertThat(registration(reading).name()).isEqualTo("甲公司,旧");
        }
    }

    @Test
    void theEncodingIsTheOneThatWasSaidOrTheFileIsRefused() throws IOException {
        byte[] utf8 = ("企业名称,统一社会信用代码\n甲公司," + CODE + "\n").getBytes(StandardCharsets.UTF_8);
        file = Files.write(folder.resolve("file.csv"), utf8);
        refused(() -> open(encoding("GB18030")), "file-bytes-broken");

        String chinese = "企业名称,统一社会信用代码\n甲公司," + CODE + "\n";
        file = Files.write(folder.resolve("gb.csv"), chinese.getBytes(Charset.forName("GB18030")));
        try (FileReading reading = open(encoding("gbk"))) {
            assertThat(reading.encoding()).isEqualTo("GB18030");
            assertThat(registration(reading).name()).isEqualTo("甲公司");
        }
        Refusal broken = refused(() -> open(encoding("utf-8")), "file-bytes-broken");
        assertThat(broken.arguments()).startsWith("UTF-8", 1L);
    }

    @Test
    void aNumberOfAPersonIsNeverReadWhateverIsSaid() throws IOException {
        write("企业名称,统一社会信用代码,联系电话\n甲公司," + CODE + ",13812345678\n");
        refused(() -> open(columns(Map.of("联系电话", "法定代表人"))), "choice-column-personal");
    }

    @Test
    void aChoiceThatFitsNothingIsRefused() throws IOException {
        write("企业名称,统一社会信用代码,某列\n甲公司," + CODE + ",x\n");
        assertThat(refused(() -> open(columns(Map.of("某列", "没有的列"))), "choice-column-unknown")
                        .arguments())
                .startsWith("某列", "没有的列");
        refused(() -> open(columns(Map.of("没有的表头", "企业名称"))), "choice-header-unknown");
        refused(() -> open(new ReadingChoice(null, null, "Sheet1", null, Map.of())), "choice-sheet-none");
    }

    @ParameterizedTest
    @CsvSource({
        "utf-16,,,choice-encoding",
        ",colon,,choice-delimiter",
        ",,0,choice-header-row-range",
        ",,51,choice-header-row-range"
    })
    void whatCannotBeAChoiceIsRefusedAtOnce(
            @Nullable String encoding, @Nullable String delimiter, @Nullable Integer headerRow, String code) {
        refused(() -> new ReadingChoice(encoding, delimiter, null, headerRow, Map.of()), code);
    }

    @Test
    void pairsArePartedAtTheirLastColon() {
        assertThat(ReadingChoice.columnsOf(List.of("甲方:企业名称", "时间:起:成立日期", "乙：-")))
                .containsEntry("甲方", "企业名称")
                .containsEntry("时间:起", "成立日期")
                .containsEntry("乙", "-");
        refused(() -> ReadingChoice.columnsOf(List.of("甲方")), "choice-map");
        refused(() -> ReadingChoice.columnsOf(List.of(":企业名称")), "choice-map");
        refused(() -> ReadingChoice.columnsOf(List.of("甲方:")), "choice-map");
    }

    @Test
    void anEncodingIsRememberedOnlyUnderAHeaderThatTellsEncodingsApart() {
        var choice = new ReadingChoice("GB18030", null, null, 2, Map.of());
        assertThat(choice.forAnother(List.of("企业名称", "CODE"))).isEqualTo(choice);
        assertThat(choice.forAnother(List.of("NAME", "CODE")).encoding()).isNull();
    }

    @Test
    void aPreviewSaysWhatEachHeaderWasTakenForAndHidesPersons() throws IOException {
        write("某某局导出\n企业名称,CODE,联系电话,某列,备注,甲方,\n甲公司," + CODE + ",13812345678,身份证 150581199001011234,b,c,d\n");
        Preview preview = Preview.of(
                RecordKind.REGISTRATION,
                file,
                new LibraryFormats(),
                columns(Map.of("甲方", "住所", "某列", ReadingChoice.LEAVE_OUT)));
        assertThat(preview.headerRow()).isEqualTo(2);
        assertThat(preview.above()).containsExactly("某某局导出");
        assertThat(preview.headers())
                .extracting(Preview.Header::taken)
                .containsExactly(
                        Preview.Taken.COLUMN,
                        Preview.Taken.COLUMN,
                        Preview.Taken.PERSONAL,
                        Preview.Taken.LEFT_OUT,
                        Preview.Taken.NOT_KEPT,
                        Preview.Taken.CHOSEN,
                        Preview.Taken.NAMELESS);
        assertThat(preview.headers())
                .extracting(Preview.Header::column)
                .containsExactly("企业名称", "统一社会信用代码", null, null, null, "住所", null);
        assertThat(preview.rows()).containsExactly(List.of("甲公司", CODE, "•••", "身份证 150581********", "b", "c", "d"));
    }

    @Test
    void aFileWithoutAHeaderIsShownAllTheSame() throws IOException {
        write("a;b;c\n1;2;3\n");
        Preview preview = Preview.of(RecordKind.REGISTRATION, file, new LibraryFormats(), columns(Map.of("x", "y")));
        assertThat(preview.delimiter()).isEqualTo(";");
        assertThat(preview.headers()).extracting(Preview.Header::text).containsExactly("a", "b", "c");
        assertThat(preview.rows()).containsExactly(List.of("1", "2", "3"));
    }

    private void write(String text) throws IOException {
        file = Files.writeString(folder.resolve("file.csv"), text);
    }

    private FileReading open(ReadingChoice choice) throws IOException {
        return FileReading.open(RecordKind.REGISTRATION, file, TODAY, new LibraryFormats(), NoPersons.KEYS, choice);
    }

    private static ReadingChoice columns(Map<String, String> columns) {
        return new ReadingChoice(null, null, null, null, columns);
    }

    private static ReadingChoice encoding(String encoding) {
        return new ReadingChoice(encoding, null, null, null, Map.of());
    }

    private static Registration registration(FileReading reading) {
        return (Registration) ((RowResult.Accepted) java.util.Objects.requireNonNull(reading.next())).entry();
    }

    private static Refusal refused(ThrowingCallable work, String code) {
        var caught = new Refusal[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            caught[0] = refusal;
        });
        return caught[0];
    }
}
