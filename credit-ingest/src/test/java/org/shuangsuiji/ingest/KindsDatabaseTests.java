package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.model.RecordKind;

/**
 * One small file of each kind of record, and beside it what the office then knows. Whoever adds a kind adds two such files,
 * and nothing here.
 */
class KindsDatabaseTests {
    /** Tested one by one elsewhere. */
    private static final Set<RecordKind> THOROUGHLY = Set.of(
            RecordKind.REGISTRATION, RecordKind.PERMIT, RecordKind.PENALTY, RecordKind.ABNORMAL, RecordKind.DISHONESTY);

    private static IngestOffice office;

    @BeforeAll
    static void open() {
        office = new IngestOffice();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void clear() {
        office.clear();
    }

    static Stream<RecordKind> kinds() {
        return Arrays.stream(RecordKind.values()).filter(kind -> !THOROUGHLY.contains(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsReadAndKept(RecordKind kind) {
        Delivery delivery = office.deliver(kind, resource(kind.word() + ".csv"));
        assertThat(kept(delivery)).isEqualTo(resource(kind.word() + ".txt"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameFileAgainChangesNothing(RecordKind kind) {
        String file = resource(kind.word() + ".csv");
        Delivery first = office.deliver(kind, file);
        Delivery again = office.deliver(kind, file);
        assertThat(again.counts().added()).isZero();
        assertThat(again.counts().changed()).isZero();
        assertThat(again.counts().same()).isEqualTo(first.counts().added());
    }

    @Test
    void aNumberOfAPersonStandsNowhereInTheDatabase() {
        kinds().forEach(kind -> office.deliver(kind, resource(kind.word() + ".csv")));
        for (String number : List.of("15230119800101001X", "13812345678", "13912345678")) {
            assertThat(office.count("select count(*) from ingest.record r where r::text like ?", "%" + number + "%"))
                    .as(number)
                    .isZero();
            assertThat(office.count(
                            "select count(*) from ingest.enterprise e where e::text like ?", "%" + number + "%"))
                    .as(number)
                    .isZero();
        }
    }

    /** The delivery's counts and notes, its faults, and every record as it stands. */
    private static String kept(Delivery delivery) {
        var text = new StringBuilder();
        var counts = delivery.counts();
        text.append("rows %d, added %d, changed %d, same %d, faults %d%n"
                .formatted(counts.rows(), counts.added(), counts.changed(), counts.same(), counts.faults()));
        office.jdbcOwner()
                .sql("select line, column_name, code from ingest.delivery_fault where delivery_id = ? order by line")
                .param(delivery.id())
                .query(row -> {
                    text.append("fault: line %d, %s, %s%n"
                            .formatted(row.getLong("line"), row.getString("column_name"), row.getString("code")));
                });
        office.jdbcOwner().sql("""
                        select r.*, coalesce(e.credit_code, e.old_number, e.name_key) as whom,
                            coalesce(o.credit_code, o.old_number, o.name_key) as other
                        from ingest.record r
                        join ingest.enterprise e on e.id = r.enterprise_id
                        left join ingest.enterprise o on o.id = r.related_id
                        where r.delivery_id = ? order by r.event_day, r.id
                        """).param(delivery.id()).query(row -> {
            text.append("of ").append(row.getString("whom")).append(System.lineSeparator());
            for (String column : List.of(
                    "event_day",
                    "ends_on",
                    "repaired_on",
                    "withdrawn_on",
                    "severity",
                    "amount_fen",
                    "category",
                    "document_no",
                    "licence_no",
                    "authority",
                    "summary",
                    "quantity",
                    "details",
                    "other")) {
                line(column, row.getString(column), text);
            }
            line("person", row.getString("person_key") == null ? null : "a key", text);
            line("marks", marks(row.getLong("flags")), text);
        });
        return text.toString();
    }

    private static @Nullable String marks(long flags) {
        return flags == 0 ? null : Flag.of(flags).stream().map(Flag::name).collect(Collectors.joining(" "));
    }

    private static void line(String name, @Nullable String value, StringBuilder text) {
        if (value != null) {
            text.append("  ").append(name).append(": ").append(value).append(System.lineSeparator());
        }
    }

    private static String resource(String name) {
        try (InputStream in = KindsDatabaseTests.class.getResourceAsStream("kinds/" + name)) {
            assertThat(in).as("kinds/" + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
