package org.shuangsuiji.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuangsuiji.model.Progress;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.model.Scope;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.scoring.Days;
import org.shuangsuiji.risk.scoring.ExtractionPlan;
import org.shuangsuiji.risk.scoring.Features;
import org.shuangsuiji.risk.scoring.Relations;

/** What the database answers with bits and numbers is what the words say. */
class FeedDatabaseTests {
    private static RiskOffice office;

    @BeforeAll
    static void opens() {
        office = new RiskOffice();
        office.enterprises(120);
        office.sql("update ingest.enterprise set address = '某园区A座101室' where id % 6 = 0");
        office.sql("update ingest.enterprise set address = null where id % 7 = 0");
        office.sql("update ingest.enterprise set legal_person = '张三' where id % 5 = 0");
        office.sql("update ingest.enterprise set status = 'SUSPENDED' where id % 11 = 0");
        office.sql("update ingest.enterprise set status = 'REVOKED' where id % 13 = 0");
        office.sql("update ingest.enterprise set registered = false, content_hash = null where id % 17 = 0");
        office.sql("update ingest.enterprise set established = null where id % 19 = 0");
        office.sql("update ingest.enterprise set capital_fen = null where id % 23 = 0");
        office.sql("update ingest.enterprise set region = null where id % 29 = 0");
        for (int i = 0; i < 300; i++) {
            LocalDate event = office.today().minusDays(i * 5L - 20);
            office.record(
                    1 + i * 31 % 120,
                    RecordKind.of(2 + i % 5),
                    event,
                    i % 3 == 0 ? null : event.plusDays(i * 7 % 1100),
                    i % 4 == 0 ? null : 1 + i % 3,
                    i % 2 == 0 ? null : i * 1000L,
                    i % 7 == 0 ? null : List.of("1", "4,6", "2,5", "8", "7").get(i % 5));
        }
        office.sql("update ingest.record set repaired_on = event_day + 100 where id % 9 = 0");
        office.sql("update ingest.record set withdrawn_on = event_day + 10 where id % 10 = 0");
    }

    @AfterAll
    static void closes() {
        office.close();
    }

    @Test
    void theColumnsFromTheDatabaseAreThoseFromTheWords() {
        ExtractionPlan plan = ExtractionPlan.of(office.today(), AModel.general());
        Features expected = fromWords(plan);
        List<Features> parts = new ArrayList<>();
        office.bean(EnterpriseFeed.class)
                .all(plan, Scope.WHOLE_OFFICE, features -> features, parts::add, Progress.SILENT);
        int compared = 0;
        for (Features part : parts) {
            for (int row = 0; row < part.size(); row++) {
                int other = expected.row(part.id(row));
                for (int column = 0; column < plan.measures().size(); column++) {
                    assertThat(part.value(column, row))
                            .as("%s of %d", plan.measures().get(column), part.id(row))
                            .isEqualTo(expected.value(column, other));
                }
                assertThat(part.nextChange(row)).isEqualTo(expected.nextChange(other));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(120);
    }

    private static Features fromWords(ExtractionPlan plan) {
        List<List<String>> firms = office.rows("""
                select id, registered, status, subject_kind, section, industry, established, capital_fen, address,
                       left(region, 6), legal_person
                from ingest.enterprise order by id
                """);
        Map<String, long[]> keys = new java.util.HashMap<>();
        Features features = new Features(plan, firms.size());
        Relations relations = new Relations(plan);
        for (List<String> firm : firms) {
            Map<Attribute, String> words = new EnumMap<>(Attribute.class);
            words.put(Attribute.REGISTERED, firm.get(1).equals("t") ? "true" : "false");
            put(words, Attribute.STATUS, firm.get(2));
            put(words, Attribute.SUBJECT_KIND, firm.get(3));
            put(words, Attribute.SECTION, firm.get(4));
            put(words, Attribute.INDUSTRY, firm.get(5));
            long address = known(firm.get(8)) ? firm.get(8).hashCode() : Relations.NO_KEY;
            long person = known(firm.get(9)) && known(firm.get(10))
                    ? (firm.get(9) + firm.get(10)).hashCode()
                    : Relations.NO_KEY;
            keys.put(firm.get(0), new long[] {address, person});
            features.enterprise(
                    Long.parseLong(firm.get(0)),
                    plan.testBits(words),
                    plan.knownBits(words),
                    known(firm.get(6)) ? Days.of(LocalDate.parse(firm.get(6))) : Days.UNKNOWN,
                    known(firm.get(7)) ? Long.parseLong(firm.get(7)) : Features.MISSING,
                    address,
                    person);
            if (Set.of("ACTIVE", "SUSPENDED").contains(firm.get(2))) {
                relations.living(Long.parseLong(firm.get(0)), address, person);
            }
        }
        for (List<String> record : office.rows("""
                select enterprise_id, kind, event_day, least(ends_on, repaired_on, withdrawn_on), severity, amount_fen,
                       category
                from ingest.record
                """)) {
            long id = Long.parseLong(record.get(0));
            int kind = Integer.parseInt(record.get(1));
            int event = Days.of(LocalDate.parse(record.get(2)));
            int until = known(record.get(3)) ? Days.of(LocalDate.parse(record.get(3))) : Days.NEVER;
            int severity = known(record.get(4)) ? Integer.parseInt(record.get(4)) : 0;
            long amount = known(record.get(5)) ? Long.parseLong(record.get(5)) : 0;
            int sets = known(record.get(6))
                    ? plan.categoryBits(Set.of(record.get(6).split(",", -1)))
                    : 0;
            features.record(id, kind, event, until, severity, amount, sets);
            long[] key = keys.get(record.get(0));
            relations.record(id, key[0], key[1], kind, event, until, severity, sets);
        }
        return features.close(relations.close());
    }

    private static void put(Map<Attribute, String> words, Attribute attribute, String word) {
        if (known(word)) {
            words.put(attribute, word);
        }
    }

    private static boolean known(String text) {
        return !text.equals("null");
    }
}
