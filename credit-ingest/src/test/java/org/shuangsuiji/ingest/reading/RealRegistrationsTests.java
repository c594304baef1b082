package org.shuangsuiji.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuangsuiji.ingest.file.LibraryFormats;
import org.shuangsuiji.model.RecordKind;

/** Reads 20,041 real registrations; the expected numbers were counted by another program in another language. */
class RealRegistrationsTests {
    private final Map<String, List<Long>> faults = new TreeMap<>();
    private final Map<CodeClass, Integer> classes = new TreeMap<>();
    private final Map<Flag, Integer> flags = new TreeMap<>();
    private final List<Registration> read = new ArrayList<>();

    @Test
    void readsTheRealRegistrations(@TempDir Path folder) throws IOException {
        var file = SharedData.registrations(folder);
        if (file.isEmpty()) {
            return; // said so loudly; the synthetic twin runs in its own test
        }
        try (FileReading reading = FileReading.open(
                RecordKind.REGISTRATION,
                file.get(),
                LocalDate.of(2026, 11, 22),
                new LibraryFormats(),
                NoPersons.KEYS,
                ReadingChoice.DETECT)) {
            for (RowResult row = reading.next(); row != null; row = reading.next()) {
                count(row);
            }
        }
        assertThat(read).hasSize(20_020);
        assertThat(faults)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "text-damaged",
                        List.of(13200L, 13201L, 13202L, 13904L, 14084L, 14396L, 14397L, 14675L, 14883L),
                        "code-length",
                        List.of(148L, 3883L, 3923L, 3929L, 6235L, 7474L, 7484L, 7552L, 9093L, 14056L, 16045L, 18465L)));
        assertThat(classes)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(CodeClass.OK, 19_956, CodeClass.CHECK_WRONG, 1, CodeClass.OLD_NUMBER, 63));
        assertThat(flags)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Flag.CHECK_WRONG, 1,
                        Flag.OLD_NUMBER, 63,
                        Flag.NAME_MISSING, 269, // individual businesses without a name of their own
                        Flag.CHARACTERS_REMOVED, 1, // two DEL in line 9516
                        Flag.CHARACTERS_PRIVATE, 3, // lines 4305, 15839, 15874
                        Flag.CAPITAL_NOT_READ, 23)); // 18 without a unit, 5 with impossible groups of digits
        assertThat(read)
                .allSatisfy(registration -> assertThat(registration.region()).isNotNull());
    }

    private void count(RowResult row) {
        if (row instanceof RowResult.Accepted accepted) {
            Registration registration = (Registration) accepted.entry();
            read.add(registration);
            classes.merge(registration.subject().codeClass(), 1, Integer::sum);
            Flag.of(registration.flags()).forEach(flag -> flags.merge(flag, 1, Integer::sum));
        } else if (row instanceof RowResult.Rejected rejected) {
            faults.computeIfAbsent(rejected.fault().code(), code -> new ArrayList<>())
                    .add(rejected.fault().line());
        }
    }
}
