package org.shuangsuiji.console.api.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.console.ConsoleTest;
import org.shuangsuiji.model.Digests;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refused rows come back in a workbook, are corrected there, and are sent again. */
class FaultWorkbookTests extends ConsoleTest {
    private static final int ROWS = 1_000;
    private static final String HEADER = "企业名称,统一社会信用代码,成立日期,联系电话,某列\n";
    private static final int NAME = 4;
    private static final int CODE = 5;
    private static final int TELEPHONE = 7;

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private JsonMapper json;

    @Test
    void aThousandRefusedRowsAreCorrectedInTheWorkbookAndStored() throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        var file = new StringBuilder(HEADER);
        for (int row = 0; row < ROWS; row++) {
            file.append(name(row))
                    .append(',')
                    .append(broken(row))
                    .append(",2016-03-31,13812345678,+")
                    .append(row)
                    .append('\n');
        }
        byte[] sent = file.toString().getBytes(StandardCharsets.UTF_8);
        long first = send(key, sent);
        assertThat(settled(key, first).get("faults").asInt()).isEqualTo(ROWS);

        byte[] workbook = workbook(key, first, "zh-CN");
        byte[] corrected;
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            Sheet rows = book.getSheetAt(0);
            assertThat(rows.getLastRowNum()).isEqualTo(ROWS);
            assertThat(rows.getRow(0))
                    .extracting(Cell::getStringCellValue)
                    .containsExactly("退回行号", "退回的列", "退回原因", "退回处理办法", "企业名称", "统一社会信用代码", "成立日期", "联系电话", "某列");
            Row one = rows.getRow(1);
            assertThat(one.getCell(0).getStringCellValue()).isEqualTo("2");
            assertThat(one.getCell(1).getStringCellValue()).isEqualTo("统一社会信用代码");
            assertThat(one.getCell(2).getStringCellValue()).contains("实际 4 位");
            assertThat(one.getCell(NAME).getStringCellValue()).isEqualTo("'=1+1改正公司0000");
            assertThat(one.getCell(NAME).getCellType()).isEqualTo(CellType.STRING);
            assertThat(one.getCell(CODE).getCellStyle().getFillForegroundColorColor())
                    .isNotNull();
            assertThat(one.getCell(CODE).getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(one.getCell(NAME).getCellStyle().getFillForegroundColorColor())
                    .isNull();
            assertThat(one.getCell(TELEPHONE).getStringCellValue()).isEmpty();
            for (int row = 0; row < ROWS; row++) {
                Cell cell = rows.getRow(row + 1).getCell(CODE);
                cell.setBlank(); // the library would leave the old text beside the new one
                cell.setCellValue(code(row));
            }
            Sheet about = book.getSheetAt(1);
            assertThat(about)
                    .extracting(line -> line.getCell(1).getStringCellValue())
                    .contains(
                            "归集批次 %d 的全部退回行".formatted(first),
                            HexFormat.of().formatHex(Digests.sha256(sent)),
                            String.valueOf(ROWS),
                            "联系电话");
            corrected = bytes(book);
        }

        long second = send(key, corrected);
        JsonNode status = settled(key, second);
        assertThat(status.get("status").asString()).as(status.toString()).isEqualTo("done");
        assertThat(status.get("added").asInt()).isEqualTo(ROWS);
        assertThat(status.get("faults").asInt()).isZero();
        assertThat(status.get("encoding").asString()).isEqualTo("XLSX");
        assertThat(status.get("notes").toString())
                .doesNotContain("退回行号")
                .contains("联系电话")
                .contains("某列");
        assertThat(asOwner()
                        .sql("select count(*) from ingest.enterprise where name ~ '^=1.1改正公司[0-9]{4}$'")
                        .query(Long.class)
                        .single())
                .isEqualTo(ROWS);
    }

    @Test
    void whatIsNotCorrectedIsRefusedAgainAndComesBackWithoutItsOldReasons() throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        String file = HEADER + "再退甲公司,1,2016-03-31,,\u0001x\n再退乙公司,91150581MA0Z00011A,2016-03-31,,a,b,c\n";
        long first = send(key, file.getBytes(StandardCharsets.UTF_8));
        settled(key, first);
        long second = send(key, workbook(key, first, "en"));
        assertThat(settled(key, second).get("faults").asInt()).isEqualTo(2);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook(key, second, "en")))) {
            Sheet rows = book.getSheetAt(0);
            assertThat(rows.getRow(0))
                    .extracting(Cell::getStringCellValue)
                    .containsExactly(
                            "Refused line",
                            "Refused column",
                            "Refused because",
                            "Refused: what to do",
                            "企业名称",
                            "统一社会信用代码",
                            "成立日期",
                            "联系电话",
                            "某列");
            assertThat(rows.getRow(1).getCell(NAME).getStringCellValue()).isEqualTo("再退甲公司");
            assertThat(rows.getRow(2).getCell(2).getStringCellValue()).contains("none above it", "J3");
            assertThat(rows.getRow(2)).extracting(Cell::getStringCellValue).endsWith("a", "b", "c");
        }
    }

    /** Neither the database nor an answer has them; the row that is put right is read as if it never came back. */
    @Test
    void noNumberOfAPersonIsKeptShownOrHandedBackWithARefusedRow() throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        String header = "企业名称,统一社会信用代码,住所,某列\n";
        String file = header
                + "再退丙店,110105194912310021,珠斯花街1号 13912349876,13912349876\n"
                + "再退丁公司,1234,联系人身份证150581580412001,110105194912310021\n";
        long first = send(key, file.getBytes(StandardCharsets.UTF_8));
        assertThat(settled(key, first).get("faults").asInt()).isEqualTo(2);
        String answer =
                new String(get(key, "/%d/faults.csv".formatted(first), "zh-CN").body(), StandardCharsets.UTF_8);
        assertThat(answer).contains("110105********");
        byte[] workbook = workbook(key, first, "zh-CN");
        assertThat(answer
                        + sheetOf(workbook)
                        + asOwner()
                                .sql(
                                        "select string_agg(f::text, ' ') from ingest.delivery_fault f where delivery_id = ?")
                                .param(first)
                                .query(String.class)
                                .single())
                .doesNotContain("19491231", "13912349876", "580412001");

        JsonNode again = settled(key, send(key, workbook));
        assertThat(again.get("faults").asInt()).as("not corrected").isEqualTo(2);
        byte[] corrected;
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (int row = 1; row <= 2; row++) {
                Cell cell = book.getSheetAt(0).getRow(row).getCell(CODE);
                cell.setBlank();
                cell.setCellValue("91150581MA0P%05d0".formatted(row));
            }
            corrected = bytes(book);
        }
        JsonNode status = settled(key, send(key, corrected));
        assertThat(status.get("added").asInt()).as(status.toString()).isEqualTo(2);
        assertThat(status.get("flagged").asInt()).isEqualTo(2);
        assertThat(asOwner()
                        .sql("select address from ingest.enterprise where name in ('再退丙店', '再退丁公司')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("珠斯花街1号 ［号码已删去］", "联系人身份证［号码已删去］");
    }

    private static String sheetOf(byte[] workbook) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            var text = new StringBuilder();
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(text::append)));
            return text.toString();
        }
    }

    @Test
    void onlyAMergedDeliveryOfOnesOwnHandsItsRowsBack() throws Exception {
        String key = anApiKey("delivery:write", "delivery:read");
        long refused = send(key, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        settled(key, refused);
        HttpResponse<byte[]> answer = get(key, "/%d/faults.xlsx".formatted(refused), "en");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("was not merged");
        assertThat(get(key, "/999999999/faults.xlsx", "en").statusCode()).isEqualTo(404);
    }

    private static String name(int row) {
        return "=1+1改正公司%04d".formatted(row);
    }

    private static String broken(int row) {
        return row % 2 == 0 ? "1234" : "91150581MAOX%05d0".formatted(row);
    }

    private static String code(int row) {
        return "91150581MA0X%05d0".formatted(row);
    }

    private byte[] workbook(String key, long id, String language) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(key, "/%d/faults.xlsx".formatted(id), language);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"delivery-%d-faults.xlsx\"".formatted(id));
        return answer.body();
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private long send(String key, byte[] file) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address("?kind=registration"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofByteArray(file))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json.readTree(answer.body()).get("id").asLong();
    }

    private JsonNode settled(String key, long id) throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            JsonNode status = json.readTree(get(key, "/" + id, "zh-CN").body());
            String word = status.get("status").asString();
            if (!word.equals("received") && !word.equals("running")) {
                return status;
            }
            assertThat(Instant.now()).as("still loading: %d", id).isBefore(latest);
        }
    }

    private HttpResponse<byte[]> get(String key, String rest, String language)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address(rest))
                        .header("Authorization", "Bearer " + key)
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private URI address(String rest) {
        return URI.create("http://localhost:%d/api/deliveries%s".formatted(port, rest));
    }
}
