package org.shuangsuiji.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Aggregation;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.AttributeMeasure;
import org.shuangsuiji.risk.model.Bin;
import org.shuangsuiji.risk.model.IndicatorDefinition;
import org.shuangsuiji.risk.model.Measure;
import org.shuangsuiji.risk.model.ModelDefinition;
import org.shuangsuiji.risk.model.RecordFilter;
import org.shuangsuiji.risk.model.RecordMeasure;
import org.shuangsuiji.risk.model.RelatedMeasure;
import org.shuangsuiji.risk.model.Relation;
import org.shuangsuiji.risk.model.Veto;
import org.shuangsuiji.risk.model.Window;

/**
 * A model as one set-based statement, the way somebody at home in SQL would write it: one pass over the records, one
 * over the enterprises, joins for the relations.
 *
 * <p>It gives the same rank to everybody and, like ours, keeps nothing of whom the model does not cover and nobody has
 * graded; the bench compares. It is spared the digests and the next day of change that
 * our assessments carry.
 */
final class GradingSql {
    private final ModelDefinition definition;
    private final String day;

    GradingSql(ModelDefinition definition, LocalDate day) {
        this.definition = definition;
        this.day = "date '" + day + "'";
    }

    /** Grades everybody into a table laid out like {@code risk.assessment}. */
    String insertInto(String table) {
        return """
                insert into %s (model_id, enterprise_id, run_id, version_id, state, rank, score, bins, input_digest,
                                as_of, assessed_at)
                %s
                select 1, id, 1, 1, state, case when state = 'GRADED' then greatest(least(by_score, 4), floor) end,
                       score, '', decode(repeat('00', 16), 'hex'), %s, now()
                from (
                    select v.id, v.score, v.floor,
                           case when v.score >= %d then 4 when v.score >= %d then 3 when v.score >= %d then 2 else 1 end
                               as by_score,
                           case when not v.covered then 'NOT_COVERED'
                                when v.floor < 4 and not v.known then 'NOT_YET_GRADABLE'
                                else 'GRADED' end as state
                    from (%s) v
                ) graded
                where state <> 'NOT_COVERED'
                """.formatted(
                        table,
                        with(),
                        day,
                        definition.thresholds().rankFourFrom(),
                        definition.thresholds().rankThreeFrom(),
                        definition.thresholds().rankTwoFrom(),
                        scores());
    }

    private String with() {
        List<String> parts = new ArrayList<>();
        parts.add("own as (%s)".formatted(own()));
        for (int i = 0; i < definition.indicators().size(); i++) {
            if (measure(i) instanceof RelatedMeasure related) {
                parts.add("related_%d as (%s)".formatted(i, others(related)));
            }
        }
        parts.add("measured as materialized (%s)".formatted(measured()));
        return "with " + String.join(",\n", parts);
    }

    /** One row for each enterprise with records that count, one column for each measure. */
    private String own() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < definition.indicators().size(); i++) {
            if (measure(i) instanceof RecordMeasure records) {
                columns.add(aggregate(records) + " as m" + i);
            } else if (measure(i) instanceof RelatedMeasure related && related.having() != null) {
                columns.add("bool_or(%s) as m%d".formatted(passes(related.having(), related.window()), i));
            }
        }
        return """
                select r.enterprise_id, %s
                from ingest.record r
                where %s
                group by r.enterprise_id""".formatted(String.join(",\n", columns), counting());
    }

    private String counting() {
        return """
                r.known_to is null and r.event_day <= %s
                and coalesce(least(r.ends_on, r.repaired_on, r.withdrawn_on), 'infinity') > %s""".formatted(day, day);
    }

    private String aggregate(RecordMeasure records) {
        String filter = " filter (where " + passes(records.filter(), records.window()) + ")";
        return switch (records.aggregation()) {
            case COUNT -> "count(*)" + filter;
            case EXISTS -> "least(count(*)" + filter + ", 1)";
            case AMOUNT_SUM -> "coalesce(sum(r.amount_fen)" + filter + ", 0)::bigint / 100";
            case AMOUNT_MAX -> "coalesce(max(r.amount_fen)" + filter + ", 0) / 100";
            case SEVERITY_MAX -> "coalesce(max(r.severity)" + filter + ", 0)";
            case DAYS_SINCE -> day + " - max(r.event_day)" + filter;
        };
    }

    private String passes(RecordFilter filter, @Nullable Window window) {
        var condition = new StringBuilder("r.kind in (")
                .append(filter.kinds().stream()
                        .map(RecordKind::number)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")))
                .append(')');
        if (filter.severityAtLeast() > 0) {
            condition.append(" and r.severity >= ").append(filter.severityAtLeast());
        }
        if (!filter.categories().isEmpty()) {
            condition
                    .append(" and string_to_array(translate(r.category, '、;，； ', ',,,,'), ',') && ")
                    .append(array(filter.categories()));
        }
        if (window != null) {
            condition
                    .append(" and (r.event_day + interval '")
                    .append(window.months() > 0 ? window.months() + " months" : window.days() + " days")
                    .append("')::date > ")
                    .append(day);
        }
        return condition.toString();
    }

    /** How many live, or have such a record, by address or name. */
    private String others(RelatedMeasure related) {
        RecordFilter having = related.having();
        String key = key(related.relation());
        if (having == null) {
            return """
                    select %s as key, count(*) as n
                    from ingest.enterprise e
                    where e.status in ('ACTIVE', 'SUSPENDED')
                    group by 1""".formatted(key);
        }
        return """
                select %s as key, count(distinct e.id) as n
                from ingest.record r
                join ingest.enterprise e on e.id = r.enterprise_id
                where %s and %s
                group by 1""".formatted(key, counting(), passes(having, related.window()));
    }

    private static String key(Relation relation) {
        return relation == Relation.SAME_ADDRESS
                ? "case when length(e.address) >= 6 then e.address end"
                : "case when length(e.legal_person) >= 2 then left(e.region, 6) || e.legal_person end";
    }

    private String measured() {
        List<String> columns = new ArrayList<>();
        var joins = new StringBuilder();
        for (int i = 0; i < definition.indicators().size(); i++) {
            Measure measure = measure(i);
            if (measure instanceof AttributeMeasure attribute) {
                columns.add(value(attribute) + " as m" + i);
            } else if (measure instanceof RecordMeasure records) {
                columns.add(
                        records.aggregation() == Aggregation.DAYS_SINCE
                                ? "o.m" + i
                                : "coalesce(o.m%d, 0) as m%d".formatted(i, i));
            } else if (measure instanceof RelatedMeasure related) {
                String self = related.having() == null
                        ? "case when e.status in ('ACTIVE', 'SUSPENDED') then 1 else 0 end"
                        : "coalesce(o.m%d, false)::int".formatted(i);
                columns.add("case when %s is not null then coalesce(r%d.n, 0) - %s end as m%d"
                        .formatted(key(related.relation()), i, self, i));
                joins.append("left join related_%d r%d on r%d.key = %s%n".formatted(i, i, i, key(related.relation())));
            }
        }
        return """
                select e.id,
                       coalesce(e.status = any (%s) and e.subject_kind = any (%s), false) as covered,
                       e.registered, %s
                from ingest.enterprise e
                left join own o on o.enterprise_id = e.id
                %s""".formatted(
                        array(definition.coverage().statuses()),
                        array(definition.coverage().subjectKinds()),
                        String.join(",\n", columns),
                        joins);
    }

    private String value(AttributeMeasure measure) {
        Attribute attribute = measure.attribute();
        return switch (attribute) {
            case AGE_YEARS ->
                "case when e.established <= %s then extract(year from age(%s, e.established))::int end"
                        .formatted(day, day);
            case CAPITAL_YUAN -> "e.capital_fen / 100";
            case INDUSTRY ->
                "(e.industry like any (%s))::int"
                        .formatted(array(measure.values().stream()
                                .map(prefix -> prefix + "%")
                                .toList()));
            case STATUS -> "(e.status = any (%s))::int".formatted(array(measure.values()));
            case SUBJECT_KIND -> "(e.subject_kind = any (%s))::int".formatted(array(measure.values()));
            case SECTION -> "(e.section = any (%s))::int".formatted(array(measure.values()));
            case REGISTERED -> "(e.registered::text = any (%s))::int".formatted(array(measure.values()));
        };
    }

    private String scores() {
        List<String> points = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < definition.indicators().size(); i++) {
            points.add(points(i));
            if (measure(i) instanceof AttributeMeasure) {
                known.add("(m%d is not null)::int".formatted(i));
            }
        }
        List<String> floors = new ArrayList<>(List.of("1"));
        for (Veto veto : definition.vetoes()) {
            if (veto.effect() != Veto.Effect.FLOOR) {
                throw new IllegalArgumentException("This statement knows floors only; got " + veto.code());
            }
            floors.add("case when m%d >= %d then %d else 1 end"
                    .formatted(place(veto.indicator()), veto.from(), veto.rank().number()));
        }
        return """
                select m.id, m.covered, %s as score, greatest(%s) as floor,
                       %s %s >= %d as known
                from measured m""".formatted(
                        String.join(" + ", points),
                        String.join(", ", floors),
                        definition.coverage().registrationWanted() ? "m.registered and" : "",
                        String.join(" + ", known),
                        definition.coverage().attributesKnownMin());
    }

    private String points(int i) {
        IndicatorDefinition indicator = definition.indicators().get(i);
        var cases = new StringBuilder("(case when m%d is null then %d".formatted(i, indicator.missingPoints()));
        List<Bin> bins = indicator.bins();
        for (int b = bins.size() - 1; b > 0; b--) {
            cases.append(" when m%d >= %s then %d"
                    .formatted(i, bins.get(b).from(), bins.get(b).points()));
        }
        return cases.append(" else %d end * %d)".formatted(bins.get(0).points(), indicator.weight()))
                .toString();
    }

    private Measure measure(int i) {
        return definition.indicators().get(i).measure();
    }

    private int place(String code) {
        for (int i = 0; i < definition.indicators().size(); i++) {
            if (definition.indicators().get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No indicator " + code);
    }

    private static String array(Collection<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "array[", "]::text[]"));
    }
}
