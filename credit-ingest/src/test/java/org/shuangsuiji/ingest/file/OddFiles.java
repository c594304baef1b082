package org.shuangsuiji.ingest.file;

import static org.shuangsuiji.ingest.file.WorkbookBuilder.aWorkbook;
import static org.shuangsuiji.ingest.file.WorkbookBuilder.anEmptyWorkbook;
import static org.shuangsuiji.ingest.file.WorkbookBuilder.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** The part of the zoo that is built when it is needed: bombs, and workbooks of which a few bytes were changed. */
public final class OddFiles {
    private static final String HEADER = "企业名称|统一社会信用代码|注册资本";
    private static final String[] HEADERS = HEADER.split("\\|", -1);
    private static final String CODE = "91150581MA0N00018Q";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String JSON = "{\"企业名称\":\"甲\",\"统一社会信用代码\":\"" + CODE + "\",\"注册资本\":1}\n";
    private static final int DIRECTORY_ENTRY = 46;
    private static final int FLAGS = 8;
    private static final int METHOD = 10;
    private static final int CHECK_SUM = 16;
    private static final int PACKED = 20;
    private static final int SIZE = 24;

    private final Path folder;

    private OddFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes all of them, each with one fault, named as those of the zoo are. */
    public static void write(Path folder) {
        var odd = new OddFiles(folder);
        odd.archives();
        odd.packages();
        odd.sheets();
        odd.cells();
        odd.xmlWorkbooks();
        odd.json();
        odd.others();
    }

    private void archives() {
        change(whole(), "file-zip-broken", bytes -> {}, 0.5);
        WorkbookBuilder many = whole();
        for (int part = 0; part < WorkbookLimits.OURS.parts(); part++) {
            many.part("xl/media/image%d.png".formatted(part), "");
        }
        many.write(workbook("file-zip-parts-too-many"));
        change(whole(), "file-zip-part-too-large", bytes -> putInt(bytes, entry(bytes, SHEET) + SIZE, 0xf0000000), 1);
        WorkbookBuilder three =
                whole().part("xl/a.bin", "1").part("xl/b.bin", "2").part("xl/c.bin", "3");
        change(
                three,
                "file-zip-too-large",
                bytes -> {
                    for (String name : new String[] {"xl/a.bin", "xl/b.bin", "xl/c.bin"}) {
                        putInt(bytes, entry(bytes, name) + SIZE, 0x7f000000);
                        putInt(bytes, entry(bytes, name) + PACKED, 0x7f000000);
                    }
                },
                1);
        whole().part("xl/media/image1.png", out -> out.write(new byte[4 << 20])).write(workbook("file-zip-ratio"));
        change(
                whole().part("xl/a.bin", "1").part("xl/b.bin", "2"),
                "file-zip-name-twice",
                bytes -> bytes[entry(bytes, "xl/b.bin") + DIRECTORY_ENTRY + 3] = 'a',
                1);
        change(whole(), "file-zip-encrypted", bytes -> flip(bytes, entry(bytes, SHEET) + FLAGS), 1);
        change(whole(), "file-zip-method", bytes -> bytes[entry(bytes, SHEET) + METHOD] = 12, 1);
        whole().part("xl/../../etc/passwd", "").write(workbook("file-zip-path"));
        change(whole(), "file-zip-overlap", bytes -> putInt(bytes, entry(bytes, SHEET) + PACKED, 1 << 20), 1);
        change(whole(), "file-zip-damaged", bytes -> flip(bytes, entry(bytes, SHEET) + CHECK_SUM), 1);
        change(whole(), "file-zip-size-untrue", bytes -> putInt(bytes, entry(bytes, SHEET) + SIZE, 99), 1);
    }

    private void packages() {
        whole().writeWithout(workbook("file-workbook-contents-missing"), "[Content_Types].xml");
        whole().part("[Content_Types].xml", "<Types").write(workbook("file-workbook-broken"));
        whole().part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"二月\" r:id=\"rId9\"/></sheets></workbook>")
                .write(workbook("file-workbook-sheet-lost"));
        anEmptyWorkbook().sheet("空", "").write(workbook("file-workbook-blank"));
        anEmptyWorkbook().write(workbook("file-workbook-sheets-missing"));
        whole().part("xl/workbook.bin", "").write(workbook("file-xlsb"));
        whole().part("word/document.xml", "").write(workbook("file-document"));
        anEmptyWorkbook()
                .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .part("content.xml", "")
                .write(folder.resolve("file-ods.registration.ods"));
    }

    private void sheets() {
        xml("file-xml-doctype", "<!DOCTYPE worksheet [<!ENTITY a \"甲\">]><worksheet>&a;</worksheet>");
        xml("file-xml-broken", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"");
        xml("file-xml-too-deep", "<worksheet>" + "<x>".repeat(100));
        var random = new Random(1);
        var noise = new StringBuilder("<worksheet a=\"");
        random.ints(2L << 20, 'a', 'z').forEach(letter -> noise.append((char) letter));
        xml("file-xml-run-too-long", noise.toString());
        rows("file-cell-too-long", row(2, "甲".repeat(140_000)));
        rows("file-rows-out-of-order", row(3, "甲", CODE), row(2, "乙", CODE));
        rows("file-cells-out-of-order", "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>");
        rows("file-cell-place", "<row r=\"2\"><c r=\"ZZZ2\"><v>1</v></c></row>");
        rows("file-row-number", "<row r=\"二\"><c r=\"A2\"><v>1</v></c></row>");
    }

    private void cells() {
        rows("cells-beyond-header", row(2, "甲", CODE, "1", "多"));
        rows("cell-digits-lost", row(2, "甲", "<c r=\"B2\"><v>9.1150581000001203E17</v></c>"));
        rows("cell-number-unreadable", row(2, "甲", CODE, "<c r=\"C2\"><v>壹万</v></c>"));
        rows("cell-error", row(2, "甲", "<c r=\"B2\" t=\"e\"><f>VLOOKUP(1,D:E,2)</f><v>#N/A</v></c>"));
        rows("cell-formula-empty", row(2, "甲", "<c r=\"B2\"><f>D2</f></c>"));
        rows("cell-text-lost", row(2, "甲", "<c r=\"B2\" t=\"s\"><v>7</v></c>"));
        rows("cell-type-unknown", row(2, "甲", "<c r=\"B2\" t=\"x\"><v>7</v></c>"));
        aWorkbook(HEADER, row(2, "甲", CODE, "<c r=\"C2\" s=\"1\"><v>60</v></c>"))
                .formats("14")
                .write(workbook("cell-day-of-no-calendar"));
        aWorkbook(HEADER, row(2, "甲", CODE, "<c r=\"C2\" s=\"1\"><v>-3</v></c>"))
                .formats("14")
                .write(workbook("cell-day-out-of-range"));
    }

    private void xmlWorkbooks() {
        String open = "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"一\"><Table>";
        String header = "<Row>"
                + String.join(
                        "",
                        Arrays.stream(HEADERS)
                                .map(name -> "<Cell><Data ss:Type=\"String\">" + name + "</Data></Cell>")
                                .toList())
                + "</Row>";
        text("file-xml-doctype.penalty.xls", open.replace("<Workbook", "<!DOCTYPE Workbook>\n<Workbook"));
        text(
                "cell-error.registration.xls",
                open + header + "<Row><Cell><Data ss:Type=\"String\">甲</Data></Cell>"
                        + "<Cell><Data ss:Type=\"Error\">#REF!</Data></Cell></Row></Table></Worksheet></Workbook>");
    }

    private void json() {
        text("file-json-not-lines.registration.json", "{\n  \"企业名称\": \"甲\"\n}\n");
        text("json-broken.registration.jsonl", JSON + "{\"企业名称\":\"乙\",\n");
        text("json-not-object.registration.jsonl", JSON + "[1,2]\n");
        text("json-more-than-one.registration.jsonl", JSON + JSON.strip() + JSON);
        text("json-key-unknown.registration.jsonl", JSON.repeat(120) + JSON.replace("注册资本", "注册资金"));
        text("json-key-twice.registration.jsonl", JSON + JSON.replace("注册资本", "企业名称"));
        text("json-nested.registration.jsonl", JSON + JSON.replace("\"甲\"", "{\"全称\":\"甲\"}"));
        text("json-number.registration.jsonl", JSON + JSON.replace(":1}", ":1e400}"));
        text("json-line-too-long.registration.jsonl", JSON + JSON.replace("甲", "甲".repeat(JsonLines.LINE_MAX)));
    }

    private void others() {
        text("file-markup-table.registration.xls", "<html><body><table><tr><td>企业名称</td></tr></table></body></html>");
        byte[] old = new byte[2048];
        byte[] mark = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(mark, 0, old, 0, mark.length);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 1024, name.length);
        bytes(workbook("file-workbook-password"), old);
    }

    private static WorkbookBuilder whole() {
        return aWorkbook(HEADER, "甲|" + CODE + "|1");
    }

    private void rows(String fault, String... rows) {
        String[] all = new String[rows.length + 1];
        all[0] = row(1, HEADERS);
        System.arraycopy(rows, 0, all, 1, rows.length);
        aWorkbook(all).write(workbook(fault));
    }

    private void xml(String fault, String sheet) {
        whole().part(SHEET, sheet).write(workbook(fault));
    }

    private void change(WorkbookBuilder workbook, String fault, Consumer<byte[]> change, double share) {
        Path file = workbook.write(workbook(fault));
        try {
            byte[] bytes = Files.readAllBytes(file);
            change.accept(bytes);
            bytes(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the directory of an archive tells of a part; the directory comes last. */
    private static int entry(byte[] bytes, String part) {
        byte[] name = part.getBytes(StandardCharsets.US_ASCII);
        for (int at = bytes.length - name.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + name.length, name, 0, name.length)) {
                return at - DIRECTORY_ENTRY;
            }
        }
        throw new IllegalArgumentException("No part " + part);
    }

    private static void flip(byte[] bytes, int at) {
        bytes[at] = (byte) (bytes[at] ^ 1);
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }

    private Path workbook(String fault) {
        return folder.resolve(fault + ".registration.xlsx");
    }

    private void text(String name, String text) {
        bytes(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
