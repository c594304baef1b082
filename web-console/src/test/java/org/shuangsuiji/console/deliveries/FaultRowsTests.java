package org.shuangsuiji.console.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.ingest.file.LibraryFormats;
import org.shuangsuiji.ingest.reading.SentBack;
import org.shuangsuiji.ingest.reading.TableFile;
import org.shuangsuiji.ingest.reading.TableText;

class FaultRowsTests {
    private static final List<String> OURS = SentBack.HEADERS.get(0);

    @TempDir
    private Path folder;

    @Test
    void everyTextThatAFileCanHoldIsReadFromTheWorkbookAsItWas() throws IOException {
        List<String> odd = List.of(
                "甲",
                " 前后空格 ",
                "一\n二\t三",
                "回车\r",
                "零\u0000字节",
                "\u0007\u001b",
                "半个\ud83d字",
                "\ud83d\ude00𠮷",
                "\ufffe\uffff\ufffd",
                "_x0041_",
                "_x",
                "<a href=\"b\">&amp;</a>",
                "]]>",
                "\u0085\u2028\u200b",
                "911505810000012345",
                "0012",
                "1E5",
                "2026-03-31",
                "TRUE");
        List<TableText.Fields> rows =
                rows(written(List.of("列"), odd.stream().map(List::of).toList()));
        assertThat(rows.subList(1, rows.size()))
                .extracting(row -> row.values().get(OURS.size()))
                .containsExactlyElementsOf(odd);
        assertThat(rows).allSatisfy(row -> assertThat(row.faults()).isEmpty());
    }

    @Test
    void whatASpreadsheetWouldComputeIsGuarded() throws IOException {
        List<TableText.Fields> rows = rows(written(List.of("=列"), List.of(List.of("=1+1"), List.of("'=1"))));
        assertThat(rows).extracting(row -> row.values().get(OURS.size())).containsExactly("'=列", "'=1+1", "''=1");
    }

    @Test
    void aTextLongerThanACellIsCutAndCounted() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "a", "1.0")) {
            var rows = new FaultRows(book, "退回的行", headers(List.of("列")), OURS.size());
            rows.add(List.of("2", "", "", ""), List.of("甲".repeat(40_000)), null);
            rows.finish();
            assertThat(rows.cut()).isEqualTo(1);
        }
        assertThat(rows(file).get(1).values().get(OURS.size())).hasSize(32_000).endsWith("…");
    }

    private Path written(List<String> headers, List<List<String>> originals) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "a", "1.0")) {
            var rows = new FaultRows(book, "退回的行", headers(headers), OURS.size());
            originals.forEach(original -> rows.add(List.of("2", "列", "原因", "办法"), original, "列"));
            rows.finish();
        }
        return file;
    }

    private static List<String> headers(List<String> originals) {
        List<String> headers = new ArrayList<>(OURS);
        headers.addAll(originals);
        return headers;
    }

    private static List<TableText.Fields> rows(Path file) throws IOException {
        try (TableFile book = new LibraryFormats().workbook(file);
                TableText.Rows rows = book.sheets().get(0).rows(OURS.size() + 1)) {
            List<TableText.Fields> all = new ArrayList<>();
            for (TableText.Fields row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            return all;
        }
    }
}
