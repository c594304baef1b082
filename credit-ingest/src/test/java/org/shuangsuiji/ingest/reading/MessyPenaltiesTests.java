package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.ingest.file.LibraryFormats;
import org.shuangsuiji.model.RecordKind;

/** Twelve real decisions with messy words, through the reading that every delivery takes. */
class MessyPenaltiesTests {
    /** The headers of 双公示 for the columns of the file, and one for the code that it does not have. */
    private static final String HEADER = "行政相对人名称,处罚机关,违法行为类型,数据来源单位,处罚类别,处罚内容,处罚决定日期,行政处罚决定书文号,行政相对人代码_1";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int DAY = 6;
    private static final int NUMBER = 7;
    private static final int FINE = 8;
    private static final int CONFISCATED = 9;

    @TempDir
    private Path folder;

    @Test
    void readsEveryDecisionAsAPersonDid() throws IOException {
        Optional<Path> file = SharedData.file("penalties-messy.csv");
        if (file.isEmpty()) {
            return;
        }
        List<List<String>> rows = new LibraryFormats()
                .csv().firstRows(Files.readString(file.get()), ',', 100).stream()
                        .skip(1)
                        .toList();
        assertThat(rows).hasSize(12);
        List<CreditRecord> records = read(rows);
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            CreditRecord record = records.get(i);
            assertThat(record.documentNo()).isEqualTo(row.get(NUMBER));
            assertThat(record.eventDay()).isEqualTo(LocalDate.parse(row.get(DAY)));
            assertThat(record.amountFen()).as(row.toString()).isEqualTo(fen(row.get(FINE)));
            assertThat(record.confiscatedFen() == null ? 0 : record.confiscatedFen())
                    .as(row.toString())
                    .isEqualTo(fen(row.get(CONFISCATED)));
            assertThat(Flag.of(record.flags())).contains(Flag.AMOUNT_FROM_TEXT).doesNotContain(Flag.AMOUNT_UNKNOWN);
        }
    }

    private List<CreditRecord> read(List<List<String>> rows) throws IOException {
        Path mapped = folder.resolve("penalties.csv");
        Files.writeString(
                mapped,
                HEADER + "\n"
                        + rows.stream()
                                .map(row -> row.subList(0, FINE).stream()
                                                .map(field -> '"' + field + '"')
                                                .collect(Collectors.joining(","))
                                        + ",911100001000044477")
                                .collect(Collectors.joining("\n")),
                StandardCharsets.UTF_8);
        List<CreditRecord> records = new ArrayList<>();
        try (FileReading reading = FileReading.open(
                RecordKind.PENALTY, mapped, TODAY, new LibraryFormats(), NoPersons.KEYS, ReadingChoice.DETECT)) {
            for (RowResult result = reading.next(); result != null; result = reading.next()) {
                assertThat(result).isInstanceOf(RowResult.Accepted.class);
                records.add((CreditRecord) ((RowResult.Accepted) result).entry());
            }
        }
        return records;
    }

    private static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
