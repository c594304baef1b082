package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.ingest.file.LibraryFormats;
import org.shuangsuiji.model.RecordKind;

/** What a killed load had staged is cut into fields and not read again. */
class PassedOverTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String FILE = """
            企业名称,统一社会信用代码
            "甲
            公司",1
            乙公司,2

            丙公司,3
            丁公司,4
            """;

    @TempDir
    private Path folder;

    @Test
    void goesOnBehindTheLineWithoutLookingIntoTheRowsBeforeIt() throws IOException {
        var looked = new ArrayList<Long>();
        try (FileReading reading = open(looked)) {
            int passed = 1;
            while (reading.passOver(6)) {
                passed++;
            }
            assertThat(passed).isEqualTo(3);
            assertThat(looked).isEmpty();
            assertThat(reading.next()).isInstanceOfSatisfying(RowResult.Rejected.class, row -> assertThat(
                            row.fault().line())
                    .isEqualTo(7));
            assertThat(reading.next()).isNull();
            assertThat(looked).containsOnly(7L);
        }
    }

    @Test
    void passesOverNothingWhereNothingWasStaged() throws IOException {
        try (FileReading reading = open(new ArrayList<>())) {
            assertThat(reading.passOver(0)).isFalse();
            assertThat(reading.next()).isInstanceOfSatisfying(RowResult.Rejected.class, row -> assertThat(
                            row.fault().line())
                    .isEqualTo(2));
        }
    }

    @Test
    void aRowIsReadInAnotherWayOnAnotherDay() throws IOException {
        Path file = file();
        var table = new LibraryFormats().csv();
        try (FileReading today = open(file, TODAY, table);
                FileReading again = open(file, TODAY, table);
                FileReading tomorrow = open(file, TODAY.plusDays(1), table)) {
            assertThat(again.readAs()).isEqualTo(today.readAs());
            assertThat(tomorrow.readAs()).isNotEqualTo(today.readAs());
        }
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("file.csv"), FILE);
    }

    private FileReading open(List<Long> looked) throws IOException {
        var table = new LibraryFormats().csv();
        TableText watched = new TableText() {
            @Override
            public Rows rows(Reader text, char delimiter, int width) {
                Rows rows = table.rows(text, delimiter, width);
                return new Rows() {
                    @Override
                    public @Nullable Fields next() {
                        Fields fields = rows.next();
                        return fields == null || fields.line() == 1
                                ? fields
                                : new Fields(fields.line(), watched(fields, looked), fields.found(), fields.blank());
                    }

                    @Override
                    public void close() throws IOException {
                        rows.close();
                    }
                };
            }

            @Override
            public List<List<String>> firstRows(String sample, char delimiter, int count) {
                return table.firstRows(sample, delimiter, count);
            }
        };
        return open(file(), TODAY, watched);
    }

    private static FileReading open(Path file, LocalDate today, TableText table) throws IOException {
        var libraries = new LibraryFormats();
        var formats = new Formats() {
            @Override
            public TableText csv() {
                return table;
            }

            @Override
            public TableFile jsonLines(Path path, TextForm form) throws IOException {
                return libraries.jsonLines(path, form);
            }

            @Override
            public TableFile workbook(Path path) throws IOException {
                return libraries.workbook(path);
            }

            @Override
            public TableFile xmlWorkbook(Path path) throws IOException {
                return libraries.xmlWorkbook(path);
            }
        };
        return FileReading.open(RecordKind.REGISTRATION, file, today, formats, NoPersons.KEYS, ReadingChoice.DETECT);
    }

    private static List<String> watched(TableText.Fields fields, List<Long> looked) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                looked.add(fields.line());
                return fields.values().get(index);
            }

            @Override
            public int size() {
                return fields.values().size();
            }
        };
    }
}
