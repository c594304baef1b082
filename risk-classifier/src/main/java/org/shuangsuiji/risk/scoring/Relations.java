package org.shuangsuiji.risk.scoring;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuangsuiji.risk.model.Measure;
import org.shuangsuiji.risk.model.RelatedMeasure;
import org.shuangsuiji.risk.model.Relation;

/**
 * Who is related to whom, as far as a plan asks. Filled by one thread before the columns are closed, then only read.
 *
 * <p>A key stands for an address, or for a name within a county; equal keys relate. Key 0 relates to nobody.
 */
public final class Relations {
    /** No address or name is known, or it is too short to mean anything. */
    public static final long NO_KEY = 0;

    private final ExtractionPlan plan;
    private final int day;
    private final LongIntMap[] livingByKey = new LongIntMap[Relation.values().length];
    private final @Nullable LongIntMap[] havingByKey;
    private final @Nullable LongIntMap[] hasByEnterprise;
    private final @Nullable LongIntMap[] nextByKey;
    private final Relation[] relationOf;
    private final int[] stepsOf;
    private final Map<Relation, Graph> graphs = new EnumMap<>(Relation.class);
    private final LongIntMap livingById = new LongIntMap(1024, 0);

    public Relations(ExtractionPlan plan) {
        this.plan = plan;
        this.day = Days.of(plan.day());
        int columns = plan.measures().size();
        this.havingByKey = new LongIntMap[columns];
        this.hasByEnterprise = new LongIntMap[columns];
        this.nextByKey = new LongIntMap[columns];
        this.relationOf = new Relation[columns];
        this.stepsOf = new int[columns];
        for (Relation relation : plan.relations()) {
            if (relation.told()) {
                graphs.put(relation, new Graph(day, relation == Relation.SAME_PERSON));
            }
        }
        for (int i = 0; i < livingByKey.length; i++) {
            livingByKey[i] = new LongIntMap(1024, 0);
        }
        for (int column = 0; column < columns; column++) {
            Measure measure = plan.measures().get(column);
            if (measure instanceof RelatedMeasure related) {
                relationOf[column] = related.relation();
                stepsOf[column] = related.depth();
                if (related.having() != null) {
                    havingByKey[column] = new LongIntMap(1024, 0);
                    hasByEnterprise[column] = new LongIntMap(1024, 0);
                    nextByKey[column] = new LongIntMap(1024, Days.NEVER);
                }
            }
        }
    }

    /** An enterprise that still exists. */
    public void living(long enterpriseId, long addressKey, long legalPersonKey) {
        if (!graphs.isEmpty()) {
            livingById.put(enterpriseId, 1);
        }
        count(Relation.SAME_ADDRESS, addressKey);
        count(Relation.SAME_LEGAL_PERSON, legalPersonKey);
    }

    /**
     * A relation that a source told.
     *
     * @param node the id of the other enterprise, or a negative number for a person
     */
    public void edge(long enterpriseId, long node, int eventDay, int untilDay) {
        Graph graph = graphs.get(node < 0 ? Relation.SAME_PERSON : Relation.LINKED);
        if (graph != null) {
            graph.add(enterpriseId, node, eventDay, untilDay);
        }
    }

    /** No more comes. */
    public Relations close() {
        graphs.values().forEach(Graph::close);
        return this;
    }

    private void count(Relation relation, long key) {
        if (key != NO_KEY) {
            LongIntMap map = livingByKey[place(relation)];
            map.put(key, map.get(key) + 1);
        }
    }

    /** A record of an enterprise that may be related to others. */
    public void record(
            long enterpriseId,
            long addressKey,
            long legalPersonKey,
            int kind,
            int eventDay,
            int untilDay,
            int severity,
            int categorySets) {
        if (untilDay <= day || untilDay <= eventDay) {
            return;
        }
        for (int column : plan.relatedColumnsByKind[kind]) {
            RecordRule rule = plan.rules[column];
            long key = key(column, enterpriseId, addressKey, legalPersonKey);
            if (key == NO_KEY || !rule.admits(severity, categorySets)) {
                continue;
            }
            LongIntMap next = in(nextByKey, column);
            if (eventDay > day) {
                next.put(key, Math.min(next.get(key), eventDay));
                continue;
            }
            int until = rule.countsUntil(eventDay, untilDay);
            if (until == RecordRule.NOT_COUNTED) {
                continue;
            }
            next.put(key, Math.min(next.get(key), until));
            LongIntMap has = in(hasByEnterprise, column);
            if (has.get(enterpriseId) == 0) {
                has.put(enterpriseId, 1);
                LongIntMap having = in(havingByKey, column);
                having.put(key, having.get(key) + 1);
            }
        }
    }

    /** How many others, or {@link Features#MISSING} without a key. */
    long others(int column, long enterpriseId, boolean living, long addressKey, long legalPersonKey) {
        if (relationOf[column].told()) {
            return around(column, enterpriseId);
        }
        long key = key(column, enterpriseId, addressKey, legalPersonKey);
        if (key == NO_KEY) {
            return Features.MISSING;
        }
        LongIntMap having = havingByKey[column];
        if (having == null) {
            int others = livingByKey[place(relationOf[column])].get(key) - (living ? 1 : 0);
            return others;
        }
        int others = having.get(key) - in(hasByEnterprise, column).get(enterpriseId);
        return others;
    }

    /** The next day on which time alone can move the number of others. */
    int nextChange(int column, long enterpriseId, long addressKey, long legalPersonKey) {
        LongIntMap next = nextByKey[column];
        if (relationOf[column].told()) {
            return nextAround(column, enterpriseId, next);
        }
        return next == null ? Days.NEVER : next.get(key(column, enterpriseId, addressKey, legalPersonKey));
    }

    /** Of whom nobody told a relation, nobody knows how many there are. */
    private long around(int column, long enterpriseId) {
        Graph graph = graph(column);
        if (!graph.knows(enterpriseId)) {
            return Features.MISSING;
        }
        LongIntMap having = havingByKey[column];
        LongIntMap asked = having == null ? livingById : having;
        int[] others = {0};
        graph.around(enterpriseId, stepsOf[column], other -> others[0] += asked.get(other) > 0 ? 1 : 0);
        return others[0];
    }

    private int nextAround(int column, long enterpriseId, @Nullable LongIntMap next) {
        int[] day = {Days.NEVER};
        int edges = graph(column).around(enterpriseId, stepsOf[column], other -> {
            if (next != null) {
                day[0] = Math.min(day[0], next.get(other));
            }
        });
        return Math.min(edges, day[0]);
    }

    private Graph graph(int column) {
        Graph graph = graphs.get(relationOf[column]);
        if (graph == null) {
            throw new IllegalStateException("Column %d follows no relation that was told".formatted(column));
        }
        return graph;
    }

    private long key(int column, long enterpriseId, long addressKey, long legalPersonKey) {
        if (relationOf[column].told()) {
            return enterpriseId;
        }
        return relationOf[column] == Relation.SAME_ADDRESS ? addressKey : legalPersonKey;
    }

    private static LongIntMap in(@Nullable LongIntMap[] maps, int column) {
        LongIntMap map = maps[column];
        if (map == null) {
            throw new IllegalStateException("Column %d asks for no records of others".formatted(column));
        }
        return map;
    }

    private static int place(Relation relation) {
        return relation == Relation.SAME_ADDRESS ? 0 : 1;
    }
}
