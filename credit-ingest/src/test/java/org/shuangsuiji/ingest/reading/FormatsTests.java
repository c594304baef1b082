package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangsuiji.ingest.file.WorkbookBuilder.aWorkbook;
import static org.shuangsuiji.ingest.file.WorkbookBuilder.anEmptyWorkbook;
import static org.shuangsuiji.ingest.file.WorkbookBuilder.row;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.ingest.file.LibraryFormats;
import org.shuangsuiji.model.RecordKind;

/** The same rows are the same records, whichever format brings them. */
class FormatsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String CODE = "91150581MA0N00018Q";
    private static final String OTHER = "91440300192317458F";
    private static final String HEADER = "企业名称|统一社会信用代码|成立日期";

    @TempDir
    private Path folder;

    private List<Note> notes = List.of();

    @Test
    void theSameRowIsTheSameRecordInEveryFormat() throws IOException {
        Path csv = text("a.csv", "企业名称,统一社会信用代码,成立日期\n甲,%s,2016-03-31\n".formatted(CODE));
        Path lines = text("a.jsonl", "{\"企业名称\":\"甲\",\"统一社会信用代码\":\"%s\",\"成立日期\":\"2016-03-31\"}".formatted(CODE));
        Path book = aWorkbook(HEADER, row(2, "甲", CODE, "<c r=\"C2\" s=\"1\"><v>42460</v></c>"))
                .formats("14")
                .write(folder.resolve("a.xlsx"));
        Path old = text(
                "a.xls",
                xml2003("<Row><Cell><Data ss:Type=\"String\">甲</Data></Cell><Cell>"
                        + "<ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>91150581</B>MA0N00018Q</ss:Data></Cell>"
                        + "<Cell><Data ss:Type=\"DateTime\">2016-03-31T00:00:00.000</Data></Cell></Row>"));
        List<RowResult> first = read(csv);
        assertThat(first).hasSize(1).allMatch(row -> row instanceof RowResult.Accepted);
        for (Path same : List.of(book, old)) {
            assertThat(read(same)).as(same.toString()).isEqualTo(first);
        }
        assertThat(read(lines)).singleElement().isInstanceOf(RowResult.Accepted.class);
    }

    @Test
    void aTextIsReadBehindTheFormulaThatGuardsItInTheHeaderToo() throws IOException {
        Path file = text("a.csv", "=\"企业名称\",=\"统一社会信用代码\"\n甲,=\"" + CODE + "\"\n");
        assertThat(read(file)).singleElement().isInstanceOf(RowResult.Accepted.class);
    }

    @Test
    void theFirstSheetWithAWholeHeaderIsReadAndTheOthersAreNamed() throws IOException {
        Path file = anEmptyWorkbook()
                .sheet("说明", "", "填表说明", "企业名称")
                .sheet("一月", "hidden", HEADER, "甲|" + CODE + "|2016-03-31")
                .sheet("二月", "", HEADER, "乙|" + OTHER + "|2016-03-31")
                .sheet("空", "")
                .write(folder.resolve("a.xlsx"));
        assertThat(read(file)).singleElement().isInstanceOf(RowResult.Accepted.class);
        assertThat(notes)
                .contains(
                        new Note("sheets-alike", List.of("二月")),
                        new Note("sheets-others", List.of("说明")),
                        new Note("sheet-hidden", List.of("一月")));
    }

    @Test
    void whatTheOfficePutIntoAWorkbookOfFaultsIsNothingThatItsSenderForgot() throws IOException {
        Path file = anEmptyWorkbook()
                .sheet("退回", "", "退回行号|退回的列|退回原因|退回处理办法|" + HEADER + "|备用", "7|成立日期|看不懂|改正|甲|" + CODE + "|2016-03-31|")
                .sheet("说明", "", "这些行没有入库")
                .sheet("其他企业", "", "企业名称|曾用名", "乙|丙")
                .write(folder.resolve("a.xlsx"));
        assertThat(read(file)).singleElement().isInstanceOf(RowResult.Accepted.class);
        assertThat(notes)
                .contains(new Note("columns-unknown", List.of("备用")), new Note("sheets-others", List.of("其他企业")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "企业名称,统一社会信用代码,处罚,,; ,,机关,决定日期,文号; 企业名称 统一社会信用代码 处罚机关 决定日期 处罚文号",
                "企业名称,统一社会信用代码,决定书,,备注; ,,一,二,; 企业名称 统一社会信用代码 一 二 备注",
                "企业,,处罚机关,; 名称,统一社会信用代码,名称,代码; 企业名称 统一社会信用代码 处罚机关名称 处罚机关代码",
                "企业名称,统一社会信用代码,甲方,,乙方,; ,,姓名,证件号码,姓名,证件号码; 企业名称 统一社会信用代码 甲方姓名 证件号码 乙方姓名 证件号码",
                "企业名称,统一社会信用代码,处罚类别,罚款金额,处罚机关; ,,,（元）,; 企业名称 统一社会信用代码 处罚类别 罚款金额（元） 处罚机关",
                "企业名称,统一社会信用代码,处罚金额（元）,,处罚机关; ,,罚款,没收金额,; 企业名称 统一社会信用代码 罚款（元） 没收金额（元） 处罚机关",
                "企业名称,统一社会信用代码,处罚日期,,罚款金额; ,,处罚决定日期,公示截止期,单位：元; 企业名称 统一社会信用代码 处罚决定日期 公示截止期 罚款金额（元）",
            })
    void eachColumnUnderAGroupHasAName(String above, String below, String expected) throws IOException {
        Path file = Files.writeString(folder.resolve("groups.csv"), above + "\n" + below + "\n");
        Preview preview = Preview.of(RecordKind.PENALTY, file, new LibraryFormats(), ReadingChoice.DETECT);
        assertThat(preview.headerRow()).isEqualTo(2);
        assertThat(preview.headers()).extracting(Preview.Header::text).containsExactly(expected.split(" ", -1));
    }

    @Test
    void aRowOfValuesWithGapsIsNoSecondRowOfTheHeader() throws IOException {
        Path file = Files.writeString(
                folder.resolve("gaps.csv"), "企业名称,统一社会信用代码,处罚决定书文号,\n甲公司,91150581MA0N00018Q,,无\n,,霍市监罚〔2026〕1号,无\n");
        Preview preview = Preview.of(RecordKind.PENALTY, file, new LibraryFormats(), ReadingChoice.DETECT);
        assertThat(preview.headerRow()).isEqualTo(1);
    }

    @Test
    void aHeaderOfTwoRowsIsReadWhereItsCellsWereMerged() throws IOException {
        Path file = aWorkbook("某市市场主体一览表", "企业名称|登记信息", "|统一社会信用代码|成立日期", "甲|" + CODE + "|2016-03-31")
                .write(folder.resolve("a.xlsx"));
        assertThat(read(file)).singleElement().isInstanceOf(RowResult.Accepted.class);
    }

    @Test
    void hiddenRowsAreReadAndCounted() throws IOException {
        Path file = aWorkbook(
                        HEADER,
                        row(2, "甲", CODE, "2016-03-31"),
                        row(3, "乙", OTHER, "2016-03-31").replace("<row ", "<row hidden=\"1\" "),
                        "<row r=\"4\" hidden=\"1\"/>")
                .write(folder.resolve("a.xlsx"));
        assertThat(read(file)).hasSize(2);
        assertThat(notes).contains(new Note("rows-hidden", List.of("1")));
    }

    @Test
    void totalsAndTheFootOfAFormAreNoRowsAndNoFaults() throws IOException {
        Path file = text("a.csv", """
                序号,企业名称,统一社会信用代码,成立日期,注册资本
                1,甲,%s,2016-03-31,5
                合 计,,,,5
                ,总计：1户,,,
                填表人：张三  13800000000
                备注：,,,,
                备注,,,,
                合计,乙,,,5
                合计,,%s,2016-03-31,5
                """.formatted(CODE, OTHER));
        List<RowResult> rows = read(file);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).isInstanceOf(RowResult.Accepted.class);
        assertThat(rows.get(1)).as("a remark without a colon may be a value").isInstanceOf(RowResult.Rejected.class);
        assertThat(rows.get(3)).as("whoever is named by a code is a row").isInstanceOf(RowResult.Accepted.class);
        assertThat(notes).contains(new Note("lines-of-form", List.of("3 合计", "4 总计", "5 填表人", "6 备注")));
    }

    @Test
    void aFileOfTotalsAloneHasNoRows() throws IOException {
        assertThat(read(text("a.csv", "企业名称,统一社会信用代码,成立日期\n合计,,\n"))).isEmpty();
        assertThat(notes).contains(new Note("lines-of-form", List.of("2 合计")));
    }

    @ParameterizedTest
    @CsvSource({"亿元, 50000000000", "千元, 500000", "单位：元, 500", "万, 5000000", "'', 5000000", "万美元,"})
    void capitalIsReadInTheUnitOfItsHeader(String unit, @Nullable Long fen) throws IOException {
        Path file = text("a.csv", "企业名称,统一社会信用代码,注册资本（%s）\n甲,%s,5\n".formatted(unit, CODE));
        assertThat(read(file)).singleElement().isInstanceOfSatisfying(RowResult.Accepted.class, row -> assertThat(
                        ((Registration) row.entry()).capitalFen())
                .isEqualTo(fen));
    }

    @Test
    void cellsMergedOverRowsAreSaidToBeEmptyBelowTheFirst() throws IOException {
        Path file = aWorkbook(
                        HEADER,
                        row(2, "甲", CODE, "2016-03-31"),
                        row(3, "乙", OTHER, "2016-03-31"),
                        "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"A2:B3\"/></mergeCells>")
                .write(folder.resolve("a.xlsx"));
        assertThat(read(file)).hasSize(2);
        assertThat(notes).contains(new Note("cells-merged", List.of("2", "C2:C3")));
    }

    @Test
    void aFaultOfACellCountsOnlyWhereTheColumnIsRead() throws IOException {
        Path file = aWorkbook(
                        "企业名称|统一社会信用代码|经办",
                        row(2, "甲", CODE, "<c r=\"C2\" t=\"e\"><v>#N/A</v></c>"),
                        row(3, "乙", "<c r=\"B3\"><v>9.1150581000001203E17</v></c>"))
                .write(folder.resolve("a.xlsx"));
        List<RowResult> rows = read(file);
        assertThat(rows.get(0)).isInstanceOf(RowResult.Accepted.class);
        assertThat(((RowResult.Rejected) rows.get(1)).fault())
                .extracting(Fault::line, Fault::column, Fault::code)
                .containsExactly(3L, "统一社会信用代码", "cell-digits-lost");
    }

    @Test
    void sheetsOfXmlLeaveOutWhatIsEmptyAndKeepTheirLines() throws IOException {
        Path file = text(
                "a.xls",
                xml2003("<Row ss:Index=\"7\" ss:Hidden=\"1\"><Cell ss:Index=\"2\"><Data ss:Type=\"Number\">"
                        + "9.1150581000001203E17</Data></Cell></Row>"));
        assertThat(read(file)).singleElement().isInstanceOfSatisfying(RowResult.Rejected.class, row -> assertThat(
                        row.fault())
                .extracting(Fault::line, Fault::code)
                .containsExactly(7L, "cell-digits-lost"));
        assertThat(notes).contains(new Note("rows-hidden", List.of("1")));
    }

    @Test
    void eachBrokenLineOfJsonIsAFaultOfItsOwnAndTheOthersAreRead() throws IOException {
        String good = "{\"企业名称\":\"甲\",\"统一社会信用代码\":\"%s\"}".formatted(CODE);
        Path file = text(
                "a.jsonl",
                String.join(
                        "\r\n",
                        good,
                        "",
                        "{\"企业名称\":\"乙\"",
                        good,
                        "null",
                        "{\"企业名称\":\"甲\",\"统一社会信用代码\":150581000012345}"));
        List<RowResult> rows = read(file);
        assertThat(rows).hasSize(5);
        assertThat(rows.stream()
                        .filter(row -> row instanceof RowResult.Rejected)
                        .map(row -> ((RowResult.Rejected) row).fault())
                        .map(fault -> fault.line() + " " + fault.code()))
                .containsExactly("3 json-broken", "5 json-not-object");
    }

    @Test
    void jsonInGb18030IsReadAsCsvIs() throws IOException {
        Path file = folder.resolve("a.jsonl");
        Files.write(
                file, "{\"企业名称\":\"甲\",\"统一社会信用代码\":\"%s\"}\n".formatted(CODE).getBytes(Charset.forName("GB18030")));
        assertThat(read(file)).singleElement().isInstanceOf(RowResult.Accepted.class);
    }

    @Test
    void aLineOfJsonOfAHundredMegabytesStopsInFlatMemory() throws IOException {
        String good = "{\"企业名称\":\"甲\",\"统一社会信用代码\":\"%s\"}\n".formatted(CODE);
        Path file = folder.resolve("long.jsonl");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(good + "{\"企业名称\":\"");
            for (int i = 0; i < 100; i++) {
                writer.write("x".repeat(1 << 20));
            }
            writer.write("\"}\n" + good);
        }
        System.gc();
        long before = used();
        List<RowResult> rows = read(file);
        assertThat(used() - before).isLessThan(64L << 20);
        assertThat(rows).hasSize(3);
        assertThat(((RowResult.Rejected) rows.get(1)).fault().code()).isEqualTo("json-line-too-long");
        assertThat(rows.get(2)).isInstanceOf(RowResult.Accepted.class);
    }

    private List<RowResult> read(Path file) throws IOException {
        try (FileReading reading = FileReading.open(
                RecordKind.REGISTRATION, file, TODAY, new LibraryFormats(), NoPersons.KEYS, ReadingChoice.DETECT)) {
            List<RowResult> rows = new ArrayList<>();
            for (RowResult row = reading.next(); row != null; row = reading.next()) {
                rows.add(row);
            }
            notes = reading.notes();
            return rows;
        }
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String xml2003(String rows) {
        return "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles/><Worksheet ss:Name=\"表\"><Table>"
                + "<Column ss:Width=\"9\"/><Row>"
                + String.join(
                        "",
                        List.of(HEADER.split("\\|", -1)).stream()
                                .map(name -> "<Cell><Data ss:Type=\"String\">" + name + "</Data></Cell>")
                                .toList())
                + "</Row>" + rows + "</Table></Worksheet></Workbook>";
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
