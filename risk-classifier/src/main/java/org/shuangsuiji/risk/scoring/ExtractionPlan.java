package org.shuangsuiji.risk.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.model.RecordKind;
import org.shuangsuiji.risk.model.Aggregation;
import org.shuangsuiji.risk.model.Attribute;
import org.shuangsuiji.risk.model.AttributeMeasure;
import org.shuangsuiji.risk.model.AttributeTest;
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
 * What has to be read, for one day and one or several definitions: each distinct measure is one column.
 *
 * <p>A feed answers questions about words with bits, so that a row is a handful of numbers: bit {@code i} of an
 * enterprise's tests is {@code tests().get(i)}, bit {@code i} of a record's category sets is
 * {@code categorySets().get(i)}.
 */
public final class ExtractionPlan {
    static final int REGISTERED = 0;
    static final int LIVING = 1;

    private final LocalDate day;
    private final List<Measure> measures;
    private final List<AttributeTest> tests;
    private final List<SortedSet<String>> categorySets = new ArrayList<>();
    /** Where a value that moves with time alone meets another bin, by column; ascending. */
    private final long[][] edges;

    final RecordRule[] rules;
    final int[][] columnsByKind;
    final int[][] relatedColumnsByKind;

    private ExtractionPlan(LocalDate day, List<ModelDefinition> definitions) {
        this.day = day;
        Map<Measure, TreeSet<Long>> edgesByMeasure = new LinkedHashMap<>();
        Set<AttributeTest> distinctTests = new LinkedHashSet<>();
        distinctTests.add(new AttributeTest(Attribute.REGISTERED, new TreeSet<>(Set.of("true"))));
        distinctTests.add(new AttributeTest(Attribute.STATUS, new TreeSet<>(Set.of("ACTIVE", "SUSPENDED"))));
        for (ModelDefinition definition : definitions) {
            distinctTests.add(definition.coverage().statusTest());
            distinctTests.add(definition.coverage().subjectTest());
            for (IndicatorDefinition indicator : definition.indicators()) {
                var ends = edgesByMeasure.computeIfAbsent(indicator.measure(), m -> new TreeSet<>());
                for (Bin bin : indicator.bins()) {
                    if (bin.from() != null) {
                        ends.add(bin.from());
                    }
                }
                if (indicator.measure() instanceof AttributeMeasure measure
                        && !measure.attribute().numeric()) {
                    distinctTests.add(measure.test());
                }
            }
            for (Veto veto : definition.vetoes()) {
                definition.indicator(veto.indicator()).ifPresent(i -> edgesByMeasure
                        .getOrDefault(i.measure(), new TreeSet<>())
                        .add(veto.from()));
            }
        }
        this.measures = List.copyOf(edgesByMeasure.keySet());
        this.tests = List.copyOf(distinctTests);
        this.edges = edgesByMeasure.values().stream()
                .map(ends -> ends.stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
        this.rules = new RecordRule[measures.size()];
        this.columnsByKind = columnsByKind(RecordMeasure.class);
        this.relatedColumnsByKind = columnsByKind(RelatedMeasure.class);
        if (tests.size() > Long.SIZE - 2 || categorySets.size() > Integer.SIZE - 2) {
            throw new IllegalArgumentException("The definitions ask %d questions of an enterprise and %d of a record"
                    .formatted(tests.size(), categorySets.size()));
        }
    }

    /** The plan for grading by these definitions on this day. */
    public static ExtractionPlan of(LocalDate day, ModelDefinition... definitions) {
        return new ExtractionPlan(day, Arrays.asList(definitions));
    }

    private int[][] columnsByKind(Class<? extends Measure> type) {
        int kinds = Arrays.stream(RecordKind.values())
                .mapToInt(RecordKind::number)
                .max()
                .orElse(0);
        List<List<Integer>> columns = new ArrayList<>();
        for (int kind = 0; kind <= kinds; kind++) {
            columns.add(new ArrayList<>());
        }
        for (int column = 0; column < measures.size(); column++) {
            Measure measure = measures.get(column);
            RecordFilter filter = filterOf(measure);
            if (!type.isInstance(measure) || filter == null) {
                continue;
            }
            rules[column] = new RecordRule(day, filter, categoryBit(filter.categories()), windowOf(measure));
            for (RecordKind kind : filter.kinds()) {
                columns.get(kind.number()).add(column);
            }
        }
        return columns.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static @Nullable RecordFilter filterOf(Measure measure) {
        if (measure instanceof RecordMeasure records) {
            return records.filter();
        }
        return measure instanceof RelatedMeasure related ? related.having() : null;
    }

    private static @Nullable Window windowOf(Measure measure) {
        if (measure instanceof RecordMeasure records) {
            return records.window();
        }
        return measure instanceof RelatedMeasure related ? related.window() : null;
    }

    private int categoryBit(SortedSet<String> categories) {
        if (categories.isEmpty()) {
            return 0;
        }
        if (!categorySets.contains(categories)) {
            categorySets.add(categories);
        }
        return 1 << categorySets.indexOf(categories);
    }

    public LocalDate day() {
        return day;
    }

    public List<Measure> measures() {
        return measures;
    }

    /** The column of a measure; it must be one of {@link #measures()}. */
    public int column(Measure measure) {
        int column = measures.indexOf(measure);
        if (column < 0) {
            throw new IllegalArgumentException("This plan does not extract " + measure);
        }
        return column;
    }

    public List<AttributeTest> tests() {
        return tests;
    }

    public List<SortedSet<String>> categorySets() {
        return Collections.unmodifiableList(categorySets);
    }

    /** The kinds of records that an enterprise's own columns need. */
    public Set<RecordKind> kinds() {
        return kindsOf(columnsByKind);
    }

    /** The kinds of records that the columns about related enterprises need. */
    public Set<RecordKind> relatedKinds() {
        return kindsOf(relatedColumnsByKind);
    }

    private static Set<RecordKind> kindsOf(int[][] columns) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            if (columns[kind.number()].length > 0) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    public Set<Relation> relations() {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        for (Measure measure : measures) {
            if (measure instanceof RelatedMeasure related) {
                relations.add(related.relation());
            }
        }
        return relations;
    }

    /** Over how many enterprises told relations are followed at most; 0 where none is. */
    public int steps() {
        return measures.stream()
                .filter(measure -> measure instanceof RelatedMeasure related
                        && related.relation().told())
                .mapToInt(measure -> ((RelatedMeasure) measure).depth())
                .max()
                .orElse(0);
    }

    public boolean needsAmounts() {
        return measures.stream()
                .anyMatch(m -> m instanceof RecordMeasure records
                        && records.aggregation().needsAmount());
    }

    /** The bits that an enterprise's words earn it; for feeds that do not leave this to a database. */
    public long testBits(Map<Attribute, String> words) {
        long bits = 0;
        for (int i = 0; i < tests.size(); i++) {
            if (tests.get(i).holds(words.get(tests.get(i).attribute()))) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    /** The bits of the tests whose attribute is known at all. */
    public long knownBits(Map<Attribute, String> words) {
        long bits = 0;
        for (int i = 0; i < tests.size(); i++) {
            if (words.containsKey(tests.get(i).attribute())) {
                bits |= 1L << i;
            }
        }
        return bits;
    }

    /** The bits that the categories of a record earn it. */
    public int categoryBits(Set<String> categories) {
        int bits = 0;
        for (int i = 0; i < categorySets.size(); i++) {
            if (!Collections.disjoint(categorySets.get(i), categories)) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    /** The bit of a test; it must be one of {@link #tests()}. */
    int testIndex(AttributeTest test) {
        return tests.indexOf(test);
    }

    /** The smallest edge above a value of this column, or nothing when the value is past the last one. */
    OptionalLong edgeAbove(int column, long value) {
        for (long edge : edges[column]) {
            if (edge > value) {
                return OptionalLong.of(edge);
            }
        }
        return OptionalLong.empty();
    }

    /** How a record column gathers, or nothing for other columns. */
    Optional<Aggregation> aggregation(int column) {
        return measures.get(column) instanceof RecordMeasure records
                ? Optional.of(records.aggregation())
                : Optional.empty();
    }

    /** Whether a record moves an enterprise's own column today. */
    boolean counts(int column, CountedRecord record) {
        for (int candidate : columnsByKind[record.kind()]) {
            if (candidate == column) {
                int today = Days.of(day);
                RecordRule rule = rules[column];
                return record.eventDay() <= today
                        && record.untilDay() > today
                        && rule.admits(record.severity(), record.categorySets())
                        && rule.countsUntil(record.eventDay(), record.untilDay()) != RecordRule.NOT_COUNTED;
            }
        }
        return false;
    }

    /** Bytes that one enterprise needs while it is extracted and scored, for those who size partitions. */
    public long bytesPerEnterprise() {
        return 8L * measures.size() + 2L * measures.size() + 96;
    }
}
