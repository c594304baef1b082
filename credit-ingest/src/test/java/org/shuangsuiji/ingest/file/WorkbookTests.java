package org.shuangsuiji.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangsuiji.ingest.file.WorkbookBuilder.aWorkbook;
import static org.shuangsuiji.ingest.file.WorkbookBuilder.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangsuiji.ingest.reading.CellFault;
import org.shuangsuiji.ingest.reading.TableFile;
import org.shuangsuiji.ingest.reading.TableText;
import org.shuangsuiji.model.Refusal;

class WorkbookTests {
    private static final WorkbookLimits SMALL = new WorkbookLimits(20, 3 << 20, 5 << 20, 1 << 16, 100);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "26220.459999999999, 26220.46",
        "0.10000000000000001, 0.1",
        "91150581, 91150581",
        "9.1150581E7, 91150581",
        "150581000012345, 150581000012345",
        "1.5058100001234499E14, 150581000012345",
        "1E-3, 0.001",
        "-5.0, -5",
        "0, 0",
        "1E-999999999, 0",
        "100, 100"
    })
    void aNumberIsTheShortestDecimalThatMeansIt(String stored, String text) throws IOException {
        assertThat(cell("<c r=\"A1\"><v>%s</v></c>".formatted(stored))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"9.1150581000001203E17", "911505810000012345", "1E15", "1E999999999"})
    void aNumberOfMoreDigitsThanASpreadsheetKeepsIsAFault(String stored) throws IOException {
        assertThat(fault("<c r=\"A1\"><v>%s</v></c>".formatted(stored)).code()).isEqualTo("cell-digits-lost");
    }

    @ParameterizedTest
    @CsvSource({
        "14, 46112, 2026-03-31",
        "14, 1, 1900-01-01",
        "14, 59, 1900-02-28",
        "14, 61, 1900-03-01",
        "14, 2958465, 9999-12-31",
        "14, 46112.5, 2026-03-31 12:00",
        "22, 46112.999999999, 2026-04-01",
        "20, 0.5, 12:00",
        "31, 46112, 2026-03-31",
        "58, 46112, 2026-03-31",
        "57, 46112, 2026-03",
        "17, 46112, 2026-03",
        "0, 46112, 46112",
        "'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', 46112, 2026-03-31",
        "'yyyy&quot;年&quot;m&quot;月&quot;', 46112, 2026-03",
        "'[$-804]yyyy/m/d;@', 46112, 2026-03-31",
        "'#,##0.00&quot;元&quot;', 46112, 46112",
        "'0.00_);[Red]\\(0.00\\)', 46112, 46112"
    })
    void aDayIsReadByTheFormatOfItsNumber(String format, String stored, String text) throws IOException {
        Path file = aWorkbook(row(1, "<c r=\"A1\" s=\"1\"><v>%s</v></c>".formatted(stored)))
                .formats(format)
                .write(folder.resolve("a.xlsx"));
        assertThat(rows(file, 1).get(0).values().get(0)).isEqualTo(text);
    }

    @Test
    void aDayOfTheSystemThatBeginsIn1904IsFourYearsLater() throws IOException {
        Path file = aWorkbook(row(1, "<c r=\"A1\" s=\"1\"><v>44650</v></c>"))
                .formats("14")
                .from1904()
                .write(folder.resolve("a.xlsx"));
        assertThat(rows(file, 1).get(0).values()).containsExactly("2026-03-31");
    }

    @ParameterizedTest
    @CsvSource({"60, cell-day-of-no-calendar", "-1, cell-day-out-of-range", "2958466, cell-day-out-of-range"})
    void aDayThatNoCalendarHasIsAFault(String stored, String code) throws IOException {
        Path file = aWorkbook(row(1, "<c r=\"A1\" s=\"1\"><v>%s</v></c>".formatted(stored)))
                .formats("14")
                .write(folder.resolve("a.xlsx"));
        assertThat(rows(file, 1).get(0).faults()).extracting(CellFault::code).containsExactly(code);
    }

    @Test
    void aTextIsTheTextInAllItsPiecesAndNotHowItIsPronounced() throws IOException {
        Path file = aWorkbook(row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"B1\" t=\"s\"><v>1</v></c>"))
                .texts(
                        "<r><rPr><b/></rPr><t>北京</t></r><r><t xml:space=\"preserve\"> 公司</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>ベイジン</t></rPh><phoneticPr fontId=\"1\"/>",
                        "甲_x000D_乙_x005F_x000D_")
                .write(folder.resolve("a.xlsx"));
        assertThat(rows(file, 2).get(0).values()).containsExactly("北京 公司", "甲\r乙_x000D_");
    }

    @Test
    void aFormulaIsTheValueThatWasKeptWithIt() throws IOException {
        assertThat(cell("<c r=\"A1\" t=\"str\"><f>A2&amp;B2</f><v>甲乙</v></c>")).isEqualTo("甲乙");
        assertThat(cell("<c r=\"A1\" t=\"str\"><f>T(1)</f><v></v></c>")).isEmpty();
        assertThat(cell("<c r=\"A1\" t=\"b\"><f>1=1</f><v>1</v></c>")).isEqualTo("TRUE");
        assertThat(fault("<c r=\"A1\"><f>SUM(B1:B9)</f></c>").code()).isEqualTo("cell-formula-empty");
        assertThat(fault("<c r=\"A1\" t=\"e\"><f>VLOOKUP(1,B:C,2)</f><v>#N/A</v></c>"))
                .extracting(CellFault::code, CellFault::args)
                .containsExactly("cell-error", List.of("#N/A", "A1"));
    }

    @Test
    void rowsAndCellsThatASheetLeavesOutKeepTheirPlaces() throws IOException {
        Path file = aWorkbook(
                        row(2, "甲"),
                        "<row r=\"7\"><c r=\"C7\" t=\"inlineStr\"><is><t>乙</t></is></c></row>",
                        "<row><c t=\"inlineStr\"><is><t>丙</t></is></c></row>",
                        "<row r=\"500000\"><c r=\"A500000\" s=\"3\"/></row>")
                .write(folder.resolve("a.xlsx"));
        List<TableText.Fields> rows = rows(file, 3);
        assertThat(rows).extracting(TableText.Fields::line).containsExactly(2L, 7L, 8L, 500_000L);
        assertThat(rows.get(1).values()).containsExactly("", "", "乙");
        assertThat(rows.get(2).values()).containsExactly("丙", "", "");
        assertThat(rows.get(3).blank()).isTrue();
    }

    @Test
    void aCellBeyondTheHeaderIsNotDroppedInSilence() throws IOException {
        Path file = aWorkbook(row(1, "甲", "乙", "丙")).write(folder.resolve("a.xlsx"));
        assertThat(rows(file, 2).get(0).faults())
                .extracting(CellFault::field, CellFault::code, CellFault::args)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        CellFault.WHOLE_ROW, "cells-beyond-header", List.of("C1", "2")));
    }

    /** More texts than could be held: a table of 300 MB, while the memory allows for a small part of it. */
    @Test
    void aTableOfTextsLargerThanTheMemoryLiesOnDisk() throws IOException {
        long texts = 300_000;
        Path file = aWorkbook(row(1, "<c r=\"A1\" t=\"s\"><v>%d</v></c>".formatted(texts - 1)))
                .texts(out -> writeTexts(out, texts, 1_000))
                .write(folder.resolve("a.xlsx"));
        System.gc();
        long before = used();
        try (TableFile book = new LibraryFormats().workbook(file);
                TableText.Rows rows = book.sheets().get(0).rows(1)) {
            TableText.Fields first = java.util.Objects.requireNonNull(rows.next());
            assertThat(first.values().get(0)).startsWith("299999 ").hasSize(1_000);
            System.gc();
            assertThat(used() - before).isLessThan(64L << 20);
        }
    }

    @Test
    void aSheetOfManyRowsIsReadInFlatMemory() throws IOException {
        int rows = 150_000;
        Path file = WorkbookBuilder.anEmptyWorkbook()
                .sheet("s", "", out -> {
                    write(out, "<worksheet><sheetData>");
                    for (int line = 1; line <= rows; line++) {
                        write(
                                out,
                                row(
                                        line,
                                        "企业" + line * 7919L % 1_000_003,
                                        "9115058100" + line,
                                        "<c><v>" + line + "</v></c>"));
                    }
                    write(out, "</sheetData></worksheet>");
                })
                .write(folder.resolve("a.xlsx"));
        System.gc();
        long before = used();
        try (TableFile book = new LibraryFormats().workbook(file);
                TableText.Rows all = book.sheets().get(0).rows(3)) {
            long read = 0;
            for (TableText.Fields row = all.next(); row != null; row = all.next()) {
                read++;
                if (read == rows - 1) {
                    System.gc();
                    assertThat(used() - before).isLessThan(32L << 20);
                }
            }
            assertThat(read).isEqualTo(rows);
            assertThat(book.bytesRead()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void aTextOfManyEscapesIsNoAttack() throws IOException {
        Path file = aWorkbook(row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>"))
                .texts(out -> {
                    write(out, "<sst>");
                    for (int i = 0; i < 60_000; i++) {
                        write(out, "<si><t>" + i + "&amp;&lt;&#x4e2d;".repeat(200) + "</t></si>");
                    }
                    write(out, "</sst>");
                })
                .write(folder.resolve("a.xlsx"));
        assertThat(rows(file, new LibraryFormats(new WorkbookLimits(20, 1L << 30, 1L << 30, 1 << 16, 10_000)), 1)
                        .get(0)
                        .values()
                        .get(0))
                .startsWith("0&<中");
    }

    @Test
    void refusesAPartThatUnpacksToMoreThanItDeclares() throws IOException {
        Path file = aWorkbook("甲").write(folder.resolve("a.xlsx"));
        byte[] bytes = Files.readAllBytes(file);
        byte[] name = "xl/worksheets/sheet1.xml".getBytes(StandardCharsets.US_ASCII);
        int entry = lastIndexOf(bytes, name) - 46;
        bytes[entry + 24] = (byte) (bytes[entry + 24] - 9); // the uncompressed size in the directory
        Files.write(file, bytes);
        assertThat(refusal(file, WorkbookLimits.OURS)).isIn("file-zip-size-untrue", "file-zip-damaged");
    }

    @Test
    void refusesAPartWhoseCheckSumIsWrong() throws IOException {
        Path file = aWorkbook("甲").write(folder.resolve("a.xlsx"));
        byte[] bytes = Files.readAllBytes(file);
        int entry = lastIndexOf(bytes, "xl/worksheets/sheet1.xml".getBytes(StandardCharsets.US_ASCII)) - 46;
        bytes[entry + 16] = (byte) (bytes[entry + 16] ^ 1);
        Files.write(file, bytes);
        assertThat(refusal(file, WorkbookLimits.OURS)).isEqualTo("file-zip-damaged");
    }

    @Test
    void eachLimitHasItsOwnRefusal() throws IOException {
        Path ratio = aWorkbook("甲")
                .part("xl/media/a.xml", out -> noise(out, 2 << 20, 1))
                .write(folder.resolve("r"));
        assertThat(refusal(ratio, SMALL)).isEqualTo("file-zip-ratio");
        Path part = aWorkbook("甲")
                .part("xl/media/a.bin", out -> noise(out, 4 << 20, 256))
                .write(folder.resolve("p"));
        assertThat(refusal(part, SMALL)).isEqualTo("file-zip-part-too-large");
        Path frame = aWorkbook("甲")
                .part("docProps/app.xml", out -> noise(out, 1 << 17, 256))
                .write(folder.resolve("f"));
        assertThat(refusal(frame, SMALL)).isEqualTo("file-zip-part-too-large");
        Path whole = aWorkbook("甲")
                .part("xl/media/a.bin", out -> noise(out, 2 << 20, 256))
                .part("xl/media/b.bin", out -> noise(out, 2 << 20, 256))
                .part("xl/media/c.bin", out -> noise(out, 2 << 20, 256))
                .write(folder.resolve("w"));
        assertThat(refusal(whole, SMALL)).isEqualTo("file-zip-too-large");
        var many = aWorkbook("甲");
        for (int i = 0; i < 20; i++) {
            many.part("xl/media/%d.xml".formatted(i), "");
        }
        assertThat(refusal(many.write(folder.resolve("m")), SMALL)).isEqualTo("file-zip-parts-too-many");
    }

    @Test
    void stopsAtATagAnAttributeOrATextThatNoMemoryHolds() throws IOException {
        for (String head : List.of("<worksheet a=\"", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>")) {
            Path file = WorkbookBuilder.anEmptyWorkbook()
                    .sheet("s", "", out -> {
                        write(out, head);
                        noise(out, 8 << 20, 64);
                    })
                    .write(folder.resolve("long.xlsx"));
            System.gc();
            long before = used();
            assertThat(refusal(file, WorkbookLimits.OURS)).isIn("file-xml-run-too-long", "file-cell-too-long");
            assertThat(used() - before).isLessThan(64L << 20);
        }
    }

    private String cell(String xml) throws IOException {
        return rows(aWorkbook(row(1, xml)).write(folder.resolve("a.xlsx")), 1)
                .get(0)
                .values()
                .get(0);
    }

    private CellFault fault(String xml) throws IOException {
        return rows(aWorkbook(row(1, xml)).write(folder.resolve("a.xlsx")), 1)
                .get(0)
                .faults()
                .get(0);
    }

    private static List<TableText.Fields> rows(Path file, int width) throws IOException {
        return rows(file, new LibraryFormats(), width);
    }

    private static List<TableText.Fields> rows(Path file, LibraryFormats formats, int width) throws IOException {
        try (TableFile book = formats.workbook(file);
                TableText.Rows rows = book.sheets().get(0).rows(width)) {
            List<TableText.Fields> all = new ArrayList<>();
            for (TableText.Fields row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            return all;
        }
    }

    private static @Nullable String refusal(Path file, WorkbookLimits limits) throws IOException {
        try {
            rows(file, new LibraryFormats(limits), 1);
            return null;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static void writeTexts(OutputStream out, long texts, int length) throws IOException {
        var random = new Random(1);
        write(out, "<sst>");
        for (long i = 0; i < texts; i++) {
            var text = new StringBuilder(i + " ");
            while (text.length() < length) {
                text.append((char) ('a' + random.nextInt(26))).append("x".repeat(Math.min(40, length - text.length())));
            }
            write(out, "<si><t>" + text.substring(0, length) + "</t></si>");
        }
        write(out, "</sst>");
    }

    private static void noise(OutputStream out, int bytes, int letters) throws IOException {
        var random = new Random(1);
        byte[] block = new byte[1 << 16];
        for (int done = 0; done < bytes; done += block.length) {
            for (int i = 0; i < block.length; i++) {
                block[i] = letters > 64 ? (byte) random.nextInt(letters) : (byte) ('A' + random.nextInt(letters) % 26);
            }
            out.write(block);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int lastIndexOf(byte[] bytes, byte[] sought) {
        for (int at = bytes.length - sought.length; at >= 0; at--) {
            if (java.util.Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not found");
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
