package org.shuangsuiji.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuangsuiji.ingest.reading.Flag;
import org.shuangsuiji.model.InspectionRecords;
import org.shuangsuiji.model.RecordKind;

/**
 * One small file of each kind of record, and beside it what the office then knows. Whoever adds a kind adds two such files,
 * and nothing here.
 */
class KindsDatabaseTests {
    /** Tested one by one elsewhere. */
    private static final Set<RecordKind> THOROUGHLY = Set.of(
            RecordKind.REGISTRATION, RecordKind.PERMIT, RecordKind.PENALTY, RecordKind.ABNORMAL, RecordKind.DISHONESTY);

    @RegisterExtension
    private static final IngestOffice office = new IngestOffice();

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
    void aResultThatTheOfficePublishedItselfIsNotCountedAgainWhenAPlatformTellsOfIt() {
        office.deliver(RecordKind.REGISTRATION, "统一社会信用代码,企业名称,行政区划\n91150581MA0N0RCG94,甲公司,150581\n");
        long enterprise = office.count("select id from ingest.enterprise");
        office.transaction().executeWithoutResult(status -> office.inspections()
                .enter(
                        new InspectionRecords.PublishedResult(
                                enterprise, "r1", LocalDate.of(2026, 9, 10), "霍市监局", "食品经营", List.of("5"), true, "已改正"),
                        IngestOffice.COUNTY));
        String header = "统一社会信用代码,企业名称,抽查任务编号,抽查事项,检查结果,检查完成日期,抽查机关\n";
        String ours = "91150581MA0N0RCG94,甲公司,T1,食品经营,发现问题已责令改正,2026-09-10,霍市监局\n";
        String others = "91150581MA0N0RCG94,甲公司,T1,特种设备,未发现问题,2026-09-10,霍市监局\n";
        Delivery delivery = office.deliver(RecordKind.INSPECTION, header + ours + others);
        assertThat(delivery.counts().same()).isEqualTo(1);
        assertThat(delivery.counts().added()).isEqualTo(1);
        assertThat(office.deliver(RecordKind.INSPECTION, header + ours + others)
                        .counts()
                        .same())
                .isEqualTo(2);
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
