package org.shuangsuiji.risk.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.AttributeTest;
import org.shuangsuiji.risk.model.Relation;
import org.shuangsuiji.risk.scoring.ExtractionPlan;

/**
 * The queries of a feed. {@code COPY} takes no parameters, so that the words of a definition are written into the text:
 * each is quoted here, and validation admits nothing but letters and digits to begin with.
 */
final class FeedSql {
    /** An address shorter than this says too little to relate anybody. */
    private static final int ADDRESS_MIN = 6;

    private static final int PERSON_SEED = 22;

    private final ExtractionPlan plan;

    FeedSql(ExtractionPlan plan) {
        this.plan = plan;
    }

    /**
     * Id, tests, known, established, capital, address key, name key.
     *
     * @param which a condition on {@code e}
     */
    String enterprises(String which) {
        boolean related = !plan.relations().isEmpty();
        return """
                copy (
                    select e.enterprise_id, (%s)::int8, (%s)::int8, e.established, e.capital_fen, %s, %s
                    from ingest.read_enterprise e
                    where %s
                ) to stdout (format binary)
                """.formatted(
                        bits(plan.tests(), FeedSql::holds),
                        bits(plan.tests(), FeedSql::known),
                        related ? addressKey("e") : "0::int8",
                        related ? legalPersonKey("e") : "0::int8",
                        which);
    }

    /**
     * Id, kind, event day, first day without, severity, amount, category sets.
     *
     * @param which a condition on {@code r}
     */
    String records(String which) {
        return """
                copy (
                    select r.enterprise_id, %s
                    from ingest.read_record r
                    where %s and %s
                ) to stdout (format binary)
                """.formatted(recordColumns(), counting(plan.kinds()), which);
    }

    /** Id, address key and name key of those that still exist. */
    String living(String which) {
        return """
                copy (
                    select e.enterprise_id, %s, %s
                    from ingest.read_enterprise e
                    where e.status in ('ACTIVE', 'SUSPENDED') and %s
                ) to stdout (format binary)
                """.formatted(addressKey("e"), legalPersonKey("e"), which);
    }

    /** Address key, name key, and then as {@link #records}. */
    String relatedRecords(String which) {
        return """
                copy (
                    select %s, %s, r.enterprise_id, %s
                    from ingest.read_record r
                    join ingest.read_enterprise e on e.enterprise_id = r.enterprise_id
                    where %s and %s
                ) to stdout (format binary)
                """.formatted(
                        addressKey("e"), legalPersonKey("e"), recordColumns(), counting(plan.relatedKinds()), which);
    }

    /** Id, the other enterprise or a negative number for a person, from which day, until which. */
    static String edges(String which) {
        return """
                copy (
                    select v.enterprise_id,
                           coalesce(v.other_id, hashtextextended(v.person_key::text, %d) | (1::int8 << 63)),
                           v.event_day, v.until_day
                    from ingest.read_relation v
                    where (v.other_id is not null or v.person_key is not null) and %s
                ) to stdout (format binary)
                """.formatted(PERSON_SEED, which);
    }

    /**
     * The ids of those one step away from some by told relations, in either direction.
     *
     * @param table of ids, as {@code enterprise_id}
     */
    static String oneStepFrom(String table) {
        return """
                select v.other_id from ingest.read_relation v
                where v.enterprise_id in (select enterprise_id from %1$s) and v.other_id is not null
                union
                select v.enterprise_id from ingest.read_relation v
                where v.related_id in (select enterprise_id from %1$s
                                       union select s.enterprise_id from ingest.read_same_as s
                                       where s.subject_id in (select enterprise_id from %1$s))
                union
                select other.enterprise_id
                from ingest.read_relation v
                join ingest.read_relation other on other.person_key = v.person_key
                where v.enterprise_id in (select enterprise_id from %1$s) and v.person_key is not null
                """.formatted(table);
    }

    /** The ids of some and of those around them by told relations, as a query. */
    static String near(String ids, int steps) {
        var query = new StringBuilder("with step_0 (enterprise_id) as (")
                .append(ids)
                .append(')');
        for (int step = 1; step <= steps; step++) {
            String before = "step_" + (step - 1);
            query.append(", step_%d (enterprise_id) as (select enterprise_id from %s union %s)"
                    .formatted(step, before, oneStepFrom(before)));
        }
        return query.append(" select enterprise_id from step_").append(steps).toString();
    }

    /**
     * The ids of those that share an address or a name with what these rows say of enterprises; each half finds its way
     * by an index of its own (V0062).
     *
     * @param rows a table or view, named {@code v}, and a condition: {@code ingest.read_enterprise v where …}
     */
    static String relatedTo(String rows) {
        return """
                select e.enterprise_id from ingest.read_enterprise e
                where %s in (select k.key from (select %s as key from %s) k where k.key <> 0)
                union
                select e.enterprise_id from ingest.read_enterprise e
                where %s in (select k.key from (select %s as key from %s) k where k.key <> 0)
                """.formatted(addressKey("e"), addressKey("v"), rows, legalPersonKey("e"), legalPersonKey("v"), rows);
    }

    private String recordColumns() {
        return """
                r.kind, r.event_day, least(r.ends_on, r.repaired_on, r.withdrawn_on), coalesce(r.severity, 0)::int2,
                %s, (%s)::int4""".formatted(plan.needsAmounts() ? "r.amount_fen" : "0::int8", categoryBits());
    }

    /** Current versions of these kinds that have not ended; those of the future are needed for the next day. */
    private String counting(Set<RecordKind> kinds) {
        if (kinds.isEmpty()) {
            return "false";
        }
        return """
                r.known_to is null and r.kind in (%s)
                and coalesce(least(r.ends_on, r.repaired_on, r.withdrawn_on), 'infinity') > date '%s'""".formatted(
                kinds.stream().map(kind -> String.valueOf(kind.number())).collect(Collectors.joining(", ")),
                plan.day());
    }

    private String categoryBits() {
        List<SortedSet<String>> sets = plan.categorySets();
        if (sets.isEmpty()) {
            return "0";
        }
        StringBuilder bits = new StringBuilder("case when r.category is null then 0 else ");
        for (int i = 0; i < sets.size(); i++) {
            bits.append(i == 0 ? "" : " | ")
                    .append("case when string_to_array(translate(r.category, '、;，； ', ',,,,'), ',') && ")
                    .append(array(sets.get(i)))
                    .append(" then ")
                    .append(1 << i)
                    .append(" else 0 end");
        }
        return bits.append(" end").toString();
    }

    private static String bits(
            List<AttributeTest> tests, java.util.function.Function<AttributeTest, String> condition) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < tests.size(); i++) {
            bits.append(i == 0 ? "" : " | ")
                    .append("case when ")
                    .append(condition.apply(tests.get(i)))
                    .append(" then ")
                    .append(1L << i)
                    .append(" else 0 end");
        }
        return bits.toString();
    }

    private static String holds(AttributeTest test) {
        if (test.attribute() == Attribute.INDUSTRY) {
            return "e.industry like any (%s)"
                    .formatted(array(
                            test.values().stream().map(prefix -> prefix + "%").toList()));
        }
        return "%s = any (%s)".formatted(column(test.attribute()), array(test.values()));
    }

    private static String known(AttributeTest test) {
        return column(test.attribute()) + " is not null";
    }

    private static String column(Attribute attribute) {
        return switch (attribute) {
            case STATUS -> "e.status";
            case SUBJECT_KIND -> "e.subject_kind";
            case SECTION -> "e.section";
            case INDUSTRY -> "e.industry";
            case REGISTERED -> "e.registered::text";
            case AGE_YEARS, CAPITAL_YUAN ->
                throw new IllegalArgumentException("%s is a number; it is not asked about".formatted(attribute));
        };
    }

    /** Equal numbers for equal addresses; 0 for one that is absent or says too little. */
    static String addressKey(String alias) {
        return "case when length(%1$s.address) >= %2$d then hashtextextended(%1$s.address, %3$d) else 0 end"
                .formatted(alias, ADDRESS_MIN, seed(Relation.SAME_ADDRESS));
    }

    /** Equal numbers for equal names within a county. */
    static String legalPersonKey(String alias) {
        return ("case when length(%1$s.legal_person) >= 2 and %1$s.region is not null"
                        + " then hashtextextended(left(%1$s.region, 6) || %1$s.legal_person, %2$d) else 0 end")
                .formatted(alias, seed(Relation.SAME_LEGAL_PERSON));
    }

    private static int seed(Relation relation) {
        return relation == Relation.SAME_ADDRESS ? 1 : 2;
    }

    private static String array(Collection<String> words) {
        return words.stream().map(FeedSql::quoted).collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    static String quoted(String word) {
        return "'" + word.replace("'", "''") + "'";
    }
}
